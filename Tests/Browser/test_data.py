"""The data files, and that lists hold what the data say."""

import csv
import io
import json

import pytest

from column import Element

ASSISTING = {"会办", "协办", "参阅"}


@pytest.fixture
def records(column):
    return json.loads(column.read("data/records.json"))


def test_both_files_say_the_same(column, records):
    data = (column.folder / "data/records.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len(rows) == len(records) > 0
    for row, record in zip(rows, records):
        assert list(row) == list(record)
        for name, value in record.items():
            if isinstance(value, list):
                value = "、".join(value)
            elif isinstance(value, bool):
                value = "是" if value else "否"
            assert row[name].removeprefix("'") == ("" if value is None else str(value)), (record["编号"], name)


def test_addresses_are_pages_of_the_record(column, records):
    for record in records:
        if record["网址"]:
            page = column.pages[record["网址"]]
            assert page.title == record["标题"]
            assert f"第{record['编号']}号" in page.main.text
    assert {record["网址"] for record in records} - {""} == {
        page.path for page in column.pages_where(lambda page: page.is_proposal)
    }


def test_replies_stand_in_their_lists(column, records):
    """Under all, kind, year, session, unit, topic and result, however many pages those lists have."""
    wanted = {}
    for record in records:
        if record["承办方式"] not in ASSISTING:
            for path in lists_of(column, record):
                wanted.setdefault(path, set()).add((record["网址"], record["标题"]))
    for path, replies in wanted.items():
        found = rows(column, path)
        assert len(found) == len(replies) and set(found) == replies, path
        assert f"共 {len(replies)} 件" in column.pages[path].main.text, path


def lists_of(column, record):
    """The first pages of the lists in which a record's page must stand, found by their names on the pages of entrances."""
    kind = {"建议": "jianyi", "提案": "tian", "议案转建议": "yian"}[record["类型"]]
    year = record["年份"]
    yield from ["quanbu/index.html", f"{kind}/index.html", f"{kind}/{year}/index.html", f"nian/{year}/index.html"]
    yield entrance(column, "jieci", record["届次"])
    for folder, name in [("danwei", record["承办单位"]), ("jieguo", record["答复类别"]),
                         *(("zhuti", topic) for topic in record["主题"])]:
        if name:
            path = entrance(column, folder, name)
            yield from [path, path.replace("index.html", f"{year}/index.html")]


def entrance(column, folder, name):
    """The list of this name; a result class is named by its letter."""
    found = []
    for link in column.pages[f"{folder}/index.html"].main.first("ul", cls="cards").all("a"):
        label = link.text.removesuffix(link.first("span").text).strip()
        if name == (label.split()[0] if folder == "jieguo" else label):
            found.append(link["href"].removeprefix("../"))
    assert len(found) == 1, (folder, name, found)
    return found[0]


def rows(column, path):
    """The addresses and titles in a list, from its first page to its last."""
    found = []
    root = "../" * path.count("/")
    while path:
        main = column.pages[path].main
        for item in main.first("ul", cls="rows").children:
            if isinstance(item, Element):
                link = item.first("a")
                found.append((link["href"].removeprefix(root), link.text))
        following = main.first("a", rel="next")
        path = following["href"].removeprefix(root) if following else ""
    return found
