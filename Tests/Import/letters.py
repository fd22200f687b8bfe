"""Word letters of many habits, each with what is to be recognised in it and what is left out on purpose."""

import base64
import io
import re
import shutil
import subprocess
from dataclasses import dataclass, field

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

OPENING = "您提出的《关于加装电梯的建议》（第0216号）收悉。现答复如下："
PROPOSAL = "您提出的《关于加装电梯的提案》（第0216号）收悉。现答复如下："
TITLE = "示例省教育厅对省十四届人大二次会议第0216号建议的答复"
FIELDS = {
    "编号": "0216", "届次": "省十四届人大二次会议", "类型": "建议", "标题": TITLE, "主送": "赵甲代表", "署名": "示例省教育厅",
    "成文日期": "2024-05-20", "发文字号": "示教函〔2024〕12号", "公开方式": "主动公开",
}  # fmt: skip
TEXT = [
    "一、强化领办",
    "我厅把办理建议作为“一把手”工程，主要负责同志领办，全年召开专题会议3次。",
    "（一）完善机制",
    "建立台账，明确主办处室、会办单位和办理时限，每月通报一次进度。",
    "1.加强沟通。先后两次登门听取意见，改进了方案。",
    "（1）增加资金。安排专项资金1200万元，同比增长8.5%。",
    "二、下一步打算",
    "我们将继续推进加装电梯工作，力争2025年底前完成300台。感谢您对教育工作的关心和支持！",
]
PIXEL = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")


@dataclass
class Letter:
    document: docx.document.Document
    fields: dict = field(default_factory=lambda: dict(FIELDS))
    # Texts that are in the file and in no part of the page.
    left_out: list = field(default_factory=list)
    # What the report must say.
    reported: list = field(default_factory=list)
    # What is done to the saved file.
    finish: object = None
    # Texts that must stand in the reply's Markdown as they are here.
    markdown: list = field(default_factory=list)


def add(document, *texts, style=None, align=None):
    paragraphs = [document.add_paragraph(text, style=style) for text in texts]
    for paragraph in paragraphs:
        if align is not None:
            paragraph.alignment = align
    return paragraphs[-1]


def standard(head=True, opening=OPENING, text=TEXT, foot=True, title=TITLE):
    """The usual letter, in parts that may be left out and made otherwise."""
    document = docx.Document()
    if head:
        add(document, "示教函〔2024〕12号", align=WD_ALIGN_PARAGRAPH.RIGHT)
        add(document, title, align=WD_ALIGN_PARAGRAPH.CENTER)
        add(document, "赵甲代表：")
    add(document, opening, *text)
    if foot:
        signed(document)
    return document


def signed(document):
    add(document, "示例省教育厅", "2024年5月20日", align=WD_ALIGN_PARAGRAPH.RIGHT)
    add(document, "公开方式：主动公开")


def plain():
    return Letter(standard())


def indented():
    document = standard(text=[])
    for paragraph in document.paragraphs:
        if paragraph.text == OPENING:
            for text in reversed(TEXT):
                new = OxmlElement("w:p")
                paragraph._p.addnext(new)
                docx.text.paragraph.Paragraph(new, paragraph._parent).add_run("　　" + text + "  ")
    return Letter(document)


def title_style():
    document = docx.Document()
    add(document, TITLE, style="Title")
    add(document, "示教函〔2024〕12号", "赵甲代表：", OPENING, *TEXT)
    signed(document)
    return Letter(document)


def title_in_two_lines():
    document = standard(head=False)
    first = document.paragraphs[0]
    for text in ["示教函〔2024〕12号", "示例省教育厅对省十四届人大二次会议", "第0216号建议的答复", "赵甲代表："]:
        first.insert_paragraph_before(text)
    return Letter(document)


def title_with_break():
    document = standard(head=False)
    first = document.paragraphs[0]
    first.insert_paragraph_before("示教函〔2024〕12号")
    title = first.insert_paragraph_before("示例省教育厅对省十四届人大二次会议")
    title.runs[0].add_break(WD_BREAK.LINE)
    title.add_run("第0216号建议的答复").bold = True
    first.insert_paragraph_before("赵甲代表:")
    return Letter(document)


