"""Word letters become replies without loss: the text of the letter is compared with the text of the page."""

import html
import os
import re
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
import yaml
from letters import FIELDS, HABITS, bare_words, save, texts

ROOT = Path(__file__).resolve().parents[2]
FUWEN = ROOT / os.environ.get("FUWEN", ".build/release/fuwen")
HEADER = "类型,届次,年份,编号,标题,提出人,承办单位,承办方式,交办日期,答复日期,公开方式,公开日期"
SETTINGS = """\
站点名称: 示例省人民政府
网址: https://www.example.gov.cn/zwgk/jyta/
网站标识码: "9900000001"
专栏名称: 办理结果公开
专栏说明: 公开建议提案的办理结果。
专栏关键词: [建议, 提案]
主办单位: 示例省人民政府办公厅
提出人显示: 全名
截至日期: 2024-12-31
"""


def fuwen(*arguments):
    return subprocess.run([FUWEN, *arguments], capture_output=True, text=True, check=False)


@pytest.fixture
def site(tmp_path):
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    (tmp_path / "content/records").mkdir(parents=True)
    (tmp_path / "content/site.yaml").write_text(SETTINGS)
    return tmp_path


def ledger(site, fields):
    session, kind, number = (fields.get(key, FIELDS[key]) for key in ("届次", "类型", "编号"))
    row = f"{kind},{session},2024,{number},关于加装电梯的{kind},赵甲,示例省教育厅,主办,2024-02-20,2024-05-20,主动公开,2024-05-28"
    (site / "content/records/a.csv").write_text(HEADER + "\n" + row + "\n")


def front_matter(reply):
    head = reply.split("---\n")[1]
    return {key: str(value) for key, value in (yaml.safe_load(head) or {}).items()}


def page_text(page):
    page = re.sub(r"(?s)<(script|style|head)\b.*?</\1>", "", page)
    page = re.sub(r"(?s)<sup\b[^>]*>.*?</sup>", "", page)
    return bare_words(html.unescape(re.sub(r"<[^>]*>", "", page)))


@pytest.mark.parametrize("habit", HABITS)
def test_nothing_of_a_letter_is_lost(habit, site, tmp_path_factory):
    letter = HABITS[habit]()
    file = site / "信.docx"
    save(letter, file, tmp_path_factory.getbasetemp() / "profile")
    done = fuwen("import", file, "--site", site)
    assert done.returncode == 0, done.stderr
    reply = (site / f"content/replies/{letter.fields.get('编号', '信')}.md").read_text()
    assert front_matter(reply) == letter.fields
    for text in letter.markdown:
        assert text in reply
    for text in letter.reported:
        assert text in done.stderr
    assert "段文字没有导入" not in done.stderr

    ledger(site, letter.fields)
    if not letter.fields.get("编号"):
        (site / "content/replies/信.md").rename(site / "content/replies/0216.md")
    if letter.fields.get("公开方式") == "依申请公开":
        (site / "content/replies/0216.md").write_text(reply.replace("依申请公开", "主动公开"))
    built = fuwen("build", "--quiet", "--site", site)
    assert built.returncode == 0, built.stderr
    [page] = (site / "public").glob("*/*/0216.html")
    shown = page_text(page.read_text())
    known = {bare_words(text) for text in letter.left_out}
    # Parts of the letter that the page says in its own words.
    fields = letter.fields
    known |= {bare_words(fields.get(key, "")) for key in fields} | {f"公开方式：{fields.get('公开方式')}"}
    for text in texts(docx.Document(file)):
        bare = bare_words(text)
        if bare in known or re.fullmatch(r"(示例省教育厅)?2024(年5月20日|\.5\.20)|（?公开(方式|属性)：.*|（此件公开发布）", bare):
            continue
        parts = [bare_words(part) for part in re.split(r"\s", text)]
        assert bare in shown or all(part in shown or part.rstrip("：:") in known for part in parts), text


REPLIES = sorted((ROOT / "content/replies").rglob("*.md"))


@pytest.mark.parametrize("path", REPLIES, ids=lambda path: str(path.relative_to(ROOT / "content/replies")))
def test_round_trip(path, site):
    """A reply of the demonstration as a Word letter, and back: the same blocks."""
    head, body = path.read_text().split("---\n", 2)[1:]
    fields = yaml.safe_load(head)
    parts = [fields.get("标题", "关于建议的答复"), f"{fields.get('主送', '赵甲代表')}：", body.strip(), fields.get("署名", "示例省教育厅"), "2024年5月20日"]
    source = "\n\n".join(parts)
    made = subprocess.run(
        ["pandoc", "-f", "markdown-fancy_lists-smart-tex_math_dollars+hard_line_breaks", "-t", "docx", "-o", site / "信.docx"],
        input=source.encode(), capture_output=True, check=False)  # fmt: skip
    assert made.returncode == 0, made.stderr
    done = fuwen("import", site / "信.docx", "--site", site)
    assert done.returncode == 0, done.stderr
    assert "段文字没有导入" not in done.stderr
    [back] = (site / "content/replies").iterdir()
    assert rendered(back.read_text().split("---\n", 2)[2]) == rendered(body)


def rendered(markdown):
    """The words of a text in Markdown, as another program reads it."""
    made = subprocess.run(["pandoc", "-f", "gfm-strikeout-autolink_bare_uris+footnotes", "-t", "plain", "--wrap=none"], input=markdown.encode(), capture_output=True, check=True)
    words = bare_words(made.stdout.decode())
    # The rules of tables are as long as their cells.
    return re.sub(r"-{2,}", "", words)
