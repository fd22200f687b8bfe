"""The search in Chromium: what it finds, its field, its filters, and what is there without it."""

import json
import random
import re
import time
from urllib.parse import quote, unquote

import pytest
from axe_playwright_python.base import AXE_SCRIPT

import search_column
from hard_column import ROOT
from search_column import ADDRESS, Searched
from test_look import OVERFLOW, WIDTHS, violations

# What people look for in the demonstration column.
QUERIES = [
    "加装电梯", "电梯", "托育", "县域医共体", "水", "公共收益", "业主大会", "老旧小区 电梯", "物业 收益 公示", "示例省教育厅", "第0018号", "0018",
    "18", "2024", "A", "５Ｇ", "pm2.5", "GB/T", "已经列入", "维修资金使用难", "“十四五”", "〔2024〕", "的", "不存在的词句", "建议 提案",
    "关于规范住宅小区物业服务和公共收益管理的建议",
]

# All hits of a query as the page finds them, without what only comes near: addresses below the root, and the count
# before the pages were looked at.
FIND = """async query => {
  await open();
  const parsed = parse(query), {tiers, isExact} = await look(parsed), count = tiers.flat().length;
  if (parsed.near) return {count: 0, isExact: true, paths: []};
  const all = new Hits(parsed, tiers), hits = [];
  while (all.ids.length) hits.push(...await all.next(50, 50));
  const root = new URL(box.dataset.root, location.href).href;
  return {count, isExact, paths: hits.map(hit => decodeURI(new URL(hit.url, location.href).href.slice(root.length)))};
}"""


@pytest.fixture(scope="module")
def generated(tmp_path_factory):
    return Searched(search_column.build(tmp_path_factory.mktemp("search")), ADDRESS)


@pytest.fixture(scope="module")
def searched(demonstration):
    return Searched(demonstration.folder, demonstration.address)


@pytest.fixture
def tab(chromium):
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, color_scheme="light")
    page = context.new_page()
    page.errors = []
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.on("dialog", lambda dialog: page.errors.append(dialog.message))
    yield page
    context.close()
    assert page.errors == []


def search(tab, root, query, **filters):
    tab.goto(root + "search/index.html?" + "&".join(f"{key}={quote(value)}" for key, value in {"q": query, **filters}.items()))
    settle(tab)


def settle(tab):
    wait(tab, "/找到|相近/.test(document.querySelector('main [role=status]')?.textContent)")


def wait(tab, expression, arg=None):
    """Playwright's own waiting evaluates strings in the page, which the pages' policy forbids."""
    until = time.monotonic() + 20
    while not tab.evaluate(expression, arg):
        assert time.monotonic() < until, expression
        tab.wait_for_timeout(20)


def status(tab):
    return tab.locator("main [role=status]").inner_text()


def paths(tab, root):
    return [unquote(link.evaluate("link => link.href")).removeprefix(root) for link in tab.locator("main .rows > li > a").all()]


def test_rules(searched, serve, tab):
    """The script folds texts and hashes grams as the rules say, and looks words up by grams that the index has."""
    rules = json.loads((ROOT / "Tests/Search/Resources/rules.json").read_text(encoding="utf-8"))
    tab.goto(serve(searched) + "search/index.html")
    folded = tab.evaluate("texts => texts.map(text => fold(text).text)", [text for text, _ in rules["fold"]])
    assert folded == [expected for _, expected in rules["fold"]]
    for number, expected in rules["numbers"]:
        assert tab.evaluate("number => hash('№' + number)", number.lstrip("0")) == expected
    generator = random.Random(1)
    for text, expected in rules["grams"]:
        tab.evaluate("pairs => { index = {facets: [], common: new Set(pairs.map(pair => hash(pair) >>> 8))}; }", rules["common"])
        whole = search_column.rules.fold(text)
        pieces = re.findall("[0-9]+|[^0-9]", whole)
        for _ in range(20):
            start, end = sorted(generator.sample(range(len(pieces) + 1), 2)) if pieces else (0, 0)
            if word := "".join(pieces[start:end]):
                assert set(tab.evaluate("word => grams(word).list", word)) <= set(expected), (text, word)


