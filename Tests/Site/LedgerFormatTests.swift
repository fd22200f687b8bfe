import Foundation
import Testing

/// A ledger's notation and encoding are a matter of its keepers: the column is the same.
@Suite struct LedgerFormatTests {
  private static let records: [[String: String]] = [
    [
      "类型": "建议", "届次": "省十四届人大二次会议", "年份": "2024", "编号": "0216", "标题": "关于“加装电梯”的建议, 及其他", "提出人": "赵甲",
      "联名人数": "12", "主题": "电梯、养老", "建议内容": "第一行\n第二行", "连续多年": "是", "承办单位": "省教育厅", "承办方式": "主办", "会办单位": "示例省水利厅",
      "交办日期": "2024-02-20", "答复日期": "2024-05-20", "答复类别": "A", "公开方式": "主动公开", "公开日期": "2024-05-28",
      "联系电话": "0999-80000001",
      "发文字号": "示教函〔2024〕12号",
    ],
    [
      "类型": "提案", "届次": "省政协十三届二次会议", "年份": "2024", "编号": "0007", "标题": "关于𬭎字的提案", "提出人": "民盟示例省委员会", "承办单位": "示例省水利厅",
      "承办方式": "单独办理", "交办日期": "2024-03-01", "公开方式": "依申请公开", "联系电话": "0999-80000002",
    ],
  ]
  private static let fields = Set(records.flatMap(\.keys)).sorted()

  private static func table(_ separator: String, dates: (String) -> String = { $0 }, header: [String] = fields)
    -> String
  {
    let rows =
      [header]
      + records.map { record in
        fields.map { field in
          let text = record[field] ?? ""
          let cell = field.hasSuffix("日期") ? dates(text) : text
          return cell.contains { "\n,\"\t".contains($0) } ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
        }
      }
    return rows.map { $0.joined(separator: separator) + "\n" }.joined()
  }

  private static let yaml = records.map { record in
    "- " + fields.compactMap { field in record[field].map { "\(field): \(JSON.text($0))" } }.joined(separator: "\n  ")
      + "\n"
  }.joined()

  private static let json =
    "["
    + records.map { record in
      "{"
        + fields.compactMap { field in record[field].map { "\(JSON.text(field)): \(JSON.text($0))" } }.joined(
          separator: ", ") + "}"
    }.joined(separator: ",\n") + "]"

  private enum JSON {
    static func text(_ text: String) -> String {
      "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
    }
  }

  private static let variants: [(name: String, file: String, bytes: [UInt8])] = [
    ("tabs", "a.tsv", Array(table("\t").utf8)),
    ("byte order mark", "a.csv", [0xEF, 0xBB, 0xBF] + table(",").utf8),
    (
      "Windows line breaks", "a.csv",
      Array(table(",").replacing("\n", with: "\r\n").replacing("第一行\r\n", with: "第一行\n").utf8)
    ),
    ("GB 18030", "a.csv", (try? inGB18030(table(","))) ?? []),
    ("title rows", "a.csv", Array(("示例省2024年建议提案办理台账,,,\n填报单位：办公厅,,2024年12月31日\n\n" + table(",")).utf8)),
    ("dates with slashes", "a.csv", Array(table(",", dates: { $0.replacing("-", with: "/") }).utf8)),
    ("dates with points", "a.csv", Array(table(",", dates: { $0.replacing("-", with: ".") }).utf8)),
    ("full-width dates", "a.csv", Array(table(",", dates: fullWidth).utf8)),
    ("serial dates", "a.csv", Array(table(",", dates: serial).utf8)),
    (
      "other names and blanks in headers", "a.csv",
      Array(table(",", header: fields.map { otherNames[$0] ?? " \($0)　" }).utf8)
    ),
    ("YAML", "a.yaml", Array(yaml.utf8)),
    ("YAML below a key", "a.yml", Array(("记录:\n" + yaml).utf8)),
    ("JSON", "a.json", Array(json.utf8)),
  ]

  private static let otherNames = ["届次": "会议", "编号": "案号", "标题": "案由", "提出人": "领衔代表", "公开方式": "公开属性"]

  private static func fullWidth(_ date: String) -> String {
    String(
      String.UnicodeScalarView(
        date.unicodeScalars.map { scalar in
          ("0"..."9").contains(scalar) ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
        }))
  }

  private static func serial(_ date: String) -> String {
    let days = ["2024-02-20": 45342, "2024-03-01": 45352, "2024-05-20": 45432, "2024-05-28": 45440]
    return days[date].map(String.init) ?? date
  }

  private func output(_ file: String, _ bytes: [UInt8]) throws -> [String: Data] {
    let site = try LittleSite([ledgerFile: nil])
    try site.write(Data(bytes), to: "content/records/" + file)
    let report = site.build()
    #expect(report.diagnostics.list.isEmpty, "\(report.diagnostics.list)")
    #expect(report.published == 1 && report.withheld.count == 1)
    return try site.output()
  }

  @Test(arguments: variants.map(\.name)) func notationDoesNotMatter(_ name: String) throws {
    let variant = try #require(Self.variants.first { $0.name == name })
    let plain = try output("a.csv", Array(Self.table(",").utf8))
    #expect(try output(variant.file, variant.bytes) == plain)
    #expect(String(decoding: plain["data/records.csv"] ?? Data(), as: UTF8.self).contains("关于“加装电梯”的建议, 及其他"))
  }

  /// The order of columns and rows, and how rows are spread over files, do not matter either.
  @Test func orderDoesNotMatter() throws {
    let plain = try output("a.csv", Array(Self.table(",").utf8))
    let site = try LittleSite([ledgerFile: nil])
    for (index, record) in Self.records.reversed().enumerated() {
      let fields = Self.fields.reversed().filter { record[$0] != nil }
      let cells = fields.map { "\"\(record[$0] ?? "")\"" }
      try site.write(
        fields.joined(separator: ",") + "\n" + cells.joined(separator: ",") + "\n", to: "content/records/\(index)/a.csv"
      )
    }
    let report = site.build()
    #expect(report.diagnostics.list.isEmpty)
    #expect(try site.output() == plain)
  }
}
