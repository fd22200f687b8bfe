"""The examples of the manual's chapters, and how they are carried out.

A chapter is a Markdown file; each fenced block in it is one of these:

    ```sh                     commands, run by bash in the chapter's site; `status=1` names another exit status than 0
    ```yaml content/site.yaml a file that is written; the text before it names it too, for the reader
    ```yaml content/site.yaml set    keys that take the place of those in the file, or in its front matter
    ```csv 台账.xlsx 2024年   a worksheet; `merge=B3:B4` merges cells
    ```text 答复.docx          a Word letter, a paragraph for each line
    ```jinja                  a template, rendered with the `data.json` last shown
    ```text                   behind commands or a template: what they print, errors too, byte for byte
    ```text skip=理由          a block that is not carried out, and why

Run as a program, it writes what the commands print into the chapters that are named to it, or into all:
`FUWEN=… python Tests/Manual/examples.py [NAME…]`. Read the difference before committing it.
"""

import csv
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import docx
import openpyxl

ROOT = Path(__file__).resolve().parents[2]
FUWEN = ROOT / os.environ.get("FUWEN", ".build/release/fuwen")
CHAPTERS = ROOT / "Sources/Manual/content/reports"
FENCE = re.compile(r"^(`{3,})(\w*) ?(.*)$")
# What is another at each run or after each change of a template.
VARYING = [(re.compile(r"用时 \d+ 毫秒"), "用时 N 毫秒"), (re.compile(r"search/[0-9a-f]{16}/"), "search/N/")]


@dataclass
class Block:
    """A fenced block: its kind, the words behind that, its text without fences, and where it stands."""

    kind: str
    words: list
    text: str
    # The number of its first line inside the fences, counted from 1.
    line: int
    # The text since the block before.
    before: str
    options: dict = field(default_factory=dict)

    @property
    def file(self):
        return self.words[0] if self.words else None

    @property
    def is_skipped(self):
        return "skip" in self.options


def blocks(chapter):
    """The fenced blocks of a chapter, in order."""
    found, before, opened = [], [], None
    for number, line in enumerate(chapter.read_text().splitlines(), 1):
        match = FENCE.match(line)
        if opened is None and match:
            opened = (match[1], Block(match[2], [], "", number + 1, "\n".join(before)))
            for word in match[3].split():
                name, sign, value = word.partition("=")
                if sign:
                    opened[1].options[name] = value
                else:
                    opened[1].words.append(word)
            before = []
        elif opened and line == opened[0]:
            found.append(opened[1])
            opened = None
        elif opened:
            opened[1].text += line + "\n"
        else:
            before.append(line)
    assert opened is None, f"{chapter.name}: 有没写完的代码块"
    return found


def steady(text):
    for pattern, words in VARYING:
        text = pattern.sub(words, text)
    return text


