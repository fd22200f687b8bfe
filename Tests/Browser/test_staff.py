"""The pages for the office itself, in Chromium and by the Nu validator: the staff view and the sheet for approval."""

import shutil
import subprocess

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from hard_column import FUWEN, ROOT, build, write
from test_look import AXE, OVERFLOW, STANDARD, WIDTHS
from test_validity import UNKNOWN_PROPERTIES, validate


@pytest.fixture(scope="module", params=["demonstration", "hard"])
def staff_pages(request, tmp_path_factory):
    """A site's staff view, and the sheet for approval of some changes beside it."""
    site = tmp_path_factory.mktemp(request.param)
    if request.param == "hard":
        build(site)
        changed = "content/replies/0009.md"
    else:
        for folder in ("content", "templates", "public"):
            shutil.copytree(ROOT / folder, site / folder)
        changed = "content/replies/jianyi-2024/0023.md"
    text = (site / changed).read_text(encoding="utf-8")
    write(site / changed, text + "\n新加的一段，http://www.example.com/a 。\n")
    folder = site / "staff"
    run(site, "check", "--audit", "--output", folder)
    run(site, "build", "--dry-run", "--approval", folder / "approval.html")
    return folder


def run(site, command, *options):
    done = subprocess.run([FUWEN, command, "--site", site, "--quiet", *options], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_markup(staff_pages):
    errors = validate(staff_pages, "--skip-non-html", "--also-check-css")
    assert [error for error in errors if not any(name in error for name in UNKNOWN_PROPERTIES)] == []


def test_every_page(staff_pages, chromium):
    """Nothing sticks out at any width, axe finds nothing in light and dark, and no script or other host is asked for."""
    pages = sorted(staff_pages.glob("*.html"))
    assert len(pages) == 7
    context = chromium.new_context()
    context.add_init_script(AXE_SCRIPT)
    requests = []
    tab = context.new_page()
    tab.on("request", lambda request: requests.append(request.url))
    for page in pages:
        tab.emulate_media(color_scheme="light")
        for width in WIDTHS:
            tab.set_viewport_size({"width": width, "height": 900})
            tab.goto(page.as_uri())
            assert tab.evaluate(OVERFLOW) <= 0, (page.name, width)
        for scheme in ("light", "dark"):
            tab.emulate_media(color_scheme=scheme)
            violations = tab.evaluate(AXE, STANDARD)
            assert [(one["id"], one["nodes"][0]["html"]) for one in violations] == [], (page.name, scheme)
        tab.emulate_media(media="print")
        tab.set_viewport_size({"width": 658, "height": 900})
        assert tab.evaluate(OVERFLOW) <= 0, (page.name, "print")
        tab.emulate_media(media="screen")
    context.close()
    assert {url for url in requests if not url.startswith(staff_pages.as_uri())} == set()
    assert not any(url.endswith(".js") for url in requests)
