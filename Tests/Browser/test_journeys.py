"""Whole ways through the column as readers go them: on Debian's nginx, set up as README.md says, and without any server."""

import http.client
import re
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest

from test_links import check_on_server
from test_look import FOCUS, FOCUSABLE, OVERFLOW, of_every_kind, open_page
from test_search import paths, settle, wait

ATOM = "{http://www.w3.org/2005/Atom}"
TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "application/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "xml": "text/xml; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "sha256": "text/plain; charset=utf-8",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "bin": "application/octet-stream",
}


@pytest.fixture
def reader(chromium):
    """A tab that takes down what the pages complain of, and what they ask of others."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = watched(context.new_page())
    yield page
    context.close()
    assert (page.complaints, page.asked_outside) == ([], [])


def watched(page):
    page.complaints, page.asked_outside = [], []
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on("console", lambda message: message.type == "error" and page.complaints.append(message.text))
    page.on(
        "request",
        lambda request: urlsplit(request.url).hostname in ("127.0.0.1", None) or page.asked_outside.append(request.url),
    )
    return page


# ---- On nginx


def ask(root, path):
    connection = http.client.HTTPConnection(urlsplit(root).netloc)
    connection.request("GET", urljoin(root, path))
    response = connection.getresponse()
    return response, response.read()


def test_every_file_with_its_type(demonstration, nginx):
    for path in demonstration.files:
        response, body = ask(nginx, path)
        assert response.status == 200, path
        assert response.headers["Content-Type"] == TYPES[path.rpartition(".")[2]], path
        assert response.headers["X-Content-Type-Options"] == "nosniff", path
        assert body == (demonstration.folder / path).read_bytes(), path


def test_every_link(demonstration, nginx):
    check_on_server(demonstration, nginx, demonstration.pages)


def test_every_kind_of_page(demonstration, nginx, reader):
    """Nothing breaks the policy, fails, or is asked of another host."""
    for kind, page in of_every_kind(demonstration).items():
        open_page(reader, nginx, page)
        assert reader.evaluate("getComputedStyle(document.querySelector('.foot ul')).display") == "flex", kind
        if page.path == "search/index.html":
            # No other page asks for anything once it is loaded.
            reader.wait_for_load_state("networkidle")
        if page.path != "404.html":
            assert reader.url == nginx + page.path, kind
        assert (reader.complaints, reader.asked_outside) == ([], []), kind


@pytest.mark.parametrize("path", ["none.html", "jianyi/sheng-14-2/none.html", "a/b/c/d/"])
def test_what_is_missing(nginx, reader, path):
    """The page of missing pages comes at any depth, with its looks and its links."""
    answer = reader.goto(nginx + path)
    assert answer.status == 404 and reader.url == nginx + path
    assert reader.evaluate("getComputedStyle(document.querySelector('.foot ul')).display") == "flex"
    reader.locator("header form input").fill("电梯")
    reader.keyboard.press("Enter")
    reader.wait_for_url(nginx + "search/index.html?q=*")
    settle(reader)
    assert all("404" in complaint for complaint in reader.complaints)
    reader.complaints.clear()


def test_feeds_from_the_pages(demonstration, nginx):
    """Each feed that a page names is there; what it tells of is a page."""
    feeds = {
        unquote(urljoin("/" + page.path, link["href"])).lstrip("/")
        for page in demonstration.pages.values()
        for link in page.root.all("link", type="application/atom+xml")
    }
    assert len(feeds) > 10
    for feed in feeds:
        response, body = ask(nginx, feed)
        assert response.status == 200, feed
        entries = ElementTree.fromstring(body).findall(ATOM + "entry")
        assert entries, feed
        for entry in entries:
            address = entry.find(ATOM + "link").get("href")
            assert address.startswith(demonstration.address), (feed, address)
            assert ask(nginx, address.removeprefix(demonstration.address))[0].status == 200, (feed, address)


# ---- By keyboard


class Keyboard:
    """Goes through pages by keys alone; what has the focus is always in sight and marked."""

    def __init__(self, page):
        self.page = page
        self.tree = page.context.new_cdp_session(page)

    def press(self, key):
        self.page.keyboard.press(key)

    def focus(self):
        """Role and name of what has the focus, as a screen reader is told them."""
        for node in self.tree.send("Accessibility.getFullAXTree")["nodes"]:
            states = {state["name"]: state["value"].get("value") for state in node.get("properties", [])}
            if states.get("focused") and node["role"]["value"] != "RootWebArea":
                return node["role"]["value"], node["name"]["value"], states
        return "", "", {}

    def tab_to(self, role, name):
        """Presses Tab until there; answers what a screen reader is told of it."""
        passed = []
        for _ in range(90):
            self.press("Tab")
            self.page.evaluate(FOCUSABLE)
            seen = self.page.evaluate(FOCUS)
            told = self.focus()
            assert seen["outline"] >= 2 and seen["inSight"], (told, seen)
            assert told[1], told
            passed.append(told[:2])
            if told[0] == role and re.search(name, told[1]):
                return told
        raise AssertionError((role, name, passed))


def test_by_keyboard(nginx, chromium_that_remembers):
    """Home, search, names, results, filter, reply, print, and back to what was there."""
    context = chromium_that_remembers.new_context(viewport={"width": 1280, "height": 900})
    page = watched(context.new_page())
    keys = Keyboard(page)
    page.goto(nginx + "index.html")
    assert keys.tab_to("link", "^跳到正文$")
    assert keys.tab_to("checkbox", "^大字版$")
    keys.tab_to("searchbox", "^检索答复、总结和动态的全文$")
    page.keyboard.type("电梯")
    keys.press("Enter")
    page.wait_for_url("**/search/index.html?q=*")
    settle(page)

    # The field offers names; what is chosen is searched for.
    keys.tab_to("combobox", "^检索答复、总结和动态的全文$")
    keys.press("Control+A")
    page.keyboard.type("住房")
    wait(page, "document.activeElement.getAttribute('aria-expanded') === 'true'")
    assert keys.focus()[2]["expanded"]
    keys.press("ArrowDown")
    assert "activedescendant" in keys.focus()[2]
    keys.press("Escape")
    keys.press("Control+A")
    page.keyboard.type("住宅")
    keys.press("Enter")
    wait(page, "location.search.includes(encodeURIComponent('住宅'))")
    settle(page)
    assert keys.focus()[0] == "status" or page.evaluate("document.activeElement.matches('[role=status]')")
    everything = found(page)

    # A filter, by its group's switch.
    assert keys.tab_to("DisclosureTriangle", "^年份$")[2]["expanded"]
    keys.tab_to("link", r"^202\d")
    keys.press("Enter")
    wait(page, "location.search.includes('year=')")
    page.wait_for_selector(".chosen")
    settle(page)
    assert page.evaluate("document.activeElement.matches('[role=status]')")
    narrowed, address = found(page), page.url
    assert 0 < len(narrowed[1]) < len(everything[1])
    keys.tab_to("link", "^年份：.*去掉这个条件$")

    # A reply.
    role, name, _ = keys.tab_to("link", "住宅|电梯")
    keys.press("Enter")
    page.wait_for_selector("main.case")
    assert page.locator("h1").inner_text().replace("\n", "") == name
    tree = page.locator("body").aria_snapshot()
    for part in ("banner", "main", "contentinfo", "navigation \"当前位置\"", "heading \"办理经过\"", "heading \"引用与数据\""):
        assert part in tree, part
    keys.tab_to("link", "^跳到正文$")
    keys.press("Enter")
    keys.tab_to("link", "^专栏首页$")

    # What the printer gets.
    page.emulate_media(media="print")
    assert page.locator(".letter").first.is_visible() and page.locator(".foot .address").is_visible()
    assert not page.locator("header.top").is_visible() and not page.locator(".related").first.is_visible()
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
    page.emulate_media(media="screen")

    # Back: past the skip link's step, then to the search.
    page.go_back(wait_until="commit")
    page.go_back(wait_until="commit")
    wait(page, "url => location.href === url", address)
    settle(page)
    assert (role, name) == keys.focus()[:2]
    assert found(page) == narrowed and page.locator("main input").input_value() == "住宅"
    assert page.locator(".chosen a").count() == 1
    page.go_back(wait_until="commit")
    wait(page, "!location.search.includes('year=')")
    settle(page)
    wait(page, "!document.querySelector('.chosen')")
    assert found(page) == everything
    context.close()
    assert (page.complaints, page.asked_outside) == ([], [])


def found(page):
    """The count and the results."""
    return page.locator("main [role=status]").inner_text(), page.locator("main .rows > li > a").all_inner_texts()


# ---- Without script, and without a server


def test_without_script(nginx, chromium):
    """From the home page by topic to a reply, its neighbours and back; the switch of large type; nothing missing."""
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = watched(context.new_page())
    by_lists(page, nginx + "index.html")
    page.goto(nginx + "search/index.html?q=" + "电梯")
    assert page.locator("#ways p").inner_text().startswith("检索要用到浏览器的脚本")
    page.get_by_role("link", name="按编号").click()
    page.wait_for_selector(".register")
    context.close()
    assert (page.complaints, page.asked_outside) == ([], [])


def test_as_files(demonstration, reader):
    reader.set_viewport_size({"width": 360, "height": 740})
    by_lists(reader, (demonstration.folder / "index.html").as_uri())
    reader.locator("main form input").fill("电梯")
    reader.keyboard.press("Enter")
    reader.wait_for_url("**/search/index.html?q=*")
    assert "从磁盘上打开" in reader.locator("#ways").inner_text()
    reader.locator("#ways").get_by_role("link", name="按主题").click()
    reader.wait_for_url("**/zhuti/index.html")
    # Chromium lets a page that is a file read no other; the index is asked for ahead of the script.
    reader.complaints = [complaint for complaint in reader.complaints if not re.search("CORS|ERR_FAILED", complaint)]


def by_lists(page, home):
    page.goto(home)
    page.get_by_label("大字版").check()
    page.get_by_role("link", name="按主题").first.click()
    page.wait_for_url("**/zhuti/index.html")
    page.get_by_role("link", name=re.compile("^停车治理")).click()
    page.wait_for_selector(".rows")
    title = page.locator(".rows > li > a", has_text="停车").first
    name = title.inner_text()
    title.click()
    page.wait_for_selector("main.case")
    assert page.locator("h1").inner_text().replace("\n", "") == name
    assert page.evaluate(OVERFLOW) <= 0
    assert page.locator(".letter .body").first.inner_text()
    page.locator(".related a").first.click()
    page.wait_for_selector("main.case")
    page.go_back(wait_until="commit")
    page.wait_for_selector("main.case")
    assert page.locator("h1").inner_text().replace("\n", "") == name
    page.locator(".crumbs a").first.click()
    page.wait_for_selector("#year")
