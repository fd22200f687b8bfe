import Foundation
import Testing

/// The register: a line for each published row, and counts of the others.
@Suite struct RegisterTests {
  private func built(_ files: [String: String?]) throws -> LittleSite {
    let site = try LittleSite(files)
    let report = site.build()
    try #require(report.exitStatus == 0, "\(report.diagnostics.list)")
    try site.expectSoundLinks()
    return site
  }

  private func register(_ files: [String: String?], year: Int = 2024) throws -> String {
    try built(files).page("dengji/\(year).html")
  }

  private static let ledger = rows(
    [:], ["编号": "0217", "标题": "不予公开的标题", "公开方式": "不予公开"], ["编号": "0218", "标题": "没有答复的标题", "公开方式": "", "答复日期": ""],
    ["编号": "0219", "标题": "未到日期的标题", "公开日期": "2025-01-01"], ["编号": "0220", "标题": "申请公开的标题", "公开方式": "依申请公开"],
    ["编号": "0221", "标题": "会办的标题", "承办方式": "会办", "承办单位": "示例省水利厅"],
    ["编号": "0222", "标题": "去年的标题", "年份": "2023", "公开方式": ""])

  @Test func countsAndLines() throws {
    let site = try built(Self.ledger)
    let page = try site.page("dengji/2024.html")
    let text = HTML.text(page)
    #expect(text.contains("2024 年承办的办理件共 6 件：公开答复 1 件，列出会办、参阅件 1 件，未公开 4 件。"))
    let figures = HTML.text(try site.page("tongji/2024/index.html"))
    #expect(figures.contains("占全部的公开率 已公开，占全部办理件1 / 6"), "\(figures)")
    #expect(page.contains("<a href=\"../jianyi/sheng-14-2/0216.html\">关于加装电梯的建议</a>"))
    // An assistance has no page of its own.
    #expect(page.contains("<th scope=\"row\">会办的标题</th>"))
    #expect(HTML.holds(text, inOrder: ["尚未答复1", "尚未公开1", "依申请公开1", "不予公开1"]))
    for title in ["不予公开的标题", "没有答复的标题", "未到日期的标题", "申请公开的标题", "去年的标题"] { #expect(!page.contains(title)) }
  }

  @Test func namesWithheldItemsWhereTheSiteSaysSo() throws {
    let page = try register(Self.ledger + settingsWith("截至日期", "公开未公开件标题: 是\n截至日期"))
    let named = try #require(page.split(separator: "未公开办理件的标题和情形</caption>").last)
    let rows = named.matches(of: #/<tr><td>(.*?)<\/td><th scope="row">(.*?)<\/th><td>(.*?)<\/td><\/tr>/#)
    #expect(
      rows.map { "\($0.1) \($0.2) \($0.3)" } == [
        "建议0217 不予公开的标题 不予公开", "建议0218 没有答复的标题 尚未答复", "建议0219 未到日期的标题 尚未公开", "建议0220 申请公开的标题 依申请公开",
      ])
  }

  @Test func yearsLeadToEachOther() throws {
    let page = try register(Self.ledger, year: 2023)
    #expect(page.contains("<a href=\"../dengji/2024.html\">2024 年 <span>6</span></a>"))
    #expect(page.contains("<a href=\"../dengji/2023.html\" aria-current=\"true\">2023 年 <span>1</span></a>"))
    #expect(HTML.text(page).contains("2023 年承办的办理件共 1 件：公开答复 0 件，未公开 1 件。"))
  }
}