def title_as_heading():
    document = docx.Document()
    add(document, "示教函〔2024〕12号")
    document.add_heading(TITLE, 1)
    add(document, "赵甲代表：", OPENING)
    for text in TEXT:
        if text.startswith(("一、", "二、")):
            document.add_heading(text, 2)
        elif text.startswith("（一）"):
            document.add_heading(text, 3)
        else:
            add(document, text)
    signed(document)
    return Letter(document, markdown=["## 一、强化领办", "### （一）完善机制"])


def red_head():
    document = standard(head=False)
    first = document.paragraphs[0]
    for text in ["A类", "示例省教育厅", "示教函〔2024〕12号        签发人：钱乙", TITLE, "赵甲代表："]:
        first.insert_paragraph_before(text)
    letter = Letter(document, left_out=["签发人：钱乙", "示例省教育厅", "A类"], reported=["没有导入：签发人\n"])
    letter.fields["答复类别"] = "A"
    return letter


def red_head_as_file():
    document = standard(head=False)
    first = document.paragraphs[0]
    for text in ["000012", "特急", "示例省教育厅文件", "示教函〔2024〕12号", TITLE, "赵甲代表："]:
        first.insert_paragraph_before(text)
    return Letter(document, left_out=["000012", "特急", "示例省教育厅文件"], reported=["没有导入：份号；紧急程度\n"])


def head_in_table():
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "示教函〔2024〕12号"
    table.cell(0, 1).text = "答复类别：B"
    add(document, TITLE, "赵甲代表：", OPENING, *TEXT)
    signed(document)
    letter = Letter(document, left_out=["答复类别：B"])
    letter.fields["答复类别"] = "B"
    return letter


def bold_run_in():
    document = standard(text=[])
    last = document.paragraphs[3]
    for text in reversed(["一是抓责任。明确分工。", "二是抓督办。按月通报。", "三是抓公开。应公开尽公开。"]):
        new = OxmlElement("w:p")
        last._p.addnext(new)
        paragraph = docx.text.paragraph.Paragraph(new, last._parent)
        head, rest = text.split("。", 1)
        paragraph.add_run(head[:2]).bold = True
        paragraph.add_run(head[2:] + "。").bold = True
        paragraph.add_run(rest)
    return Letter(document, markdown=["**一是抓责任。**明确分工。"])


def bold_headings():
    document = standard(text=[])
    anchor = document.paragraphs[3]
    for text in reversed(TEXT):
        new = OxmlElement("w:p")
        anchor._p.addnext(new)
        run = docx.text.paragraph.Paragraph(new, anchor._parent).add_run(text)
        run.bold = text.startswith(("一、", "二、", "（一）"))
        run.font.size = Pt(16)
    return Letter(document, markdown=["\n一、强化领办\n"])


def numbering(document, levels):
    """A list that Word counts, with these formats and texts of its levels; its number."""
    part = document.part.numbering_part.element
    number = 900 + len(part)
    abstract = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>' + "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for level, (form, text) in enumerate(levels)
    ) + "</w:abstractNum>"  # fmt: skip
    part.insert(0, parse_xml(abstract))
    part.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))
    return number


def count(paragraph, number, level=0):
    paragraph._p.get_or_add_pPr().append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
    )


def counted_by_word():
    document = standard(text=[], foot=False)
    number = numbering(document, [("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）")])
    for text, level in [("强化领办", 0), (TEXT[1], None), ("完善机制", 1), (TEXT[3], None), ("下一步打算", 0), (TEXT[7], None)]:
        paragraph = add(document, text)
        if level is not None:
            count(paragraph, number, level)
    signed(document)
    return Letter(document, markdown=["一、强化领办", "（一）完善机制", "二、下一步打算"])


def counted_headings():
    """The usual template: headings are numbered by their styles."""
    document = standard(text=[], foot=False)
    number = numbering(document, [("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）")])
    for level in (0, 1):
        style = document.styles[f"Heading {level + 1}"].element.get_or_add_pPr()
        style.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'))
    for text, level in [("强化领办", 1), (TEXT[1], 0), ("完善机制", 2), (TEXT[3], 0), ("下一步打算", 1), ("完善机制", 2), (TEXT[7], 0)]:
        if level:
            document.add_heading(text, level)
        else:
            add(document, text)
    signed(document)
    return Letter(document, markdown=["## 一、强化领办", "### （一）完善机制", "## 二、下一步打算\n\n### （一）完善机制"])