def test_hand_made_queries(searched, serve, tab):
    tab.goto(serve(searched) + "search/index.html")
    for query in QUERIES:
        check(searched, tab.evaluate(FIND, query), query)
    assert sum(bool(searched.find(query)) for query in QUERIES) > 15


# Answers for the data files of pages, which the tests hand over at once: four thousand requests take longer than all queries.
GIVEN = """data => {
  const asked = window.fetch, root = new URL(box.dataset.root, location.href).href;
  window.fetch = path => {
    const text = data[decodeURI(new URL(path, location.href).href).slice(root.length).replace(/json$/, "html")];
    return text === undefined ? asked(path) : Promise.resolve(new Response(text));
  };
}"""


def test_random_queries(generated, serve, tab):
    """Pieces of one to eight characters of the texts, one or two of them."""
    generator = random.Random(2)
    texts = sorted(generated.texts.items())
    tab.goto(serve(generated) + "search/index.html")
    tab.evaluate(GIVEN, generated.data)
    found = counted = 0
    for _ in range(200):
        text = generator.choice(texts)[1]
        query = " ".join(piece(text, generator) for _ in range(generator.choice((1, 1, 2))))
        answer = tab.evaluate(FIND, query)
        check(generated, answer, query)
        if answer["isExact"]:
            found += len(answer["paths"])
            counted += answer["count"]
    assert 0 < found <= counted and found / counted >= 0.99


def piece(text, generator):
    """Some characters of one part of a text, whole numbers only, none of them a blank."""
    while True:
        pieces = re.findall("[0-9]+|[^0-9]", text)
        start = generator.randrange(len(pieces))
        found = "".join(pieces[start:start + generator.randrange(1, 9)])
        if not set(found) & {" ", search_column.rules.SEPARATOR} and re.search(r"\w", found):
            return found


def check(column, answer, query):
    """Recall and precision are 1; who is called by a number may be found by that alone."""
    found, expected = set(answer["paths"]), column.find(query)
    number = re.fullmatch("第?0*([0-9]+)号?", query)
    called = {path for path in column.texts if number and re.fullmatch(rf"(jianyi|tian|yian)/.*/0*{number[1]}\.html", path)}
    assert len(answer["paths"]) == len(found) and expected | called == found, query
    assert set(answer["paths"][:len(called)]) == called, query
    rest = answer["paths"][len(called):]
    words = [search_column.rules.fold(word) for word in query.split()]
    titled = [all(search_column.rules.holds(column.titles[path], word) for word in words) for path in rest]
    assert titled == sorted(titled, reverse=True), query


def test_texts_are_those_of_the_pages(searched):
    """What a reader sees of a case or document is what the search looks through."""
    assert len(searched.texts) > 40
    for path, text in searched.texts.items():
        page = searched.pages[path]
        parts = [page.title, *shown(page)]
        assert len(parts) > 2, path
        missing = [part for part in parts if search_column.rules.fold(part) not in text]
        assert missing == [], path


def shown(page):
    """The paragraphs, headings and cells of letters, what was asked, and who answered."""
    for letter in page.main.all("div", cls="body"):
        for part in letter.all("p", "h2", "h3", "h4", "h5", "li", "td", "th"):
            yield from "".join(words(part)).splitlines()
    for asked in page.main.all("section", cls="asked"):
        yield from "".join(words(asked.first("p"))).splitlines()
    for strip in page.main.all("dl", cls="strip"):
        for answer in list(strip.all("dd"))[1:]:
            yield "".join(child for child in answer.children if isinstance(child, str)).strip()


