"""Makes little sites with ledgers that hold everything figures are made from; the same seed gives the same site."""

import csv
import random
from datetime import date, timedelta

HEADER = (
    "类型,届次,年份,编号,标题,类别,主题,连续多年,承办单位,承办方式,重点类别,交办日期,办理时限,延期至,沟通方式,见面情况,会办意见送达日期,"
    "答复日期,答复类别,满意度,初次满意度,公开方式,公开形式,保密审查,公开审查,公开日期,采纳情况,转化形式,采纳条数"
).split(",")

# What the ledger may write → the unit's name.
UNITS = {"示例省教育厅": "示例省教育厅", "省教育厅": "示例省教育厅", "示例省水利厅": "示例省水利厅", "示例省数据局": "示例省数据局"}
# What the ledger may write → the role.
ROLES = {
    "单独办理": "sole", "独办": "sole", "承办": "sole", "主办": "lead", "牵头办理": "lead", "分办": "separate",
    "分别办理": "separate", "会办": "assist", "协办": "assist", "汇办": "assist", "参阅": "reference",
}
# Of no body, so that any kind may be put forward at them.
SESSIONS = {"省十四届一次会议": 2023, "省十四届二次会议": 2024, "省十三届五次会议": 2022}
KINDS = ["建议", "提案", "议案转建议"]
# The schemes in the order of site.yaml: name, kinds, first and last year, codes with labels, codes that count as solved.
SCHEMES = [
    ("三类", ["提案"], 1900, 2023, [("甲类", "采纳"), ("乙类", "拟采纳"), ("丙类", "留作参考")], ["甲类"]),
    ("四类", [], 2023, 2199, [("A", "解决"), ("B", "正在解决"), ("C", "以后解决"), ("D", "参考")], ["A"]),
    ("旧四类", ["建议"], 1900, 2022, [("A", "已办"), ("B", "在办"), ("C", "待办"), ("D", "不办")], ["A", "B"]),
]


def scheme(kind, year):
    return next((s for s in SCHEMES if (not s[1] or kind in s[1]) and s[2] <= year <= s[3]), None)


def settings(as_of):
    lines = [
        "站点名称: 示例省人民政府", "网址: https://www.example.gov.cn/zwgk/jyta/", '网站标识码: "9900000001"', "专栏名称: 办理结果公开",
        "专栏说明: 公开建议提案的办理结果。", "专栏关键词: [建议, 提案]", "主办单位: 示例省人民政府办公厅", f"截至日期: {as_of}",
        "承办方式: {承办: 单独办理, 汇办: 会办}", "承办单位:", "  - {名称: 示例省教育厅, 代码: jyt, 别名: [省教育厅]}",
        "  - {名称: 示例省水利厅, 代码: slt}", "  - {名称: 示例省数据局, 代码: sjj}", "答复类别:",
    ]
    for name, kinds, first, last, classes, solved in SCHEMES:
        lines += [f"  - 方案: {name}", f"    年份: {first}-{last}", "    类别:"]
        if kinds:
            lines.insert(-1, f"    类型: [{', '.join(kinds)}]")
        for code, label in classes:
            lines.append(f"      - {{代码: {code}, 名称: {label}, 解决: {'是' if code in solved else '否'}}}")
    return "\n".join(lines) + "\n"


class Ledger:
    """The rows of one site, and the day on which they are counted."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.as_of = date(2022, 1, 1) + timedelta(self.random.randrange(1400))
        self.rows = []
        for number in range(1, self.random.randint(1, 14) + 1):
            self.add_proposal(f"{number:04}")

    def write(self, folder):
        (folder / "content/records").mkdir(parents=True)
        (folder / "content/site.yaml").write_text(settings(self.as_of), encoding="utf-8")
        self.random.shuffle(self.rows)
        cut = self.random.randint(0, len(self.rows))
        for name, rows in [("甲.csv", self.rows[:cut]), ("乙.csv", self.rows[cut:])]:
            with open(folder / "content/records" / name, "w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, HEADER)
                writer.writeheader()
                writer.writerows(rows)

    # Choices

    def maybe(self, share, value, otherwise=""):
        return value if self.random.random() < share else otherwise

    def some(self, *values):
        """None, one or several of the values."""
        return "、".join(self.random.sample(values, self.random.randint(0, min(3, len(values)))))

    def one(self, *values):
        return self.random.choice(values)

    def day(self, day):
        """A day as somebody might write it."""
        if day is None:
            return ""
        forms = [f"{day}", f"{day.year}/{day.month}/{day.day}", f"{day.year}.{day.month}.{day.day}",
                 f"{day.year}年{day.month}月{day.day}日"]
        return self.one(*forms)

    def later(self, day, limit):
        return day + timedelta(self.random.randint(0, limit))

    # Rows

    def add_proposal(self, number):
        session = self.one(*SESSIONS)
        year = SESSIONS[session]
        kind = self.one(*KINDS)
        proposal = {
            "类型": kind, "届次": session, "年份": str(year), "编号": number, "标题": f"关于第{number}件事的{kind}",
            "类别": self.one("城乡建设", "教科文卫", ""), "主题": self.some("养老", "托育", "交通"), "连续多年": self.one("是", "否", ""),
        }
        names = self.random.sample([["示例省教育厅", "省教育厅"], ["示例省水利厅"], ["示例省数据局"]], self.random.randint(1, 3))
        for unit in names:
            self.rows.append(proposal | {"承办单位": self.one(*unit)} | self.assignment(kind, year))

    def assignment(self, kind, year):
        label = self.one(*ROLES)
        answers = ROLES[label] in ("sole", "lead", "separate")
        assigned = self.maybe(0.9, date(year, 2, 1) + timedelta(self.random.randrange(60)), None)
        start = assigned or date(year, 4, 1)
        # Without a limit of its own a reply has three months, and an extension cannot be shorter.
        due = self.maybe(0.6, self.later(start, 150), None)
        extended = self.maybe(0.2, self.later(due or start + timedelta(95), 60), None)
        replied = self.maybe(0.8, self.later(start, 200), None) if answers else None
        published = self.maybe(0.8, self.later(replied or start, 60), None)
        known = scheme(kind, year)
        code = self.maybe(0.8, self.one(*self.one(*known[4]))) if known and answers else ""
        return {
            "承办方式": label, "重点类别": self.some("“一把手”领办建议", "政协重点提案", "重点督办"), "交办日期": self.day(assigned),
            "办理时限": self.day(due), "延期至": self.day(extended),
            "沟通方式": self.one("", "未联系", "电话", "座谈、走访", "未联系、电话"),
            "见面情况": self.one("", "已见面", "代表提出无需见面", "未见面"),
            "会办意见送达日期": self.day(self.maybe(0.7, self.later(start, 60), None)) if not answers else "",
            "答复日期": self.day(replied), "答复类别": code,
            "满意度": self.one("", "满意", "满意", "基本满意", "不满意", "未反馈"),
            "初次满意度": self.one("", "", "满意", "基本满意", "不满意", "未反馈"),
            "公开方式": self.one("", "主动公开", "主动公开", "主动公开", "依申请公开", "不予公开"), "公开形式": self.one("", "全文", "摘要"),
            "保密审查": self.one("", "通过", "通过", "通过", "不通过"), "公开审查": self.one("", "通过", "通过", "通过", "不通过"),
            "公开日期": self.day(published), "采纳情况": self.one("", "采纳", "部分采纳"),
            "转化形式": self.some("政策措施", "长效机制"), "采纳条数": self.one("", "0", "3", "12"),
        }