def counted_in_digits():
    document = standard(text=["一、工作情况"], foot=False)
    number = numbering(document, [("decimal", "%1.")])
    for text in ["抓住关键，突出重点。", "强化督办，按期办结。"]:
        count(add(document, text), number)
    add(document, "以上工作均已完成。")
    count(add(document, "公开结果，接受监督。"), number)
    signed(document)
    return Letter(document, markdown=["1.抓住关键，突出重点。", "3.公开结果，接受监督。"])


def bullets():
    document = standard(text=["一、工作情况"], foot=False)
    for text in ["加快审批", "加大补助"]:
        add(document, text, style="List Bullet")
    signed(document)
    return Letter(document, markdown=["- 加快审批"])


def typed_numbers():
    text = ["1. 加快审批，压减时限。", "2、加大补助，落实资金。", "3) 加强监管。", "2024. 年不是编号", "- 横线开头", "+ 加号开头", "# 井号开头"]
    return Letter(standard(text=text))


def several_proposals():
    opening = "您提出的《关于落实国务院第711号令的建议》（第216号）、《关于加装电梯的建议》（第0301号）收悉。按照国务院令第722号办理，现答复如下："
    letter = Letter(standard(title=TITLE.replace("0216号", "0216号、第0301号"), opening=opening),
                    reported=["这封信答复的不止一件（第0216号、第0301号），只按第0216号写了文件"])  # fmt: skip
    letter.fields["标题"] = TITLE.replace("0216号", "0216号、第0301号")
    return letter


def head_of_another_agency():
    document = standard()
    document.paragraphs[0].insert_paragraph_before("示例省人民政府办公厅文件")
    return Letter(document, left_out=["示例省人民政府办公厅文件"], reported=["没有导入：发文机关标志（示例省人民政府办公厅）"])


def special_characters():
    text = [
        "公式 a*b*c 与 _下划线_ 和 `代码`，参见[附录](不是链接)，<div>不是标签</div>，A&amp;B，R&D，C|D，反斜杠\\n。",
        "> 大于号开头，**不是粗体**，~~不是删除线~~，![不是图](a.png)。",
        "***",
        "---",
        "表 | 格 | 线",
        "网址 http://www.example.gov.cn/a_b_c?x=1&y=2 在文字里。",
        "{{ 不是模板 }}{% 也不是 %}，[^1]不是脚注，$5$。",
        "生僻字：𬭎、䶮、㼆、𠮷，全角ＡＢＣ１２３。",
    ]
    return Letter(standard(text=text))


def table():
    document = standard(text=["数据如下：".replace("：", "。")], foot=False)
    grid = [["市州", "件数", "占比"], ["云川市", "12", "40.0%"], ["临湖市", "18", "60.0%"]]
    made = document.add_table(3, 3)
    for row, texts in enumerate(grid):
        for column, text in enumerate(texts):
            made.cell(row, column).text = text
    add(document, "以上数据截至2024年4月底。")
    signed(document)
    return Letter(document, markdown=["| 市州 | 件数 | 占比 |", "| 云川市 | 12 | 40.0% |"])


def merged_table():
    document = standard(text=[], foot=False)
    made = document.add_table(4, 4)
    for row in range(4):
        for column in range(4):
            made.cell(row, column).text = f"格{row}{column}"
    for first, last in [((0, 0), (1, 0)), ((0, 1), (0, 3)), ((2, 2), (3, 3))]:
        cells = [made.cell(r, c) for r in range(first[0], last[0] + 1) for c in range(first[1], last[1] + 1)]
        for cell in cells[1:]:
            cell.text = ""
        made.cell(*first).merge(made.cell(*last))
    signed(document)
    reported = ["第 1 张表里有合并的单元格，内容在占到的每一格都写了一遍：“格00”（2 行）、“格01”（3 列）、“格22”（2 行、2 列）"]
    return Letter(document, reported=reported, markdown=["| 格00 | 格01 | 格01 | 格01 |", "| 格00 | 格11 | 格12 | 格13 |", "| 格30 | 格31 | 格22 | 格22 |"])


