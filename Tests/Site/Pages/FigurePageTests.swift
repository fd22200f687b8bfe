import Foundation
import OfficeSamples
import Testing

/// Pages with figures: what they say, what they link to, and that they name nothing withheld.
@Suite struct FigurePageTests {
  private func built(_ files: [String: String?]) throws -> LittleSite {
    let site = try LittleSite(files)
    let report = site.build()
    try #require(report.exitStatus == 0, "\(report.diagnostics.list)")
    try site.expectSoundLinks()
    return site
  }

  private static let limits = ["办理时限": "2024-05-25", "满意度": "满意"]

  private static func row(_ number: String, _ changes: [String: String]) -> [String: String] {
    limits.merging(["编号": number, "标题": "标题\(number)", "公开方式": "不予公开", "公开日期": ""]) { $1 }.merging(changes) { $1 }
  }

  /// 0216 is public; the others are counted.
  private static let handled = rows(
    limits, row("0217", ["答复类别": "B", "答复日期": "2024-05-30", "延期至": "2024-06-30", "满意度": "基本满意"]),
    row("0218", ["答复类别": "B", "答复日期": "2024-06-30"]), row("0219", ["答复类别": "", "答复日期": "", "满意度": ""]),
    row("0220", ["答复类别": "", "答复日期": "", "办理时限": "2025-02-01", "满意度": ""]),
    row("0221", ["答复类别": "", "答复日期": "", "延期至": "2025-03-01", "满意度": ""]),
    row("0222", ["承办方式": "协办", "答复类别": "", "答复日期": "", "公开方式": "", "承办单位": "示例省水利厅", "满意度": ""]),
    row("0223", ["类型": "提案", "届次": "省政协十三届二次会议", "承办单位": "示例省水利厅"]), row("0101", ["年份": "2023"]))

