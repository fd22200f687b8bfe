"""What every page must have, read from its source."""

import re
from urllib.parse import quote

from column import Element

SITE = {"SiteName", "SiteDomain", "SiteIDCode"}
COLUMN = {"ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"}
ARTICLE = {"ArticleTitle", "PubDate", "ContentSource"}
OPTIONAL = {"Keywords", "Author", "Description", "Url"}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def test_meta_tags(column):
    """3 on the home page, 7 on lists, 10 on articles, none empty (国办发〔2017〕47号)."""
    levels = set()
    for page in column.pages.values():
        required = SITE if page.path == "index.html" else SITE | COLUMN
        if page.is_article:
            required = required | ARTICLE
        names = {name for name in page.meta if name[0].isupper()}
        assert required <= names <= required | OPTIONAL, page
        for name in names:
            assert len(page.meta[name]) == 1 and page.meta[name][0].strip() not in ("", "null"), (page, name)
        levels.add(len(required))
    assert levels == {3, 7, 10}


def test_meta_contents(column):
    for page in column.pages.values():
        assert page.meta["SiteDomain"] == ["www.shilisheng.example"], page
        if page.is_article:
            assert page.meta["ArticleTitle"] == [page.title], page
            assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d", page.meta["PubDate"][0]), page
            assert page.meta["Url"] == [column.address + page.path], page


def test_titles_tell_pages_apart(column):
    titles = {}
    for page in column.pages_where(lambda page: not page.is_redirect and not page.is_proposal):
        title = page.root.first("title").text
        assert title not in titles, (page, titles[title])
        titles[title] = page
        assert page.path == "index.html" or title.startswith(page.title), page


def test_headings(column):
    for page in column.pages.values():
        levels = [int(heading.tag[1]) for heading in page.root.all(*HEADINGS)]
        assert levels.count(1) == 1 and levels[0] == 1, (page, levels)
        for before, after in zip(levels, levels[1:]):
            assert after <= before + 1, (page, levels)


def test_ids_are_unique(column):
    for page in column.pages.values():
        ids = [element["id"] for element in page.root.all() if element["id"]]
        assert len(ids) == len(set(ids)), page
        for element in page.root.all():
            for name in ("aria-labelledby", "aria-describedby", "headers", "for"):
                assert set(element[name].split()) <= set(ids), (page, name)


def test_footer(column):
    for page in column.pages.values():
        footer = page.root.first("footer")
        links = {link.text: link["href"] for link in footer.all("a")}
        own = column.address + page.path
        assert links["我为政府网站找错"] == (
            "https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=9900000001&url=" + quote(own, safe="")
        ), page
        assert links["示ICP备99000001号"] == "https://beian.miit.gov.cn/", page
        assert links["示公网安备99010002000001号"].endswith("?code=99010002000001"), page
        assert links["党政机关网站标识"].startswith("https://bszs.conac.cn/sitename?method=show&id="), page
        assert "站点地图" in links, page
        for part in ("主办单位：示例省人民政府办公厅", "联系方式：", "网站标识码：9900000001", "截至2025年9月30日"):
            assert part in footer.text, (page, part)


def test_nothing_is_empty(column):
    """No page without content, no empty list, table, heading, paragraph, link, cell of a heading."""
    for page in column.pages.values():
        own = sum(len(part.text) for part in page.main.children if isinstance(part, Element))
        crumbs = page.main.first("nav", cls="crumbs")
        assert own - (len(crumbs.text) if crumbs else 0) > 25, page
        for element in page.root.all("ul", "ol", "dl", "table", "thead", "tbody", "tr", "section", "nav", "aside"):
            assert any(isinstance(child, Element) for child in element.children), (page, element.tag)
        for element in page.root.all(*HEADINGS, "p", "a", "li", "dt", "dd", "th", "caption", "b", "strong", "time"):
            assert element.text, (page, element.tag, element.attributes)


def test_no_scripts_and_nothing_from_elsewhere(column):
    """But the script of large type, and that of the search on its own page; forms lead there."""
    for page in column.pages.values():
        assert not list(page.root.all("iframe", "object", "embed", "style")), page
        # Data for search engines, which nothing runs, and files of the column.
        scripts = [script for script in page.root.all("script") if script["type"] != "application/ld+json"]
        search = ["search.js"] if page.path == "search/index.html" else []
        names = [script["src"].rpartition("/")[2] for script in scripts]
        assert sorted(names) == ["elder.js", *search], page
        assert not any(script.text for script in scripts), page
        assert all(form["action"].endswith("search/index.html") and form["role"] for form in page.root.all("form")), page
        for element in page.root.all():
            assert not any(name.startswith("on") or name == "style" for name in element.attributes), page
            assert not element["src"].startswith(("http:", "https:", "//")), page
        for link in page.root.all("link"):
            assert link["rel"] == "canonical" or not link["href"].startswith(("http:", "https:", "//")), page


def test_canonical_address(column):
    for page in column.pages.values():
        assert page.root.first("link", rel="canonical")["href"] == column.address + page.path


def test_tables_can_be_understood(column):
    for page in column.pages.values():
        for table in page.root.all("table"):
            named = table.first("caption") or table.parent["aria-label"]
            assert named and list(table.all("th")), page
            assert all(cell["scope"] for cell in table.all("th")), page
            assert "register" in table.classes or (table.parent["tabindex"] == "0" and table.parent["role"]), page


def test_stylesheet(column):
    """One, at most 24 KB, asks for nothing, and has no class that nobody uses."""
    assert [path for path in column.files if path.endswith(".css")] == ["assets/style.css"]
    css = column.read("assets/style.css")
    assert len(css.encode()) <= 25_000
    assert "url(" not in css and "@import" not in css and "@font-face" not in css


def test_replies_weigh_little(demonstration):
    for page in demonstration.pages_where(lambda page: page.is_proposal):
        assert len(page.source.encode()) <= 30_000, page


def test_terms_are_explained_once(demonstration):
    """On each reply's page, beside what uses them; the guide has them all."""
    explained = {
        term.text: meaning.text
        for term, meaning in zip(demonstration.pages["shuoming.html"].main.all("dt"), demonstration.pages["shuoming.html"].main.all("dd"))
    }
    used = set()
    for page in demonstration.pages_where(lambda page: page.is_proposal):
        section = page.main.first("section", cls="terms")
        own = dict(zip((term.text for term in section.all("dt")), (meaning.text for meaning in section.all("dd"))))
        assert own.items() <= explained.items(), page
        for reply in page.replies:
            role = reply.first("div", cls="replyhead").first("a", href="#terms")
            assert role and "terms" in page.ids, page
        used |= set(own)
    assert {"单独办理", "主办", "分办", "会办", "再次答复", "答复类别", "反馈", "公开方式"} <= used


def test_classes(demonstration, hard_column):
    rules = re.sub(r"/\*.*?\*/|\{[^{}]*\}", " ", demonstration.read("assets/style.css"), flags=re.DOTALL)
    styled = set(re.findall(r"\.([a-z][\w-]*)", rules))
    used = set()
    for page in [*demonstration.pages.values(), *hard_column.pages.values()]:
        for element in page.root.all():
            used.update(element.classes)
    assert styled - used == set()
    # Markdown's own, as libcmark-gfm names them, and languages of code.
    assert {name for name in used - styled if not name.startswith(("footnote", "language-"))} == set()