def words(part):
    """Line by line, without the marks of footnotes."""
    for child in part.children:
        if isinstance(child, str):
            yield child
        elif child.tag != "sup" and "footnote-backref" not in child.classes:
            line_end = "\n" if child.tag in ("br", "p", "div", "li", "table", "tr", "td", "th") else ""
            yield from [line_end, *words(child), line_end]


@pytest.mark.parametrize("query", ["0018", "第0018号", "第 0018 号", "18", "第１８号"])
def test_number_comes_first(searched, serve, tab, query):
    root = serve(searched)
    search(tab, root, query)
    found = paths(tab, root)
    called = {path for path in searched.texts if path.endswith("/0018.html")}
    assert called and set(found[:len(called)]) == called
    assert "0018" in tab.locator("main .rows > li").first.inner_text()


def test_results(searched, serve, tab):
    """Title, number, unit, date, class and a marked piece of the text; more on demand."""
    root = serve(searched)
    search(tab, root, "水")
    assert len(paths(tab, root)) == 10 and f"找到 {len(searched.find('水'))} 件" in status(tab)
    first = tab.locator("main .rows > li").first
    assert re.search(r"第\d+号(建议|提案)", first.inner_text()) and "示例省" in first.inner_text()
    assert {mark.inner_text() for mark in first.locator("mark").all()} == {"水"}
    tab.get_by_role("button", name="再看十件").click()
    wait(tab, "document.querySelectorAll('main .rows > li').length === 20")
    assert tab.evaluate("document.activeElement === document.querySelectorAll('main .rows > li > a')[10]")


def test_filters(searched, serve, tab):
    """Counts of each value; a choice narrows, stands in the address and can be taken back."""
    root = serve(searched)
    search(tab, root, "水")
    everything = status(tab)
    tab.wait_for_selector(".facets details[open] li")
    tab.locator(".facets summary", has_text="承办单位").click()
    unit = tab.locator(".facets details", has_text="承办单位").locator("a").first
    unit.wait_for()
    count = int(unit.locator("span").inner_text())
    unit.click()
    wait(tab, "location.search.includes('unit=')")
    tab.wait_for_selector(".chosen")
    assert f"找到 {count} 件" in status(tab)
    assert tab.evaluate("document.activeElement === document.querySelector('main [role=status]')")
    address = tab.url
    tab.go_back()
    wait(tab, "text => document.querySelector('main [role=status]').textContent === text", arg=everything)
    tab.goto(address)
    settle(tab)
    tab.locator(".chosen a").click()
    wait(tab, "text => document.querySelector('main [role=status]').textContent === text", arg=everything)
    kinds = {unquote(path.split("/")[0]) for path in searched.find("水")}
    for kind in sorted(kinds & {"jianyi", "tian"}):
        search(tab, root, "水", kind=kind)
        assert {path.split("/")[0] for path in paths(tab, root)} == {kind}


def test_keyboard(searched, serve, tab):
    """Home, search, reply, back: by keyboard alone."""
    root = serve(searched)
    tab.goto(root + "index.html")
    tab.locator("main input").focus()
    tab.keyboard.type("加装电梯")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/search/index.html?q=*")
    settle(tab)
    assert "/search/index.html?q=" in tab.url
    first = paths(tab, root)[0]
    tab.locator("main input").focus()
    for _ in range(40):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.matches('.rows > li > a')"):
            break
    tab.keyboard.press("Enter")
    tab.wait_for_selector("main.case")
    assert tab.url == root + first
    tab.go_back()
    settle(tab)
    assert paths(tab, root)[0] == first and tab.locator("main input").input_value() == "加装电梯"