class Run:
    """A folder in which a chapter's examples are carried out one after another."""

    def __init__(self, folder, chapter):
        self.folder = folder
        self.chapter = chapter
        self.environment = {
            "HOME": str(folder), "LANG": "C.UTF-8", "PATH": f"{folder}/.bin:{os.environ['PATH']}",
            "GIT_CONFIG_NOSYSTEM": "1",
        }
        for name in ("AUTHOR", "COMMITTER"):
            self.environment |= {f"GIT_{name}_NAME": "fuwen", f"GIT_{name}_EMAIL": "fuwen@localhost"}
        (folder / ".bin").mkdir(parents=True)
        (folder / ".bin/fuwen").symlink_to(FUWEN)
        self.site = folder / "site"
        self.site.mkdir()
        if chapter.stem != "kaitou":
            # As the first chapter says: examples begin in a new site, whose figures are of the end of its year.
            self.shell("fuwen new site .", check=True)
            settings = self.site / "content/site.yaml"
            settings.write_text(settings.read_text().replace("#截至日期:", "截至日期:"))
        self.data = None

    def shell(self, commands, check=False):
        """What the commands print, and the exit status of the last one; they begin where those before went to."""
        place = self.folder / ".place"
        run = subprocess.run(
            ["bash", "-c", f"trap 'pwd > {place}' EXIT\n{commands}"], env=self.environment,
            cwd=place.read_text().strip() if place.exists() else self.site, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, check=check, timeout=300)
        return run.stdout, run.returncode

    def write(self, block):
        path = self.site / block.file
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".xlsx":
            self.write_sheet(path, block)
        elif path.suffix == ".docx":
            letter = docx.Document()
            for line in block.text.splitlines():
                letter.add_paragraph(line)
            letter.save(path)
        elif "set" in block.words:
            path.write_text(with_keys(path.read_text(), block.text))
        else:
            path.write_text(block.text)
        if path.name == "data.json":
            self.data = path

    @staticmethod
    def write_sheet(path, block):
        book = openpyxl.load_workbook(path) if path.exists() else openpyxl.Workbook()
        if not path.exists():
            book.remove(book.active)
        sheet = book.create_sheet(block.words[1])
        for row in csv.reader(block.text.splitlines()):
            sheet.append([cell or None for cell in row])
        if "merge" in block.options:
            sheet.merge_cells(block.options["merge"])
        book.save(path)

    def render(self, block):
        assert self.data, f"第 {block.line} 行：模板前面没有 data.json"
        (self.site / "例.html").write_text(block.text)
        return self.shell(f"fuwen render 例.html --data {self.data.relative_to(self.site)}")

    def results(self):
        """Carries out all blocks: each block that prints, what it printed, its status, and the block that shows it."""
        all_blocks = blocks(self.chapter)
        for block, after in zip(all_blocks, [*all_blocks[1:], None]):
            if block.is_skipped or (block.kind == "text" and not block.file):
                continue
            if block.file:
                self.write(block)
                if "set" in block.words and after and after.kind != "sh":
                    output, status = self.shell("fuwen check --quiet")
                    yield block, output if status else "", status, None
                continue
            shown = after if after and after.kind == "text" and not after.file and not after.is_skipped else None
            output, status = self.shell(block.text) if block.kind == "sh" else self.render(block)
            yield block, output, status, shown


def with_keys(text, keys):
    """A YAML file, or one with front matter, whose top keys are those of `keys` where these name them."""
    end = text.index("\n---\n", 4) + 1 if text.startswith("---\n") else len(text)
    lines, is_replaced = [], False
    names = {line.partition(":")[0] for line in keys.splitlines() if line[:1] not in " -#"}
    for line in text[:end].splitlines(keepends=True):
        if line[:1] not in " -\n" or line.startswith("---"):
            is_replaced = line.partition(":")[0] in names
        if not is_replaced:
            lines.append(line)
    return "".join(lines) + keys + text[end:]


def record(chapter):
    """Writes into the chapter what its commands print."""
    lines = chapter.read_text().splitlines(keepends=True)
    changes = []
    with tempfile.TemporaryDirectory() as folder:
        for block, output, status, shown in Run(Path(folder) / chapter.stem, chapter).results():
            if status != int(block.options.get("status", 0)):
                print(f"{chapter.name}:{block.line}: 退出状态是 {status}\n{output}")
            if shown and steady(shown.text).removesuffix("\n") != steady(output).removesuffix("\n"):
                changes.append((shown, output))
            if not shown and output:
                print(f"{chapter.name}:{block.line}: 没有写出结果\n{output}")
    for shown, output in reversed(changes):
        start = shown.line - 1
        lines[start : start + shown.text.count("\n")] = [output if output.endswith("\n") or not output else output + "\n"]
    chapter.write_text("".join(lines))
    return len(changes)


if __name__ == "__main__":
    for chapter in sorted(CHAPTERS.glob("*.md")):
        if not sys.argv[1:] or chapter.stem in sys.argv[1:]:
            print(chapter.name, record(chapter))
