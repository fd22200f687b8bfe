import Diagnostics
import OfficeSamples
import Testing

@testable import Loader

@Suite struct WorkbookTests {
  private static let columns = LedgerColumns(names: [["甲"], ["乙"], ["丙"]], needed: [[0]]) { name in
    switch name {
    case "甲": .keep(slot: 0)
    case "乙": .keep(slot: 1)
    case "丙": .keep(slot: 2)
    case "电话": .drop
    default: .unknown
    }
  }

  /// Rows as `row: cell|cell|cell`, and what was reported as `row rule`.
  private func read(_ workbook: SampleWorkbook, sheets: [String] = []) -> [String] {
    var diagnostics = Diagnostics()
    var rows: [String] = []
    LedgerReader(Self.columns, sheets: sheets)
      .read(workbook.bytes, .xlsx, file: "a.xlsx", reporting: &diagnostics) { row, _ in
        guard let row else { return }
        let cells = row.cells.map { $0?.text ?? "·" }.joined(separator: "|")
        rows.append("\(row.place.row ?? 0): \(cells)")
      }
    return rows + diagnostics.sorted.map { "\($0.place.row ?? 0) \($0.rule)" }
  }

  private static let header = "<row><c t=\"str\"><v>甲</v></c><c t=\"str\"><v>乙</v></c><c t=\"str\"><v>丙</v></c></row>"

  private func read(
    rows: String, rest: String = "", _ change: (inout SampleWorkbook) -> Void = { _ in }
  ) -> [String] {
    var workbook = SampleWorkbook(SampleWorkbook.Sheet("表", rows: Self.header + rows, rest: rest))
    change(&workbook)
    return read(workbook)
  }

  // MARK: Cells

  @Test(arguments: [
    ("<c><v>487</v></c>", "487"), ("<c><v>487.0</v></c>", "487"), ("<c><v>0</v></c>", "0"), ("<c><v>-3</v></c>", "-3"),
    ("<c t=\"n\"><v>4.87E2</v></c>", "487"), ("<c><v>0.30000000000000004</v></c>", "0.3"),
    ("<c><v>1.1000000000000001</v></c>", "1.1"), ("<c><v>123456789012345678</v></c>", "1.23456789012346e+17"),
    ("<c t=\"str\"><f>A1</f><v>文字</v></c>", "文字"), ("<c><f>1+1</f><v>2</v></c>", "2"),
    ("<c t=\"b\"><v>1</v></c>", "TRUE"), ("<c t=\"b\"><v>0</v></c>", "FALSE"),
    ("<c t=\"d\"><v>2024-05-20T09:30:00</v></c>", "2024-05-20"), ("<c t=\"d\"><v>2024-05-20</v></c>", "2024-05-20"),
    ("<c t=\"inlineStr\"><is><t> 甲 </t></is></c>", "甲"),
    ("<c t=\"inlineStr\"><is><r><rPr><b/></rPr><t>粗</t></r><r><t xml:space=\"preserve\"> 细</t></r></is></c>", "粗 细"),
    (
      "<c t=\"inlineStr\"><is><t>东京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><phoneticPr fontId=\"1\"/></is></c>",
      "东京"
    ),
    ("<c t=\"s\"><v>0</v></c>", "共享"), ("<c t=\"s\"><v>1</v></c>", "富文本"), ("<c t=\"s\"><v>2</v></c>", "第一行\n第二行"),
    ("<c t=\"str\"><v>a_x000D__x000A_b_x005F_x0041_c_x4E00_d_xD842__xDFB7_e_x0001__x_</v></c>", "a\nb_x0041_c一d𠮷e_x_"),
    ("<c t=\"str\"><v>a_x000B_b_x0085_c</v></c>", "a\nbc"),
    ("<c t=\"str\"><v>&lt;甲&gt; &amp; &#x4E59;</v></c>", "<甲> & 乙"),
  ]) func cell(xml: String, text: String) {
    let found = read(rows: "<row>\(xml)<c t=\"str\"><v>尾</v></c></row>") {
      $0.strings = [
        "<si><t>共享</t></si>",
        "<si><r><t>富</t></r><r><rPr><i/></rPr><t>文本</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si>",
        "<si><t xml:space=\"preserve\">第一行\n第二行 </t></si>",
      ]
    }
    #expect(found == ["2: \(text)|尾|·"])
  }

