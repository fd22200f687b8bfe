"""Large type (大字版): a switch on every page that works without script, and with script is kept from page to page."""

import pytest

from test_look import OVERFLOW, AXE_SCRIPT, of_every_kind, open_page, violations

SIZE = "parseFloat(getComputedStyle(document.querySelector('main')).fontSize)"


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport={"width": 360, "height": 800})
    yield context.new_page()
    context.close()


def test_kept_from_page_to_page(demonstration, serve, page):
    root = serve(demonstration)
    page.goto(root + "index.html")
    before = page.evaluate(SIZE)
    page.get_by_label("大字版").check()
    assert page.evaluate(SIZE) > 1.3 * before
    page.locator(".rows a").first.click()
    page.wait_for_selector("main.case")
    assert page.get_by_label("大字版").is_checked() and page.evaluate(SIZE) > 1.3 * before
    page.get_by_label("大字版").uncheck()
    page.goto(root + "index.html")
    assert not page.get_by_label("大字版").is_checked() and page.evaluate(SIZE) == before


def test_switch_works_without_script(demonstration, serve, chromium):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(serve(demonstration) + "index.html")
    before = page.locator("body").bounding_box()["height"]
    # By keyboard: the switch is the second stop, behind the skip link.
    page.get_by_label("大字版").focus()
    page.keyboard.press("Space")
    assert page.get_by_label("大字版").is_checked()
    assert page.locator("body").bounding_box()["height"] > 1.2 * before
    context.close()


def test_every_kind_of_page(demonstration, serve, page):
    """Nothing sticks out, and axe finds nothing."""
    root = serve(demonstration)
    faults = []
    for kind, found in of_every_kind(demonstration).items():
        open_page(page, root, found)
        page.get_by_label("大字版").check()
        page.evaluate(AXE_SCRIPT)
        for width in (320, 360, 768, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            if (excess := page.evaluate(OVERFLOW)) > 0:
                faults.append(f"{kind} sticks out by {excess} px at {width} px")
        faults += [f"{kind}: {violation}" for violation in violations(page)]
    assert faults == []


def test_prints_like_any_other(demonstration, serve, page):
    root = serve(demonstration)
    open_page(page, root, of_every_kind(demonstration)["long reply"])
    page.emulate_media(media="print")
    before = page.evaluate("getComputedStyle(document.querySelector('.letter')).fontSize")
    page.emulate_media(media="screen")
    page.get_by_label("大字版").check()
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('.letter')).fontSize") == before
