"""The manual is a column too: its links lead somewhere, it is valid, and axe finds nothing on two of its pages."""

import os
import subprocess

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from column import Column
from conftest import PUBLIC
from test_links import test_links_between_files as check_links
from test_look import violations
from test_validity import validate

ROOT = PUBLIC.parent
FUWEN = ROOT / os.environ.get("FUWEN", ".build/release/fuwen")


@pytest.fixture(scope="module")
def manual(tmp_path_factory):
    folder = tmp_path_factory.mktemp("manual") / "pages"
    subprocess.run([ROOT / "Sources/Manual/build", folder], env=os.environ | {"FUWEN": str(FUWEN)}, check=True)
    return Column(folder, "https://fuwen.example/shouce/")


def test_links(manual):
    check_links(manual)


def test_every_chapter_is_on_the_first_page(manual):
    home = manual.pages["index.html"]
    linked = {element["href"] for element in home.root.all("a") if element["href"]}
    chapters = {path for path in manual.pages if path.startswith("zongjie/")} - {"zongjie/index.html"}
    assert chapters <= linked
    assert len(chapters) > 15


def test_markup(manual):
    assert validate(manual.folder, "--skip-non-html") == []


@pytest.mark.parametrize("path", ["index.html", "zongjie/moban-yuyan.html"])
@pytest.mark.parametrize("width", [1200, 360])
def test_accessibility(manual, chromium, path, width):
    page = chromium.new_page(viewport={"width": width, "height": 800}, bypass_csp=True)
    try:
        page.goto((manual.folder / path).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.evaluate(AXE_SCRIPT)
        assert violations(page) == []
    finally:
        page.close()
