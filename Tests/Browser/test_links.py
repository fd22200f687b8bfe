"""Every link leads somewhere: opened as a file, and from a plain file server at any path."""

import http.client
import json
import re
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

REFERENCES = ("href", "src", "action")


def references(page):
    """The addresses that a page links to, loads or goes on to, as written; not those that only name it."""
    for element in page.root.all():
        if element["rel"] != "canonical":
            yield from (element[name] for name in REFERENCES if element[name])
        if element["http-equiv"] == "refresh":
            yield element["content"].partition("url=")[2]


def is_internal(reference):
    return not urlsplit(reference).scheme


def test_links_between_files(column):
    """Opened as a file, a link must name a file and an anchor that is there."""
    root = "file://" + urlsplit(column.address).path
    for page in column.pages.values():
        for reference in filter(is_internal, references(page)):
            target, anchor = urldefrag(urljoin(root + page.path, reference))
            assert target.startswith(root), (page, reference)
            path = unquote(target.removeprefix(root))
            assert (column.folder / path).is_file(), (page, reference)
            if anchor:
                assert unquote(anchor) in column.pages[path].ids, (page, reference)


def test_only_the_page_of_missing_pages_starts_from_the_host(column):
    assert any(reference.startswith("/") for reference in references(column.pages["404.html"]))
    for page in column.pages_where(lambda page: page.path != "404.html"):
        assert not [reference for reference in references(page) if reference.startswith("/")], page


def test_links_to_other_hosts_are_safe(column):
    for page in column.pages.values():
        for reference in references(page):
            assert is_internal(reference) or reference.startswith("https://"), (page, reference)


def test_links_on_a_server(column, serve):
    """The server has no index of folders; the column must not need one."""
    check_on_server(column, serve(column), column.pages)


def test_links_below_another_path(demonstration, serve):
    others = [path for path in demonstration.pages if path != "404.html"]
    check_on_server(demonstration, serve(demonstration, "/a/b/c/"), others)


def check_on_server(column, root, paths):
    connection = http.client.HTTPConnection(urlsplit(root).netloc)
    wanted = {}
    for path in paths:
        page = column.pages[path]
        for reference in filter(is_internal, references(page)):
            wanted[urldefrag(urljoin(root + path, reference)).url] = page
    for url, page in wanted.items():
        connection.request("HEAD", urlsplit(url).path)
        response = connection.getresponse()
        response.read()
        assert response.status == 200, (page, url)


def test_every_page_can_be_reached(column):
    reached = set()
    ahead = ["index.html"]
    while ahead:
        path = ahead.pop()
        if path in reached or path not in column.files:
            continue
        reached.add(path)
        if path in column.pages:
            for reference in filter(is_internal, references(column.pages[path])):
                ahead.append(unquote(urldefrag(urljoin("file:///" + path, reference)).url).removeprefix("file:///"))
        elif path.endswith(".js"):
            ahead += [path.rpartition("/")[0] + "/" + name for name in re.findall(r'import\("\./([^"]+)"\)', column.read(path))]
    apart = {page.path for page in column.pages_where(lambda page: page.is_redirect)} | {"404.html"}
    # The script of the search takes the index's files from a first folder and those that its description names.
    index = column.pages["search/index.html"].root.first("div", id="search")["data-index"].removeprefix("../")
    description = json.loads(column.read(index + "index.json"))
    folders = (index, *(f"search/{name}/" for name in [description["lists"], *description["grams"]]))
    reached |= {path for path in column.files if path.startswith(folders)}
    assert set(column.files) - reached == apart


def test_redirects_lead_to_pages(demonstration):
    redirects = demonstration.pages_where(lambda page: page.is_redirect)
    assert redirects
    for page in redirects:
        target = page.root.first("meta", **{"http-equiv": "refresh"})["content"].partition("url=")[2]
        assert page.main.first("p", cls="lead").first("a")["href"] == target, page
        path = unquote(urljoin("file:///" + page.path, target)).removeprefix("file:///")
        assert demonstration.pages[path].is_article, page
