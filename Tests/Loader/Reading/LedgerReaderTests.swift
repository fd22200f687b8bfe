import Diagnostics
import Testing

@testable import Loader

@Suite struct LedgerReaderTests {
  private static let names = ["编号", "标题", "主题", "答复日期"]
  private static let columns = LedgerColumns(
    names: [["编号"], ["标题", "案由"], ["主题"], ["答复日期"]], needed: [[0]]
  ) { name in
    switch name {
    case "案由": .keep(slot: 1)
    case "联系电话", "序号": .drop
    default: names.firstIndex(of: name).map { .keep(slot: $0) } ?? .unknown
    }
  }

  /// Rows as `row@line: cell|cell|…`, and what was reported.
  private func read(
    _ text: String, _ format: LedgerReader.Format = .csv
  ) -> (rows: [String], reports: [String]) {
    var diagnostics = Diagnostics()
    var rows: [String] = []
    LedgerReader(Self.columns).read(Array(text.utf8), format, file: "a", reporting: &diagnostics) { row, _ in
      guard let row else { return }
      let cells = row.cells.map { $0?.text ?? "·" }.joined(separator: "|")
      rows.append("\(row.place.row ?? 0)@\(row.place.line ?? 0): \(cells)")
    }
    let reports = diagnostics.list.map { "\($0.severity) \($0.place.row.map { "第\($0)行 " } ?? "")" + summary($0) }
    return (rows, reports)
  }

  @Test(arguments: [
    ("a.csv", LedgerReader.Format.csv), ("b/台账.TSV", .csv), ("a.yaml", .yaml), ("a.b.yml", .yaml), ("a.JSON", .json),
    ("a.xlsx", .xlsx), ("a.xls", nil), ("csv", .csv), ("", nil),
  ]) func tellsTheFormatByTheName(path: String, format: LedgerReader.Format?) {
    #expect(LedgerReader.Format(path: path) == format)
  }

  @Test(arguments: [
    // Any order, blanks inside headers, trimmed cells, wholly empty rows, short rows.
    (
      "标\u{3000}题,\"编\n号\"\n\u{3000}甲 \u{200B}, 0487\u{A0}\n\n,\n乙\n",
      ["2@3: 0487|甲|·|·", "5@6: ·|乙|·|·"]
    ),
    // Title rows above the header.
    ("某省二〇二四年建议办理台账,,\n单位：件,,\n编号,标题,答复日期\n1,甲,2024-05-01\n", ["4@4: 1|甲|·|2024-05-01"]),
    // Private columns count for the header row, and leave nothing.
    ("序号,联系电话,编号\n1,13800000000,0487\n2,13900000000,\n", ["2@2: 0487|·|·|·"]),
    // A header that is repeated where a printed page begins; cells that are empty beyond the header.
    (String(repeating: "\n", count: 30) + "编号,标题\n1,甲\n", ["32@32: 1|甲|·|·"]),
    ("编号\t标题\n1\t甲\t\t\n编号\t标题\n2\t乙\n", ["2@2: 1|甲|·|·", "4@4: 2|乙|·|·"]),
    ("\u{FEFF}编号,案由\r\n1,\"甲\r\n乙\"\r\n", ["2@2: 1|甲\r\n乙|·|·"]),
  ]) func readsTables(text: String, expected: [String]) {
    #expect(read(text) == (expected, []))
  }

  @Test func readsTablesInOtherEncodings() {
    // 编号,标题 / 1,中国 in GB 18030.
    let bytes: [UInt8] =
      [0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xB1, 0xEA, 0xCC, 0xE2, 0x0A, 0x31, 0x2C, 0xD6, 0xD0, 0xB9, 0xFA]
    var diagnostics = Diagnostics()
    var titles: [String?] = []
    LedgerReader(Self.columns).read(bytes, .csv, file: "a", reporting: &diagnostics) { row, _ in
      titles.append(row?.cells[1]?.text)
    }
    #expect(titles == ["中国"])
    #expect(diagnostics.list.isEmpty)
  }

