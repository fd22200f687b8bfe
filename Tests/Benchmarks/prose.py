"""Chinese official prose from a seeded generator: varied enough that no two replies share a paragraph."""

import random

PLACES = "临湖市 云川市 北原市 东麓市 青岭市 南浦市 西岭州 河口县 清溪县 石桥区 苇港区 松林区".split()
BODIES = "我厅 我委 我局 省级有关部门 各市州 县（市、区）人民政府 基层单位 有关企业 行业协会 专家组".split()
TIMES = (
    "近年来 年初以来 上半年 “十四五”期间 上年年底前 截至目前 在前期调研基础上 根据您的建议 按照省委、省政府部署 经认真研究".split()
)
ACTIONS = (
    "印发实施 修订完善 全面梳理 逐项落实 统筹推进 重点支持 规范管理 加快建设 联合开展 持续优化 分类指导 协调解决 定期评估 严格执行".split()
)
MATTERS = (
    "普惠托育服务体系 老旧小区改造计划 农产品冷链物流设施 城乡公交一体化线路 基层医疗卫生机构标准化建设 职业教育产教融合基地 "
    "停车资源共享办法 中小河流治理项目 生活垃圾分类投放制度 政务服务“一网通办”事项 知识产权快速维权机制 文物保护单位安全责任 "
    "无障碍环境建设标准 民营企业融资服务平台 食品安全追溯系统 高标准农田管护制度 乡村旅游公共服务设施 养老机构等级评定".split()
)
RESULTS = (
    "取得了阶段性成效 群众反映较好 问题整改率明显提高 投诉量同比下降 还存在覆盖面不够的问题 已纳入年度考核 为下一步工作打下了基础 "
    "形成了可以推广的做法 经费保障得到落实 与先进省份相比仍有差距 办理时间平均缩短 责任链条进一步压实".split()
)
AIMS = (
    "补齐短板 方便群众 减轻基层负担 提高资金使用效益 保障公共安全 促进城乡均衡 激发市场活力 守住底线 提升服务质量 做到件件有着落".split()
)
HEADINGS = (
    "关于基本情况 已经开展的工作 关于加大资金投入 关于完善政策措施 关于加强部门协同 存在的困难和问题 下一步工作打算 关于健全长效机制 "
    "关于强化监督检查 关于做好宣传引导".split()
)
SUBJECTS = (
    "加快推进 进一步加强 规范和完善 支持发展 优化 破解 健全 推动 统筹做好 大力提升".split()
)
NUMERALS = "一二三四五六七八九十"


class Prose:
    def __init__(self, seed: int):
        self.random = random.Random(seed)
        # Sentences are drawn from a large pool: a pick costs little, and numbers make each paragraph its own.
        self.pool = [self._sentence() for _ in range(20_000)]

    def _sentence(self) -> str:
        pick = self.random.choice
        matter = pick(MATTERS)
        forms = (
            f"{pick(TIMES)}，{pick(BODIES)}{pick(ACTIONS)}{matter}，共安排资金%d万元，{pick(RESULTS)}。",
            f"{pick(PLACES)}{pick(ACTIONS)}{matter}，涉及群众%d户，{pick(RESULTS)}，{pick(RESULTS)}。",
            f"{pick(BODIES)}会同{pick(BODIES)}，以{pick(AIMS)}、{pick(AIMS)}为目标，{pick(ACTIONS)}{matter}%d项。",
            f"关于您提出的{matter}问题，{pick(TIMES)}已{pick(ACTIONS)}，完成年度任务的%d‰，{pick(RESULTS)}。",
            f"对条件尚不具备的，由{pick(PLACES)}等%d个地方先行试点，{pick(AIMS)}，再逐步推开。",
        )
        return pick(forms)

    def sentence(self) -> str:
        return self.random.choice(self.pool) % self.random.randrange(10, 9_000)

    def paragraph(self) -> str:
        return "".join(self.sentence() for _ in range(self.random.randrange(3, 7)))

    def subject(self) -> str:
        pick = self.random.choice
        return f"{pick(SUBJECTS)}{pick(PLACES)}{pick(MATTERS)}"

    def table(self) -> str:
        rows = [f"| {place} | {self.random.randrange(9_000)} | {self.random.randrange(1_000)} |" for place in PLACES[:6]]
        return "\n".join(["| 地区 | 任务（户） | 完成（户） |", "| --- | ---: | ---: |", *rows])

    def list(self) -> str:
        return "\n".join(f"- **{self.random.choice(AIMS)}。** {self.sentence()}" for _ in range(4))

    def letter(self, size: int) -> str:
        """Markdown of about `size` bytes, with headings 一、 and （一）, and a table or a list in two of three letters."""
        parts = ["您提出的建议收悉，感谢您对这项工作的关心和支持。现答复如下："]
        length = len(parts[0].encode())
        extra = self.random.choice(("table", "list", None))
        section = 0
        while length < size - 400:
            if section < len(NUMERALS) and len(parts) % 7 == 1:
                block = f"## {NUMERALS[section]}、{HEADINGS[section]}"
                section += 1
            elif len(parts) % 7 in (2, 5) and section:
                block = f"### （{NUMERALS[len(parts) % 7 // 3]}）{self.random.choice(HEADINGS)}\n\n{self.paragraph()}"
            elif extra and length > size // 2:
                block = self.table() if extra == "table" else self.list()
                extra = None
            else:
                block = self.paragraph()
            parts.append(block)
            length += len(block.encode()) + 2
        parts.append("再次感谢您的关心，欢迎继续提出宝贵意见。")
        return "\n\n".join(parts) + "\n"
