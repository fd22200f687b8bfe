"""A site with hostile text in every field, a string for each proposal, and its twin with harmless words in their place.

The two columns must be the same but for those words; `Hostile.shown` says what is to be seen of each.
"""

import csv
import io
import json
import re
import shutil
import subprocess
from itertools import groupby

from hard_column import FUWEN, ROOT, write
from hostile_strings import STRINGS

ADDRESS = "https://www.shilisheng.example/zwgk/jyta/"
KINDS = ["建议", "提案", "议案转建议"]
FORMS = ["工作总结", "情况报告", "报送函", "联络动态", "工作动态"]
YEARS = range(2015, 2025)

# The ledger's columns whose text is free, by the kind of words that stands in each.
FREE = {
    "标题": "H", "提出人": "T", "代表团": "T", "界别": "T", "类别": "N", "主题": "N", "建议内容": "T", "承办单位": "N", "承办方式": "N", "会办单位": "N",
    "责任处室": "T", "领办领导": "T", "重点类别": "N", "沟通方式": "N", "发文字号": "T", "答复类别": "C", "不满意原因": "T", "不公开理由": "T",
    "采纳情况": "N", "转化形式": "N", "转化成果": "T", "跟踪结果": "T",
}
REPLY = ["标题", "主送", "署名", "联系人", "联系电话", "抄送", "解读"]
DOCUMENT = [
    "标题", "来源", "发文字号", "主送", "抄送", "署名", "会议文件", "通过说明", "刊名", "编辑单位", "编辑", "联系方式", "批准文号", "送", "印发机关",
]
FACTS = ["不满意原因分析", "工作创新", "工作建议"]


BLANK = "\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"


def trimmed(text):
    return text.strip(" \t\n\r\u00a0\u200b\u3000\ufeff")


def half_width(text):
    return "".join(chr(ord(letter) - 0xFEE0) if "！" <= letter <= "～" else letter for letter in text.replace("\u3000", " "))


class Hostile:
    """Words by their kind: how the string of a number is written, and what is shown of it."""

    # The front matter's texts.
    Y = (lambda text, number: text, lambda text: text)
    # A letter's addressee, behind which the page writes a colon.
    A = (lambda text, number: text, lambda text: text[:-1] if text[-1:] in ("：", ":") else text)
    # Cells.
    T = (lambda text, number: text, trimmed)
    # Titles are one line.
    H = (lambda text, number: text, lambda text: re.sub("[\n\r\x0b\x0c\x85\u2028\u2029]", "", trimmed(text)))
    # Names in lists and in the settings, by which pages are in the same order as their twins.
    N = (lambda text, number: f"{number:04}" + re.sub(f"[、，,；;\n\r]|[{BLANK}]+$", "", text)[:80].rstrip(), lambda text: text)
    C = (lambda text, number: half_width(trimmed(text)) + f"-{number}", lambda text: text)
    # In the name of a session, which has no blanks.
    S = (lambda text, number: text, lambda text: re.sub(f"[{BLANK}]", "", text))
    # An address, or no address.
    W = (lambda text, number: text, lambda text: re.sub("^https?://", "", text))
    # Texts in a paragraph, and in a block of code.
    L = (lambda text, number: trimmed(re.sub("[ \t\r\n\ufdd0\ufdd1]+", " ", text)) or "无", lambda text: text)
    B = (lambda text, number: re.sub("[\ufdd0\ufdd1]", "", text[:60]), lambda text: text)
    # Names of files.
    F = (lambda text, number: re.sub("[\0-\x1f\x7f-\x9f/]", "∕", text).encode()[:180].decode(errors="ignore"), lambda text: text)

    def __call__(self, kind, number):
        return getattr(type(self), kind)[0](STRINGS[number], number)

    def shown(self, kind, number):
        return getattr(type(self), kind)[1](self(kind, number))


class Harmless:
    MARK = re.compile("甲([A-Z])([0-9]{4})乙")

    def __call__(self, kind, number):
        scheme = re.match("https?://", STRINGS[number])
        return (scheme[0] if kind == "W" and scheme else "") + f"甲{kind}{number:04}乙"


def fuwen(command, folder, *options):
    return subprocess.run([FUWEN, command, "--site", folder, *options], capture_output=True)


def build(folder):
    """Builds a site without errors; answers where the column is."""
    run = fuwen("build", folder, "--quiet")
    assert run.returncode == 0, run.stderr.decode()[:20000]
    return folder / "public"


