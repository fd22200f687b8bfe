import Foundation
import Testing

/// Columns at their beginning: little declared, little or nothing published.
@Suite struct SmallColumnTests {
  @Test func withoutUnitsAndTopics() throws {
    let units = "承办单位:\n  - {名称: 示例省教育厅, 代码: jyt, 别名: [省教育厅]}\n  - {名称: 示例省水利厅, 代码: slt}\n"
    let site = try LittleSite(settingsWith(units, ""))
    let report = site.build()
    #expect(report.exitStatus == 0 && report.diagnostics.list.isEmpty)
    try site.expectSoundLinks()
    #expect(site.exists("public/danwei/shilishengjiaoyuting/index.html"))
    #expect(!site.exists("public/zhuti"))
    #expect(!(try site.page("index.html")).contains("主题"))
  }

  /// No ledger at all, one with a header only, and one of which nothing is published.
  @Test(arguments: [
    [ledgerFile: nil, replyFile: nil], [ledgerFile: LittleSite.header + "\n", replyFile: nil],
    rows(["公开方式": "", "答复日期": "", "答复类别": ""]) + [replyFile: nil],
  ])
  func nothingPublished(_ files: [String: String?]) throws {
    let site = try LittleSite(files)
    let report = site.build()
    #expect(report.exitStatus == 0 && report.diagnostics.list.isEmpty)
    try site.expectSoundLinks()
    let output = try site.output()
    for folder in ["quanbu", "jianyi", "tian", "nian", "danwei", "jieguo", "zongjie"] {
      #expect(!output.keys.contains { $0.hasPrefix(folder + "/") }, "\(folder)")
    }
    let home = HTML.text(try site.page("index.html"))
    #expect(home.contains("公开建议提案的办理结果。"))
    for part in ["查找答复", "最新公开的答复", "0 / 0", "—"] { #expect(!home.contains(part), "\(part)") }
    #expect(try site.page("data/records.json") == "[\n]\n")
  }

  @Test func onlyReports() throws {
    let site = try LittleSite([ledgerFile: nil, replyFile: nil, "content/reports/2024.md": standardReport])
    #expect(site.build().exitStatus == 0)
    try site.expectSoundLinks()
    #expect(HTML.text(try site.page("zongjie/2024.html")).contains("正文"))
  }
}
