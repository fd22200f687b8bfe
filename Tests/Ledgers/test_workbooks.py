"""The same ledger as CSV and as workbooks of other programs: the column is the same to the byte."""

import csv
import datetime
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

ROOT = Path(__file__).resolve().parents[2]
FUWEN = ROOT / os.environ.get("FUWEN", ".build/release/fuwen")
LEDGERS = ["2023年建议", "2024年建议", "2025年建议"]
DATES = {"交办日期", "办理时限", "延期至", "答复日期", "公开日期", "会办意见送达日期"}
NUMBERS = {"年份", "联名人数", "采纳条数"}


def rows_of(name):
    """The ledger's rows: those above its header, the header, and the records."""
    text = (ROOT / f"content/records/{name}.csv").read_bytes()
    try:
        text = text.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = text.decode("gb18030")
    rows = list(csv.reader(text.splitlines(keepends=True), delimiter="\t" if "\t" in text else ","))
    head = next(index for index, row in enumerate(rows) if "类型" in row)
    return rows[:head], rows[head], rows[head + 1 :]


def build(folder, write):
    """The column of the demonstration, whose tables `write` has made anew: its files by path, and what was said."""
    for part in ("content", "templates"):
        shutil.copytree(ROOT / part, folder / part)
    for name in LEDGERS:
        (folder / f"content/records/{name}.csv").unlink()
        write(folder / "content/records" / name, *rows_of(name))
    done = subprocess.run([FUWEN, "build", "--quiet", "--site", folder], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    public = folder / "public"
    return {path.relative_to(public): path.read_bytes() for path in public.rglob("*") if path.is_file()}, done.stderr


def write_csv(path, titles, header, records):
    with open(path.with_suffix(".csv"), "w", newline="", encoding="utf-8") as file:
        csv.writer(file, quoting=csv.QUOTE_ALL).writerows(titles + [header] + records)


@pytest.fixture(scope="module")
def column(tmp_path_factory):
    return build(tmp_path_factory.mktemp("csv"), write_csv)


def plain(path, titles, header, records, **options):
    """Every cell a text."""
    workbook = openpyxl.Workbook(**options)
    sheet = workbook.create_sheet("台账") if workbook.write_only else workbook.active
    for row in titles + [header] + records:
        sheet.append([cell or None for cell in row])
    workbook.save(path.with_suffix(".xlsx"))


def typed(path, titles, header, records, epoch=None, date_format="yyyy/m/d;@"):
    """As people type it: days are days, numbers are numbers, numbers of proposals have leading zeros by their format."""
    workbook = openpyxl.Workbook()
    if epoch:
        workbook.epoch = epoch
    sheet = workbook.active
    for row in titles + [header]:
        sheet.append(row)
    for number, row in enumerate(records, len(titles) + 2):
        for index, (name, text) in enumerate(zip(header, row), 1):
            cell = sheet.cell(number, index, text or None)
            if name in DATES and text:
                cell.value = datetime.date(*map(int, re.findall(r"\d+", text)))
                cell.number_format = date_format
            elif name in NUMBERS and text.isdigit():
                cell.value = int(text)
            elif text.isdigit() and len(text) == 4:
                cell.value = int(text)
                cell.number_format = "0000"
    workbook.save(path.with_suffix(".xlsx"))


def dressed(path, titles, header, records):
    """Merged titles, filters, frozen panes, colours, comments, pictures of formats, empty rows below."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.append(["某某台账"])
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(header))
    for row in [header] + records:
        sheet.append([cell or None for cell in row])
    for cell in sheet[2]:
        cell.font = openpyxl.styles.Font(bold=True, name="黑体")
        cell.fill = openpyxl.styles.PatternFill("solid", fgColor="FFFF00")
    for row in range(sheet.max_row + 1, sheet.max_row + 500):
        for column in range(1, len(header) + 1):
            sheet.cell(row, column).border = openpyxl.styles.Border(left=openpyxl.styles.Side("thin"))
    sheet.auto_filter.ref = sheet.dimensions
    sheet.freeze_panes = "A3"
    sheet["A3"].comment = openpyxl.comments.Comment("批注：此处不得公开", "某人")
    sheet.column_dimensions["A"].hidden = True
    workbook.create_sheet("Sheet2")
    workbook.save(path.with_suffix(".xlsx"))


def merged(path, titles, header, records):
    """Neighbours with the same value are merged, column by column."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for row in titles + [header] + records:
        sheet.append([cell or None for cell in row])
    first = len(titles) + 2
    # One column stays, which tells one row from the next.
    for column in (index for index, name in enumerate(header) if name not in {"承办单位", "编号", "案号", "建议编号"}):
        start = 0
        for end in range(1, len(records) + 1):
            if end == len(records) or records[end][column] != records[start][column] or not records[start][column]:
                if end - start > 1:
                    sheet.merge_cells(None, first + start, column + 1, first + end - 1, column + 1)
                start = end
    workbook.save(path.with_suffix(".xlsx"))


def rich(path, titles, header, records):
    """Texts in several fonts."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for row in titles + [header]:
        sheet.append(row)
    bold = InlineFont(b=True)
    for row in records:
        sheet.append([CellRichText(TextBlock(bold, cell[:2]), cell[2:]) if len(cell) > 2 else cell or None for cell in row])
    workbook.save(path.with_suffix(".xlsx"))


def formulas(path, titles, header, records):
    """Some cells are formulas, whose values LibreOffice calculates."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for row in titles + [header]:
        sheet.append(row)
    for row in records:
        quoted = [f'="{cell}"' if 0 < len(cell) < 40 and '"' not in cell and "\n" not in cell else cell or None for cell in row]
        sheet.append(quoted)
    workbook.save(path.with_suffix(".xlsx"))


def by_libreoffice(write, *, to="xlsx"):
    """The same, saved by LibreOffice."""

    def convert(path, *rows):
        write(path, *rows)
        made = path.with_suffix(".csv" if write is write_csv else ".xlsx")
        source = made.rename(path.parent.parent.parent / made.name)
        profile = path.parent.parent.parent / "profile"
        options = ["--infilter=CSV:44,34,76,1,,0,true"] if write is write_csv else []
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", *options, "--convert-to", to,
             "--outdir", path.parent, source],
            check=True, capture_output=True, timeout=300,
        )  # fmt: skip
        source.unlink()

    return convert


