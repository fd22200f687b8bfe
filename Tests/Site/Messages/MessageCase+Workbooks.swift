import Foundation
import OfficeSamples

extension MessageCase {
  static let workbooks: [MessageCase] = [
    workbook(
      "cut off", "office/damaged", bytes: Array(sound.bytes.dropLast(40)),
      says: """
        错误 content/records/台账.xlsx：文件损坏，读不下去：压缩包不完整
          办法：请重新取一份完整的文件；若能打开，请用 Excel、Word 或 WPS 打开它，另存为一个新文件
        """),
    workbook(
      "not XML", "office/damaged", parts: ("xl/worksheets/sheet1.xml", "<worksheet>\n<sheetData></worksheet>"),
      says: """
        错误 content/records/台账.xlsx：文件损坏，读不下去：xl/worksheets/sheet1.xml 第 2 行不是合格的 XML（mismatched tag）
          办法：请重新取一份完整的文件；若能打开，请用 Excel、Word 或 WPS 打开它，另存为一个新文件
        """),
    workbook(
      "password", "office/encrypted", bytes: compound(holding: "EncryptedPackage"),
      says: """
        错误 content/records/台账.xlsx：文件设了打开密码，读不了
          办法：请打开它，取消密码（文件—信息—保护—用密码进行加密，清空密码）以后再保存
        """),
    workbook(
      "Excel 2003", "office/old-format", bytes: compound(holding: "Workbook"),
      says: """
        错误 content/records/台账.xlsx：这是旧版（2003 以前）的 Excel 或 Word 格式，读不了
          办法：请用 Excel、Word 或 WPS 打开它，表格另存为 .xlsx，文字另存为 .docx
        """),
    MessageCase(
      "Excel 2003 by its name", "ledger/format", files: ["content/records/台账.xls": "x"],
      says: """
        错误 content/records/台账.xls：不认识的台账格式
          办法：台账用 .xlsx、.csv、.tsv、.yaml 或 .json；.xls、.et、.ods 等表格请用 Excel 或 WPS 另存为“Excel 工作簿（*.xlsx）”；其他文件不要放在这里
        """),
    workbook(
      "web page", "office/wrong-kind", bytes: Array("<html><body><table><tr><td>类型</td></tr></table>".utf8),
      says: """
        错误 content/records/台账.xlsx：扩展名说这是 Excel 工作簿（.xlsx），内容却是网页（有的系统导出的“表格”其实是网页）
          办法：请用原来的程序打开它，另存为 Excel 工作簿（.xlsx）；只改扩展名不行
        """),
    workbook(
      "comma-separated text", "office/wrong-kind", bytes: Array("类型,届次\n".utf8),
      says: """
        错误 content/records/台账.xlsx：扩展名说这是 Excel 工作簿（.xlsx），内容却不是
          办法：请用原来的程序打开它，另存为 Excel 工作簿（.xlsx）；只改扩展名不行
        """),
    workbook(
      "Word document", "office/wrong-kind", parts: ("xl/workbook.xml", "<w:document xmlns:w=\"w\"/>"),
      says: """
        错误 content/records/台账.xlsx：扩展名说这是 Excel 工作簿（.xlsx），内容却是 Word 文档
          办法：请用原来的程序打开它，另存为 Excel 工作簿（.xlsx）；只改扩展名不行
        """),
    workbook(
      "ZIP bomb", "office/too-large", bytes: declaringSize(sound.bytes, 0x3000_0000),
      says: """
        错误 content/records/台账.xlsx：解开压缩以后，里面的 xl/worksheets/sheet1.xml 超过上限 512 MB
          办法：请删去不用的行、列和格式，或拆成几个文件；来历不明的文件不要使用
        """),
    workbook(
      "XML bomb", "office/entities",
      parts: ("xl/worksheets/sheet1.xml", "<!DOCTYPE a [<!ENTITY b \"bb\">]><worksheet>&b;</worksheet>"),
      says: """
        错误 content/records/台账.xlsx：里面的 xl/worksheets/sheet1.xml 有文档类型定义（DTD），Office 文件不会有，可能是恶意文件
          办法：来历不明的文件不要使用；若是自己的文件，请用 Excel、Word 或 WPS 打开它，另存为一个新文件
        """),

    workbook(
      "20,000 columns", "ledger/too-many-columns",
      bytes: SampleWorkbook([(0..<20_000).map { "列\($0)" }]).bytes,
      says: """
        错误 content/records/台账.xlsx 工作表“台账”第 1 行：ALM 列还有内容：台账最多 1000 列
          办法：请删去表格右边和台账无关的内容
        """),
    MessageCase(
      "20,000 columns in text", "ledger/too-many-columns",
      files: [ledgerFile: String(repeating: "列,", count: 20_000) + "列\n"],
      says: """
        错误 content/records/2024.csv 第 1 行：ALM 列还有内容：台账最多 1000 列
          办法：请删去表格右边和台账无关的内容
        """),
    workbook(
      "failed formula", "ledger/error-cell", rest: "<c r=\"J2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>",
      says: """
        错误 content/records/台账.xlsx 工作表“2024年”第 2 行“答复日期”：单元格 J2 的公式出错（#DIV/0!）
          办法：请改正公式，或直接填写内容；不用填的，清空这一格
        """),
    workbook(
      "formula without a value", "ledger/uncalculated-cell", rest: "<c r=\"J2\"><f>TODAY()</f></c>",
      says: """
        错误 content/records/台账.xlsx 工作表“2024年”第 2 行“答复日期”：单元格 J2 的公式还没有算出结果
          办法：请用 Excel 或 WPS 打开这个文件，保存一次
        """),
    workbook(
      "wrong day", "record/date", rest: "<c r=\"J2\" s=\"1\"><v>60</v></c>",
      says: """
        错误 content/records/台账.xlsx 工作表“2024年”第 2 行“答复日期”：“1900-02-29”不是日期，或者没有这一天
          办法：写成 2024-05-20、2024/5/20、2024.5.20 或 2024年5月20日
        """),
    workbook(
      "hidden rows", "ledger/hidden-rows", status: 0, row: "<row r=\"2\" hidden=\"1\">",
      says: """
        警告 content/records/台账.xlsx 工作表“2024年”第 2 行：有 1 行是隐藏或筛掉的（第 2 行），照样读取了
          办法：请取消隐藏和筛选，核对这些行；不要的行请删去
        """),
    workbook(
      "another sheet", "ledger/other-sheet", status: 0,
      also: SampleWorkbook.Sheet("2023年", state: "hidden", rows: SampleWorkbook.rows([["旧"]])),
      says: """
        警告 content/records/台账.xlsx 工作表“2023年”：这张隐藏的工作表有内容，没有读取：只读了“2024年”
          办法：在 site.yaml 里写明要读哪几张，例如“台账工作表: [2024年]”；写明以后不再提示
        """),
    workbook(
      "sheet under another name", "ledger/other-sheet", status: 0, settings: "台账工作表: [2024年, 提案]",
      also: SampleWorkbook.Sheet(
        "提案（新）", rows: SampleWorkbook.rows([LittleSite.header.split(separator: ",").map(String.init)])),
      says: """
        警告 content/records/台账.xlsx 工作表“提案（新）”：这张工作表像台账，没有读取；“台账工作表”里写的“提案”，这个文件里没有
          办法：要读的，改工作表的名称，或在 site.yaml 的“台账工作表”里写上“提案（新）”
        """),
    workbook(
      "text longer than a cell holds", "office/damaged",
      rest: "<c r=\"J2\" t=\"str\"><v>\(String(repeating: "甲", count: 32_768))</v></c>",
      says: """
        错误 content/records/台账.xlsx：文件损坏，读不下去：第 2 行 J 列的文字超过 32767 字
          办法：请重新取一份完整的文件；若能打开，请用 Excel、Word 或 WPS 打开它，另存为一个新文件
        """),
    workbook(
      "hidden sheet that is named", "ledger/hidden-sheet", status: 0, settings: "台账工作表: 2024年", state: "hidden",
      says: """
        警告 content/records/台账.xlsx 工作表“2024年”：这张工作表是隐藏的，照样读取了
          办法：请取消隐藏，免得以后忘了改它
        """),
    workbook(
      "no such sheet", "ledger/no-sheet", settings: "台账工作表: [2024, 2025年]",
      says: """
        错误 content/records/台账.xlsx：没有名为“2024”或“2025年”的工作表
          办法：是不是“2024年”？改工作表的名称，或改 site.yaml 的“台账工作表”；这里有：2024年
        """),
  ]

