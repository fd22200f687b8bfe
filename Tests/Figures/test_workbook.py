"""The workbook of `fuwen stats`, read by another program."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.cell import MergedCell

FUWEN = Path(__file__).resolve().parents[2] / os.environ.get("FUWEN", ".build/release/fuwen")
SESSION = "省十三届人大一次会议"

SETTINGS = """\
站点名称: 示例省质量技术监督局
网址: https://www.example.gov.cn/zwgk/jyta/
网站标识码: "9900000001"
专栏名称: 办理结果公开
专栏说明: 公开建议提案的办理结果。
专栏关键词: [建议, 提案]
主办单位: 示例省质量技术监督局
截至日期: 2018-12-31
"""
REPORT = """\
---
标题: 代表建议办理工作总结
文种: 工作总结
日期: 2018-10-12
公开方式: 依申请公开
统计范围: {届次: 省十三届人大一次会议, 类型: 建议}
统计表:
  办理情况简介: {"1772": 局主要负责同志领办，已当面沟通。}
  制度建设: [{制度名称: 办理工作规定, 制定时间: 2012年11月, 内容简介: 规定了办理的程序和时限。}]
  办理结果公开: {公开载体: 我局网站, 有关情况: 答复全文公开。}
  办理范例: [{编号: "1773", 有关情况: 先沟通后答复。}]
  工作建议: =HYPERLINK("http://a.example")
