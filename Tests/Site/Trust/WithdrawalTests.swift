import Foundation
import Testing

/// 撤回: nothing is left of a reply but that it was withdrawn, when, and why.
@Suite struct WithdrawalTests {
  private static let address = "jianyi/sheng-14-2/0216.html"
  private static let withdrawn = replyHead("撤回: {日期: 2024-08-01, 理由类别: 涉及个人隐私}\n旧网址: old/a.html")

  private func built(_ files: [String: String?], asOf: String? = nil) throws -> LittleSite {
    let site = try LittleSite(files)
    let report = site.build(asOf: asOf)
    try #require(report.exitStatus == 0, "\(report.diagnostics.list)")
    try site.expectSoundLinks()
    return site
  }

  @Test func leavesAPage() throws {
    let site = try built(Self.withdrawn)
    let text = HTML.text(try site.page(Self.address))
    #expect(text.contains("省十四届人大二次会议第0216号建议"))
    #expect(text.contains("2024年8月1日撤回，理由：涉及个人隐私"))
    let output = try site.output()
    for (path, data) in output {
      let file = String(decoding: data, as: UTF8.self)
      for word in ["加装电梯", "赵代表", "收悉", "抓制度完善"] { #expect(!file.contains(word), "\(word) in \(path)") }
    }
    #expect(output["jianyi/sheng-14-2/0216.json"] == nil && output["quanbu/index.html"] == nil)
    #expect(try site.page("old/a.html").contains("url=../\(Self.address)"))
    #expect(HTML.text(try site.page("gengzheng/index.html")).contains("更正 0 次，撤回 1 份"))
    #expect(try site.page("sitemap.xml").contains("\(Self.address)</loc><lastmod>2024-08-01</lastmod>"))
    #expect(HTML.text(try site.page("dengji/2024.html")).contains("已撤回1"))
    #expect(try site.page("data/records.json") == "[\n]\n")
  }

  @Test func countsAsWithheld() throws {
    let site = try LittleSite(Self.withdrawn)
    let report = site.build()
    #expect((report.read, report.published, report.withheld.count) == (1, 0, 1))
    #expect(report.withheld.first?.reason.rawValue == "已撤回")
    let figures = try Command(["stats", "--format", "json"], in: site.path).output
    #expect(figures.contains(#""disclosure": {"public": 0, "onRequest": 0, "withheld": 1, "unreviewed": 0"#))
  }

  /// Its register names no title of it, whatever the site's policy.
  @Test func isNotNamed() throws {
    let site = try built(Self.withdrawn + settingsWith("截至日期", "公开未公开件标题: 是\n截至日期"))
    #expect(!(try site.page("dengji/2024.html")).contains("加装电梯"))
  }

  @Test func takesEffectOnItsDay() throws {
    let site = try built(Self.withdrawn, asOf: "2024-07-31")
    #expect(try site.page(Self.address).contains("加装电梯"))
    #expect(!site.exists("public/gengzheng"))
  }

  /// Whatever the row has become since.
  @Test(arguments: [["公开方式": "不予公开"], ["保密审查": "不通过"], ["公开方式": ""]])
  func goesOnWhenTheRowIsClosed(_ row: [String: String]) throws {
    let site = try built(Self.withdrawn + rows(row))
    #expect(HTML.text(try site.page(Self.address)).contains("2024年8月1日撤回"))
  }

  @Test func oneOfSeveralLetters() throws {
    let again =
      "---\n编号: \"0216\"\n答复序次: 再次\n标题: 再次答复的标题\n答复日期: 2024-07-01\n公开日期: 2024-07-02\n撤回: {日期: 2024-08-01, 理由类别: 重新办理}\n---\n再次答复的内容\n"
    let site = try built(["content/replies/again.md": again])
    let page = try site.page(Self.address)
    #expect(HTML.text(page).contains("本件的一份答复已于2024年8月1日撤回，理由：重新办理。"))
    #expect(page.contains("收悉") && !page.contains("再次答复的"))
    #expect(try site.page("jianyi/sheng-14-2/0216.json").contains(#""撤回": [\#n{"日期": "2024-08-01", "理由类别": "重新办理"}"#))
    let changes = HTML.text(try site.page("gengzheng/index.html"))
    #expect(changes.contains("关于加装电梯的建议 撤回 省十四届人大二次会议第0216号建议 2024年8月1日 一份答复已经撤回，理由：重新办理。"))
  }

  @Test func correctionsOfTheWholeColumn() throws {
    let corrections = (1...130).map { "{日期: 2024-\($0 < 70 ? "07" : "08")-0\($0 % 9 + 1), 说明: 第\($0)处}" }
    let site = try built(replyHead("更正: [\(corrections.joined(separator: ", "))]"))
    let (first, second) = (try site.page("gengzheng/index.html"), try site.page("gengzheng/index-2.html"))
    #expect(HTML.text(first).contains("更正 130 次，撤回 0 份"))
    func days(_ page: String) -> [String] { page.matches(of: #/<time datetime="(.*?)">/#).map { String($0.1) } }
    let all = days(first) + days(second)
    #expect(days(first).count == 100 && all.count == 130)
    #expect(all == all.sorted(by: >))
    #expect(try site.page(Self.address).contains("<a href=\"../../gengzheng/index.html\">全部更正和撤回</a>"))
  }
}