  @Test(arguments: [
    ("0000", "487", "0487"), ("000", "4870", "4870"), ("\"第\"0000\"号\"", "7", "0007"), ("0", "7", "7"),
    ("0.00", "7.5", "7.5"),
    ("14", "45432", "2024-05-20"), ("31", "45432", "2024-05-20"), ("57", "45432", "2024-05-20"),
    ("22", "45432.75", "2024-05-20"),
    ("yyyy/m/d;@", "45432", "2024-05-20"), ("[$-804]yyyy\"年\"m\"月\"d\"日\";@", "45432", "2024-05-20"),
    ("yyyy\\-mm\\-dd", "45432", "2024-05-20"), ("[DBNum1][$-804]yyyy\"年\"m\"月\"", "45432", "2024-05-20"),
    ("yyyy", "45432", "2024"),
    ("m\"月\"d\"日\"", "45432", "2024-05-20"), ("General", "45432", "45432"), ("0", "45432", "45432"),
    ("@", "45432", "45432"),
    ("h:mm", "0.5", "0.5"), ("mm:ss", "0.5", "0.5"), ("#,##0.00", "1234.5", "1234.5"), ("0.00E+00", "1200", "1200"),
    ("[Red]0", "12", "12"), ("\"day\"0", "12", "12"), ("[h]:mm", "2", "2"), ("yyyy-mm-dd", "-1", "-1"),
    // The leap year that never was (and that only spreadsheets know).
    ("14", "1", "1900-01-01"), ("14", "59", "1900-02-28"), ("14", "60", "1900-02-29"), ("14", "61", "1900-03-01"),
    ("14", "0", "1900-01-00"), ("14", "2958465", "9999-12-31"), ("14", "2958466", "2958466"),
  ]) func numberFormat(code: String, number: String, text: String) {
    let row = "<row><c s=\"1\"><v>\(number)</v></c><c><v>9</v></c></row>"
    #expect(read(rows: row) { $0.formats = [code] } == ["2: \(text)|9|·"])
  }

  @Test(arguments: [("0", "1904-01-01"), ("59", "1904-02-29"), ("60", "1904-03-01"), ("43970", "2024-05-20")])
  func daysFrom1904(number: String, text: String) {
    let found = read(rows: "<row><c s=\"1\"><v>\(number)</v></c><c><v>9</v></c></row>") {
      $0.formats = ["14"]
      $0.is1904 = true
    }
    #expect(found == ["2: \(text)|9|·"])
  }

  /// Every day of both systems is the one that counting in days gives.
  @Test func daysOfBothSystemsAgree() {
    for serial in stride(from: 1462, to: 109_574, by: 7) {
      let day = NumberFormat.date.text(of: Double(serial), is1904: false)
      #expect(NumberFormat.date.text(of: Double(serial - 1462), is1904: true) == day)
    }
  }

  // MARK: Shapes

  @Test(
    arguments: [
      // No references at all; references that leave out cells and rows; rows and cells that are only formatted.
      ("<row><c><v>1</v></c><c/><c><v>3</v></c></row>", ["2: 1|·|3"]),
      ("<row r=\"7\"><c r=\"C7\"><v>3</v></c></row>", ["7: ·|·|3"]),
      (
        "<row r=\"5\" spans=\"1:3\"/><row r=\"6\"><c r=\"A6\" s=\"1\"/></row><row r=\"9\"><c r=\"A9\"><v>1</v></c></row>",
        ["9: 1|·|·"]
      ),
      ("<row r=\"3\"><c r=\"A3\" t=\"str\"><f>\"\"</f><v></v></c><c r=\"XFD3\" s=\"1\"/></row>", []),
      // What stands right of the table.
      (
        "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"H2\"><v>2</v></c></row><row r=\"3\"><c r=\"B3\"><v>3</v></c><c r=\"H3\"><v>4</v></c></row>",
        ["2: 1|·|·", "3: ·|3|·", "2 ledger/unnamed-column"]
      ),
      // Hidden and filtered rows are read.
      (
        "<row r=\"2\" hidden=\"1\"><c><v>1</v></c></row><row r=\"3\" hidden=\"true\"/><row r=\"4\"><c><v>2</v></c></row>",
        ["2: 1|·|·", "4: 2|·|·", "2 ledger/hidden-rows"]
      ),
      // Faults.
      (
        "<row r=\"2\"><c t=\"e\"><v>#N/A</v></c></row><row r=\"3\"><c><v>1</v></c></row>",
        ["3: 1|·|·", "2 ledger/error-cell"]
      ),
      (
        "<row r=\"2\"><c><f>1+1</f></c></row><row r=\"3\"><c><v>1</v></c></row>",
        ["3: 1|·|·", "2 ledger/uncalculated-cell"]
      ),
      // Scripts write an empty result, and Excel an empty text.
      (
        "<row r=\"2\"><c><f>1+1</f><v></v></c></row><row r=\"3\"><c><v>1</v></c><c t=\"str\"><f>A1</f><v></v></c></row>",
        ["3: 1|·|·", "2 ledger/uncalculated-cell"]
      ),
      ("<row r=\"2\"><c t=\"s\"><v>9</v></c></row>", ["0 office/damaged"]),
      ("<row r=\"2\"><c t=\"s\"><v>-1</v></c></row>", ["0 office/damaged"]),
      ("<row r=\"2\"><c><v>x</v></c></row>", ["0 office/damaged"]),
      ("<row r=\"1\"/>", ["0 office/damaged"]), ("<row r=\"1048577\"/>", ["0 office/damaged"]),
      ("<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"A2\"><v>1</v></c></row>", ["0 office/damaged"]),
      ("<row r=\"2\"><c r=\"?\"><v>1</v></c></row>", ["0 office/damaged"]),
      ("<row r=\"2\"><c>", ["0 office/damaged"]),
      ("<row r=\"2\"><c r=\"ALM2\"><v>1</v></c></row>", ["2 ledger/too-many-columns"]),
      ("<row r=\"2\"><c r=\"ACOE2\"><v>1</v></c></row>", ["2 ledger/too-many-columns"]),
    ] as [(String, [String])]) func rows(xml: String, expected: [String])
  {
    #expect(read(rows: xml) == expected)
  }

