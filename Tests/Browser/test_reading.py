"""Every kind of page as readers set their screens: zoomed, spaced, in high contrast, with large type, on paper."""

import io
import re
from unicodedata import normalize

import pypdf
import pytest
from axe_playwright_python.base import AXE_SCRIPT

from test_look import OVERFLOW, of_every_kind, open_page

# What a reader may ask of any page without losing anything (WCAG 2.2, 1.4.12).
SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }
"""
# Texts that their boxes cut off; not what scrolls within itself or is for screen readers alone.
CUT = """() => [...document.querySelectorAll("body *")].filter(element => {
  const style = getComputedStyle(element), hides = name => /hidden|clip/.test(style[name]);
  return style.clip === "auto" && (hides("overflowX") && element.scrollWidth > element.clientWidth + 1
    || hides("overflowY") && element.scrollHeight > element.clientHeight + 1);
}).map(element => element.outerHTML.slice(0, 80))"""
# The one rule leaves what is below 4.5 : 1 to the other.
ENHANCED = """async () => (await axe.run(document, {
  runOnly: ["color-contrast", "color-contrast-enhanced"], resultTypes: ["violations"]})).violations
  .flatMap(violation => violation.nodes.map(node => node.html.slice(0, 120)))"""
SCHEMES = ["light", "dark"]


@pytest.fixture
def tab(chromium):
    context = chromium.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


def of_each_kind(column, root, tab):
    """Opens each but once, whatever is set in it then: opening takes longer than looking."""
    for kind, page in of_every_kind(column).items():
        open_page(tab, root, page)
        yield kind


def in_both_sizes(tab):
    for is_large in (False, True):
        tab.get_by_label("大字版").set_checked(is_large)
        yield is_large


def faults_at(tab, width, height):
    tab.set_viewport_size({"width": width, "height": height})
    excess, cut = tab.evaluate(OVERFLOW), tab.evaluate(CUT)
    return [(width, excess, cut)] if excess > 0 or cut else []


def test_zoom(demonstration, serve, tab):
    """A screen of 1280 × 1024 at 400 % and at 200 %, and a wide one."""
    faults = []
    for kind in of_each_kind(demonstration, serve(demonstration), tab):
        for is_large in in_both_sizes(tab):
            for size in [(320, 256), (640, 512), (1920, 1080)]:
                faults += [(kind, is_large, *fault) for fault in faults_at(tab, *size)]
    assert faults == []


def test_text_spacing(demonstration, serve, tab):
    faults = []
    for kind in of_each_kind(demonstration, serve(demonstration), tab):
        tab.add_style_tag(content=SPACING)
        for width in (320, 1280):
            faults += [(kind, *fault) for fault in faults_at(tab, width, 800)]
    assert faults == []


def test_more_contrast(demonstration, serve, tab):
    """Who asks for more contrast gets 7 : 1 for all text."""
    faults = []
    for kind in of_each_kind(demonstration, serve(demonstration), tab):
        tab.evaluate(AXE_SCRIPT)
        for scheme in SCHEMES:
            tab.emulate_media(color_scheme=scheme, contrast="more")
            faults += [f"{kind} {scheme}: {html}" for html in tab.evaluate(ENHANCED)]
    assert faults == []


FRAMED = [".strip", "main > .note", ".bar", ".find input", ".find button", ".tabs a", ".chosen a", ".pages [aria-current]"]
BARE = """selectors => selectors.filter(selector => [...document.querySelectorAll(selector)].some(element => {
  const style = getComputedStyle(element);
  return parseFloat(style.borderTopWidth) + parseFloat(style.borderLeftWidth) === 0;
}))"""


def test_forced_colors(demonstration, serve, tab):
    """In the reader's own colours backgrounds are gone: what they told apart has lines."""
    faults = []
    for kind in of_each_kind(demonstration, serve(demonstration), tab):
        for is_large in in_both_sizes(tab):
            for scheme in SCHEMES:
                tab.emulate_media(color_scheme=scheme, forced_colors="active")
                faults += [f"{kind} {is_large} {scheme}: {selector}" for selector in tab.evaluate(BARE, FRAMED)]
    assert faults == []


def test_paper(demonstration, serve, tab):
    """A4; each sheet has its number, the letter its document number, the last sheet the address."""
    root = serve(demonstration)
    pages = of_every_kind(demonstration)
    for kind in ("long reply", "divided", "several replies", "correction", "register", "a year's figures", "工作总结"):
        page = pages[kind]
        open_page(tab, root, page)
        reader = pypdf.PdfReader(io.BytesIO(tab.pdf(prefer_css_page_size=True)))
        # Chromium writes some characters as the radicals that look like them.
        sheets = [normalize("NFKC", "".join(sheet.extract_text().split())) for sheet in reader.pages]
        for number, text in enumerate(sheets, 1):
            assert f"—{number}—" in text, (kind, number)
        assert demonstration.address + page.path in sheets[-1], kind
        if page.is_proposal:
            assert re.search("〔.*", page.main.first("p", cls="number").first("span").text)[0] in sheets[0], kind
            terms = page.main.first("section", cls="terms").first("dt").text
            assert terms in "".join(sheets[-2:]), kind
        for sheet in reader.pages:
            short, long = sorted(float(side) / 72 * 25.4 for side in sheet.mediabox[2:])
            assert (round(short), round(long)) == (210, 297), kind
