#!/usr/bin/env python3
"""The search's rules for texts, told once more: what Sources/Search/Text and templates/assets/search.js are held to.

`rules.py` writes rules.json beside it. Compatibility forms are those of Python's own Unicode data.
"""

import json
import re
import unicodedata
from functools import cache
from pathlib import Path

FOLDED = [
    (0xA0, 0xFF), (0x2000, 0x22FF), (0x2460, 0x24FF), (0x2E80, 0x2FDF), (0x3000, 0x303F), (0x3200, 0x33FF),
    (0xF900, 0xFAFF), (0xFE10, 0xFE6F), (0xFF00, 0xFFEF),
]
BLANK = set("\t\n\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000") | {chr(code) for code in range(0x2000, 0x200B)}
INVISIBLE = set("\xad\u2060\ufeff") | {chr(code) for code in [*range(0x200B, 0x2010), *range(0xFE00, 0xFE10)]}
SEPARATOR = "\x1e"


@cache
def form(letter):
    if any(first <= ord(letter) <= last for first, last in FOLDED):
        mapping = unicodedata.normalize("NFKC", letter)
        if " " not in mapping:
            return mapping
    return letter


@cache
def small(letter):
    lower = letter.lower() if "A" <= letter <= "Z" or "\xc0" <= letter <= "\u1fff" else letter
    return lower if len(lower) == 1 else letter


def is_western(letter):
    return bool(re.match("[a-z0-9\xc0-\u1fff]", letter))


def fold(text):
    folded, blank = "", False
    for letter in text:
        if letter in BLANK:
            blank = True
        elif letter not in INVISIBLE:
            for part in map(small, form(letter)):
                if blank and is_western(part) and is_western(folded[-1:]):
                    folded += " "
                blank = False
                folded += part
    return folded


def is_symbol(letter):
    code = ord(letter)
    if code < 0x80:
        return bool(re.match("[a-z0-9]", letter))
    return 0xC0 <= code < 0x2000 or 0x3005 <= code <= 0x3007 or code >= 0x3040 and code & 0xFFF0 != 0xFFF0


def gram(symbols):
    value = 0x811C9DC5
    for symbol in symbols:
        value = (value ^ ord(symbol)) * 0x01000193 & 0xFFFFFFFF
    value = (value ^ value >> 16) * 0x85EBCA6B & 0xFFFFFFFF
    value = (value ^ value >> 13) * 0xC2B2AE35 & 0xFFFFFFFF
    return value ^ value >> 16


def grams(text, common=()):
    """All grams of a text, of which `common` are the pairs that are common."""
    found = set()
    run = []
    for piece in [*re.findall("[0-9]+|[^0-9]", fold(text)), SEPARATOR]:
        if is_symbol(piece[0]):
            found.add(gram("#" + piece if piece[0].isdigit() else piece))
            run.append("#" if piece[0].isdigit() else piece)
            continue
        pairs = [first + second for first, second in zip(run, run[1:])]
        found.update(map(gram, pairs))
        found.update(gram(left + right[1]) for left, right in zip(pairs, pairs[1:]) if {left, right} <= set(common))
        run = []
    return found


def holds(text, word):
    """Whether a folded word stands in a folded text, numbers at its ends whole."""
    begin = "(?<![0-9])" if word[:1].isdigit() else ""
    end = "(?![0-9])" if word[-1:].isdigit() else ""
    return bool(re.search(begin + re.escape(word) + end, text))


TEXTS = [
    "关于加快推进城市既有住宅加装电梯的建议",
    "您提出的“关于加强县域医共体建设”的提案（第０４８７号）收悉。",
    "安排 资金 1,200 万元，同比增长 3.5％，PM2.5 浓度下降",
    "粤府函〔2024〕12号  第 1772 号\u3000第１７７２号",
    "COVID 19 与 5G  网络、Wi-Fi６",
    "⼀、⾦融⽀持；①②③ ㈠ ㎡ ℃ Ⅳ ㏄",
    "二〇二四年 々 Ⓐ ﹙甲﹚ ｱｲ",
    "Ä ö É ß İ Σ Привет",
    "零\u200b宽\u00ad字\ufeff符\ufe0f",
    "𠮷野家 𬭎 㼆",
    "段落一" + SEPARATOR + " 段落二",
    "",
]


def write():
    every_form = [chr(code) for first, last in FOLDED for code in range(first, last + 1)]
    common = ["关于", "于加", "加快", "快推", "推进", "第#", "#号"]
    numbers = ["0487", "1772", "20240012"]
    rules = {
        "fold": [[text, fold(text)] for text in TEXTS] + [[letter, fold(letter)] for letter in every_form],
        "common": common,
        "grams": [[text, sorted(grams(text, common))] for text in TEXTS],
        "numbers": [[number, gram("№" + number.lstrip("0"))] for number in numbers],
    }
    path = Path(__file__).with_name("rules.json")
    path.write_text(json.dumps(rules, ensure_ascii=True, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
