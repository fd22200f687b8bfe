import Disclosure
import Foundation
import Testing

@testable import Renderer

/// Feeds, the sitemap and what pages say to machines.
@Suite struct FeedTests {
  private static let base = "https://www.example.gov.cn/zwgk/jyta/"

  private func built(_ files: [String: String?]) throws -> LittleSite {
    let site = try LittleSite(files)
    let report = site.build()
    try #require(report.exitStatus == 0, "\(report.diagnostics.list)")
    return site
  }

  private func values(_ name: String, in xml: String) -> [String] {
    xml.split(separator: "<\(name)>").dropFirst().compactMap { $0.split(separator: "</").first.map(String.init) }
  }

  /// Sixty replies of two units and kinds, an early one corrected last.
  private static var many: [String: String?] {
    var files: [String: String?] = [replyFile: nil]
    var lines: [[String: String]] = []
    for number in 1...60 {
      let kind = number % 2 == 0 ? "提案" : "建议"
      lines.append([
        "编号": "\(1000 + number)", "标题": "第\(number)件", "类型": kind, "届次": kind == "提案" ? "省政协十三届二次会议" : "省十四届人大二次会议",
        "承办单位": number % 3 == 0 ? "示例省水利厅" : "示例省教育厅", "主题": number % 4 == 0 ? "电梯" : "",
        "公开日期": "2024-0\(6 + number / 30)-\(10 + number % 20)",
      ])
      let correction = number == 1 ? "更正: [{日期: 2024-12-01, 说明: 改正}]\n" : ""
      files["content/replies/\(number).md"] = "---\n编号: \"\(1000 + number)\"\n\(correction)---\n答复。\n"
    }
    files[ledgerFile] = ledger(lines)
    return files
  }