def make(folder, words, numbers):
    """Makes the site of some of the strings."""
    shutil.copytree(ROOT / "templates", folder / "templates")
    write(folder / "content/site.yaml", settings(words, numbers))
    for place, (suffix, dump) in enumerate([(".json", json.dumps), (".yaml", as_yaml), (".csv", as_csv)]):
        rows = [row(words, number) for number in numbers if number % 3 == place]
        write(folder / f"content/records/{words('F', place)}{suffix}", dump(rows))
    for number in numbers:
        write(folder / f"content/replies/{number:04}{words('F', number)}.md", reply(words, number))
        write(folder / f"content/files/{attachment(words, number)}", "甲")
    for place, (scope, members) in enumerate(groups(numbers)):
        write(folder / f"content/reports/{place}.md", document(words, scope, list(members)))


def year(number):
    return group(number)[1]


def groups(numbers):
    """The numbers of each kind and year."""
    return groupby(sorted(numbers, key=group), group)


def group(number):
    return KINDS[number % 3], YEARS[number % len(YEARS)]


def session(words, number):
    return f"省{words('S', number)}第{number + 1}届一次会议"


def attachment(words, number):
    return f"{number:04}{words('F', number)}.txt"


def row(words, number):
    return {column: words(kind, number) for column, kind in FREE.items()} | {
        "类型": KINDS[number % 3], "届次": session(words, number), "年份": str(year(number)), "编号": f"{number:04}", "交办日期": f"{year(number)}-02-28",
        "答复日期": f"{year(number)}-05-20", "满意度": "不满意", "公开方式": "主动公开", "公开日期": f"{year(number)}-06-01",
    }


def as_csv(rows):
    text = io.StringIO(newline="")
    ledger = csv.DictWriter(text, rows[0])
    ledger.writeheader()
    ledger.writerows(rows)
    return text.getvalue()


def as_yaml(rows):
    return "".join("- " + "\n  ".join(f"{key}: {quoted(value)}" for key, value in row.items()) + "\n" for row in rows)


def quoted(text):
    """As YAML has it between double quotes."""

    def escaped(match):
        code = ord(match[0])
        return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"

    return '"' + re.sub("[^ !#-\\[\\]-~一-鿿]", escaped, text) + '"'


HEAD = {
    "站点名称": "示例省人民政府", "网址": ADDRESS, "网站标识码": "'9900000001'", "专栏名称": "办理结果公开", "专栏说明": "公开办理结果。", "专栏关键词": "[建议]",
    "主办单位": "示例省人民政府办公厅", "提出人显示": "全名", "截至日期": "2025-09-30",
}


def settings(words, numbers):
    schemes = []
    for (kind, year), members in groups(numbers):
        classes = [
            f"{{代码: {quoted(words('C', number))}, 名称: {quoted(words('Y', number))}, 含义: {quoted(words('Y', number))}}}" for number in members
        ]
        schemes.append(f"  - {{方案: {year}年{kind}, 类型: {kind}, 年份: {year}, 类别: [{', '.join(classes)}]}}")
    return "\n".join([
        *(f"{key}: {value}" for key, value in HEAD.items()), "答复类别:", *schemes,
        "承办方式:", *(f"  {quoted(words('N', number))}: 主办" for number in numbers),
        "承办单位:", *(f"  - {{名称: {quoted(words('N', number))}, 代码: u{number:04}}}" for number in numbers),
        "主题:", *(f"  {quoted(words('N', number))}: t{number:04}" for number in numbers),
    ])


def reply(words, number):
    head = {key: quoted(words("A" if key == "主送" else "Y", number)) for key in REPLY} | {
        "编号": f'"{number:04}"', "成文日期": f"{year(number)}-05-20", "解读": quoted(words("W", number)),
        "附件": f"[{{名称: {quoted(words('Y', number))}, 文件: {quoted(attachment(words, number))}}}]",
        "更正": f"[{{日期: {year(number)}-07-01, 说明: {quoted(words('Y', number))}}}]",
    }
    line = escaped(words("L", number))
    return front_matter(head) + f"""\
现答复如下：{line}。

## 一、{line}

> - **文{line}文**
> - [{line}](https://www.shilisheng.example/)[^注]

| {line} |
| --- |
| {line} |

~~~~~~~~~
{words("B", number)}
~~~~~~~~~

[^注]: {line}
"""


