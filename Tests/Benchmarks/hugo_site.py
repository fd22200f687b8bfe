"""The made-up column as a site for Hugo, laid out by `hugo-site/`."""

import json
import pathlib
import re
import shutil

from column import CLASSES, HERE, KINDS, ROOT, TOPICS, UNITS, YEARS, Reply, write

KIND_NAMES = {"建议": "人大代表建议", "提案": "政协提案"}
ENTRANCES = {
    "nian": "按年份查看",
    "jieci": "按届次查看",
    "danwei": "按承办单位查看",
    "zhuti": "按主题查看",
    "jieguo": "按办理结果查看",
}
# Taxonomies of no page of their own: what is met in one year, and the years of two other lists.
HIDDEN = ("danweinian", "zhutinian", "jieguonian", "zhongdian", "zhuanhua")
FEED = ["html", "feed"]
LISTED = ("主题", "会办单位", "重点类别", "沟通方式", "转化形式")
NUMBERS = ("年份", "联名人数")
PRIVATE = ("复文", "不满意原因", "不公开理由", "保密审查", "公开审查", "联系人", "联系电话", "备注")


class HugoSite:
    """The same replies, with what pages and lists show in their front matter, and a page for each list."""

    def __init__(self, folder: pathlib.Path):
        self.content = folder / "content"
        self.lists: set[str] = set()
        shutil.copytree(HERE / "hugo-site", folder)
        shutil.copytree(ROOT / "templates/assets", folder / "static/assets")
        self._list("quanbu", title="全部建议提案", axis="", outputs=FEED)
        self._list("shuju", title="开放数据", layout="shuju", url="/shuju.html")
        self._list("dengji", title="登记表", build={"render": "never"})
        self._list("tongji", title="历年统计")
        self._list("shuoming", title="说明", layout="shuoming", url="/shuoming.html")
        for taxonomy, title in ENTRANCES.items():
            self._list(taxonomy, title=title)
        for taxonomy in HIDDEN:
            self._list(taxonomy, title=taxonomy, build={"render": "never"})

    def _list(self, path: str, **front: object) -> None:
        if path not in self.lists:
            self.lists.add(path)
            write(self.content / path / "_index.md", front_matter(front))

    def add(self, reply: Reply) -> None:
        row = reply.row
        kind, year = KINDS[row["类型"]], row["年份"]
        session = ("renda-sheng-14-" if kind == "jianyi" else "zhengxie-sheng-13-") + str(int(year) - YEARS[0] + 1)
        unit, result = UNITS[row["承办单位"]], row["答复类别"].lower()
        topics = {TOPICS[name]: name for name in row["主题"].split("、")}
        self._year(int(year), year)
        self._kind(kind, row["类型"], year)
        weight = (YEARS[-1] - int(year) + 1) + (0 if kind == "jianyi" else len(YEARS))
        self._list(f"jieci/{session}", title=row["届次"], axis="jieci", label="届次", weight=weight)
        name = row["承办单位"]
        self._axis("danwei", unit, year, "承办单位", name, f"{name}答复的建议提案", list(UNITS).index(name))
        name = f"{row['答复类别']} {CLASSES[row['答复类别']]}"
        self._axis("jieguo", result, year, "办理结果", name, f"办理结果为“{name}”的建议提案", ord(result))
        for topic, name in topics.items():
            self._axis("zhuti", topic, year, "主题", name, f"“{name}”主题的建议提案", list(TOPICS).index(name))
        proposer = row["提出人"][0] + ("代表" if row["类型"] == "建议" else "委员")
        front = {
            "title": row["标题"],
            "date": row["答复日期"],
            "publishDate": row["公开日期"],
            "nian": [year],
            "jieci": [session],
            "danwei": [unit],
            "zhuti": list(topics),
            "jieguo": [result],
            "danweinian": [f"{unit}-{year}"],
            "zhutinian": [f"{topic}-{year}" for topic in topics],
            "jieguonian": [f"{result}-{year}"],
            "zhongdian": [year] if row["重点类别"] else [],
            "zhuanhua": [year] if row["转化形式"] else [],
            "key": row["重点类别"],
            "class": CLASSES[row["答复类别"]],
            "letter": {
                "title": f"对{row['届次']}第{row['编号']}号{row['类型']}的答复",
                "contact": row["承办单位"] + "综合处",
                "telephone": "0999-82396130",
                "copies": "省政府办公厅",
            },
            "record": record(row | {"提出人": proposer}),
        }
        # The page has the levels above a letter's headings.
        text = re.sub(r"^#", "###", reply.text, flags=re.MULTILINE)
        write(self.content / kind / year / f"{row['编号']}.md", front_matter(front) + "\n" + text)

    def _year(self, number: int, year: str) -> None:
        weight = YEARS[-1] - number + 1
        title = f"{year} 年建议提案"
        self._list(f"nian/{year}", title=title, linkTitle=f"{year} 年", axis="", label="年份", year=year, weight=weight)
        self._list(f"dengji/{year}", title=f"{year} 年办理件登记表", year=year, of=f"/nian/{year}", weight=weight)
        self._list(f"zhongdian/{year}", title=f"{year} 年重点办理件", year=year, weight=weight)
        self._list(f"zhuanhua/{year}", title=f"{year} 年意见建议采纳和转化", year=year, weight=weight)
        self._list(f"tongji/{year}", title=f"{year} 年统计", year=year, of=f"/nian/{year}", weight=weight)

    def _kind(self, kind: str, name: str, year: str) -> None:
        title = KIND_NAMES[name]
        order = list(KINDS).index(name) + 1
        self._list(kind, title=title, linkTitle=name, axis="leixing", label="类型", term=kind, weight=order, outputs=FEED)
        self._list(
            f"{kind}/{year}", title=f"{year} 年{title}", linkTitle=name, axis="leixing", label="类型", term=kind,
            year=year, parent=f"/{kind}", weight=YEARS[-1] - int(year) + 1,
        )  # fmt: skip
        self._list(
            f"tongji/{year}/{kind}", title=f"{year} 年{title}统计", linkTitle=name, year=year, of=f"/{kind}/{year}",
            weight=order,
        )  # fmt: skip

    def _axis(self, axis: str, term: str, year: str, label: str, name: str, title: str, weight: int) -> None:
        """The list of a unit, a topic or a result, and the one of the same in one year."""
        front = {"linkTitle": name, "axis": axis, "label": label, "term": term, "weight": weight + 1}
        if axis == "jieguo":
            front["name"] = CLASSES[term.upper()]
            front["description"] = front["name"] + "的事项。"
        feeds = {} if axis == "jieguo" else {"outputs": FEED}
        self._list(f"{axis}/{term}", title=title, **front, **feeds)
        self._list(f"{axis}nian/{term}-{year}", title=f"{year} 年{title}", year=year, parent=f"/{axis}/{term}", **front)


def record(row: dict[str, str]) -> dict[str, object]:
    """The public fields of a row as the open data has them."""
    fields: dict[str, object] = {}
    for name, value in row.items():
        if name in LISTED:
            fields[name] = value.split("、") if value else []
        elif name in NUMBERS:
            fields[name] = int(value)
        elif name not in PRIVATE:
            fields[name] = value == "是" if name == "连续多年" else value
    return fields | {"采纳条数": None}


def front_matter(front: dict[str, object]) -> str:
    # Hugo reads JSON in less time than YAML or TOML.
    return json.dumps(front, ensure_ascii=False) + "\n"
