import Foundation
import Testing

/// Lists, their paging and their facets, held against counts of the ledger's own rows.
@Suite struct ListTests {
  /// A ledger of so many proposals, every one answered and published; they differ in kind, year, session, unit, topics
  /// and class.
  private struct Ledger {
    private(set) var rows: [[String: String]] = []
    private let topics = ["电梯", "养老", "水利", "停车"]
    private let classes = ["A", "B", "C", "D"]

    init(_ count: Int) {
      for index in 0..<count {
        let year = 2024 - index % 3
        let isProposal = index % 4 == 1
        rows.append([
          "类型": isProposal ? "提案" : "建议", "届次": isProposal ? "省政协十三届\(year - 2021)次会议" : "省十四届人大\(year - 2021)次会议",
          "年份": String(year), "编号": String(index + 1), "标题": "关于第\(index)个问题的建议",
          "主题": index % 7 == 0 ? "" : topics[index % 4] + (index % 5 == 0 ? "、" + topics[(index + 1) % 4] : ""),
          "承办单位": index < 51 ? "示例省教育厅" : "示例省水利厅", "答复类别": index % 6 == 0 ? "" : classes[index % 4],
          "交办日期": "\(year)-02-20", "答复日期": "\(year)-05-\(10 + index % 20)", "公开日期": "\(year)-06-28",
        ])
      }
    }

    var files: [String: String?] {
      let replies = rows.map { row in
        let key = ["编号", "届次", "类型"].map { "\($0): \"\(row[$0] ?? "")\"" }.joined(separator: "\n")
        return ("content/replies/\(row["编号"] ?? "").md", letter(key) as String?)
      }
      return [ledgerFile: ledger(rows), replyFile: nil].merging(replies) { $1 }
    }
  }

  private static func output(_ count: Int) throws -> (ledger: Ledger, pages: [String: String]) {
    let ledger = Ledger(count)
    let site = try LittleSite(ledger.files)
    let report = site.build()
    try #require(report.exitStatus == 0, "\(report.diagnostics.list)")
    #expect(report.published == count)
    try site.expectSoundLinks()
    let pages = try site.output().filter { $0.key.hasSuffix(".html") }
    return (ledger, pages.mapValues { String(decoding: $0, as: UTF8.self) })
  }

  /// Built once for all tests that only look at it.
  private static let column = Result { try output(101) }

  @Test(arguments: [(50, [50]), (51, [50, 1]), (101, [50, 50, 1])])
  func paging(_ count: Int, _ sizes: [Int]) throws {
    let (_, pages) = try Self.output(count)
    let list = (1...sizes.count).map { $0 == 1 ? "quanbu/index.html" : "quanbu/index-\($0).html" }
    #expect(pages.keys.filter { $0.hasPrefix("quanbu/") }.sorted() == list.sorted())
    var seen: Set<String> = []
    var first = 1
    for (path, size) in zip(list, sizes) {
      let page = try #require(pages[path])
      let titles = page.matches(of: #/<li><a href="[^"]*">(关于第\d+个问题的建议)<\/a>/#).map { String($0.1) }
      #expect(titles.count == size)
      seen.formUnion(titles)
      let range = size == 1 ? "\(first)" : "\(first)—\(first + size - 1)"
      #expect(page.contains(sizes.count == 1 ? "共 \(count) 件" : "本页第 \(range) 件"))
      first += size
    }
    #expect(seen.count == count)
    #expect(pages["quanbu/index.html"]?.contains("rel=\"prev\"") == false)
    #expect(pages["quanbu/index.html"]?.contains("rel=\"next\"") == (sizes.count > 1))
    #expect(pages[list[sizes.count - 1]]?.contains("rel=\"next\"") == false)
  }

  @Test func listsAreNewestFirst() throws {
    let (_, pages) = try Self.column.get()
    for (path, page) in pages where path.contains("/index") && page.contains("class=\"rows\"") && path != "index.html" {
      let days = page.matches(of: #/<time datetime="([\d-]+)">/#).map { String($0.1) }
      #expect(days == days.sorted(by: >), "\(path)")
    }
  }

  /// Each facet link's count is that of the rows which it stands for, and of the list behind it.
  @Test func facetsCount() throws {
    let (ledger, pages) = try Self.column.get()
    var checked = 0
    for (path, page) in pages where page.contains("id=\"facets\"") {
      let facets = try #require(page.split(separator: "id=\"facets\"").last)
      for link in facets.matches(of: #/<li><a href="([^"]*)"[^>]*>([^<]*) <span>(\d+)<\/span><\/a><\/li>/#) {
        guard !link.2.hasPrefix("全部") else { continue }
        let target = URL(filePath: "/" + path).deletingLastPathComponent().appending(path: String(link.1)).standardized
        let list = String(target.path(percentEncoded: false).dropFirst())
        let count = try #require(Int(link.3))
        #expect(expected(list, in: ledger.rows) == count, "\(path) → \(list)")
        #expect(pages[list]?.contains("共 \(count) 件") == true, "\(list)")
        checked += 1
      }
    }
    #expect(checked > 300)
  }

  /// How many rows belong on the list at an address.
  private func expected(_ list: String, in rows: [[String: String]]) -> Int {
    var parts = list.split(separator: "/").dropLast().map(String.init)
    let year = parts.last.flatMap { Int($0) }.map(String.init)
    if year != nil { parts.removeLast() }
    let codes = ["dianti": "电梯", "yanglao": "养老", "shuili": "水利", "tingche": "停车"]
    return rows.count { row in
      guard year == nil || row["年份"] == year else { return false }
      switch parts.first {
      case "quanbu", "nian", nil: return true
      case "jianyi": return row["类型"] == "建议"
      case "tian": return row["类型"] == "提案"
      case "danwei": return row["承办单位"] == (parts[1] == "jyt" ? "示例省教育厅" : "示例省水利厅")
      case "zhuti": return row["主题"]?.split(separator: "、").contains { codes[parts[1]] == String($0) } == true
      case "jieguo": return row["答复类别"] == parts[1].uppercased()
      case "jieci":
        let meeting = parts[1].last.flatMap { $0.wholeNumberValue } ?? 0
        return row["类型"] == (parts[1].hasPrefix("zhengxie") ? "提案" : "建议")
          && row["届次"]?.hasSuffix("\(meeting)次会议") == true
      default: return false
      }
    }
  }

  @Test func entrancesCount() throws {
    let (ledger, pages) = try Self.column.get()
    for folder in ["danwei", "zhuti", "nian", "jieci", "jieguo"] {
      let page = try #require(pages[folder + "/index.html"])
      let links = page.matches(of: #/<a href="\.\.\/([^"]*)">[^<]* <span>(\d+) 件<\/span><\/a>/#)
      #expect(!links.isEmpty, "\(folder)")
      for link in links { #expect(expected(String(link.1), in: ledger.rows) == Int(link.2), "\(link.1)") }
    }
  }

  @Test func yearsOnTheHomePageAddUp() throws {
    let (ledger, pages) = try Self.column.get()
    let home = try #require(pages["index.html"])
    for year in ["2024", "2023", "2022"] {
      let rows = ledger.rows.filter { $0["年份"] == year }
      let proposals = rows.count { $0["类型"] == "提案" }
      let cells = [rows.count - proposals, proposals, rows.count, rows.count].map { "<td class=\"num\">\($0)</td>" }
      #expect(home.contains("\(year)</a></th>" + cells.joined()), "\(year)")
    }
  }
}