def nested_table():
    document = standard(text=["情况如下。"], foot=False)
    outer = document.add_table(2, 2)
    outer.cell(0, 0).text, outer.cell(0, 1).text, outer.cell(1, 0).text = "项目", "进展", "电梯"
    inner = outer.cell(1, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "内层甲", "内层乙"
    signed(document)
    return Letter(document)


def several_paragraphs_in_a_cell():
    document = standard(text=["情况如下。"], foot=False)
    made = document.add_table(2, 2)
    made.cell(0, 0).text, made.cell(0, 1).text, made.cell(1, 0).text = "项目", "措施", "电梯"
    made.cell(1, 1).text = "一是补助|资金\n二是简化审批"
    signed(document)
    return Letter(document)


def in_a_frame():
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "示教函〔2024〕12号"
    for text in [TITLE, "赵甲代表：", OPENING, *TEXT, "示例省教育厅", "2024年5月20日", "公开方式：主动公开"]:
        cell.add_paragraph(text)
    return Letter(document)


def margins():
    document = standard()
    document.sections[0].header.paragraphs[0].text = "示例省教育厅办公室制"
    document.sections[0].footer.paragraphs[0].text = "— 1 —"
    return Letter(document, reported=["页眉页脚（示例省教育厅办公室制）"])


def tracked():
    document = standard()
    paragraph = document.paragraphs[-3]
    paragraph._p.append(parse_xml(
        f'<w:ins {nsdecls("w")} w:id="1" w:author="a" w:date="2024-01-01T00:00:00Z"><w:r><w:t>（盖章）</w:t></w:r></w:ins>'))  # fmt: skip
    target = document.paragraphs[5]
    target._p.append(parse_xml(
        f'<w:del {nsdecls("w")} w:id="2" w:author="a" w:date="2024-01-01T00:00:00Z"><w:r><w:delText>此处删去</w:delText></w:r></w:del>'))  # fmt: skip
    target._p.append(parse_xml(
        f'<w:ins {nsdecls("w")} w:id="3" w:author="a" w:date="2024-01-01T00:00:00Z"><w:r><w:t>此处增补。</w:t></w:r></w:ins>'))  # fmt: skip
    return Letter(document, left_out=["示例省教育厅（盖章）"], markdown=["此处增补。"])


def comments():
    document = standard()
    document.add_comment(document.paragraphs[4].runs, text="批注：此处不得公开", author="某人", initials="m")
    return Letter(document, reported=["批注 1 条"])


def text_box():
    document = standard()
    document.paragraphs[5]._p.append(parse_xml(
        f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r>'
        "<w:t>文本框里的提示</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"))  # fmt: skip
    return Letter(document, left_out=["文本框里的提示"], reported=["文本框（文本框里的提示）"])


def picture():
    document = standard()
    document.paragraphs[5].add_run().add_picture(io.BytesIO(PIXEL))
    return Letter(document, reported=["图片 1 张"])


def formats():
    document = standard(foot=False)
    paragraph = add(document, "建筑面积1200平方米，即1200m")
    paragraph.add_run("2").font.superscript = True
    paragraph.add_run("，")
    paragraph.add_run("旧数").font.strike = True
    paragraph.add_run("，下划线").underline = True
    paragraph.add_run("，斜体").italic = True
    paragraph.add_run("，又粗又斜。").bold = True
    paragraph.runs[-1].italic = True
    signed(document)
    return Letter(document, reported=["上标、下标的格式", "删除线的格式"])


def hidden():
    document = standard()
    document.paragraphs[5].add_run("隐藏的文字。").font.hidden = True
    return Letter(document, reported=["设为“隐藏”的文字"])


def hyperlink():
    document = standard(foot=False)
    paragraph = add(document, "详见")
    link = document.part.relate_to("https://www.example.gov.cn/a.html", docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    paragraph._p.append(parse_xml(
        f'<w:hyperlink {nsdecls("w", "r")} r:id="{link}"><w:r><w:t>办理公告</w:t></w:r></w:hyperlink>'))  # fmt: skip
    paragraph.add_run("。")
    signed(document)
    return Letter(document, markdown=["[办理公告](https://www.example.gov.cn/a.html)"])


def signature_in_one_line():
    document = standard(foot=False)
    add(document, "示例省教育厅      2024年5月20日", "（此件公开发布）")
    return Letter(document)


def signature_with_dotted_day():
    document = standard(foot=False)
    add(document, "示例省教育厅", "2024.5.20", "（此件公开发布）")
    return Letter(document)


def signature_in_one_paragraph():
    document = standard(foot=False)
    paragraph = add(document, "示例省教育厅")
    paragraph.runs[0].add_break(WD_BREAK.LINE)
    paragraph.add_run("二〇二四年五月二十日")
    add(document, "（公开属性：主动公开）")
    return Letter(document, left_out=["示例省教育厅 二〇二四年五月二十日"])


def joint_signature():
    document = standard(foot=False)
    add(document, "示例省教育厅（盖章）", "示例省财政厅（盖章）", "2024 年 5 月 20 日")
    add(document, "公开方式：主动公开。")
    letter = Letter(document, left_out=["示例省教育厅（盖章）", "示例省财政厅（盖章）"])
    letter.fields["署名"] = "示例省教育厅、示例省财政厅"
    return letter


def imprint():
    document = standard()
    add(document, "（联系人及电话：钱乙，0999-80000001）")
    add(document, "抄送：省人大常委会代表工作委员会，省政府办公厅，", "示例省财政厅。", "示例省教育厅办公室        2024年5月21日印发")
    letter = Letter(document, left_out=["（联系人及电话：钱乙，0999-80000001）", "示例省教育厅办公室2024年5月21日印发"],
                    reported=["联系人和电话", "印发机关和日期"])  # fmt: skip
    letter.fields["抄送"] = "省人大常委会代表工作委员会，省政府办公厅，示例省财政厅"
    return letter


def imprint_in_table():
    document = standard()
    made = document.add_table(2, 1)
    made.cell(0, 0).text = "抄送：省政府办公厅。"
    made.cell(1, 0).text = "示例省教育厅办公室　　2024年5月21日印发"
    letter = Letter(document, left_out=["示例省教育厅办公室2024年5月21日印发"], reported=["印发机关和日期"])
    letter.fields["抄送"] = "省政府办公厅"
    return letter


def contact_before_signature():
    document = standard(foot=False)
    add(document, "联系单位及电话：示例省教育厅办公室，0999-80000001")
    signed(document)
    return Letter(document, left_out=["联系单位及电话：示例省教育厅办公室，0999-80000001"], reported=["联系人和电话"])


def enclosures():
    document = standard(foot=False)
    add(document, "附件：1.电梯清单", "2.资金安排表")
    signed(document)
    add(document, "附件1")
    document.add_heading("电梯清单", 1)
    add(document, "云川市120台，临湖市180台。")
    return Letter(document, reported=["留在正文里", "落款以后还有文字"])


def thanks_then_signature():
    document = standard(text=[*TEXT, "专此函复", "此复"], foot=False)
    signed(document)
    return Letter(document)


def addressees():
    document = standard(head=False)
    first = document.paragraphs[0]
    for text in ["示教函〔2024〕12号", TITLE, "尊敬的赵甲、钱乙、孙丙代表："]:
        first.insert_paragraph_before(text)
    letter = Letter(document)
    letter.fields["主送"] = "尊敬的赵甲、钱乙、孙丙代表"
    return letter


def disclosure_at_head():
    document = standard(head=False, foot=False)
    first = document.paragraphs[0]
    for text in ["公开属性：主动公开", "示教函〔2024〕12号", TITLE, "赵甲代表：" ]:
        first.insert_paragraph_before(text)
    add(document, "示例省教育厅", "2024年5月20日")
    return Letter(document)


def on_request():
    document = standard(foot=False)
    add(document, "示例省教育厅", "2024年5月20日", "公开方式：依申请公开")
    letter = Letter(document)
    letter.fields["公开方式"] = "依申请公开"
    return letter


def proposal():
    document = standard(head=False, opening=PROPOSAL)
    first = document.paragraphs[0]
    for text in ["示教函﹝2024﹞12号", "关于省政协十三届二次会议第0216号提案的答复函", "民盟示例省委员会："]:
        first.insert_paragraph_before(text)
    letter = Letter(document)
    letter.fields |= {"标题": "关于省政协十三届二次会议第0216号提案的答复函", "主送": "民盟示例省委员会", "类型": "提案", "届次": "省政协十三届二次会议",
                      "发文字号": "示教函﹝2024﹞12号"}  # fmt: skip
    return letter


def number_in_opening():
    document = docx.Document()
    add(document, "关于加装电梯的建议的答复", "赵甲代表：", "您在省十四届人大二次会议上提出的《关于加装电梯的建议》（第 ０２１６ 号）收悉。", *TEXT)
    add(document, "示例省教育厅", "2024年5月20日")
    letter = Letter(document, reported=["没有认出：发文字号、公开方式"])
    letter.fields |= {"标题": "关于加装电梯的建议的答复"}
    del letter.fields["发文字号"], letter.fields["公开方式"]
    return letter


def bare():
    document = docx.Document()
    add(document, *TEXT)
    letter = Letter(document, reported=["没有认出：编号、届次、类型、标题、主送、署名、成文日期、发文字号、公开方式"])
    letter.fields = {}
    return letter


def quotation_indent():
    document = standard()
    for paragraph in document.paragraphs[4:12]:
        paragraph.paragraph_format.left_indent = Pt(40)
    return Letter(document)


def footnotes():
    """Made by pandoc, since python-docx knows no footnotes."""
    text = "\n\n".join(["示教函〔2024〕12号", TITLE, "赵甲代表：", OPENING, *TEXT[:1], "全省已加装电梯1200台。[^1]其中云川市占四成。[^2]", *TEXT[2:]])
    text += "\n\n示例省教育厅\n\n2024年5月20日\n\n公开方式：主动公开\n\n[^1]: 数据截至2024年4月底。\n\n[^2]: 见《关于加装电梯的通报》。\n"
    made = subprocess.run(["pandoc", "-f", "markdown-fancy_lists", "-t", "docx"], input=text.encode(), capture_output=True, check=True)
    return Letter(docx.Document(io.BytesIO(made.stdout)), markdown=["1200台。[^1]其中", "[^2]: 见《关于加装电梯的通报》。"])


def by_libreoffice(make):
    """The same letter, saved by LibreOffice."""

    def made():
        letter = make()
        letter.finish = "libreoffice"
        return letter

    return made


HABITS = {
    make.__name__.replace("_", " "): make
    for make in [
        plain, indented, title_style, title_in_two_lines, title_with_break, title_as_heading, red_head, red_head_as_file,
        head_in_table, bold_run_in, bold_headings, counted_by_word, counted_headings, counted_in_digits, bullets, typed_numbers,
        several_proposals, head_of_another_agency, special_characters, table, merged_table, nested_table, several_paragraphs_in_a_cell, in_a_frame, margins, tracked,
        comments, text_box, picture, formats, hidden, hyperlink, signature_in_one_line, signature_in_one_paragraph, signature_with_dotted_day,
        joint_signature, imprint, imprint_in_table, contact_before_signature, enclosures, thanks_then_signature, addressees,
        disclosure_at_head, on_request, proposal, number_in_opening, bare, quotation_indent, footnotes,
    ]
}  # fmt: skip
HABITS |= {
    f"{make.__name__.replace('_', ' ')}, by LibreOffice": by_libreoffice(make)
    for make in [plain, title_style, merged_table, counted_by_word, imprint_in_table, title_as_heading, footnotes]
}


def texts(document):
    """All paragraphs of a document's text, by their bare words; those of text boxes and deleted ones too, hidden readings not."""
    found = []
    for paragraph in document.element.body.iter(qn("w:p")):
        words = [
            node.text if node.tag == qn("w:t") else " "
            for node in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab"))
            if next(node.iterancestors(qn("w:p"))) is paragraph
        ]
        text = "".join(word or "" for word in words)
        if bare_words(text):
            found.append(text)
    return found


def bare_words(text):
    return re.sub(r"[\s\u200b]+", "", text)


def save(letter, path, profile):
    letter.document.save(path)
    if letter.finish == "libreoffice":
        folder = path.parent / "saved"
        subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "docx:MS Word 2007 XML",
                        "--outdir", folder, path], check=True, capture_output=True, timeout=300)  # fmt: skip
        shutil.move(folder / path.name, path)
