"""A little site with two states of its content, and the look at a column that a build may have left half done."""

import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

ROOT = Path(__file__).resolve().parents[2]
FUWEN = ROOT / os.environ.get("FUWEN", ".build/release/fuwen")
MANIFEST = ".fuwen-manifest"
# Beside an output, of the last build.
SEAL = ".public.fuwen-seal"
# In every text that may not be published.
MARK = "此处不得公开"

SETTINGS = """
站点名称: 示例省人民政府
网址: https://www.example.gov.cn/zwgk/jyta/
网站标识码: "9900000001"
专栏名称: 办理结果公开
专栏说明: 公开建议提案的办理结果。
专栏关键词: [建议, 提案, 办理结果]
主办单位: 示例省人民政府办公厅
承办单位:
  - {名称: 示例省教育厅, 代码: jyt}
  - {名称: 示例省水利厅, 代码: slt}
  - {名称: 示例省数据局, 代码: sjj}
截至日期: 2024-12-31
"""
HEADER = "类型,届次,年份,编号,标题,提出人,主题,承办单位,承办方式,交办日期,答复日期,答复类别,公开方式,公开日期"


class Site:
    """A site in `folder`, without content until it is given one."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.public = self.folder / "public"
        self.folder.mkdir(parents=True, exist_ok=True)
        shutil.copytree(ROOT / "templates", self.folder / "templates", dirs_exist_ok=True)

    def write(self, path, text):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    def fill(self, state="old"):
        """The old or the new state: between them letters are added, changed and withdrawn, and so are attachments."""
        shutil.rmtree(self.folder / "content", ignore_errors=True)
        self.write("content/site.yaml", SETTINGS)
        rows = [HEADER]
        for number in range(1, 9) if state == "old" else range(2, 11):
            rows.append(self._record(number, state))
        self.write("content/records/台账.csv", "\n".join(rows) + "\n")
        return self

    def _record(self, number, state):
        is_new = state == "new"
        code = f"{number:04}"
        is_withheld = is_new and number == 3
        # A folder of its own for each number: whole folders come and go.
        unit = {1: "示例省水利厅", 10: "示例省数据局"}.get(number, "示例省教育厅")
        topic = {1: "河湖", 10: "数据"}.get(number, "教育")
        title = f"{MARK if is_withheld else ''}关于第{number}个问题的建议{'（修订）' if is_new and number == 2 else ''}"
        attachments = []
        if number == 4:
            attachments = ["新表.pdf"] if is_new else ["旧表.pdf"]
        if number == 5:
            attachments = ["数据.bin"]
            self.write("content/files/数据.bin", (b"N" if is_new else b"O") * 300_000)
        if attachments and number == 4:
            self.write(f"content/files/{attachments[0]}", "%PDF " + attachments[0])
        text = "已经办理完毕。" if not (is_new and number == 6) else "已经办理完毕，并制定了长效机制。\n\n" + "补充说明。" * 500
        self.write(
            f"content/replies/{code}.md",
            f"---\n编号: \"{code}\"\n主送: 赵甲代表\n附件: [{', '.join(attachments)}]\n---\n"
            f"您提出的建议收悉。现答复如下：\n\n{MARK if is_withheld else ''}{text}\n")
        disclosure = "依申请公开," if is_withheld else "主动公开,2024-06-01"
        return (
            f"建议,省十四届人大二次会议,2024,{code},{title},赵甲,{topic},{unit},单独办理,2024-02-28,2024-05-{number + 10},"
            f"{'ABCD'[number % 4]},{disclosure}")

    def command(self, *arguments, output="public"):
        return [str(FUWEN), "build", "--site", str(self.folder), "--output", str(self.folder / output), *arguments]

    def build(self, *arguments, **options):
        return self.run(*self.command(*arguments)[1:], **options)

    @staticmethod
    def run(*arguments, **options):
        """A finished run; it has a time limit, as no wrong input may hang the program."""
        return subprocess.run(
            [FUWEN, *arguments], capture_output=True, text=True, check=False, timeout=60, **options)

    @property
    def leftovers(self):
        """What builds leave on the way, beside the output or in it."""
        return sorted(
            str(path.relative_to(self.folder))
            for path in self.folder.rglob(".*") if path.name not in (MANIFEST, SEAL))


def files(folder):
    """Every file below `folder` by its path, but Fuwen's own list and seals."""
    folder = Path(folder)
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*") if path.is_file() and path not in (folder / MANIFEST, folder / SEAL)
    }


def clean_columns(folder):
    """What a clean build makes of each state."""
    columns = {}
    for state in ["old", "new"]:
        site = Site(folder / state).fill(state)
        run = site.build()
        assert run.returncode == 0, run.stdout + run.stderr
        columns[state] = files(site.public)
        assert not [path for path, data in columns[state].items() if MARK.encode() in data]
        assert dead_links(columns[state], columns[state]) == []
    old, new = columns["old"], columns["new"]
    assert new.keys() - old.keys() and old.keys() - new.keys() and old["index.html"] != new["index.html"]
    return columns


LINK = re.compile(rb'(?:href|src)="([^"]*)"|content="0; url=([^"]*)"')


@cache
def links(page, data):
    """The files that a page leads to."""
    found = set()
    for match in LINK.finditer(data):
        parts = urlsplit((match[1] or match[2] or b"").decode().replace("&amp;", "&"))
        if parts.scheme or parts.netloc or not parts.path:
            continue
        # The page for errors begins its links where the column stands on its host.
        path = unquote(parts.path.removeprefix("/zwgk/jyta/"))
        found.add(normpath(path if parts.path.startswith("/") else join(dirname(page), path)))
    return frozenset(found)


def dead_links(column, pages):
    return [(page, link) for page in sorted(pages) if page.endswith(".html")
            for link in sorted(links(page, column[page])) if link not in column]


def reachable(column):
    """The pages that readers come to from the home page."""
    seen, pending = {"index.html"}, ["index.html"]
    while pending:
        page = pending.pop()
        if page.endswith(".html") and page in column:
            new = links(page, column[page]) - seen
            seen |= new
            pending += new
    return seen & column.keys()


def faults(column, *columns):
    """What keeps a folder from being a whole column between these: at every instant a reader must find no fault."""
    found = [f"{path}: neither old nor new" for path, data in column.items() if data not in [c.get(path) for c in columns]]
    standing = set.intersection(*(set(c) for c in columns))
    found += [f"{path}: missing" for path in sorted(standing - column.keys())]
    found += [f"{page}: leads to {link}" for page, link in dead_links(column, reachable(column) | standing & column.keys())]
    return found