  @Test func aYearsFigures() throws {
    let site = try built(Self.handled)
    let text = HTML.text(try site.page("tongji/2024/index.html"))
    let expected = [
      "2024 年办理统计", "承办建议、提案 8 件，由 2 个单位办理，共 8 个办理件，其中应当答复的 7 个。",
      "答复率", "57.1%", "已答复 4 / 应答复 7", "按时率", "60.0%", "按时答复 3 / 已到时限 5", "解决率", "50.0%", "已解决 2 / 定了类别 4", "公开率",
      "25.0%",
      "答复率 已答复，占应答复件4 / 757.1%", "按时率 在时限以内答复，占已到时限的应答复件3 / 560.0%",
      "其中延期件 在延长的时限以内答复，占已到延长时限的1 / 1100.0%", "满意率 满意和基本满意，占反馈了意见的4 / 4100.0%",
      "公开率 已公开，占已答复件1 / 425.0%", "占全部的公开率 已公开，占全部办理件1 / 812.5%",
      "公开及时率 答复后 20 个工作日以内公开，占已公开件1 / 1100.0%", "另有 3 个应答复的办理件还没有定类别，不计入占比。",
      "已答复457.1%", "办理中114.3%", "延期办理114.3%", "逾期未答复114.3%",
      "各单位的办理情况", "示例省教育厅663", "示例省水利厅211", "会办（协办 1）112.5%", "与上年比较", "81增加7件", "统计口径", "截至2024年12月31日",
    ]
    for part in expected { #expect(text.contains(part), "\(part)") }
    for number in 217...223 { #expect(!text.contains("标题0\(number)")) }
  }

  @Test func kindsAndYearsHaveTheirOwn() throws {
    let site = try built(Self.handled)
    #expect(HTML.text(try site.page("tongji/2024/tian.html")).contains("承办提案 1 件，由 1 个单位办理，共 1 个办理件"))
    #expect(HTML.text(try site.page("tongji/2023/jianyi.html")).contains("承办建议 1 件"))
    #expect(!site.exists("public/tongji/2023/tian.html") && !site.exists("public/tongji/2024/yian.html"))
    #expect(!HTML.text(try site.page("tongji/2023/index.html")).contains("与上年比较"))
    let years = HTML.text(try site.page("tongji/index.html"))
    for part in ["各年共承办建议、提案 9 件、办理件 9 个", "202487460.0% 3 / 550.0% 2 / 4100.0% 4 / 425.0% 1 / 4", "202311"] {
      #expect(years.contains(part), "\(part)")
    }
    #expect(try site.page("index.html").contains("href=\"tongji/2024/index.html\""))
  }

  /// A chart is one picture with a name and all its numbers, by ids that the page has once.
  @Test func chartsSpeak() throws {
    let page = try built(Self.handled).page("tongji/2024/index.html")
    let charts = page.matches(of: #/<svg role="img" aria-labelledby="(\S+) (\S+)"/#)
    #expect(charts.count >= 3)
    for chart in charts {
      #expect(page.contains("<title id=\"\(chart.1)\">") && page.contains("<desc id=\"\(chart.2)\">"))
    }
    #expect(page.contains("2024 年共 4 件：A 已解决或基本解决 2 件，占 50.0%；B 正在解决或列入规划逐步解决 2 件，占 50.0%；"))
  }

  /// Shares that do not make 100.0 say so, and classes of two schemes stand apart.
  @Test func roundingAndSchemes() throws {
    let schemes = """
      答复类别:
        - {方案: 新三类, 年份: 2024-, 类别: [{代码: 甲, 名称: 甲类事项, 解决: 是}, {代码: 乙, 名称: 乙类事项, 解决: 否}, {代码: 丙, 名称: 丙类事项, 解决: 否}]}
        - {方案: 旧两类, 年份: -2023, 类别: [{代码: A, 名称: 旧的一类, 解决: 是}, {代码: B, 名称: 旧的二类, 解决: 否}]}

      """
    let site = try built(
      settingsWith("截至日期", schemes + "截至日期")
        + rows(
          ["答复类别": "甲"], Self.row("1", ["答复类别": "乙"]), Self.row("2", ["答复类别": "丙"]),
          Self.row("3", ["年份": "2023", "答复类别": "A"])))
    let text = HTML.text(try site.page("tongji/2024/index.html"))
    #expect(text.contains("2024 年：各项占比分别四舍五入，相加为 99.9%。"))
    #expect(HTML.holds(text, inOrder: ["新三类", "乙 乙类事项1 33.3%", "合计3", "旧两类", "A 旧的一类1 100.0%"]))
    let old = HTML.text(try site.page("tongji/2023/index.html"))
    #expect(!old.contains("新三类") && !old.contains("四舍五入，相加"))
  }

  @Test func unitsShowWhatTheyHandled() throws {
    let site = try built(Self.handled)
    let text = HTML.text(try site.page("danwei/jyt/index.html"))
    #expect(HTML.holds(text, inOrder: ["历年办理情况", "7 件", "主办 7", "答复率", "已答复 4 / 应答复 7", "按时率", "答复用时", "关于加装电梯的建议"]))
    #expect(HTML.text(try site.page("danwei/jyt/2024/index.html")).contains("2024 年办理情况"))
    #expect(!site.exists("public/danwei/slt"))
    #expect(!(try site.page("jianyi/index.html")).contains("办理情况</h2>"))
  }

  private static let followedUp = rows(
    [
      "重点类别": "“一把手”领办、重点督办", "领办领导": "主要负责同志", "采纳情况": "采纳", "转化形式": "政策措施", "转化成果": "《加装电梯办法》", "采纳条数": "3",
      "跟踪结果": "已经建成",
    ],
    row("0217", ["重点类别": "重点督办、不能说的重点", "采纳情况": "不能说的采纳", "转化形式": "不能说的形式", "转化成果": "不能说的成果", "采纳条数": "4"]))

  /// On the page as in the file, which the office's own may differ from.
  @Test func formOfAYear() throws {
    let site = try built(Self.followedUp)
    let title = "示例省人民政府办公厅2024年代表建议办理工作情况统计表"
    let page = try site.page("tongji/2024/jianyi.html")
    #expect(page.contains("href=\"../../tongji/2024/jianyi-tongjibiao.xlsx\" download"))
    let file = try #require(
      SampleArchive.contents(of: Array(site.output()["tongji/2024/jianyi-tongjibiao.xlsx"] ?? Data())))
    for text in [HTML.text(page), String(decoding: file, as: UTF8.self)] {
      #expect(text.contains(title) && text.contains("关于加装电梯的建议（第0216号）") && text.contains("未公开"))
      #expect(!text.contains("标题0217") && !text.contains("不能说"))
    }
    #expect(
      site.exists("public/tongji/2024/tongjibiao.xlsx") && !site.exists("public/tongji/2024/tian-tongjibiao.xlsx"))
    #expect(!(try site.page("sitemap.xml")).contains("xlsx"))
  }

  @Test func keyItems() throws {
    let site = try built(Self.followedUp)
    let text = HTML.text(try site.page("zhongdian/2024.html"))
    #expect(
      HTML.holds(
        text,
        inOrder: [
          "答复已经公开的 1 件", "重点督办221", "“一把手”领办111", "其他110", "关于加装电梯的建议", "领办：主要负责同志", "关于加装电梯的建议",
        ]))
    #expect(try site.page("jianyi/sheng-14-2/0216.html").contains("href=\"../../zhongdian/2024.html\""))
  }