  @Test func newestComeFirst() throws {
    let site = try built(Self.many)
    let feed = try site.page("quanbu/feed.xml")
    let days = values("updated", in: feed)
    #expect(days.count == 51 && days[0] == "2024-12-01T00:00:00+08:00" && days[1] == days[0])
    #expect(days == days.sorted(by: >))
    #expect(values("title", in: feed)[1] == "第1件")
    #expect(values("id", in: feed)[1] == Self.base + "jianyi/sheng-14-2/1001.html")
    let ids = values("id", in: feed)
    #expect(Set(ids).count == ids.count)
    // The oldest are those that are left out.
    let output = try site.output()
    let feeds = output.keys.filter { $0.hasSuffix("feed.xml") }.sorted()
    #expect(
      feeds == [
        "danwei/jyt/feed.xml", "danwei/slt/feed.xml", "jianyi/feed.xml", "quanbu/feed.xml", "tian/feed.xml",
        "zhuti/dianti/feed.xml",
      ])
    #expect(values("title", in: try site.page("danwei/slt/feed.xml")).count == 21)
    #expect(values("title", in: try site.page("zhuti/dianti/feed.xml")).count == 16)
  }

  @Test func pagesLeadToTheirFeeds() throws {
    let site = try built(Self.many)
    for (page, feed) in [
      ("index.html", "quanbu/feed.xml"), ("quanbu/index-2.html", "../quanbu/feed.xml"),
      ("danwei/slt/index.html", "../../danwei/slt/feed.xml"),
      ("danwei/slt/2024/index.html", "../../../danwei/slt/feed.xml"),
      ("nian/2024/index.html", "../../quanbu/feed.xml"),
    ] {
      let html = try site.page(page)
      let alternates = html.matches(
        of: #/<link rel="alternate" type="application\/atom\+xml" title="[^"]+" href="(.*?)">/#)
      #expect(alternates.map { String($0.1) } == [feed])
      #expect(html.contains("<a href=\"\(feed)\" type=\"application/atom+xml\">"), "\(page)")
    }
    try site.expectSoundLinks()
  }

  @Test func sitemapHasEveryPage() throws {
    let site = try built(Self.many)
    let addresses = values("loc", in: try site.page("sitemap.xml"))
    let pages = try site.output().keys.filter {
      $0.hasSuffix(".html") && !["404.html", "search/index.html"].contains($0)
    }
    #expect(Set(addresses) == Set(pages.map { Self.base + $0 }) && Set(addresses).count == addresses.count)
    #expect(try site.page("robots.txt") == "User-agent: *\nAllow: /\nSitemap: \(Self.base)sitemap.xml\n")
  }

  /// At 50,000 addresses or 50 MB a file is full.
  @Test(arguments: [
    (49_999, 10, [49_999]), (50_000, 10, [50_000]), (50_001, 10, [50_000, 1]), (120_000, 10, [50_000, 50_000, 20_000]),
    (10_000, 1_500, [5_498, 4_502]),
  ])
  func sitemapIsDivided(_ count: Int, _ length: Int, _ parts: [Int]) throws {
    let base = try #require(WebAddress("https://a.cn/"))
    let pages = (0..<count).map { number in
      Page(String(repeating: "&", count: length - 6) + String(100_000 + number), .guide)
    }
    let sitemap = Sitemap(pages + [Page("404.html", .notFound)], below: base)
    #expect(sitemap.parts.map(\.count) == parts)
    var last: [UInt8] = []
    sitemap.write(part: parts.count - 1, of: pages, below: base, lastChange: { _ in nil }, into: &last)
    // Each "&" has become three bytes.
    #expect(last.count > parts[parts.count - 1] * 3 * (length - 6) && last.count < 52_428_800)
    var index: [UInt8] = []
    sitemap.write(part: nil, of: pages, below: base, lastChange: { _ in nil }, into: &index)
    let text = String(decoding: index, as: UTF8.self)
    #expect(values("loc", in: text) == parts.indices.map { "https://a.cn/sitemap-\($0 + 1).xml" })
  }

  @Test func structuredDataTellsWhatPagesAre() throws {
    let site = try built(replyHead("更正: [{日期: 2024-07-02, 说明: 改正}]") + rows(["标题": "</script><script>&\"'\\"]))
    func data(_ page: String) throws -> [String: Any] {
      let html = try site.page(page)
      let found = try #require(html.firstMatch(of: #/<script type="application\/ld\+json">(.*?)<\/script>/#)?.1)
      return try #require(try JSONSerialization.jsonObject(with: Data(found.utf8)) as? [String: Any])
    }
    let article = try data("jianyi/sheng-14-2/0216.html")
    #expect(article["@type"] as? String == "Article" && article["headline"] as? String == "</script><script>&\"'\\")
    #expect(article["datePublished"] as? String == "2024-05-28" && article["dateModified"] as? String == "2024-07-02")
    #expect(article["url"] as? String == Self.base + "jianyi/sheng-14-2/0216.html")
    #expect(try data("index.html")["@type"] as? String == "GovernmentService")
    let dataset = try data("shuju.html")
    #expect(dataset["@type"] as? String == "Dataset" && dataset["temporalCoverage"] as? String == "2024")
    #expect((dataset["distribution"] as? [[String: Any]])?.count == 3)
    #expect(!(try site.page("404.html")).contains("ld+json"))
  }

  /// The data file beside a page has the very objects of the records.
  @Test func dataFileOfAPage() throws {
    let site = try built(
      rows(["主题": "电梯"], ["承办单位": "示例省水利厅", "承办方式": "会办"]) + replyHead("附件: a.pdf") + ["content/files/a.pdf": "xyz"])
    func json(_ path: String) throws -> Any { try JSONSerialization.jsonObject(with: Data(try site.page(path).utf8)) }
    let file = try #require(try json("jianyi/sheng-14-2/0216.json") as? [String: Any])
    #expect(Set(file.keys) == Set(ProposalFile.fields.map(\.name)))
    #expect(file["办理件"] as? NSArray == (try json("data/records.json")) as? NSArray)
    let letter = try #require((file["答复"] as? [[String: Any]])?.first)
    #expect((letter["正文"] as? String)?.contains("抓制度完善。制定了办法。") == true)
    #expect((letter["附件"] as? [[String: Any]])?.first?["字节"] as? Int == 3)
    #expect(file["固定网址"] as? String == Self.base + "jianyi/sheng-14-2/0216.html")
    #expect(try site.page("jianyi/sheng-14-2/0216.html").contains("href=\"../../jianyi/sheng-14-2/0216.json\""))
  }
  /// A report's has its official parts, and its text with the figures and tables in it.
  @Test func dataFileOfADocument() throws {
    let text = """
      ---
      文种: 工作总结
      标题: 2024年办理工作总结
      日期: 2024-12-20
      来源: 示例省人民政府办公厅
      公开方式: 主动公开
      公开日期: 2024-12-25
      统计范围:
        年份: 2024
      ---
      共{{ 统计.应答复 }}件。

      {% include "partials/表.html" %}

      | 单位 | 件数 |
      | --- | --- |
      | 教育厅 | 1 |
      """
    let site = try built([
      "content/reports/2024-zongjie.md": text,
      "templates/partials/表.html": "<table><tr><th>已答复</th><td>{{ 统计.已答复 }}</td></tr></table>",
    ])
    let file = try JSONSerialization.jsonObject(with: Data(try site.page("zongjie/2024-zongjie.json").utf8))
    let data = try #require(file as? [String: Any])
    #expect(Set(data.keys) == Set(DocumentFile.fields.map(\.name)))
    #expect(data["概要"] as? [String] == ["示例省人民政府办公厅", "2024年12月20日"])
    #expect((data["正文"] as? String)?.hasPrefix("共1件。\n已答复\n1\n") == true)
    #expect((data["正文"] as? String)?.hasSuffix("\n单位\n件数\n教育厅\n1") == true)
    #expect(try site.page("zongjie/2024-zongjie.html").contains("href=\"../zongjie/2024-zongjie.json\""))
  }
}
