"""Hostile text in every field: no script runs, no request leaves, no page has what the templates did not write."""

import csv
import io
import json
import re
import subprocess
import xml.etree.ElementTree as xml
from urllib.parse import unquote, urlsplit

import openpyxl
import pytest

from column import Column
from hard_column import FUWEN, write
from hostile_column import (
    ADDRESS, FREE, Harmless, Hostile, as_yaml, attachment, build, fuwen, half_width, letter, make, make_of_letters, make_of_settings)
from hostile_strings import STRINGS
from test_feeds import ATOM, validate

CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
# What stands in cells where there is nothing to say.
PLACEHOLDERS = {"无", "/", "／", "\\", "-", "－", "—", "——", "--"}
# No text has controls; others leave nothing of a title.
NUMBERS = [
    number for number, text in enumerate(STRINGS)
    if not CONTROL.search(text) and Hostile().shown("H", number) and Hostile().shown("T", number) not in PLACEHOLDERS]
BATCHES = 4
UNOPENED = "danwei/u|404|search|[^/]*/20(1[7-9]|2)|(jianyi|tian|yian)/sheng.*[13579].html"
FORMULA = tuple("=+-@\t\r\n|%＝＋－＠")

# What Markdown makes of a text, and nothing else.
MARKDOWN = {
    "p", "br", "hr", "em", "strong", "code", "code class", "pre", "blockquote", "ul", "ol", "ol start", "li",
    "a href", "a href title", "h4", "h4 id", "h5 id", "table", "thead", "tbody", "tr", "th", "td", "sup class",
    "a aria-label href id role", "section aria-label class role", "li id", "a aria-label class href role",
    "div aria-label class role tabindex", "th scope", "sup",
    "input aria-label checked disabled type", "input aria-label disabled type",
}

# What a script would do is noted in the window on top, and not done.
TRAPS = """
const hits = window.top.hits ??= [];
const trap = (owner, name) => { owner[name] = function () { hits.push(location.pathname + ": " + name); }; };
if (window !== window.top) for (const name of ["eval", "Function", "setTimeout", "setInterval"]) trap(window, name);
for (const name of ["alert", "confirm", "prompt", "print", "open", "fetch", "XMLHttpRequest", "WebSocket", "EventSource",
  "Worker", "Image"]) trap(window, name);
for (const name of ["write", "writeln", "execCommand"]) trap(Document.prototype, name);
trap(Navigator.prototype, "sendBeacon");
"""

# Compares pages with their twins; answers for each where it differs first, and what schemes its links have.
COMPARE = """({pages, words}) => {
  const compared = text => text.replace(/甲([A-Z][0-9]{4})乙/g, (mark, word) => words[word] ?? mark)
    .replace(/[\\ufdd0\\ufdd1]/g, "").replace(/[ \\n\\r\\t]+/g, " ")
    // Other words, another index.
    .replace(/search\\/[0-9a-f]{16}\\//, "search/");
  const nodes = page => {
    [...page.querySelectorAll(":is(h2, h3, h4, h5, h6)[id]")].forEach((heading, index) => {
      for (const link of page.links) if (link.getAttribute("href") === "#" + heading.id) link.setAttribute("href", "#heading-" + index);
      heading.id = "heading-" + index;
    });
    for (const link of page.querySelectorAll("a[href*='%'], a[href*='code=']")) {
      link.setAttribute("href", decodeURIComponent(link.getAttribute("href")).replace(/code=\\d*$/, ""));
    }
    for (const tag of page.querySelectorAll("meta[name=Description], meta[property='og:description']")) tag.removeAttribute("content");
    const strings = value => typeof value === "string" ? [value] : Object.values(value ?? {}).flatMap(strings);
    for (const script of page.querySelectorAll("script[type]")) {
      script.textContent = strings({...JSON.parse(script.textContent), description: ""}).join(" ");
    }
    for (const digest of page.querySelectorAll(".cite code")) {
      digest.removeAttribute("title");
      digest.textContent = "";
    }
    for (const label of page.querySelectorAll("svg text")) label.textContent = "";
    const found = [];
    const walk = (parent, depth) => {
      for (const node of parent.childNodes) {
        if (node.nodeType === Node.TEXT_NODE) {
          const text = compared(node.data);
          if (text) found.push(depth + " " + text);
        } else {
          const attributes = [...node.attributes ?? []].map(attribute => attribute.name + "=" + compared(attribute.value));
          found.push([depth, node.namespaceURI, node.nodeName, ...attributes].join(" "));
          walk(node, depth + 1);
        }
      }
    };
    walk(page, 0);
    return found;
  };
  return pages.map(sources => {
    const [page, twin] = sources.map(source => new DOMParser().parseFromString(source, "text/html"));
    const [own, other] = [nodes(page), nodes(twin)];
    const index = own.findIndex((node, index) => node !== other[index]);
    const schemes = [...new Set([...page.links].map(link => link.protocol))];
    const around = list => list.slice(Math.max(0, index - 1), index + 2);
    return [index < 0 && own.length === other.length ? null : [around(own), around(other)], schemes];
  });
}"""

