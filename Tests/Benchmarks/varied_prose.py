"""Prose in which no two replies are alike: each has topics with words of their own, from the dictionary of jieba."""

import itertools
import re
from importlib.util import find_spec
from pathlib import Path

from prose import SUBJECTS, Prose


def dictionary() -> list[tuple[str, int]]:
    """Chinese words with their frequencies, the commonest first."""
    package = find_spec("jieba")
    if package is None:
        raise SystemExit("jieba is missing: pip install -r Tests/Benchmarks/requirements.txt")
    lines = (Path(package.origin).with_name("dict.txt")).read_text(encoding="utf-8").splitlines()
    # Without what proposers are called by, which no letter may say.
    wanted = re.compile("[\u4e00-\u9fff]{1,6}")
    words = [(word, int(count)) for word, count, *_ in map(str.split, lines) if wanted.fullmatch(word)]
    words = [(word, count) for word, count in words if not set(word) & set("甲乙丙丁戊己庚辛壬癸")]
    return sorted(words, key=lambda entry: -entry[1])


class VariedProse(Prose):
    """Half of what it says is as in `Prose`, half are clauses of words drawn by frequency, many of them a topic's own."""

    def __init__(self, seed: int):
        super().__init__(seed)
        self.words = dictionary()
        self.common = [word for word, _ in self.words[:30_000]]
        self.weights = list(itertools.accumulate(count for _, count in self.words[:30_000]))
        self.rare = [word for word, _ in self.words[3_000:90_000] if len(word) > 1]
        self.clauses = [self._clause(self.common) for _ in range(60_000)]
        self.topics = [self._topic() for _ in range(2_000)]
        self.own = self.topics[0][1]

    def _clause(self, names: list[str]) -> str:
        words = self.random.choices(self.common, cum_weights=self.weights, k=self.random.randrange(2, 6))
        words.insert(self.random.randrange(len(words)), self.random.choice(names))
        return "".join(words)

    def _topic(self) -> tuple[list[str], list[str]]:
        """Its words, and clauses that have them."""
        names = self.random.sample(self.rare, 30)
        return names, [self._clause(names) for _ in range(40)]

    def subject(self) -> str:
        """Begins a reply: draws its topics."""
        first, second = self.random.sample(self.topics, 2)
        self.own = first[1] + second[1]
        return self.random.choice(SUBJECTS) + "".join(self.random.sample(first[0], 2)) + self.random.choice(second[0])

    def sentence(self) -> str:
        if self.random.random() < 0.5:
            return super().sentence()
        pools = (self.clauses, self.own)
        return "，".join(self.random.choice(self.random.choice(pools)) for _ in range(self.random.randrange(2, 5))) + "。"
