import Foundation
import Integrity
import Testing

/// `content/history.tsv` as builds add to it.
@Suite struct SiteHistoryTests {
  private static let letter = "jianyi/sheng-14-2/0216.html#jyt-首次"

  private func events(_ site: LittleSite) throws -> [String] {
    guard site.exists(History.file) else { return [] }
    let text = try Data(contentsOf: site.folder.appending(path: History.file))
    return try History(reading: Array(text)).entries.map { "\($0.day) \($0.letter) \($0.event.rawValue)" }
  }

  /// What was refused was not published.
  @Test func refusedBuildLeavesNoEntry() throws {
    let site = try LittleSite(["别人的/x.txt": "x"])
    let report = site.build(into: "别人的")
    #expect(report.diagnostics.list.map(\.rule) == ["system/output-not-empty"])
    #expect(!site.exists("content/history.tsv"))
    #expect(site.build().exitStatus == 0)
    #expect(site.exists("content/history.tsv"))
  }

  /// Where it was lost and nothing has to be published.
  @Test func lostHistoryIsBegunAnew() throws {
    let site = try LittleSite()
    #expect(site.build().exitStatus == 0)
    try site.remove(History.file)
    #expect(site.build().diagnostics.list.map(\.rule) == ["history/shortened"])
    #expect(try events(site) == ["2024-12-31 \(Self.letter) 首次记录"])
    #expect(site.build().diagnostics.list.isEmpty)
    #expect(site.verify().diagnostics.list.isEmpty)
  }

  @Test func goesAlongWithTheLetter() throws {
    let site = try LittleSite()
    var expected = ["2024-12-31 \(Self.letter) 首次记录"]
    #expect(site.build().diagnostics.list.isEmpty)
    #expect(try events(site) == expected)

    // Nothing new, even on another day.
    #expect(site.build(asOf: "2025-01-31").diagnostics.list.isEmpty)
    #expect(try events(site) == expected)

    try site.change(replyWith("办法", "细则"))
    #expect(site.check().diagnostics.list.map(\.rule) == ["reply/silent-change"])
    #expect(
      site.build(asOf: "2025-02-01", mode: .compare).diagnostics.list.map(\.rule) == ["reply/silent-change"])
    #expect(try events(site) == expected)
    #expect(site.build(asOf: "2025-02-01").diagnostics.list.map(\.rule) == ["reply/silent-change"])
    expected.append("2025-02-01 \(Self.letter) 修改")
    #expect(try events(site) == expected)
    #expect(site.build(asOf: "2025-02-01").diagnostics.list.isEmpty)

    let corrected = replyHead("更正: [{日期: 2025-03-01, 说明: 改为规定}]").mapValues { $0?.replacing("办法", with: "规定") }
    try site.change(corrected)
    #expect(site.build(asOf: "2025-03-01").diagnostics.list.isEmpty)
    expected.append("2025-03-01 \(Self.letter) 更正")
    #expect(try events(site) == expected)
    let page = HTML.text(try site.page("jianyi/sheng-14-2/0216.html"))
    #expect(page.contains("公开历史2024年12月31日首次记录，2025年2月1日修改，2025年3月1日更正；校验值"))

    try site.change(replyHead("撤回: {日期: 2025-03-02, 理由类别: 内容有误}"))
    #expect(site.build(asOf: "2025-03-02").diagnostics.list.isEmpty)
    expected.append("2025-03-02 \(Self.letter) 撤回")
    #expect(try events(site) == expected)

    try site.change(corrected)
    #expect(site.build(asOf: "2025-04-01").diagnostics.list.isEmpty)
    expected.append("2025-04-01 \(Self.letter) 恢复公开")
    #expect(try events(site) == expected)