def escaped(text):
    """As Markdown has it, where it means just the text."""
    return re.sub("([!-/:-@\\[-`{-~])", r"\\\1", text)


def document(words, scope, numbers):
    """All the strings of a scope in each field."""
    kind, year = scope
    # Not at the end: a colon there is an addressee's.
    text, line = (quoted("／".join([*(words(letter, number) for number in numbers), ""])) for letter in "YL")
    head = dict.fromkeys(DOCUMENT, text) | {
        "文种": FORMS[year % 5], "日期": f"{year}-12-20", "公开方式": "主动公开", "公开日期": f"{year}-12-25", "期号": "3",
        "统计范围": f"{{年份: {year}, 类型: {kind}}}",
        "典型案例": each(f"编号: '{number:04}', 届次: {quoted(session(words, number))}, 简介: {quoted(words('Y', number))}" for number in numbers),
        "统计表": "{" + ", ".join([
            *(f"{key}: {line}" for key in FACTS),
            "办理情况简介: {" + ", ".join(f"'{number:04}': {quoted(words('L', number))}" for number in numbers) + "}",
            "制度建设: " + each(", ".join(f"{key}: {quoted(words('L', number))}" for key in ["制度名称", "制定时间", "内容简介"]) for number in numbers),
            f"办理结果公开: {{公开载体: {line}, 有关情况: {line}}}",
            "办理范例: " + each(f"编号: '{number:04}', 有关情况: {quoted(words('L', number))}" for number in numbers),
        ]) + "}",
    }
    return front_matter(head) + """\
{% for 行 in 件 %}
## {{ 行.标题 }}一件

文{{ 行.标题 }}

- 文{{ 行.标题 }}
- **{{ 行.单位 }}**

| 文{{ 行.提出人 }} |
| --- |
| {{ 行.届次 }} |
{% endfor %}

{% include "partials/统计表.html" %}

{% include "partials/典型案例.html" %}

{% include "partials/建议清单.html" %}

{% include "partials/承办单位统计.html" %}

{% include "partials/办理结果图.html" %}
"""


def each(items):
    return "[" + ", ".join(f"{{{item}}}" for item in items) + "]"


def front_matter(head):
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in head.items()) + "---\n"


def make_of_settings(folder, words, numbers):
    """All the strings in each text of the settings, and as titles of withheld items in the register."""
    text = quoted("／".join(words("Y", number) for number in numbers))
    keys = ["站点名称", "网站标识码", "专栏名称", "专栏说明", "专栏关键词", "主办单位", "联系方式", "ICP备案号", "公安备案号", "党政机关标识"]
    head = HEAD | dict.fromkeys(keys, text) | {"公开未公开件标题": "是", "答复类别": f"[{{方案: {text}, 类别: [{{代码: A, 名称: {text}, 含义: {text}}}]}}]"}
    shutil.copytree(ROOT / "templates", folder / "templates")
    write(folder / "content/site.yaml", "\n".join(f"{key}: {value}" for key, value in head.items()))
    item = {"类型": "建议", "届次": "省十四届人大二次会议", "年份": "2024", "承办单位": "省教育厅", "承办方式": "主办", "公开方式": "不予公开"}
    shown = {"编号": "A1", "标题": "甲", "公开方式": "主动公开", "答复日期": "2024-05-20", "公开日期": "2024-06-01", "答复类别": "A"}
    rows = [item | {"编号": f"{number:04}", "标题": words("H", number)} for number in numbers]
    write(folder / "content/records/台账.json", json.dumps([*rows, item | shown]))
    write(folder / "content/replies/A1.md", "现答复如下。")


def make_of_letters(folder, texts):
    """A letter for each text."""
    shutil.copytree(ROOT / "templates", folder / "templates")
    write(folder / "content/site.yaml", "\n".join(f"{key}: {value}" for key, value in HEAD.items()))
    item = {
        "类型": "建议", "届次": "省十四届人大二次会议", "年份": "2024", "标题": "甲", "承办单位": "省教育厅", "承办方式": "主办", "公开方式": "主动公开",
        "答复日期": "2024-05-20", "公开日期": "2024-06-01",
    }
    write(folder / "content/records/台账.json", json.dumps([item | {"编号": f"{number:04}"} for number in range(len(texts))]))
    for number, text in enumerate(texts):
        write(folder / f"content/replies/{number:04}.md", letter(text))


def letter(text):
    return f"---\n主送: 甲代表\n---\n现答复如下。\n\n{text}\n"
