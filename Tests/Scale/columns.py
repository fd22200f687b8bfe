"""Little sites of many public bodies, and the site that shows them side by side."""

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FUWEN = ROOT / os.environ.get("FUWEN", ".build/release/fuwen")
DOMAIN = "https://www.shilisheng.example/"
HEADER = (
    "类型,届次,年份,编号,标题,提出人,主题,承办单位,承办方式,交办日期,办理时限,答复日期,答复类别,沟通方式,见面情况,"
    "会办意见送达日期,满意度,公开方式,公开日期"
)
SETTINGS = """\
站点名称: 示例省人民政府
网址: {address}
网站标识码: "9900000001"
专栏名称: {name}办理结果公开
专栏说明: 公开{name}承办的建议、提案的办理结果。
专栏关键词: [建议, 提案, 办理结果]
主办单位: {name}
联系方式: {name}办公室，0999-80000100
ICP备案号: 示ICP备99000001号
公安备案号: 示公网安备99010002000001号
党政机关标识: https://bszs.conac.cn/sitename?method=show&id=00000000000000000000000000000000
承办单位:
  - {{名称: {name}, 代码: benju}}
截至日期: 2025-09-30
"""
SCHEME = """\
答复类别:
  - 方案: 市三类
    类别:
      - {代码: A, 名称: 已经解决, 解决: 是}
      - {代码: B, 名称: 列入计划}
      - {代码: C, 名称: 解释说明}
"""
LETTER = """\
---
编号: "{code}"
主送: 赵甲{role}
---
您提出的《关于第{number}个问题的{kind}》收悉。现答复如下：

## 一、工作情况

**抓制度完善。**制定了有关办法，明确了责任分工、时间安排和考核要求。{more}

## 二、下一步打算

我们将继续听取意见，逐项抓好落实。
"""


def name(index):
    return f"示例省第{index:03}局"


def address(index):
    return f"{DOMAIN}ju/{index:03}/"


def path(index):
    """The site's folder: some lie deeper than others, as in cities."""
    return f"shi{index % 3}/ju{index:03}" if index % 3 else f"ju{index:03}"


def make(folder, index, records=6):
    """The site of one body; every seventh sorts its replies by a scheme of its own."""
    site = Path(folder)
    shutil.copytree(ROOT / "templates", site / "templates", copy_function=link)
    own = SCHEME if index % 7 == 6 else ""
    write(site / "content/site.yaml", SETTINGS.format(address=address(index), name=name(index)) + own)
    rows = [HEADER]
    for number in range(1, records + 1):
        rows.append(row(index, number, "ABC" if own else "ABCD"))
        if number % 3:
            kind, role = ("提案", "委员") if number % 2 else ("建议", "代表")
            text = LETTER.format(
                code=f"{number:04}", role=role, number=number, kind=kind, more="已经办理，成效明显。" * (index % 5 * 10))
            write(site / f"content/replies/{number:04}.md", text)
    write(site / "content/records/台账.csv", "\n".join(rows) + "\n")
    return site


def row(index, number, classes):
    kind, session = ("提案", "省政协十三届二次会议") if number % 2 else ("建议", "省十四届人大二次会议")
    year = 2024 + number % 4 // 3
    role, sent = ("单独办理", "") if number % 3 else ("会办", f"{year}-03-{index % 20 + 10:02}")
    asks = number % 3 != 0
    cells = [
        kind, session if year == 2024 else session.replace("二次", "三次"), year, f"{number:04}", f"关于第{number}个问题的{kind}",
        "赵甲", ["教育", "养老", "交通"][(index + number) % 3], name(index), role, f"{year}-02-28", f"{year}-06-30",
        f"{year}-0{5 + (index + number) % 3}-{number + 10}" if asks else "",
        classes[(index + number) % len(classes)] if asks else "", "电话", "已见面" if (index + number) % 3 else "未见面", sent,
        ["满意", "基本满意", "未反馈"][(index + number) % 3] if asks else "",
        "主动公开" if asks else "不予公开", f"{year}-08-01" if asks else "",
    ]
    return ",".join(map(str, cells))


def make_all(folder, count):
    """So many bodies' sites below `folder`."""
    for index in range(count):
        make(Path(folder) / path(index), index)


def make_view(folder, bodies):
    """The site that shows bodies, pairs of name and data folder, side by side; it has no records of its own."""
    site = Path(folder)
    shutil.copytree(ROOT / "templates", site / "templates", copy_function=link)
    settings = SETTINGS.format(address=DOMAIN + "huizong/", name="示例省人民政府办公厅")
    lines = "".join(f"  - {{名称: {name}, 数据: {data}}}\n" for name, data in bodies)
    write(site / "content/site.yaml", settings + "汇总:\n" + lines)
    return site


def link(source, target):
    """Templates are the same in all sites."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def write(file, text):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def run(*arguments, status=0):
    """A finished run of the program, with the status that is expected of it."""
    done = subprocess.run([FUWEN, *map(str, arguments)], capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stdout + done.stderr
    return done


def files(folder):
    """Every file below `folder` by its path; what a program keeps beside outputs is left out."""
    folder = Path(folder)
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*")) if file.is_file() and not file.name.startswith(".")
    }
