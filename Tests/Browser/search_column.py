"""A generated column to search, and what a plain search of its texts finds."""

import json
import subprocess
import sys
from functools import cached_property
from pathlib import Path

from column import Column
from hard_column import FUWEN, ROOT

sys.path.append(str(ROOT / "Tests/Search/Resources"))

import rules  # noqa: E402

ADDRESS = "https://www.shilisheng.example/zwgk/jyta/"
# Enough for common pairs, and with them grams of three.
COUNT = 4_200
SKIPPED = {"网址", "固定网址", "标识", "校验值"}


def build(folder: Path) -> Path:
    generate = ROOT / "Tests/Benchmarks/generate.py"
    options = ["--bytes", "1500", "--seed", "11", "--only", "fuwen"]
    subprocess.run([sys.executable, generate, str(COUNT), folder, *options], check=True)
    subprocess.run([FUWEN, "build", "--quiet", "--site", folder / "fuwen"], check=True)
    return folder / "fuwen/public"


def strings(value, key=""):
    if isinstance(value, dict):
        for name, member in value.items():
            yield from strings(member, name)
    elif isinstance(value, list):
        for member in value:
            yield from strings(member)
    elif isinstance(value, str) and key not in SKIPPED:
        yield value


def text_of(data: str) -> str:
    """The folded text of a data file, its parts separated."""
    return rules.SEPARATOR.join(rules.fold(line) for text in strings(json.loads(data)) for line in text.split("\n"))


class Searched(Column):
    """A column whose data files are read as text."""

    @cached_property
    def data(self) -> dict[str, str]:
        """The data files of the pages that can be found, by the pages' addresses."""
        beside = {path: path.removesuffix("json") + "html" for path in self.files if path.endswith(".json")}
        return {page: self.read(path) for path, page in beside.items() if page in self.files}

    @cached_property
    def texts(self) -> dict[str, str]:
        return {page: text_of(data) for page, data in self.data.items()}

    @cached_property
    def titles(self) -> dict[str, str]:
        return {page: rules.fold(json.loads(data)["标题"]) for page, data in self.data.items()}

    def find(self, query: str) -> set[str]:
        words = [rules.fold(word) for word in query.split()]
        return {path for path, text in self.texts.items() if all(rules.holds(text, word) for word in words)}