# What elements, with which attributes, and what schemes of links a letter's text has.
INSPECT = """({pages}) => pages.map(source => {
  const page = new DOMParser().parseFromString(source, "text/html");
  const text = page.querySelector(".body");
  const described = element => [element.localName, ...element.getAttributeNames().sort()].join(" ");
  return {
    text: [...text.querySelectorAll("*")].map(described),
    schemes: [...text.querySelectorAll("a")].map(link => link.protocol),
    around: [...page.querySelectorAll("*")].filter(part => !text.contains(part) && !part.closest(".toc")).map(described),
  };
})"""

# Opens pages in frames.
OPEN = """async paths => {
  const rest = [...paths];
  const work = async () => {
    const frame = document.body.appendChild(document.createElement("iframe"));
    while (rest.length) await new Promise(done => { frame.onload = done; frame.src = rest.pop(); });
    frame.remove();
  };
  await Promise.all(Array.from({length: 4}, work));
}"""


class Guarded:
    """A browser that notes what pages ask for and try."""

    def __init__(self, browser, root, column, start):
        self.root, self.files = root, set(column.files)
        self.asked, self.errors = set(), []
        self.page = browser.new_page(service_workers="block")
        self.page.add_init_script(TRAPS)
        self.page.on("request", lambda request: self.asked.add(request.url))
        self.page.on("dialog", lambda dialog: self.errors.append(dialog.message))
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        # The first page opens the others in frames, which its own policy forbids.
        self.page.route(root + start, self.lift_policy)
        self.page.goto(root + start)
        self.page.unroute(root + start)

    @staticmethod
    def lift_policy(route):
        response = route.fetch()
        route.fulfill(response=response, body=response.text().replace('http-equiv="Content-Security-Policy"', 'name="policy"'))

    def answers(self, script, pages, **others):
        """What a script answers of pages, which are handed over: to ask for each takes longer than to look at it."""
        for start in range(0, len(pages), 100):
            yield from self.page.evaluate(script, {"pages": pages[start:start + 100], **others})

    def open(self, paths):
        self.page.evaluate(OPEN, paths)
        assert len(self.asked) > len(paths)
        self.check()

    def check(self):
        """That nothing ran, and that only files of the column were asked for; the browser may go then."""
        assert self.page.evaluate("window.hits") == [] and self.errors == []
        for address in self.asked:
            assert address.startswith(self.root), address
            assert unquote(urlsplit(address[len(self.root):]).path) in self.files, address
        self.page.close()


class Pair:
    """A column of some of the strings, and its twin with harmless words."""

    def __init__(self, tmp_path_factory, make, numbers):
        self.numbers = numbers
        folder = tmp_path_factory.mktemp("columns")
        for name, words in [("harmless", Harmless()), ("hostile", Hostile())]:
            self.site = tmp_path_factory.mktemp(name)
            make(self.site, words, numbers)
            build(self.site).rename(folder / name)
        self.both, self.hostile = Column(folder, ADDRESS), Column(folder / "hostile", ADDRESS)

    def compare(self, chromium, serve):
        """Opens the pages of the strings; they must be those of the twin but for the words."""
        pages = [path.split("/", 1) for path in self.both.files if path.endswith(".html")]
        paths = [path for name, path in pages if name == "hostile"]
        assert paths == [path for name, path in pages if name == "harmless"]
        # Of lists that differ only in their address, every other unit's and some of the rest.
        paths = [path for path in paths if not re.match("danwei/.*([13579]|/.*)/|(zhuti|jieci|jieguo)/.*[1-9]/", path)]
        words = {f"{kind}{number:04}": Hostile().shown(kind, number) for kind in "YATHNCSWLBF" for number in self.numbers}
        browser = Guarded(chromium, serve(self.both, "/columns/"), self.both, "hostile/shuoming.html")
        pages = [[self.both.read(f"{name}/{path}") for name in ("hostile", "harmless")] for path in paths]
        for path, (difference, schemes) in zip(paths, browser.answers(COMPARE, pages, words=words), strict=True):
            assert difference is None, (path, difference)
            assert set(schemes) <= {"http:", "https:"}, path
        # Links of the page of missing pages start from the host; the script of the search asks for files, which no page
        # may here, and has tests of its own. Of years, two are enough; of replies, every other one, as the summaries have all
        # the strings again.
        browser.open(["../hostile/" + path for path in paths if not re.match(UNOPENED, path)])


