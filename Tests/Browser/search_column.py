"""A generated column to search, and what a plain search of its pages' texts finds."""

import re
import subprocess
import sys
from functools import cached_property
from html import unescape
from pathlib import Path

from column import Column
from hard_column import FUWEN, ROOT

sys.path.append(str(ROOT / "Tests/Search/Resources"))

import rules  # noqa: E402

ADDRESS = "https://www.shilisheng.example/zwgk/jyta/"
# Enough for common pairs, and with them grams of three.
COUNT = 4_200
LINE = "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s small span strong sub sup time u var wbr"
SKIPPED = r"(?s)<(nav|aside|form|svg|noscript)\b.*?</\1>|<section\b[^>]*data-search=\"skip\".*?</section>"


def build(folder: Path) -> Path:
    generate = ROOT / "Tests/Benchmarks/generate.py"
    options = ["--bytes", "1500", "--seed", "11", "--only", "fuwen"]
    subprocess.run([sys.executable, generate, str(COUNT), folder, *options], check=True)
    subprocess.run([FUWEN, "build", "--quiet", "--site", folder / "fuwen"], check=True)
    return folder / "fuwen/public"


def text_of(source: str) -> str:
    """The folded text of a page's `<main>`, its parts separated."""
    main = re.search(r"(?s)<main\b[^>]*>(.*)</main>", source)[1]
    main = re.sub(SKIPPED, rules.SEPARATOR, main)
    main = re.sub(rf"</?(?:{LINE.replace(' ', '|')})\b[^>]*>", "", main)
    return rules.fold(unescape(re.sub(r"<[^>]*>", rules.SEPARATOR, main)))


class Searched(Column):
    """A column whose pages are read as text."""

    @cached_property
    def texts(self) -> dict[str, str]:
        """The pages that can be found, by their addresses."""
        found = {}
        for path in self.files:
            if path.endswith(".html"):
                source = self.read(path)
                if 'name="ArticleTitle"' in source or path == "shuoming.html":
                    found[path] = text_of(source)
        return found

    def find(self, query: str) -> set[str]:
        words = [rules.fold(word) for word in query.split()]
        return {path for path, text in self.texts.items() if all(rules.holds(text, word) for word in words)}
