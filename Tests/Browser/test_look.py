"""The pages in Chromium: accessibility, width, requests, keyboard, print."""

import re

import pytest
from axe_playwright_python.base import AXE_SCRIPT

WIDTHS = (360, 768, 1440)
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = "async options => (await axe.run(document, {...options, resultTypes: ['violations']})).violations"
ALL = {"runOnly": STANDARD}
# Colours take axe longer than all the rest.
COLOURS = {"runOnly": ["color-contrast"]}
ALL_BUT_COLOURS = {**ALL, "rules": {"color-contrast": {"enabled": False}}}
# What sticks out of the page; what scrolls within itself does not.
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def longest(pages):
    return max(pages, key=lambda page: len(page.main.text))


def of_every_kind(column):
    """One page of every kind, by its kind."""
    pages = column.pages.values()

    def first(condition):
        return next(page for page in pages if condition(page))

    def within(folder, depth):
        return first(lambda page: re.fullmatch(folder + "/[^/]+" * depth, page.path) and not page.is_article)

    proposals = column.pages_where(lambda page: page.is_proposal)
    kinds = {
        "home": column.pages["index.html"],
        "all": column.pages["quanbu/index.html"],
        "all, page 2": column.pages["quanbu/index-2.html"],
        "kind": column.pages["jianyi/index.html"],
        "kind in a year": column.pages["tian/2024/index.html"],
        "year": within("nian", 2),
        "session": within("jieci", 2),
        "unit": within("danwei", 2),
        "unit in a year": within("danwei", 3),
        "topic": within("zhuti", 2),
        "result": within("jieguo", 2),
        "units": column.pages["danwei/index.html"],
        "years": column.pages["nian/index.html"],
        "short reply": min(proposals, key=lambda page: len(page.main.text)),
        "long reply": longest(page for page in proposals if len(page.replies) == 1),
        "several replies": first(lambda page: page.is_proposal and len(page.replies) > 1 and len(units(page)) == 1),
        "divided": longest(page for page in proposals if len(units(page)) > 1),
        "table": first(lambda page: page.is_proposal and page.main.first("div", cls="table")),
        "correction": first(lambda page: "changes" in page.ids),
        "attachment": first(lambda page: page.main.first(cls="enclosed")),
        "register": within("dengji", 1),
        "years' figures": column.pages["tongji/index.html"],
        "a year's figures": column.pages["tongji/2024/index.html"],
        "figures of a kind": column.pages["tongji/2024/tian.html"],
        "key items": within("zhongdian", 1),
        "adoption": within("zhuanhua", 1),
        "documents": column.pages["zongjie/index.html"],
        "guide": column.pages["shuoming.html"],
        "open data": column.pages["shuju.html"],
        "withdrawn": first(lambda page: "withdrawn" in page.ids),
        "corrections": column.pages["gengzheng/index.html"],
        "search": column.pages["search/index.html"],
        "404": column.pages["404.html"],
        "redirect": first(lambda page: page.is_redirect),
    }
    for page in column.pages_where(lambda page: page.main.first("article", cls="document")):
        kinds[page.meta["ColumnType"][0]] = page
    return kinds


def units(page):
    return {reply.first("h2").first("a").text for reply in page.replies}


HARD_PAGES = ["jianyi/sheng-14-2/0007.html", "quanbu/index-5.html", "dengji/2024-2.html", "index.html"]


@pytest.fixture(scope="module")
def tab(chromium):
    context = chromium.new_context(color_scheme="light")
    yield context.new_page()
    context.close()


def open_page(tab, root, page):
    """A redirect is shown as who cannot follow it sees it."""
    if page.is_redirect:
        stay = page.source.replace("http-equiv=\"refresh\"", "name=\"refresh\"")
        tab.route(root + page.path, lambda route: route.fulfill(body=stay, content_type="text/html"))
    tab.goto(root + page.path)


def check(tab, root, page, widths=WIDTHS):
    """What is wrong with a page at each width; with its colours at the first and the last, and in the dark."""
    open_page(tab, root, page)
    tab.evaluate(AXE_SCRIPT)
    faults = []
    for width in widths:
        tab.set_viewport_size({"width": width, "height": 900})
        rules = ALL if width in (widths[0], widths[-1]) else ALL_BUT_COLOURS
        faults += [f"{page} {width}: {violation}" for violation in violations(tab, rules)]
    tab.emulate_media(color_scheme="dark")
    faults += [f"{page} {widths[-1]} dark: {violation}" for violation in violations(tab, COLOURS)]
    tab.emulate_media(color_scheme="light")
    return faults


def violations(tab, rules=ALL):
    """What axe finds; but the switch of large type stands before all landmarks, where style sheets find it."""
    return [
        f"{violation['id']}: {node['html'][:120]}"
        for violation in tab.evaluate(AXE, rules)
        for node in violation["nodes"]
        if not (violation["id"] == "region" and "elder" in node["html"])
    ]


def test_accessibility(demonstration, serve, tab):
    root = serve(demonstration)
    assert sum((check(tab, root, page) for page in of_every_kind(demonstration).values()), []) == []


def test_accessibility_of_the_hard_column(hard_column, serve, tab):
    root = serve(hard_column)
    assert sum((check(tab, root, hard_column.pages[path], [360]) for path in HARD_PAGES), []) == []