@pytest.fixture(scope="module", params=range(BATCHES))
def pair(request, tmp_path_factory):
    return Pair(tmp_path_factory, make, NUMBERS[request.param::BATCHES])


def test_pages_have_nothing_but_words_from_the_strings(pair, chromium, serve):
    pair.compare(chromium, serve)


def test_settings_and_titles_of_withheld_items(tmp_path_factory, chromium, serve):
    Pair(tmp_path_factory, make_of_settings, NUMBERS).compare(chromium, serve)


# ── Data files ────────────────────────────────────────────

def test_data_files(pair):
    records = {record["编号"]: record for record in json.loads(pair.hostile.read("data/records.json"))}
    rows = {row["编号"]: row for row in csv.DictReader(io.StringIO((pair.hostile.folder / "data/records.csv").read_bytes().decode("utf-8-sig"), newline=""))}
    assert set(records) == set(rows) == {f"{number:04}" for number in pair.numbers}
    for number in pair.numbers:
        record, row = records[f"{number:04}"], rows[f"{number:04}"]
        for column in FREE.keys() & record.keys():
            shown = Hostile().shown(FREE[column], number)
            assert record[column] in (shown, [shown]), (number, column)
            assert row[column] == ("'" + shown if shown.startswith(FORMULA) else shown), (number, column)
    statistics = json.loads(pair.hostile.read("data/statistics.json"))
    assert {name for figures in statistics for name in figures["byUnit"]} == {Hostile().shown("N", number) for number in pair.numbers}
    json.loads(pair.hostile.read("data/datapackage.json"))


def test_feeds_and_data_files_of_pages(pair):
    column = pair.hostile
    feeds = [column.folder / path for path in column.files if path.endswith("feed.xml")]
    assert validate("atom.rnc", feeds) == [] and len(feeds) > len(pair.numbers)
    entries = {}
    for feed in feeds:
        for entry in xml.parse(feed).getroot().findall(ATOM + "entry"):
            entries[entry.find(ATOM + "id").text.removeprefix(ADDRESS)] = entry
    for record in json.loads(column.read("data/records.json")):
        number, path = int(record["编号"]), record["网址"]
        entry = entries[path]
        assert entry.find(ATOM + "title").text == in_xml(Hostile().shown("H", number)), number
        assert entry.find(ATOM + "category").get("term") == in_xml(Hostile().shown("N", number)), number
        data = json.loads(column.read(path.removesuffix("html") + "json"))
        letter, correction = data["答复"][0], data["更正"][0]
        assert data["办理件"] == [record]
        assert letter["标题"] == letter["署名"] == correction["说明"] == letter["附件"][0]["名称"] == Hostile().shown("Y", number)
        file = "files/" + attachment(Hostile(), number)
        assert unquote(letter["附件"][0]["网址"]) == file and file in column.files


def in_xml(text):
    return re.sub("[\ufffe\uffff]", "\ufffd", text)


