import Foundation
import Testing

/// `data/records.json` and `data/records.csv`: all published rows, and nothing that a spreadsheet would run.
@Suite struct DataTests {
  private func site(_ files: [String: String?]) throws -> LittleSite {
    let site = try LittleSite(files)
    let report = site.build()
    try #require(report.exitStatus == 0, "\(report.diagnostics.list)")
    return site
  }

  private static let ledger = rows(
    [
      "联名人数": "12", "主题": "电梯、养老", "连续多年": "是", "会办单位": "示例省水利厅、省财政厅", "发文字号": "示教函〔2024〕12号", "满意度": "满意",
      "建议内容": "一、甲",
      "不满意原因": "内部话", "不公开理由": "内部话", "见面情况": "已见面", "转化形式": "政策", "采纳情况": "采纳",
    ],
    ["编号": "0217", "公开方式": "不予公开"], ["编号": "0216", "承办单位": "示例省水利厅", "承办方式": "会办", "标题": "", "公开日期": "2024-06-01"])

  @Test func recordsAsJSON() throws {
    let ledger = Self.ledger.mapValues { $0?.replacing("0216,,赵甲", with: "0216,关于加装电梯的建议,赵甲") }
    let site = try site(ledger)
    let text = try site.page("data/records.json")
    let records = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [NSDictionary])
    #expect(records.count == 2)
    let expected: NSDictionary = [
      "类型": "建议", "届次": "省十四届人大二次会议", "年份": 2024, "编号": "0216", "标题": "关于加装电梯的建议", "提出人": "赵代表", "联名人数": 12, "代表团": "",
      "界别": "", "类别": "", "主题": ["电梯", "养老"], "建议内容": "一、甲", "连续多年": true, "承办单位": "示例省教育厅", "承办方式": "主办",
      "会办单位": ["示例省水利厅", "省财政厅"], "责任处室": "", "领办领导": "", "重点类别": [String](), "交办日期": "2024-02-20",
      "办理时限": "2024-05-20",
      "延期至": "", "沟通方式": [String](), "见面情况": "已见面", "会办意见送达日期": "", "发文字号": "示教函〔2024〕12号", "答复日期": "2024-05-20",
      "答复类别": "A",
      "满意度": "满意", "初次满意度": "", "公开方式": "主动公开", "公开形式": "全文", "公开日期": "2024-05-28", "采纳情况": "采纳", "转化形式": ["政策"],
      "转化成果": "", "采纳条数": NSNull(), "跟踪结果": "", "网址": "jianyi/sheng-14-2/0216.html",
    ]
    #expect(records.first == expected)
    #expect(records.last?["承办单位"] as? String == "示例省水利厅")
    #expect(records.last?["联名人数"] as? Int == 12)
    #expect(!text.contains("内部话") && !text.contains("0217") && !text.contains("0999"))
  }

  @Test func recordsAsCSV() throws {
    let site = try site(rows(["标题": "\"甲,\"\"乙\"\"\"", "建议内容": "\"一\n二\"", "连续多年": "否", "主题": "电梯、养老"]))
    let data = try #require(try site.output()["data/records.csv"])
    #expect(data.starts(with: [0xEF, 0xBB, 0xBF]))
    let table = CSV.parse(String(decoding: data.dropFirst(3), as: UTF8.self))
    #expect(table.count == 2)
    let record = Dictionary(uniqueKeysWithValues: zip(table[0], table[1]))
    #expect(table[0].count == table[1].count && table[0].first == "类型" && table[0].last == "网址")
    #expect(record["标题"] == "甲,\"乙\"" && record["建议内容"] == "一\n二")
    #expect(record["连续多年"] == "否" && record["联名人数"] == "" && record["主题"] == "电梯、养老" && record["年份"] == "2024")
    let json = try JSONSerialization.jsonObject(with: Data(site.page("data/records.json").utf8)) as? [[String: Any]]
    #expect(Set(json?.first?.keys ?? [:].keys) == Set(table[0]))
  }

  @Test(arguments: [
    "=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠甲", "%甲", "|甲", "=HYPERLINK(\"\"https://a.cn\"\",\"\"甲\"\")",
  ])
  func formulasStayText(_ cell: String) throws {
    let site = try site(rows(["标题": "\"\(cell)\"", "代表团": "\"\(cell)\""]))
    let text = try site.page("data/records.csv").dropFirst()
    let record = try #require(CSV.parse(String(text)).last)
    let shown = "'" + cell.replacing("\"\"", with: "\"")
    #expect(record.count { $0 == shown } == 2, "\(record)")
  }

  /// Only the spreadsheet's file needs the apostrophe.
  @Test func formulasAreAsTheyAreElsewhere() throws {
    let site = try site(rows(["标题": "=甲"]))
    #expect(try site.page("data/records.json").contains("\"标题\": \"=甲\""))
    #expect(try site.page("jianyi/sheng-14-2/0216.html").contains("<h1>=甲</h1>"))
  }
}

/// RFC 4180, as a program that knows nothing of Fuwen reads it.
enum CSV {
  static func parse(_ text: String) -> [[String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    var characters = Array(text.unicodeScalars)[...]
    while let scalar = characters.popFirst() {
      switch scalar {
      case "\"" where isQuoted && characters.first == "\"":
        characters.removeFirst()
        append(scalar, to: &rows)
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: rows[rows.count - 1].append("")
      case "\r" where !isQuoted: continue
      case "\n" where !isQuoted: rows.append([""])
      default: append(scalar, to: &rows)
      }
    }
    return rows.dropLast()
  }

  private static func append(_ scalar: Unicode.Scalar, to rows: inout [[String]]) {
    let row = rows.count - 1
    rows[row][rows[row].count - 1].unicodeScalars.append(scalar)
  }
}