    try site.change(rows(["公开方式": "不予公开"]))
    #expect(site.build(asOf: "2025-05-01").diagnostics.list.map(\.rule) == ["reply/silent-removal"])
    expected.append("2025-05-01 \(Self.letter) 移除")
    #expect(try events(site) == expected)
    #expect(site.build(asOf: "2025-05-01").diagnostics.list.isEmpty)
    #expect(site.verify().exitStatus == 0)
  }

  /// What only the ledger, the templates or the unit's name say is no change of the letter.
  @Test(arguments: [
    rows(["满意度": "满意", "跟踪结果": "落实", "主题": "电梯"]), ["templates/proposal.html": "{{ 件.标题 }}"],
    settingsWith("示例省教育厅, 代码: jyt, 别名: [", "示例省教育委员会, 代码: jyt, 别名: [示例省教育厅, "), replyHead("旧网址: old/a.html"),
  ])
  func otherChangesAreNone(_ change: [String: String?]) throws {
    let site = try LittleSite()
    _ = site.build()
    let before = try events(site)
    try site.change(change)
    let report = site.build()
    #expect(report.exitStatus == 0 && !report.diagnostics.list.contains { $0.rule.hasPrefix("reply/silent") })
    #expect(report.changes?.isEmpty == false)
    #expect(try events(site) == before)
  }

  @Test func looksBackWithoutWriting() throws {
    let site = try LittleSite()
    _ = site.build(asOf: "2025-02-01")
    try site.change(replyHead("更正: [{日期: 2025-03-01, 说明: 改正}]"))
    _ = site.build(asOf: "2025-03-01")
    let before = try events(site)
    #expect(before.count == 2)
    for day in ["2024-05-01", "2025-01-01", "2025-02-15"] {
      #expect(site.build(into: "back", asOf: day).exitStatus == 0)
      #expect(try events(site) == before)
    }
  }

  @Test func errorsWriteNothing() throws {
    let site = try LittleSite(replyBody("13800138000"))
    #expect(site.build().exitStatus == 1)
    #expect(try events(site) == [])
    let strict = try LittleSite()
    _ = strict.build()
    try strict.change(replyWith("办法", "细则"))
    #expect(strict.build(strict: true).exitStatus == 1)
    #expect(try events(strict).count == 1)
  }

  /// Two units, and several letters of one unit, each with a history of its own, whatever their order in the files.
  @Test func tellsLettersApart() throws {
    let more = { (day: String) in
      "---\n编号: \"0216\"\n承办单位: 示例省教育厅\n答复序次: 补充\n答复日期: \(day)\n公开日期: \(day)\n---\n补充\(day)。\n"
    }
    let site = try LittleSite(
      rows([:], ["承办单位": "示例省水利厅", "承办方式": "分办"]) + replyHead("承办单位: 示例省教育厅") + [
        "content/replies/b.md": LittleSite.reply.replacing("主送", with: "承办单位: 示例省水利厅\n主送"),
        "content/replies/c.md": more("2024-08-01"), "content/replies/a.md": more("2024-09-01"),
      ])
    #expect(site.build().diagnostics.list.isEmpty)
    let names = try events(site).map { $0.split(separator: "#").last.map(String.init) ?? "" }
    #expect(names == ["jyt-首次 首次记录", "jyt-补充 首次记录", "jyt-补充-2 首次记录", "slt-首次 首次记录"])
    try site.change(["content/replies/a.md": more("2024-09-01").replacing("补充2024", with: "补述2024")])
    #expect(site.build().diagnostics.list.map(\.place.file) == ["content/replies/a.md"])
    #expect(try events(site).last?.hasSuffix("jyt-补充-2 修改") == true)
  }

  /// What the data file says can be worked out by anybody.
  @Test func digestsAreThoseOfLines() throws {
    let site = try LittleSite()
    _ = site.build()
    let text = try site.page("jianyi/sheng-14-2/0216.json")
    let file = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let history = try #require((file["历史"] as? [[String: Any]])?.first)
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("{\"标识\"") })
    #expect(history["校验值"] as? String == Digest(of: Array(line.utf8)).description)
    // The page has the first twelve digits.
    let digits = Digest(of: Array(line.utf8)).description.prefix(12)
    #expect(try site.page("jianyi/sheng-14-2/0216.html").contains("<code>\(digits)</code>"))
  }
}
