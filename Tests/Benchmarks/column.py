"""A made-up column of any size: ledger rows and letters, before they become a site for Fuwen or for Hugo."""

import datetime
import pathlib
from collections.abc import Iterator
from dataclasses import dataclass

from prose import Prose

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]

YEARS = range(2021, 2026)
KINDS = {"建议": "jianyi", "提案": "tian"}
CLASSES = {"A": "已经解决", "B": "正在解决", "C": "待以后解决", "D": "留作参考"}
UNITS = {
    f"示例省{name}": code
    for name, code in (
        item.split(":")
        for item in (
            "发展和改革委员会:fgw 教育厅:jyt 科学技术厅:kjt 工业和信息化厅:gxt 公安厅:gat 民政厅:mzt 司法厅:sft 财政厅:czt "
            "人力资源和社会保障厅:rst 自然资源厅:zrzyt 生态环境厅:sthjt 住房和城乡建设厅:zjt 交通运输厅:jtt 水利厅:slt "
            "农业农村厅:nynct 商务厅:swt 文化和旅游厅:wlt 卫生健康委员会:wjw 市场监督管理局:scjgj 医疗保障局:ybj"
        ).split()
    )
}
TOPICS = dict(
    item.split(":")
    for item in (
        "加装电梯:dianti 养老服务:yanglao 托育服务:tuoyu 基层医疗:yiliao 义务教育:yiwu 职业教育:zhijiao 公共交通:gongjiao "
        "停车治理:tingche 食品安全:shipin 旧区改造:gaizao 垃圾分类:laji 水环境:shui 农产品品牌:pinpai 乡村振兴:xiangcun "
        "民营经济:minying 营商环境:yingshang 科技创新:keji 数字政务:zhengwu 无障碍环境:wuzhangai 知识产权:chanquan "
        "物业管理:wuye 就业创业:jiuye 文物保护:wenwu 文旅融合:wenlv"
    ).split()
)
CATEGORIES = "经济建设 社会民生 城乡建设 生态环保 科教文卫 法治建设".split()
DELEGATIONS = "临湖市代表团 云川市代表团 北原市代表团 东麓市代表团 青岭市代表团".split()
SECTORS = "经济界 教育界 医药卫生界 农业界 科学技术界 工商联".split()
PROPOSERS = "赵甲 钱乙 孙丙 李丁 周戊 吴己 郑庚 王辛 冯壬 陈癸".split()


@dataclass
class Reply:
    """One reply: its ledger row, by column, and its text."""

    row: dict[str, str]
    text: str
    path: str


def replies(count: int, size: int, prose: Prose) -> Iterator[Reply]:
    random = prose.random
    sessions = [(kind, year) for year in YEARS for kind in KINDS]
    units, topics = list(UNITS), list(TOPICS)
    for index in range(count):
        kind, year = sessions[index % len(sessions)]
        number = f"{index // len(sessions) + 1:04}"
        meeting = "一二三四五"[year - YEARS[0]]
        session = f"省十四届人大{meeting}次会议" if kind == "建议" else f"省政协十三届{meeting}次会议"
        unit = random.choice(units)
        assigned = datetime.date(year, 2, 20) + datetime.timedelta(random.randrange(20))
        replied = assigned + datetime.timedelta(random.randrange(30, 95))
        title = f"关于{prose.subject()}的{kind}"
        row = {
            "类型": kind,
            "届次": session,
            "年份": str(year),
            "编号": number,
            "标题": title,
            "提出人": random.choice(PROPOSERS),
            "联名人数": str(random.randrange(1, 20)),
            "代表团": random.choice(DELEGATIONS) if kind == "建议" else "",
            "界别": random.choice(SECTORS) if kind == "提案" else "",
            "类别": random.choice(CATEGORIES),
            "主题": "、".join(random.sample(topics, random.choice((1, 2)))),
            "建议内容": "建议" + prose.sentence(),
            "连续多年": random.choice("是否否否"),
            "承办单位": unit,
            "承办方式": random.choice(("单独办理", "主办")),
            "会办单位": random.choice([other for other in units if other != unit]),
            "责任处室": "综合处",
            "领办领导": random.choice(("", "主要负责同志")),
            "重点类别": random.choice(("", "", "重点督办件")),
            "交办日期": str(assigned),
            "办理时限": str(assigned + datetime.timedelta(92)),
            "延期至": "",
            "沟通方式": random.choice(("座谈", "电话、走访", "调研、座谈")),
            "见面情况": random.choice(("已见面", "代表提出无需见面")),
            "会办意见送达日期": "",
            "发文字号": f"示函〔{year}〕{index + 1}号",
            "答复日期": str(replied),
            "答复类别": random.choice("AABBBCD"),
            "复文": "",
            "满意度": random.choice(("满意", "满意", "基本满意", "未反馈")),
            "不满意原因": "",
            "初次满意度": "",
            "公开方式": "主动公开",
            "公开形式": "全文",
            "不公开理由": "",
            "保密审查": "通过",
            "公开审查": "通过",
            "公开日期": str(replied + datetime.timedelta(14)),
            "采纳情况": random.choice(("采纳", "部分采纳")),
            "转化形式": random.choice(("", "政策措施")),
            "转化成果": "",
            "跟踪结果": "",
            "联系人": "内部联系人",
            "联系电话": "0999-80000000",
            "备注": "已归档",
        }
        yield Reply(row, prose.letter(size), f"{KINDS[kind]}-{year}/{number}.md")


def write(path: pathlib.Path, text: str) -> None:
    if not path.parent.exists():
        path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