  @Test func tellsThePlacesOfCells() {
    var diagnostics = Diagnostics()
    var places: [Place] = []
    let text = "编号,标题,主题\n1,\"甲\n乙\",丙\n"
    LedgerReader(Self.columns).read(Array(text.utf8), .csv, file: "a.csv", reporting: &diagnostics) { row, _ in
      places = [2, 3].compactMap { row?.place(ofSlot: $0, named: Self.names[$0]) }
    }
    #expect(
      places == [
        Place("a.csv", line: 3, column: 4, row: 2, field: "主题"), Place("a.csv", line: 2, row: 2, field: "答复日期"),
      ])
  }

  @Test(arguments: [
    ("", [], ["error ledger/empty 台账是空的 → 请填写表头和内容，或删去这个文件"]),
    (",\n\n", [], ["error ledger/empty 台账是空的 → 请填写表头和内容，或删去这个文件"]),
    (
      "台账\n甲乙丙丁戊己庚辛壬癸子丑寅卯,13800000000,编号,a,b,c,d,e,f\n1,2\n", [],
      [
        "error 第2行 ledger/no-header 2:0 前 20 行里没有找到表头；这一行的内容是“甲乙丙丁戊己庚辛壬癸子丑……”“……”“编号”“a”“b”“c”“d”“e”等 → 表头要有这些列：编号"
      ]
    ),
    (
      "编号，标题\n1，甲\n", [],
      ["error 第1行 ledger/no-header 1:0 前 20 行里没有找到表头；这一行的内容是“编号，标题” → 各列之间要用半角逗号或制表符隔开；表头要有这些列：编号"]
    ),
    (
      String(repeating: "说明,\n", count: 20) + "编号,标题\n1,甲\n", [],
      ["error 第1行 ledger/no-header 1:0 前 20 行里没有找到表头；这一行的内容是“说明” → 表头要有这些列：编号"]
    ),
    (
      "标题,编号,案由\n甲,1,乙\n", ["2@2: 1|甲|·|·"],
      ["error 第1行 ledger/duplicate-column 1:7 C 列“案由”和 A 列“标题”是同一项内容 → 请只保留其中一列"]
    ),
    (
      "编号,标题,答复期,颜色\n1,甲,5月,红\n2,乙,6月,绿\n", ["2@2: 1|甲|·|·", "3@3: 2|乙|·|·"],
      [
        "warning 第1行 ledger/unknown-column 1:7 不认识的列“答复期”，没有读取 → 是不是要写“答复日期”？",
        "warning 第1行 ledger/unknown-column 1:11 不认识的列“颜色”，没有读取 → 要读的，请把名称改成手册“台账”一章里的；不要的，请从台账中删去它",
      ]
    ),
    (
      "编号,,标题,\n1,,甲,\n2,x,乙,\n3,y,丙,\n", ["2@2: 1|甲|·|·", "3@3: 2|乙|·|·", "4@4: 3|丙|·|·"],
      ["warning 第3行 ledger/unnamed-column 3:3 B 列有内容而没有列名，没有读取 → 请在表头补上列名，或删去这一列"]
    ),
    (
      "编号,标题\n1,甲,乙\n2,丙,\n", ["3@3: 2|丙|·|·"],
      [
        "error 第2行 ledger/ragged-row 2:5 这一行比表头多出单元格：表头到 B 列为止，C 列还有内容 → 内容里有逗号时，请给整个单元格加半角双引号；若确实多一列，请补上表头"
      ]
    ),
    (
      "编号,标题,主题,答复日期\n1,合计情况,,\n合 计,2,,\n总计：,,2,\n合计,甲,乙,丙\n合计法,甲,,\n",
      ["2@2: 1|合计情况|·|·", "5@5: 合计|甲|乙|丙", "6@6: 合计法|甲|·|·"],
      [
        "warning 第3行 ledger/total-row 3:0 这是合计行，没有当作办理件读取 → 请从台账中删去合计行",
        "warning 第4行 ledger/total-row 4:0 这是合计行，没有当作办理件读取 → 请从台账中删去合计行",
      ]
    ),
    (
      "编号,标题\n1,甲\n2,\"乙\n", ["2@2: 1|甲|·|·"],
      ["error csv/unclosed-quote 3:3 这个单元格开头的引号没有收尾 → 请在单元格末尾补上半角双引号；内容里的半角双引号要写两遍"]
    ),
  ]) func reportsFaultsOfTables(text: String, rows: [String], reports: [String]) {
    #expect(read(text) == (rows, reports))
  }

  @Test(arguments: [
    ("- 编号: 0487\n  标 题: ' 甲 '\n- 编号:\n  主题: [乙, ~, 丙]\n-\n", ["1@1: 0487|甲|·|·", "2@3: ·|·|乙、丙|·"]),
    ("记录:\n  - 编号: 1\n    联系电话: {手机: 13800000000}\n  - 联系电话: 1\n", ["1@2: 1|·|·|·"]),
    ("[]\n", []),
  ]) func readsYAML(text: String, expected: [String]) {
    #expect(read(text, .yaml) == (expected, []))
  }

  @Test(arguments: [
    (
      "[{\"编号\": 12.50, \"案由\": \"甲\\n\"},\n {\"编号\": \"02\", \"标题\": null, \"主题\": []}]",
      ["1@1: 12.50|甲|·|·", "2@2: 02|·|·|·"]
    ),
    ("{\"记录\": [{\"编号\": true}]}", ["1@1: true|·|·|·"]),
  ]) func readsJSON(text: String, expected: [String]) {
    #expect(read(text, .json) == (expected, []))
  }

  @Test(arguments: [
    ("", [], ["error ledger/empty 台账是空的 → 请填写记录，或删去这个文件"]),
    (
      "编号: 1\n", [],
      [
        "error key/unknown 1:1 不认识的键“编号” → 可用的键：记录",
        "error key/missing 1:1 缺少“记录” → 请补上：记录: 内容",
      ]
    ),
    ("张三\n", [], ["error value/type 1:1 这里应是记录的列表（每条记录以“- ”开头，或放在“记录”之下），这里却是文字"]),
    (
      "- 编号: 1\n  标题: 甲\n  案由: 乙\n- 编号: 2\n", ["2@4: 2|·|·|·"],
      ["error 第1行 ledger/duplicate-column 3:3 “案由”和第 2 行的“标题”是同一项内容 → 请只保留其中一项"]
    ),
    (
      "- 编号: 1\n  主题: {甲: 乙}\n- 主题: [甲, [乙]]\n", [],
      [
        "error 第1行 ledger/nested 2:7 这里应是文字、数字或它们的列表，不能再分层 → 请写成一项文字；有几项时写成列表：[甲, 乙]",
        "error 第2行 ledger/nested 3:7 这里应是文字、数字或它们的列表，不能再分层 → 请写成一项文字；有几项时写成列表：[甲, 乙]",
      ]
    ),
    (
      "- 编号: 1\n  答复期: 甲\n- 编号: 2\n  答复期: 乙\n- 13800000000\n", ["1@1: 1|·|·|·", "2@3: 2|·|·|·"],
      [
        "warning 第1行 ledger/unknown-column 2:3 不认识的列“答复期”，没有读取 → 是不是要写“答复日期”？",
        "error value/type 5:3 这里应是一条记录（几行“键: 内容”），这里却是文字",
      ]
    ),
    (
      "- 编号: 1\n- 编号: 2\n  编号: 3\n", [],
      ["error key/duplicate 3:3 键“编号”重复：第 2 行第 3 列已经有了 → 请删去一个，或把两处合并"]
    ),
  ]) func reportsFaultsOfRecords(text: String, rows: [String], reports: [String]) {
    #expect(read(text, .yaml) == (rows, reports))
  }

  // MARK: Columns that are missing

  private static let few = LedgerColumns(
    names: [["编号", "案号"], ["标题"], ["承办单位"], ["年份"], ["交办日期"], ["主题"]], needed: [[0], [1], [2], [3, 4]]
  ) { name in
    let slot = ["编号", "标题", "承办单位", "年份", "交办日期", "主题"].firstIndex(of: name == "案号" ? "编号" : name)
    return slot.map { .keep(slot: $0) } ?? (name == "备注" ? .drop : .unknown)
  }

  /// Said once, at the header row; the rows are not read.
  @Test(arguments: [
    ("案号,标题,承办单位,交办日期\n1,甲,乙,丙\n", LedgerReader.Format.csv, 1, nil),
    (
      "台账,\n编号,标题,主办单位,年度\n1,甲,乙,2024\n2,甲,乙,2024\n", .csv, 0,
      "2 “承办单位”“年份” → “承办单位”是不是写成了“主办单位”？是就改列名；“年份”是不是写成了“年度”？是就改列名"
    ),
    ("件编号,标题,单位,年份,合计\n1,甲,乙,2024,\n", .csv, 0, "1 “编号”“承办单位” → “编号”是不是写成了“件编号”？是就改列名；“承办单位”是不是写成了“单位”？是就改列名"),
    ("编号,主题,承办单位,年份,交办日期\n1,甲,乙,,丙\n", .csv, 0, "1 “标题” → “标题”是不是写成了“主题”？是就改列名"),
    ("标题,承办单位,备注\n甲,乙,丙\n", .csv, 0, "1 “编号”“年份” → 请补上“编号”（也可以叫案号）；请补上“年份”（有“交办日期”也行）"),
    ("编号,标题,承办部门,年份\n1,甲,乙,2024\n合计,2,,\n", .csv, 0, "1 “承办单位” → 请补上“承办单位”；没有认出的列有“承办部门”，内容就是它的，改列名就行"),
    ("- {编号: 1, 标题: 甲, 年份: 2024}\n- {编号: 2, 承办单位: 乙, 交办日期: 丙}\n", .yaml, 2, nil),
    ("- {编号: 1, 主办单位: 乙}\n", .yaml, 1, "1 warning"),
    ("- {编号: 1, 主办单位: 乙, 年份: 2024}\n- {标题: 甲, 主办单位: 乙}\n", .yaml, 0, "0 “承办单位” → “承办单位”是不是写成了“主办单位”？是就改列名"),
    ("[{\"标题\": \"甲\", \"承办单位\": \"乙\", \"年份\": 2024}, {}, 1]", .json, 0, "0 “编号” → 请补上“编号”（也可以叫案号）"),
  ]) func saysOnceWhichColumnsAreMissing(text: String, format: LedgerReader.Format, rows: Int, said: String?) {
    var diagnostics = Diagnostics()
    var read = 0
    LedgerReader(Self.few).read(Array(text.utf8), format, file: "a", reporting: &diagnostics) { _, _ in read += 1 }
    let found = diagnostics.list.map { found in
      guard found.rule == "ledger/missing-column" else { return "\(found.place.row ?? 0) \(found.severity)" }
      let columns = found.message.replacing("缺少必填的列", with: "").replacing("，这份台账没有读取", with: "")
      return "\(found.place.row ?? 0) \(columns) → \(found.hint ?? "")"
    }
    #expect(found == (said.map { [$0] } ?? []))
    #expect(read == rows)
  }
}
