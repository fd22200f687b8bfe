"""A column that is hard to show: many pages, long titles and words, wide tables, every form of text."""

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FUWEN = ROOT / os.environ.get("FUWEN", ".build/release/fuwen")
ADDRESS = "https://www.shilisheng.example/xxgk/2024/jieguo/"

# More than a page of the register shows, and enough pages of lists for a gap in their numbers.
COUNT = 420
HARD = "0007"
HARD_TITLE = (
    "关于进一步完善城乡居民基本养老保险、基本医疗保险、失业保险、工伤保险和社会救助制度之间的衔接机制，"
    "推动省内跨地区、跨部门、跨层级信息共享和业务协同，切实减轻基层负担、方便群众办事的建议"
)
WORD = "Internationalization" * 6
HEADER = "类型,届次,年份,编号,标题,提出人,主题,建议内容,承办单位,承办方式,交办日期,答复日期,答复类别,公开方式,公开日期"


def build(folder):
    """Makes the site and builds it; answers where the column is."""
    shutil.copytree(ROOT / "templates", folder / "templates")
    write(folder / "content/site.yaml", settings())
    rows = [row(number) for number in range(1, COUNT + 1)]
    write(folder / "content/records/台账.csv", "\n".join([HEADER, *rows]))
    for number in range(1, COUNT + 1):
        if is_public(number):
            code = f"{number:04}"
            text = HARD_TEXT if code == HARD else "您提出的建议收悉。现答复如下：\n\n已经办理，谢谢。"
            write(folder / f"content/replies/{code}.md", f"---\n编号: \"{code}\"\n主送: 赵甲代表\n---\n{text}\n")
    run = subprocess.run([FUWEN, "build", "--site", folder, "--quiet"], capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
    return folder / "public"


def is_public(number):
    return number % 20 != 0


def row(number):
    code = f"{number:04}"
    title = HARD_TITLE if code == HARD else f"关于第{number}个问题的建议 <b>&\"\"'"
    disclosure = "主动公开,2024-06-01" if is_public(number) else "不予公开,"
    asked = WORD if code == HARD else ""
    return (
        f'建议,省十四届人大二次会议,2024,{code},"{title}",赵甲,{WORD if code == HARD else "很长的主题" * 4},{asked},'
        f"省教育厅,单独办理,2024-02-28,2024-05-{number % 28 + 1:02},{'ABCD'[number % 4]},{disclosure}"
    )


def settings():
    text = (ROOT / "content/site.yaml").read_text(encoding="utf-8")
    for old, new in {
        "https://www.shilisheng.example/zwgk/jyta/": ADDRESS,
        "提出人显示: 姓氏": "提出人显示: 隐藏",
        "公开未公开件标题: 否": "公开未公开件标题: 是",
        "\n主题:\n": f"\n主题:\n  {WORD}: long\n  {'很长的主题' * 4}: changzhuti\n",
    }.items():
        assert old in text, old
        text = text.replace(old, new)
    return text


def write(file, text):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def wide_table(columns):
    cells = [" | ".join([text] * columns) for text in ["表头", ":---:", "12345.67"]]
    return "\n".join(f"| {cell} |" for cell in cells)


HARD_TEXT = f"""
# 一、标题{"很长" * 30}

{WORD}，见 <https://www.shilisheng.example/{WORD}>。**抓制度完善。**制定办法[^1]。

## （一）第二级

{wide_table(14)}

### 1. 第三级

1. 第一
   - 里面一层
     - 再里面一层 {WORD}
2. 第二

#### （1）第四级

> 引用一段。

```
{WORD}
```

`{WORD}`

---

- [x] 已办
- [ ] 未办

## 二、标题

{wide_table(2)}

[^1]: 注释里的 {WORD}。
"""