  @Test func adoption() throws {
    let site = try built(Self.followedUp)
    let text = HTML.text(try site.page("zhuanhua/2024.html"))
    #expect(
      HTML.holds(
        text,
        inOrder: [
          "2 个办理件中，2 个形成了成果，占 100.0%；7 条意见建议写进了文件", "政策措施150.0%", "其他150.0%", "关于加装电梯的建议", "《加装电梯办法》（采纳 3 条）",
          "跟踪：已经建成",
        ]))
    for (path, data) in try site.output() {
      #expect(!String(decoding: data, as: UTF8.self).contains("不能说的"), "\(path)")
    }
  }

  /// No page without content, and none for what only withheld rows have.
  @Test(arguments: [rows([:]), rows([:], row("0217", ["重点类别": "重点", "转化形式": "政策"]))])
  func noEmptyPages(_ files: [String: String?]) throws {
    let site = try built(files)
    #expect(!site.exists("public/zhongdian") && !site.exists("public/zhuanhua"))
    #expect(site.exists("public/tongji/2024/index.html"))
  }

  /// A report may ask for the figures of a year in which there is nothing.
  @Test func yearsWithoutRecordsHaveNoPages() throws {
    let report = standardReport.replacing("公开方式", with: "统计范围: {年份: 2021}\n公开方式")
    let site = try LittleSite(["content/reports/2024.md": report])
    try #require(site.build().exitStatus == 0)
    try site.expectSoundLinks()
    for path in ["tongji/2021/index.html", "tongji/2020/index.html", "dengji/2021.html"] {
      #expect(!site.exists("public/" + path), "\(path)")
    }
    #expect(!(try site.page("data/statistics.json")).contains("\"year\": 2021"))
  }

  @Test func manyFollowUpsArePaged() throws {
    var files: [String: String?] = [replyFile: nil]
    var changes: [[String: String]] = []
    for number in 1...101 {
      changes.append(["编号": "\(number)", "转化形式": "政策措施"])
      files["content/replies/\(number).md"] = LittleSite.reply.replacing("0216", with: "\(number)")
    }
    files[ledgerFile] = ledger(changes)
    let site = try built(files)
    let (first, second) = (try site.page("zhuanhua/2024.html"), try site.page("zhuanhua/2024-2.html"))
    #expect(first.contains("转化形式和采纳情况") && !second.contains("转化形式和采纳情况"))
    #expect(first.matches(of: #/<li><a href="\.\.\/jianyi\/sheng/#).count == 100)
    #expect(second.matches(of: #/<li><a href="\.\.\/jianyi\/sheng/#).count == 1)
  }

  // MARK: - A proposal's page and the register

  @Test func extensionAndTimeOnAProposalsPage() throws {
    let files = rows(["办理时限": "2024-05-10", "延期至": "2024-06-10"])
    let site = try built(files)
    let page = HTML.text(try site.page("jianyi/sheng-14-2/0216.html"))
    #expect(
      HTML.holds(
        page, inOrder: ["交办后 90 天，延期内答复", "交办", "延期", "办理时限由2024年5月10日延至2024年6月10日", "答复", "书面答复，用时 90 天，延期内"]))
    #expect(HTML.text(try site.page("dengji/2024.html")).contains("2024-05-20 用时 90 天，延期内"))
  }

  @Test(arguments: [("2024-05-20", "按时"), ("2024-05-19", "逾期")])
  func timeliness(_ limit: String, _ word: String) throws {
    let page = HTML.text(try built(rows(["办理时限": limit])).page("jianyi/sheng-14-2/0216.html"))
    #expect(page.contains("书面答复，用时 90 天，\(word)"))
    #expect(page.contains("按时") == (word == "按时") && page.contains("逾期") == (word == "逾期"))
  }

  @Test func statesInTheRegisterAreCounts() throws {
    let text = HTML.text(try built(Self.handled).page("dengji/2024.html"))
    #expect(text.contains("应答复的办理件中，已答复 4 件，办理中 1 件，延期办理 1 件，逾期未答复 1 件。"))
  }
}