---
正文。
"""
HEADER = "类型,届次,编号,标题,承办单位,承办方式,重点类别,交办日期,答复日期,答复类别,满意度,公开方式,公开日期"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bureau")
    rows = [HEADER]
    for number in range(1772, 1788):
        answer = "2018-06-10,A,满意,主动公开,2018-06-20" if number < 1774 else ",,,,"
        role, key = ("主办", "“一把手”领办建议" if number == 1772 else "") if number < 1774 else ("会办", "")
        rows.append(f"建议,{SESSION},{number},关于第{number}件事的建议,示例省质监局,{role},{key},2018-03-20,{answer}")
    for path, text in {"site.yaml": SETTINGS, "records/a.csv": "\n".join(rows), "reports/2018.md": REPORT}.items():
        (folder / "content" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "content" / path).write_text(text, encoding="utf-8")
    return folder


def stats(site, *arguments):
    scope = ["--session", SESSION, "--kind", "建议"]
    return subprocess.run(
        [FUWEN, "stats", "--site", site, *scope, "--format", *arguments], capture_output=True, check=True).stdout


@pytest.fixture(scope="module")
def workbook(site):
    path = site / "统计表.xlsx"
    path.write_bytes(stats(site, "xlsx"))
    return openpyxl.load_workbook(path)


@pytest.fixture(scope="module")
def figures(site):
    return json.loads(stats(site, "json"))


def test_merged_cells(workbook):
    body = [f"{column}5:{column}8" for column in "ABCDEFJKLMNOPQRS"]
    headings = ["A3:F3", "G3:I3", "J3:L3", "M3:O3", "P3:Q3", "R3:R4", "S3:S4"]
    titles = ["A1:S1", "A2:I2", "J2:S2"]
    assert {str(merged) for merged in workbook["统计表"].merged_cells.ranges} == set(body + headings + titles)


def test_the_form(workbook):
    sheet = workbook["统计表"]
    assert workbook.sheetnames == ["统计表", "数据", "承办单位", "答复类别"]
    assert sheet["A1"].value == f"示例省质量技术监督局{SESSION}代表建议办理工作情况统计表"
    assert (sheet["A2"].value, sheet["J2"].value) == ("填报单位：示例省质量技术监督局", "2018年10月")
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3, max_row=8)]
    assert [value for value in rows[0] if value] == [
        "基本情况", "有关建议办理工作情况", "制度建设", "办理结果公开", "办理范例", "工作创新", "工作建议"]
    assert rows[1] == [
        "建议总数", "主办件数量", "会办件数量", "参阅件数量", "不满意件数量", "不满意原因分析", "类别", "建议名称及编号", "办理情况简介", "制度名称",
        "制定时间", "内容简介", "公开件数", "公开载体", "有关情况", "建议名称", "有关情况", None, None]
    assert rows[2] == [
        16, 2, 14, 0, 0, "无", "“一把手”领办建议", "关于第1772件事的建议（第1772号）", "局主要负责同志领办，已当面沟通。", "办理工作规定", "2012年11月",
        "规定了办理的程序和时限。", 2, "我局网站", "答复全文公开。", "关于第1773件事的建议（第1773号）", "先沟通后答复。", None,
        '=HYPERLINK("http://a.example")']
    assert [[value for value in row if value] for row in rows[3:]] == [
        ["省人大代表重点建议", "无", "无"], ["省府办公厅重点督办建议", "无", "无"], ["代表连续多年就同一内容提出建议", "无", "无"]]
    # Text that looks like a formula stays text.
    assert sheet["S5"].data_type == "s"


def test_prints_on_one_page_wide(workbook):
    for sheet in workbook:
        page = sheet.page_setup
        # One page wide is what the format takes for granted.
        assert page.orientation == "landscape" and page.fitToWidth in (None, 1) and page.fitToHeight == 0
        assert str(page.paperSize) == (sheet.PAPERSIZE_A3 if sheet.title == "统计表" else sheet.PAPERSIZE_A4)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert all(
        cell.border.left.style == "thin" and cell.alignment.wrap_text
        for row in workbook["统计表"].iter_rows(min_row=3, max_row=8)
        for cell in row
        if not isinstance(cell, MergedCell))


def look_up(figures, code):
    if code == "total-yearBefore.total":
        return figures["total"] - figures["yearBefore"]["total"]
    parts = code.split(".", 1)
    if parts[0] in ("byUnit", "byCategory", "byTopic", "key"):
        return figures[parts[0]][parts[1]]
    if parts[0] == "byResult":
        scheme, result = parts[1].split(".")
        return next(c for c in figures["byResult"] if (c["scheme"], c["code"]) == (scheme, result))["count"]
    for part in code.split("."):
        figures = figures[part]
    return figures


def test_figures_are_those_of_the_json(workbook, figures):
    rows = list(workbook["数据"].values)
    assert rows[0] == ("分组", "项目", "代码", "件数", "分母", "百分比（%）")
    codes = [row[2] for row in rows[1:]]
    assert len(codes) > 40 and len(set(codes)) == len(codes)
    for _, name, code, count, whole, percent in rows[1:]:
        value = look_up(figures, code)
        if isinstance(value, dict):
            assert (count, whole, percent) == (value["n"], value["d"], value["percent"]), name
        else:
            assert count == value, name


def test_units_and_classes(workbook):
    units = list(workbook["承办单位"].values)
    assert dict(zip(units[0], units[1])) == {
        "承办单位": "示例省质监局", "承办总数": 16, "单独办理": 0, "主办": 2, "分办": 0, "会办": 14, "参阅": 0, "应答复": 2, "已答复": 2,
        "答复率（%）": 100, "按时率（%）": 100, "满意率（%）": 100, "公开件数": 2, "公开率（%）": 100}
    assert [(row[1], row[4], row[6]) for row in workbook["答复类别"].values][1:] == [
        ("A", 2, 100), ("B", 0, 0), ("C", 0, 0), ("D", 0, 0), (None, 0, None)]


def test_nothing_of_the_clock(site, workbook):
    assert stats(site, "xlsx") == stats(site, "xlsx")
    assert str(workbook.properties.created) == "2018-12-31 00:00:00"


def test_text_that_no_cell_can_hold(site, tmp_path):
    """XML has no place for some characters, programs take others for escapes, and a cell ends after 32,767."""
    shutil.copytree(site, tmp_path / "site")
    report = tmp_path / "site/content/reports/2018.md"
    advice = "甲\uffff乙\ufffe_x0041_x0042_丙" + "丁" * 40_000
    quoted = json.dumps(advice)
    report.write_text(re.sub("工作建议: .*", lambda _: f"工作建议: {quoted}", REPORT), encoding="utf-8")
    settings = tmp_path / "site/content/site.yaml"
    settings.write_text(SETTINGS.replace("主办单位: 示例省", '主办单位: "\\uffff省').replace("监督局\n截至", '监督局"\n截至'), encoding="utf-8")
    (tmp_path / "a.xlsx").write_bytes(stats(tmp_path / "site", "xlsx"))
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    text = book["统计表"]["S5"].value
    assert text.startswith("甲\ufffd乙\ufffd_x0041_x0042_丙丁") and text.endswith("丁……")
    # As it stands in the file, where two marks are escaped.
    assert len(text) == 32_767 - 2 * len("x005F_")
    assert book.properties.creator == "\ufffd省质量技术监督局"