def test_nothing_sticks_out(demonstration, hard_column, serve, tab):
    """At every width, and with text of twice the size, as a reader sets it in the browser."""
    faults = []
    pages = [(demonstration, page) for page in of_every_kind(demonstration).values()]
    pages += [(hard_column, hard_column.pages[path]) for path in HARD_PAGES]
    session = tab.context.new_cdp_session(tab)
    for column, page in pages:
        open_page(tab, serve(column), page)
        for size in (16, 32):
            session.send("Page.setFontSizes", {"fontSizes": {"standard": size, "fixed": size}})
            assert tab.evaluate("getComputedStyle(document.documentElement).fontSize") == f"{size}px"
            for width in (320, *WIDTHS):
                tab.set_viewport_size({"width": width, "height": 900})
                if (excess := tab.evaluate(OVERFLOW)) > 0:
                    faults.append(f"{page} sticks out by {excess} px at {width} px, text of {size} px")
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 16, "fixed": 13}})
    assert faults == []


# Which pages stick out of a frame as wide as a small screen; a frame takes a page sooner than a tab does.
IN_A_FRAME = """async addresses => {
  const frame = document.createElement("iframe"), wide = [];
  Object.assign(frame.style, {width: "320px", height: "640px", border: 0});
  document.body.replaceChildren(frame);
  for (const address of addresses) {
    await new Promise(done => { frame.onload = done; frame.src = address; });
    const {scrollWidth, clientWidth} = frame.contentDocument.documentElement;
    if (clientWidth !== 320 || scrollWidth > clientWidth) wide.push(address);
  }
  return wide;
}"""


def test_every_page_on_a_small_screen(demonstration, serve, chromium):
    """No page asks another host for anything, fails to find something, or sticks out at 320 px."""
    root = serve(demonstration)
    asked, failed = set(), []
    # The pages' policy forbids frames.
    context = chromium.new_context(bypass_csp=True, viewport={"width": 320, "height": 640})
    tab = context.new_page()
    tab.on("request", lambda request: asked.add(request.url))
    tab.on("response", lambda response: response.ok or response.status == 304 or failed.append(response.url))
    pages = demonstration.pages.values()
    tab.goto(root + "index.html")
    wide = tab.evaluate(IN_A_FRAME, [root + page.path for page in pages if not page.is_redirect])
    for page in filter(lambda page: page.is_redirect, pages):
        open_page(tab, root, page)
        if tab.evaluate(OVERFLOW) > 0:
            wide.append(page.path)
    assert {root + page.path for page in pages} <= asked
    assert {url for url in asked if not url.startswith(root)} == set()
    assert (failed, wide) == ([], [])
    context.close()


def test_opened_as_files(demonstration, tab):
    """From the home page to a reply and its list, without a server."""
    tab.goto((demonstration.folder / "index.html").as_uri())
    tab.set_viewport_size({"width": 1440, "height": 900})
    tab.locator(".rows a").first.click()
    tab.wait_for_selector("main.case")
    assert tab.url.startswith("file://")
    assert tab.evaluate("getComputedStyle(document.querySelector('.strip')).display") == "flex"
    tab.locator(".crumbs a").last.click()
    tab.wait_for_selector("ul.rows")


@pytest.mark.parametrize("kind", ["home", "all, page 2", "long reply", "register"])
def test_keyboard(demonstration, serve, tab, kind):
    """The skip link comes first and works; what has the focus is in sight and marked."""
    root = serve(demonstration)
    tab.set_viewport_size({"width": 1440, "height": 900})
    tab.emulate_media(color_scheme="light")
    page = of_every_kind(demonstration)[kind]
    open_page(tab, root, page)
    expected = tab.evaluate(FOCUSABLE)
    seen = []
    for _ in range(expected):
        tab.keyboard.press("Tab")
        focus = tab.evaluate(FOCUS)
        assert focus["outline"] >= 2 and focus["inSight"], focus
        seen.append(focus["index"])
    assert seen == list(range(expected))

    tab.goto("about:blank")
    open_page(tab, root, page)
    tab.keyboard.press("Tab")
    assert tab.evaluate(FOCUS)["text"] == "跳到正文"
    tab.keyboard.press("Enter")
    tab.wait_for_url("**#main")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.querySelector('main').contains(document.activeElement)")


FOCUSABLE = """() => {
  window.stops = [...document.querySelectorAll('a[href], summary, input, button, [tabindex="0"]')].filter(e => e.checkVisibility());
  return window.stops.length;
}"""
FOCUS = """() => {
  const element = document.activeElement, box = element.getBoundingClientRect(), style = getComputedStyle(element);
  return {
    text: element.textContent.trim().slice(0, 40),
    index: window.stops ? window.stops.indexOf(element) : -1,
    outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
    inSight: box.width > 1 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""


def test_print(demonstration, serve, tab):
    """A reply prints on A4, letter first, without what is only for the screen."""
    root = serve(demonstration)
    open_page(tab, root, of_every_kind(demonstration)["long reply"])
    sheet = tab.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", sheet)
    assert len(boxes) > 1
    assert {(round(float(width) / 72 * 25.4), round(float(height) / 72 * 25.4)) for width, height in boxes} == {(210, 297)}
    tab.emulate_media(media="print")
    shown = tab.evaluate("""() => {
      const box = selector => document.querySelector(selector).getBoundingClientRect();
      return ['.top', '.crumbs', '.foot ul', '.letter', '.head', '.address'].map(s => [s, box(s).height > 0 ? box(s).top : -1]);
    }""")
    tab.emulate_media(media="screen")
    tops = dict(shown)
    assert tops[".top"] == tops[".crumbs"] == tops[".foot ul"] == -1
    assert -1 < tops[".letter"] < tops[".head"] < tops[".address"]
