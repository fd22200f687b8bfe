"""The pages that show several bodies side by side: as every page must be, at every width, and as a document in print."""

import sys
from urllib.parse import urldefrag

import pytest

import test_links
import test_pages
from column import Column
from hard_column import ROOT
from test_look import OVERFLOW, WIDTHS, check, open_page, tab  # noqa: F401
from test_validity import validate

sys.path.append(str(ROOT / "Tests/Scale"))

import columns  # noqa: E402

COUNT = 13
# What A4 leaves between the margins, in CSS pixels.
PAPER = 589


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    """Of thirteen bodies, two by a scheme of their own, one of another day, one without data and one with damaged data."""
    folder = tmp_path_factory.mktemp("bodies")
    columns.make_all(folder, COUNT)
    settings = folder / columns.path(3) / "content/site.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("2025-09-30", "2025-08-31"), encoding="utf-8")
    damaged = folder / "damaged/statistics.json"
    columns.write(damaged, "[")
    columns.write(damaged.with_name("datapackage.json"), "{}")
    bodies = [(columns.name(index), f"../{columns.path(index)}/public/data") for index in range(COUNT)]
    bodies[5] = ("示例省第五督导服务和综合协调发展改革领导小组办公室" * 2, bodies[5][1])
    columns.make_view(folder / "huizong", bodies + [("示例省缺席局", "../absent"), ("示例省损坏局", "../damaged")])
    columns.run("build", "--quiet", "--all", folder)
    return Column(folder / "huizong/public", columns.DOMAIN + "huizong/")


def pages(view):
    found = [page for path, page in view.pages.items() if path.startswith("huizong/")]
    assert len(found) == 8
    return [view.pages["index.html"], *found]


@pytest.mark.parametrize(
    "rule", [
        test_pages.test_meta_contents, test_pages.test_titles_tell_pages_apart, test_pages.test_headings,
        test_pages.test_ids_are_unique, test_pages.test_footer, test_pages.test_nothing_is_empty,
        test_pages.test_no_scripts_and_nothing_from_elsewhere, test_pages.test_canonical_address,
        test_pages.test_tables_can_be_understood, test_links.test_links_between_files,
        test_links.test_links_to_other_hosts_are_safe,
    ], ids=lambda rule: rule.__name__)
def test_as_every_page(view, rule):
    rule(view)


def test_classes_have_their_looks(view, demonstration):
    styled = view.read("assets/style.css")
    assert styled == demonstration.read("assets/style.css")
    for page in pages(view):
        for element in page.root.all():
            assert all(f".{name}" in styled for name in element.classes), (page, element.classes)


def test_markup(view):
    assert validate(view.folder, "--skip-non-html") == []


def test_accessibility(view, serve, tab):  # noqa: F811
    root = serve(view)
    assert sum((check(tab, root, page) for page in pages(view)[:4]), []) == []


def test_nothing_sticks_out(view, serve, tab):  # noqa: F811
    root = serve(view)
    for page in pages(view)[:4]:
        open_page(tab, root, page)
        for width in (320, *WIDTHS):
            tab.set_viewport_size({"width": width, "height": 900})
            assert tab.evaluate(OVERFLOW) <= 0, (page, width)


def test_fits_on_paper(view, serve, tab):  # noqa: F811
    open_page(tab, serve(view), view.pages["huizong/index.html"])
    tab.emulate_media(media="print")
    tab.set_viewport_size({"width": PAPER, "height": 840})
    assert tab.evaluate(OVERFLOW) <= 0
    tab.emulate_media(media="screen")


def test_bodies_lead_to_their_own_pages(view):
    """That page stands where the body's column is built from the same records."""
    for page in pages(view)[1:]:
        cells = [row.first("a") for row in page.root.first(id="figuretable").parent.first("tbody").all("tr")]
        assert cells
        for link in cells:
            assert link["href"].startswith(columns.DOMAIN + "ju/"), link["href"]
            index, _, path = link["href"].removeprefix(columns.DOMAIN + "ju/").partition("/")
            own = view.folder.parents[1] / columns.path(int(index)) / "public" / urldefrag(path)[0]
            assert own.is_file(), own


def test_who_is_left_out_is_named(view):
    for page in pages(view)[1:]:
        left_out = [item.text for item in page.root.first("section", cls="note").all("li")]
        assert "示例省缺席局：没有取到数据" in left_out and "示例省损坏局：数据有损坏" in left_out