def strict(path, titles, header, records):
    """The namespaces of the strict form."""
    plain(path, titles, header, records)
    file = path.with_suffix(".xlsx")
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    spaces = {
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    }
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            for old, new in spaces.items():
                content = content.replace(old, new)
            archive.writestr(name, content)


SHAPES = {
    "texts": plain,
    "texts, written row by row": lambda *rows: plain(*rows, write_only=True),
    "days and numbers": typed,
    "days from 1904": lambda *rows: typed(*rows, epoch=openpyxl.utils.datetime.CALENDAR_MAC_1904),
    "days in Chinese": lambda *rows: typed(*rows, date_format='[$-804]yyyy"年"m"月"d"日"'),
    "dressed": dressed,
    "merged": merged,
    "rich text": rich,
    "strict": strict,
    "LibreOffice from texts": by_libreoffice(plain),
    "LibreOffice from days and numbers": by_libreoffice(typed),
    "LibreOffice from CSV": by_libreoffice(write_csv),
    "LibreOffice, merged": by_libreoffice(merged),
    "LibreOffice, formulas": by_libreoffice(formulas),
    "LibreOffice, strict": by_libreoffice(typed, to="xlsx:Calc Office Open XML"),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_shape_does_not_matter(shape, column, tmp_path):
    files, said = build(tmp_path, SHAPES[shape])
    assert files == column[0]
    assert said == column[1]


def test_bombs_are_refused(tmp_path):
    """What a part says of its size need not be true."""
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    shutil.copytree(ROOT / "content", tmp_path / "content")
    sheet = tmp_path / "content/records/z.xlsx"
    plain(sheet, [], ["类型", "编号"], [["建议", "1"]])
    with zipfile.ZipFile(sheet) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(sheet, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            if name == "xl/worksheets/sheet1.xml":
                content = content.replace(b"<sheetData>", b"<sheetData>" + b" " * (600 << 20))
            archive.writestr(name, content)
    packed = bytearray(sheet.read_bytes())
    entry = packed.index(b"PK\1\2")
    while b"sheet1.xml" not in packed[entry : entry + 120]:
        entry = packed.index(b"PK\1\2", entry + 4)
    packed[entry + 24 : entry + 28] = (1000).to_bytes(4, "little")
    sheet.write_bytes(packed)
    done = subprocess.run(
        ["bash", "-c", f"ulimit -v 1500000; exec {FUWEN} check --site {tmp_path}"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "z.xlsx：" in done.stderr and "文件损坏" in done.stderr or "超过上限" in done.stderr, done.stderr