  // MARK: - The workbook

  /// The ledger of the little site, with its reply's day left out where `rest` gives one.
  private static func sample(row: String = "<row r=\"2\">", rest: String = "", state: String = "visible")
    -> SampleWorkbook
  {
    var cells = LittleSite.row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    if !rest.isEmpty { cells[9...] = [] }
    let rows = SampleWorkbook.rows([LittleSite.header.split(separator: ",").map(String.init), cells])
      .replacing("<row r=\"2\">", with: row)
    let text = rest.isEmpty ? rows : String(rows.dropLast("</row>".count)) + rest + "</row>"
    var workbook = SampleWorkbook(SampleWorkbook.Sheet("2024年", state: state, rows: text))
    workbook.formats = ["14"]
    return workbook
  }

  private static var sound: SampleWorkbook { sample() }

  private static func workbook(
    _ name: String, _ rule: String, status: Int32 = 1, settings: String = "", bytes: [UInt8],
    says text: String
  ) -> MessageCase {
    MessageCase(
      "workbook: " + name, rule, status: status,
      files: [ledgerFile: nil, settingsFile: LittleSite.settings + settings + "\n"],
      run: { site in
        try site.write(Data(bytes), to: "content/records/台账.xlsx")
        return site.build()
      }, says: text)
  }

  private static func workbook(
    _ name: String, _ rule: String, status: Int32 = 1, settings: String = "", row: String = "<row r=\"2\">",
    rest: String = "", state: String = "visible", also: SampleWorkbook.Sheet? = nil, says text: String
  ) -> MessageCase {
    var sample = sample(row: row, rest: rest, state: state)
    if let also { sample.sheets.append(also) }
    return workbook(name, rule, status: status, settings: settings, bytes: sample.bytes, says: text)
  }

  private static func workbook(
    _ name: String, _ rule: String, parts change: (name: String, text: String), says text: String
  ) -> MessageCase {
    let parts = sound.parts.map { $0.name == change.name ? change : $0 }
    return workbook(name, rule, bytes: SampleArchive.of(parts), says: text)
  }

  /// A compound file with a stream of that name in its directory.
  private static func compound(holding stream: String) -> [UInt8] {
    [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 1016)
      + stream.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } + [UInt8](repeating: 0, count: 512)
  }

  /// The archive whose directory says of its last part that it has so many bytes.
  private static func declaringSize(_ archive: [UInt8], _ size: UInt32) -> [UInt8] {
    var archive = archive
    guard
      let entry = archive.indices.dropLast(28).last(where: { archive[$0...].starts(with: [0x50, 0x4B, 0x01, 0x02]) })
    else { return [] }
    withUnsafeBytes(of: size.littleEndian) { archive.replaceSubrange(entry + 24..<entry + 28, with: $0) }
    return archive
  }
}