  @Test func faultsInColumnsThatAreNotReadDoNotMatter() {
    let rows =
      SampleWorkbook.rows([["甲", "电话", "乙"]])
      + "<row r=\"2\"><c><v>1</v></c><c t=\"e\"><v>#REF!</v></c><c><v>2</v></c></row>"
      + "<row r=\"3\"><c><v>3</v></c><c><f>A1</f></c><c><v>4</v></c></row>"
    #expect(read(SampleWorkbook(SampleWorkbook.Sheet("表", rows: rows))) == ["2: 1|2|·", "3: 3|4|·"])
  }

  private static func merging(_ areas: String...) -> String {
    "<mergeCells>\(areas.map { "<mergeCell ref=\"\($0)\"/>" }.joined())</mergeCells>"
  }

  @Test func mergedValuesBelongToEachOfTheirRows() {
    let rows = SampleWorkbook.rows([
      ["二〇二四年台账"], ["甲", "乙", "丙"], ["1", "a", "x"], ["", "b", ""], ["", "", ""], ["2", "c", "z"], ["3", "d", ""],
      ["4", "e", "w"],
    ])
    // A title over the table, a value for two rows, for three of which one is empty, and one beside another.
    let rest = Self.merging("A1:C1", "A3:A5", "C3:C4", "C6:C7", "A8:B8")
    let found = read(SampleWorkbook(SampleWorkbook.Sheet("表", rows: rows, rest: rest)))
    #expect(found == ["3: 1|a|x", "4: 1|b|x", "6: 2|c|z", "7: 3|d|z", "8: 4|e|w"])
  }

  /// Rows that are two rows high are no rows twice.
  @Test func highRowsAreOne() {
    let rows = SampleWorkbook.rows([["甲", "乙"], ["1", "a"], ["", ""], ["2", "b"]])
    let found = read(SampleWorkbook(SampleWorkbook.Sheet("表", rows: rows, rest: Self.merging("A2:A3", "B2:B3"))))
    #expect(found == ["2: 1|a|·", "4: 2|b|·"])
  }

  @Test func headersMayHaveTiers() {
    let rows = SampleWorkbook.rows([["甲", "丙", "情况", ""], ["", "", "电话", "乙"], ["1", "3", "13800000000", "2"]])
    let rest = Self.merging("A1:A2", "B1:B2", "C1:D1")
    #expect(read(SampleWorkbook(SampleWorkbook.Sheet("表", rows: rows, rest: rest))) == ["3: 1|2|3"])
  }

  @Test func mergedAreasMayBeNonsense() {
    let rows = SampleWorkbook.rows([["甲", "乙"], ["1", "a"], ["", "b"]])
    let rest = Self.merging("A2:A3", "A2:A3", "A3:A2", "Z1:Z9", "?", "A1048576:A1048577", "A2")
    #expect(read(SampleWorkbook(SampleWorkbook.Sheet("表", rows: rows, rest: rest))) == ["2: 1|a|·", "3: 1|b|·"])
  }

  // MARK: Workbooks

  @Test(arguments: [false, true], ["", "x:"]) func namespacesDoNotMatter(isStrict: Bool, prefix: String) {
    let found = read(rows: "<row><c t=\"inlineStr\"><is><t>一</t></is></c><c><v>2</v></c></row>") {
      $0.isStrict = isStrict
      $0.prefix = prefix
    }
    #expect(found == ["2: 一|2|·"])
  }

  private static func sheet(_ name: String, _ value: String, state: String = "visible") -> SampleWorkbook.Sheet {
    SampleWorkbook.Sheet(name, state: state, rows: header + (value.isEmpty ? "" : "<row><c><v>\(value)</v></c></row>"))
  }

  @Test func choosesTheSheet() {
    let empty = SampleWorkbook.Sheet("Sheet3", rows: "")
    let workbook = SampleWorkbook(
      Self.sheet("藏", "0", state: "veryHidden"), Self.sheet("2023", "1"), Self.sheet("2024", "2"), empty)
    #expect(read(workbook) == ["2: 1|·|·", "0 ledger/other-sheet", "0 ledger/other-sheet"])
    #expect(read(workbook, sheets: ["2024"]) == ["2: 2|·|·"])
    #expect(read(workbook, sheets: ["2024", "2023", "2022"]) == ["2: 1|·|·", "2: 2|·|·", "0 ledger/other-sheet"])
    #expect(read(workbook, sheets: ["藏"]) == ["2: 0|·|·", "0 ledger/hidden-sheet"])
    #expect(read(workbook, sheets: ["2022"]) == ["0 ledger/no-sheet"])
    #expect(read(SampleWorkbook(empty)) == ["0 ledger/empty"])
  }

  @Test func namesTheSheetAndTheCell() {
    var diagnostics = Diagnostics()
    let workbook = SampleWorkbook(Self.sheet("2024年", "1"))
    var place: Place?
    LedgerReader(Self.columns).read(workbook.bytes, .xlsx, file: "a.xlsx", reporting: &diagnostics) { row, _ in
      place = row?.place(ofSlot: 0, named: "甲")
    }
    #expect(place?.description == "a.xlsx 工作表“2024年”第 2 行“甲”")
  }

  // MARK: Damage

  @Test func damageIsAMessage() {
    let sound = SampleWorkbook([["甲", "乙"], ["1", "2"]])
    func rules(_ bytes: [UInt8]) -> [String] {
      var diagnostics = Diagnostics()
      LedgerReader(Self.columns).read(bytes, .xlsx, file: "a.xlsx", reporting: &diagnostics) { _, _ in }
      return diagnostics.list.map(\.rule)
    }
    #expect(rules(sound.bytes) == [])
    #expect(rules([]) == ["office/wrong-kind"])
    #expect(rules(Array("%PDF-1.7".utf8)) == ["office/wrong-kind"])
    #expect(rules(Array("<html><table>".utf8)) == ["office/wrong-kind"])
    #expect(rules(SampleArchive.of([("a.txt", "x")])) == ["office/wrong-kind"])
    for part in sound.parts.map(\.name) where part != "xl/_rels/workbook.xml.rels" {
      let rest = sound.parts.filter { $0.name != part }
      #expect(!rules(SampleArchive.of(rest)).isEmpty, "\(part)")
      let broken = sound.parts.map { ($0.name, $0.name == part ? "<a>" : $0.text) }
      #expect(!rules(SampleArchive.of(broken)).isEmpty, "\(part)")
      let bomb = "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>"
      let bombed = sound.parts.map { ($0.name, $0.name == part ? bomb : $0.text) }
      #expect(rules(SampleArchive.of(bombed)) == ["office/entities"], "\(part)")
    }
    for length in stride(from: 4, to: sound.bytes.count - 1, by: 97) {
      #expect(rules(Array(sound.bytes[..<length])) == ["office/damaged"])
    }
    var flipped = sound.bytes
    for index in stride(from: 30, to: flipped.count, by: 13) {
      flipped[index] ^= 0x10
      _ = rules(flipped)
      flipped[index] ^= 0x10
    }
  }

  /// Expat reads a tag again from its start with each piece of it.
  @Test(.timeLimit(.minutes(5))) func endlessTagsAreCutOff() {
    let tag = "<row a=\"" + String(repeating: "x", count: 40 << 20) + "\"/>"
    #expect(read(rows: tag) == ["0 office/damaged"])
  }
}