def test_figures(pair, tmp_path):
    names = {Hostile().shown("N", number) for number in pair.numbers}
    assert names == set(json.loads(fuwen("stats", pair.site, "--format", "json").stdout)["byUnit"])
    rows = list(csv.reader(io.StringIO(fuwen("stats", pair.site, "--format", "csv").stdout.decode("utf-8-sig"), newline="")))
    assert names <= {row[1] for row in rows}
    assert not [cell for row in rows for cell in row if cell.startswith(FORMULA) and not re.fullmatch("-?[0-9.]+", cell)]
    check_for_terminals(fuwen("stats", pair.site).stdout.decode())
    assert fuwen("stats", pair.site, "--format", "xlsx", "--output", tmp_path / "a.xlsx").returncode == 0
    cells = [cell for sheet in openpyxl.load_workbook(tmp_path / "a.xlsx") for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert {in_cell(name) for name in names} <= {cell.value for cell in cells}


def in_cell(text):
    """As openpyxl shows it: what looks like an escape does not stay, carriage returns do, and XML knows no U+FFFE and U+FFFF."""
    text = text.replace("x005F_", "").replace("\r", "_x000D_")
    return re.sub("[\ufffe\uffff\U0001ffff\U0010ffff]", "\ufffd", text)


# ── Letters ───────────────────────────────────────────────

def test_markdown_is_refused_or_harmless(tmp_path_factory, chromium, serve):
    folder = tmp_path_factory.mktemp("site")
    make_of_letters(folder, STRINGS)
    check = fuwen("check", folder, "--format", "json")
    faults = [found for found in json.loads(check.stdout)["diagnostics"] if found["severity"] == "error"]
    assert check.returncode == 1 and all(found["message"] and found["hint"] for found in faults)
    refused = {found["file"] for found in faults}
    for file in refused:
        write(folder / file, letter(""))
    rules = {found["rule"] for found in faults}
    assert {"markdown/raw-html", "markdown/link-scheme", "link/picture", "link/path", "text/not-text"} <= rules
    assert 200 < len(refused) < len(STRINGS) - 400
    column = Column(build(folder), ADDRESS)
    browser = Guarded(chromium, serve(column, "/column/"), column, "shuoming.html")
    paths = [path for path in column.files if re.fullmatch("jianyi/sheng.*html", path)]
    assert len(paths) == len(STRINGS)
    # Without those that have no text now.
    paths = [path for path in paths if f"content/replies/{path[-9:-5]}.md" not in refused]
    around = None
    for path, found in zip(paths, browser.answers(INSPECT, [column.read(path) for path in paths]), strict=True):
        assert set(found["text"]) <= MARKDOWN, path
        assert set(found["schemes"]) <= {"http:", "https:", "mailto:"}, path
        around = around or found["around"]
        assert found["around"] == around, path
    browser.open(paths)


# ── Refusals and messages ─────────────────────────────────

# The ledger's columns whose text is not free.
BOUND = ["类型", "届次", "年份", "编号", "联名人数", "连续多年", "承办单位", "承办方式", "交办日期", "办理时限", "延期至", "见面情况", "会办意见送达日期", "答复日期", "满意度",
         "初次满意度", "公开方式", "公开形式", "保密审查", "公开审查", "公开日期", "采纳条数"]


@pytest.fixture(scope="module")
def refused(tmp_path_factory):
    """A site with the strings in every field that takes certain words, numbers or dates."""
    folder = tmp_path_factory.mktemp("site")
    make_of_letters(folder, [])
    write(folder / "content/site.yaml", (folder / "content/site.yaml").read_text() + "\n承办单位: [{名称: 省教育厅, 代码: jyt}]")
    write(folder / "content/records/台账.json", json.dumps([dict.fromkeys(BOUND, STRINGS[number]) | {"标题": "甲"} for number in NUMBERS]))
    return folder


def test_fields_with_certain_words_refuse_others(refused):
    check = fuwen("check", refused, "--format", "json")
    assert check.returncode == 1
    found = {}
    for fault in json.loads(check.stdout)["diagnostics"]:
        if fault["row"]:
            found.setdefault(NUMBERS[fault["row"] - 1], set()).add(fault["field"])
    for number in NUMBERS:
        left = set(BOUND) - found[number]
        # Numbers, dates, and what may be the number of a proposal.
        assert not left or re.fullmatch("[A-Za-z0-9/+-]+", "".join(half_width(STRINGS[number]).split())), (STRINGS[number], left)
    assert not (refused / "public").exists()


def test_no_text_has_controls(tmp_path):
    make_of_letters(tmp_path, [])
    texts = [text for text in STRINGS if CONTROL.search(text)]
    rows = [dict.fromkeys(BOUND, "") | {"编号": str(number), "标题": text} for number, text in enumerate(texts, 1)]
    write(tmp_path / "content/records/a.json", json.dumps(rows))
    write(tmp_path / "content/records/b.yaml", as_yaml(rows[:1]))
    for number, text in enumerate(texts, 1):
        write(tmp_path / f"content/records/{number:03}.csv", f"编号,标题\n{number},{text}\n")
        write(tmp_path / f"content/replies/{number:03}.md", f"---\n编号: {number}\n---\n甲{text}乙\n")
    run = fuwen("check", tmp_path, "--format", "json")
    faults = [(fault["file"], fault["row"]) for fault in json.loads(run.stdout)["diagnostics"] if fault["rule"].endswith(("/control-character", "/not-text"))]
    assert run.returncode == 1 and len(texts) > 70
    assert {row for file, row in faults if file.endswith("a.json")} == set(range(1, len(texts) + 1))
    files = {file for file, row in faults}
    assert files >= {f"content/{place}" for number in range(1, len(texts) + 1) for place in [f"records/{number:03}.csv", f"replies/{number:03}.md"]}
    assert "content/records/b.yaml" in files


def check_for_terminals(text):
    assert not re.search("[\0-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", text)


def test_messages_on_terminals(refused):
    for command in ["check", "build"]:
        run = fuwen(command, refused)
        assert run.returncode == 1
        check_for_terminals(run.stderr.decode() + run.stdout.decode())
        for line in run.stderr.decode().splitlines():
            assert re.match("错误 |警告 |  办法：|$", line), line


def test_messages_in_workflows(refused):
    faults = json.loads(fuwen("check", refused, "--format", "json").stdout)["diagnostics"]
    lines = fuwen("check", refused, "--format", "github").stdout.decode().split("\n")
    check_for_terminals("\n".join(lines))
    for line, fault in zip(lines, faults, strict=False):
        assert re.match(f"::{fault['severity']} file=content/[^,:]*,(line|col|title)=", line), line
    stopped = re.fullmatch("::stop-commands::(.+)", lines[len(faults)])
    assert lines[-2:] == [f"::{stopped[1]}::", ""] and not [line for line in lines[len(faults) + 1:-2] if stopped[1] in line]


def test_names_of_files(tmp_path):
    make_of_letters(tmp_path, [])
    name = "甲\x1b[2J\n::error::乙\u202e.md"
    write(tmp_path / "content/replies" / name, letter("甲"))
    run = fuwen("build", tmp_path)
    assert run.returncode == 1 and "文件名里有换行" in run.stderr.decode()
    check_for_terminals(run.stderr.decode())
    (tmp_path / "content/replies" / name).unlink()
    build(tmp_path)
    write(tmp_path / "public" / name, "甲")
    run = fuwen("build", tmp_path)
    assert run.returncode == 0 and "别人放的东西" in run.stdout.decode()
    check_for_terminals(run.stdout.decode())
    assert "\n::error" not in run.stdout.decode()


# ── One template ──────────────────────────────────────────

PLACES = """<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{ 各项|join }}</title><link rel="icon" href="b.html"></head><body>
{%- for 项 in 各项 %}
<p title="{{ 项 }}" lang='{{ 项 }}'>{{ 项 }}</p><a href="a?b={{ 项|urlencode }}"></a><textarea>
{{ 项 }}</textarea><svg><title>{{ 项 }}</title></svg>
{%- endfor %}
<script>window.given = {{ 各项|tojson }};</script></body></html>
"""


def test_data_of_a_template(tmp_path, chromium, serve):
    texts = [text for text in STRINGS if "\0" not in text]
    write(tmp_path / "a.html", PLACES)
    write(tmp_path / "a.json", json.dumps({"各项": texts}))
    run = subprocess.run([FUWEN, "render", tmp_path / "a.html", "--data", tmp_path / "a.json"], capture_output=True)
    assert run.returncode == 0, run.stderr
    (tmp_path / "public").mkdir()
    (tmp_path / "public/b.html").write_bytes(run.stdout)
    column = Column(tmp_path / "public", ADDRESS)
    browser = Guarded(chromium, serve(column, "/rendered/"), column, "b.html")
    assert browser.page.evaluate("window.given") == texts
    shown = browser.page.evaluate("""() => [...document.querySelectorAll("p")].map(text => [
      text.title, text.lang, text.textContent, new URL(text.nextSibling.href).searchParams.get("b"), text.nextSibling.nextSibling.value,
      text.parentNode.querySelectorAll("svg title")[[...document.querySelectorAll("p")].indexOf(text)].textContent])""")
    in_page = [re.sub("\r\n?", "\n", text) for text in texts]
    assert shown == [[page, page, page, text, page, page] for text, page in zip(texts, in_page)]
    names = browser.page.evaluate("[...document.querySelectorAll('body *')].map(element => element.localName)")
    assert names == ["p", "a", "textarea", "svg", "title"] * len(texts) + ["script"]
    browser.check()