def test_combobox(searched, serve, tab):
    """Names that hold what was typed, as the pattern of the ARIA practices has it."""
    tab.goto(serve(searched) + "search/index.html")
    field = tab.get_by_role("combobox")
    wait(tab, "index.common !== undefined")
    field.press_sequentially("教育")
    assert field.get_attribute("aria-expanded") == "true"
    names = tab.get_by_role("option").all_inner_texts()
    assert names and all("教育" in name for name in names)
    tab.keyboard.press("ArrowDown")
    active = field.get_attribute("aria-activedescendant")
    assert tab.locator(f"#{active}").get_attribute("aria-selected") == "true"
    tab.keyboard.press("Escape")
    assert field.get_attribute("aria-expanded") == "false" and field.input_value() == "教育"
    tab.keyboard.press("ArrowUp")
    assert tab.locator("[aria-selected=true]").inner_text() == names[-1]
    tab.keyboard.press("Enter")
    settle(tab)
    assert field.input_value() == names[-1]


def test_typed_words_are_looked_for_ahead(searched, serve, tab):
    """Grams are there when Enter is pressed; letters that an input method still works on are not asked for."""
    root = serve(searched)
    tab.goto(root + "search/index.html")
    wait(tab, "index.common !== undefined")
    asked = []
    tab.on("request", lambda request: asked.append(request.url) if re.search(r"/[0-9a-f]+\.bin$", request.url) else None)
    field = tab.locator("main input")
    compose = """(input, [text, type]) => {
      input.value = text;
      input.dispatchEvent(type === "input" ? new InputEvent(type, {isComposing: true}) : new CompositionEvent(type));
    }"""
    field.evaluate(compose, ["dianti", "input"])
    tab.wait_for_timeout(500)
    assert asked == []
    field.evaluate(compose, ["电梯", "compositionend"])
    tab.wait_for_timeout(500)
    ahead = list(asked)
    assert ahead and status(tab) == "" and "q=" not in tab.url
    field.press("Enter")
    settle(tab)
    assert asked == ahead and set(paths(tab, root)) == searched.find("电梯")


def test_lost_file_is_asked_for_again(searched, serve, tab):
    root = serve(searched)
    tab.goto(root + "search/index.html")
    wait(tab, "index.common !== undefined")
    lost = []
    tab.route("**/*.bin", lambda route: (lost.append(route.request.url), route.abort()))
    tab.locator("main input").press_sequentially("电梯")
    tab.wait_for_timeout(500)
    assert lost and status(tab) == ""
    tab.keyboard.press("Enter")
    wait(tab, "/没有取到/.test(document.querySelector('main [role=status]').textContent)")
    tab.unroute("**/*.bin")
    tab.locator("main input").press("Enter")
    settle(tab)
    assert set(paths(tab, root)) == searched.find("电梯")


def test_nothing_found(searched, serve, tab):
    tab.goto(serve(searched) + "search/index.html?q=" + quote("魑魅魍魉"))
    wait(tab, "/没有找到/.test(document.querySelector('main [role=status]').textContent)")
    # The lists lead on, until something is found.
    assert tab.locator("#ways").is_visible() and not tab.locator("#facets").is_visible()
    tab.locator("main input").fill("水")
    tab.keyboard.press("Enter")
    settle(tab)
    wait(tab, "document.querySelector('#ways').hidden")
    assert tab.locator("#facets").is_visible()


@pytest.mark.parametrize("query, expected", [
    ("小区停车难怎么办", "停车"), ("请问电梯噪音扰民找哪个部门", "电梯"), ("怎样申请托育补贴？", "托育"), ("托育 飞碟", "托育")])
def test_questions(searched, serve, tab, query, expected):
    """What nobody has whole leads to what comes near, which says so and can be narrowed."""
    root = serve(searched)
    assert searched.find(query) == set()
    search(tab, root, query)
    assert f"没有写着“{query}”的" in status(tab)
    first = tab.locator("main .rows > li").first
    assert expected in first.inner_text() and first.locator("mark").count() > 0
    found = paths(tab, root)
    assert all(set(query) & set(text) for text in (searched.texts[path] for path in found))
    kind = "jianyi" if any(path.startswith("jianyi/") for path in found) else "tian"
    search(tab, root, query, kind=kind)
    narrowed = paths(tab, root)
    assert narrowed and narrowed == [path for path in found if path.startswith(kind + "/")][:len(narrowed)]


def test_near_page_that_is_gone(searched, serve, tab):
    """One data file that cannot be had leaves the others."""
    root = serve(searched)
    search(tab, root, "小区停车难怎么办")
    first, *others = paths(tab, root)
    tab.route(root + first.removesuffix("html") + "json", lambda route: route.fulfill(status=404))
    search(tab, root, "小区停车难怎么办")
    assert others and paths(tab, root) == others


def test_index_that_is_gone(searched, serve, tab):
    """A page of an earlier index says what to do and leads on."""
    tab.route("**/index.json", lambda route: route.fulfill(status=404))
    tab.goto(serve(searched) + "search/index.html?q=1")
    wait(tab, "/刷新/.test(document.querySelector('main [role=status]').textContent)")
    assert tab.locator("#ways a").first.is_visible()


def test_without_script(searched, serve, chromium):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(serve(searched) + "index.html")
    assert "没有启用脚本" in page.locator("main noscript").inner_text()
    page.locator("main input").fill("电梯")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/index.html?q=*")
    assert page.locator("#ways").is_visible()
    page.get_by_role("link", name="按承办单位").click()
    page.wait_for_url("**/danwei/index.html")
    context.close()


def test_opened_as_a_file(searched, tab):
    tab.goto((searched.folder / "search/index.html").as_uri() + "?q=1")
    assert "从磁盘上打开" in tab.locator("#ways").inner_text()
    tab.get_by_role("link", name="按编号").click()
    tab.wait_for_selector(".register")


def test_from_another_path(searched, serve, tab):
    """Below another folder, reached from a page deep within."""
    root = serve(searched, "/a/b/")
    tab.goto(root + next(path for path in searched.texts if path.count("/") == 2))
    tab.locator("header input[type=search]").fill("电梯")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/search/index.html?q=*")
    settle(tab)
    assert set(paths(tab, root)) == searched.find("电梯")


@pytest.mark.parametrize("query", ['<b>', '"><img src=x onerror=alert(1)>', "<script>alert(1)</script>", "\\", "$&", ".*", "%", "第(号"])
def test_hostile_text_stays_text(hard_column, serve, tab, query):
    column = Searched(hard_column.folder, hard_column.address)
    tab.goto(serve(column) + "search/index.html?q=" + quote(query))
    wait(tab, "/找到/.test(document.querySelector('main [role=status]').textContent)")
    assert tab.locator("main input").input_value() == query
    assert tab.locator("main img, main script, main b").count() == 0
    if query == "<b>":
        assert len(paths(tab, serve(column))) == 10 and "<b>" in tab.locator("main .rows a").first.inner_text()


def test_labels_stay_text(searched, serve, tab):
    """What the index says of its facets is text too."""
    def poisoned(route):
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("示例省教育厅", "<img src=x onerror=alert(1)>"))
    tab.route("**/index.json", poisoned)
    search(tab, serve(searched), "水")
    tab.locator(".facets summary", has_text="承办单位").click()
    tab.locator(".facets a", has_text="<img").wait_for()
    assert tab.locator("main img").count() == 0


def test_accessibility_and_width(searched, serve, tab):
    faults = []
    search(tab, serve(searched), "水", year="2024")
    tab.evaluate("document.querySelectorAll('.facets details').forEach(group => group.open = true)")
    tab.locator(".facets details").last.locator("li").first.wait_for()
    tab.evaluate(AXE_SCRIPT)
    for width in (320, *WIDTHS):
        tab.set_viewport_size({"width": width, "height": 900})
        assert tab.evaluate(OVERFLOW) <= 0, width
        for scheme in ("light", "dark"):
            tab.emulate_media(color_scheme=scheme)
            faults += [f"{width} {scheme}: {violation}" for violation in violations(tab)]
    assert faults == []


def test_weight(searched):
    assert len(searched.read("assets/search.js").encode()) <= 20_000
    assert len(searched.read("assets/near.js").encode()) <= 1_500
