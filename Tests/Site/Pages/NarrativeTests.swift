import Foundation
import Testing

/// What the texts of reports and bulletins see of the records, and what they must not name.
@Suite struct NarrativeTests {
  /// 2024: 建议 0216 (open), 0217 (closed), 0218 of another unit (open work), 提案 0005 (open), a 会办 of 0216; 2023: one.
  private static let ledger =
    rows(
      ["满意度": "满意", "见面情况": "已见面", "办理时限": "2024-05-20", "主题": "加装电梯", "转化形式": "政策措施、民生实事", "采纳条数": "3"],
      [
        "编号": "0217", "标题": "关于停车的建议", "公开方式": "不予公开", "答复类别": "B", "满意度": "基本满意", "见面情况": "代表提出无需见面",
        "办理时限": "2024-05-01",
      ],
      [
        "编号": "0218", "标题": "关于水库的建议", "承办单位": "示例省水利厅", "承办方式": "单独办理", "公开方式": "", "公开日期": "", "答复日期": "", "答复类别": "",
      ],
      [
        "编号": "0005", "类型": "提案", "届次": "省政协十三届二次会议", "标题": "关于托育的提案", "承办方式": "分办", "答复类别": "D", "满意度": "不满意",
        "复文": "tian-0005.md",
      ],
      [
        "承办单位": "示例省水利厅", "承办方式": "协办", "公开方式": "", "公开日期": "", "答复日期": "", "答复类别": "", "会办意见送达日期": "2024-03-01",
        "满意度": "", "见面情况": "", "办理时限": "", "主题": "加装电梯",
      ],
      [
        "编号": "0100", "年份": "2023", "届次": "省十四届人大一次会议", "标题": "关于旧事的建议", "公开方式": "", "公开日期": "", "交办日期": "2023-02-20",
        "答复日期": "2023-05-20",
      ]
    ) + [
      "content/replies/tian-0005.md": "---\n编号: \"0005\"\n类型: 提案\n---\n答复如下。\n",
      "content/replies/0216.md": LittleSite.reply.replacing("编号: \"0216\"", with: "编号: \"0216\"\n承办单位: 示例省教育厅"),
    ]

  private func site(_ files: [String: String?]) throws -> LittleSite {
    let site = try LittleSite(Self.ledger.merging(files) { $1 })
    let report = site.build()
    try #require(report.exitStatus == 0, "\(report.diagnostics.list)")
    try site.expectSoundLinks()
    return site
  }

  private func text(_ body: String, scope: String = "{年份: 2024}") throws -> String {
    let site = try site(reportWith("正文", body, head: "统计范围: \(scope)"))
    return HTML.text(try site.page("zongjie/2024.html"))
  }

  @Test(arguments: [
    ("{{ 统计.总数 }} {{ 统计.件数 }} {{ 统计.单位数 }}", "5 4 2"),
    ("{{ 统计.单独办理 }} {{ 统计.主办 }} {{ 统计.分办 }} {{ 统计.会办 }} {{ 统计.参阅 }}", "1 2 1 1 0"),
    ("{{ 统计.应答复 }} {{ 统计.已答复 }} {{ 统计.未答复 }} {{ 统计.答复率.百分数 }}", "4 3 1 75.0%"),
    ("{{ 统计.按时率.n }}/{{ 统计.按时率.d }} {{ 统计.会办按时率.百分数 }}", "2/4 100.0%"),
    ("{{ 统计.见面率.百分数 }} {{ 统计.见面或免见面率.百分数 }} {{ 统计.沟通率.n }}", "25.0% 50.0% 1"),
    (
      "{% for 类 in 统计.类别 %}{{ 类.代码 }}{{ 类.件数 }}占{{ 类.占比.百分数 }} {% endfor %}{{ 统计.未定类别 }}",
      "A1占33.3% B1占33.3% C0占0.0% D1占33.3% 1"
    ),
    ("{{ 统计.占比说明 }}", "各项占比分别四舍五入，相加为 99.9%"),
    (
      "{{ 统计.满意度.满意 }} {{ 统计.满意度.基本满意 }} {{ 统计.满意度.不满意 }} {{ 统计.满意度.未反馈 }} {{ 统计.满意度.满意率.百分数 }} {{ 统计.满意率.百分数 }}",
      "1 1 1 1 66.7% 66.7%"
    ),
    ("{{ 统计.公开.已公开 }} {{ 统计.公开.不予公开 }} {{ 统计.公开.未审查 }} {{ 统计.公开率.百分数 }} {{ 统计.占总数公开率.百分数 }}", "2 1 1 66.7% 40.0%"),
    ("{{ 统计.答复用时.件数 }} {{ 统计.答复用时.中位数 }} {{ 统计.答复用时.九成 }}", "3 90 90"),
    ("{% for 类 in 统计.转化 %}{{ 类.名称 }}{{ 类.件数 }} {% endfor %}{{ 统计.采纳条数 }} {{ 统计.转化率.n }}", "政策措施1 民生实事1 3 1"),
    ("{% for 题 in 统计.主题 %}{{ 题.名称 }}{{ 题.件数 }}{% endfor %}", "加装电梯2"),
    ("{% for 式 in 统计.承办方式 %}{{ 式.名称 }}{{ 式.件数 }} {% endfor %}", "单独办理1 主办2 分办1 协办1"),
    ("{{ 去年.总数 }} {{ 较去年.总数.增减 }} {{ 较去年.总数.增幅 }} {{ 较去年.总数.说法 }}", "1 4 400.0% 增加4件"),
    ("{{ 较去年.答复率.百分点 }} {{ 较去年.答复率.说法 }} {{ 较去年.单位数.说法 }}", "-25.0 下降25.0个百分点 增加1个"),
    ("{{ 较去年.未定类别.增幅 }} {{ 较去年.会办按时率.说法 }}", "— —"),
    ("{% for 家 in 单位 %}{{ 家.名称 }}{{ 家.统计.总数 }}/{{ 家.统计.应答复 }} {% endfor %}", "示例省教育厅3/3 示例省水利厅2/1"),
    ("{% for 行 in 件 %}{{ 行.编号 }}{{ 行.标题 }} {% endfor %}", "0216关于加装电梯的建议 0005关于托育的提案"),
    ("{{ 建议|length }} {{ 提案|length }} {{ (提案|first).单位 }}", "1 1 示例省教育厅"),
    ("{{ 统计范围.名称 }} {{ 统计范围.年份 }}", "2024年建议提案 2024"),
  ])
  func figures(_ body: String, _ expected: String) throws {
    let found = try text("得：" + body + "。").replacing(" 。", with: "。")
    #expect(found.contains("得：\(expected)。"), "\(body)")
  }

  @Test func thereIsNoYearBeforeTheFirst() throws {
    #expect(try text("{% if 去年 or 较去年 %}有{% else %}没有{% endif %}", scope: "{年份: 2023}").contains("没有"))
    #expect(try text("{% if 去年 %}有{% else %}没有{% endif %}", scope: "{类型: 提案}").contains("没有"))
  }

  @Test func unitsOfASession() throws {
    let body = "{% for 家 in 单位 %}{{ 家.名称 }}{{ 家.统计.总数 }} {% endfor %}"
    #expect(
      try text(body, scope: "{届次: 省十四届人大二次会议}").contains("示例省教育厅2 示例省水利厅2"))
    #expect(try text(body, scope: "{年份: 2024, 承办单位: 示例省水利厅}").contains("示例省水利厅2"))
  }

  // MARK: - Includes

  @Test func summaryForm() throws {
    let site = try site(
      reportWith(
        "正文", "{% include \"partials/统计表.html\" %}",
        head: """
          统计范围: {年份: 2024, 类型: 建议}
          统计表:
            制度建设: [{制度名称: 办理规则, 制定时间: 2020年1月, 内容简介: 分工。}]
            办理结果公开: {公开载体: 网站, 有关情况: 全文。}
            办理范例: [{编号: "0216", 有关情况: 甲。}]
            工作建议: 乙。
          """))
    let page = try site.page("zongjie/2024.html")
    let table = try #require(
      page.firstMatch(of: #/<table>.*?<\/table>/#.dotMatchesNewlines()).map { String($0.output) })
    #expect(table.contains("<caption>"))
    let columns = table.matches(
      of:
        #/<th id="([^"]+)"(?: headers="([^"]+)")?(?: colspan="(\d+)" scope="colgroup"| rowspan="2" scope="col"| scope="col")>/#
    )
    #expect(columns.count == 7 + 17)
    let ids = columns.map { String($0.1) }
    let cells = table.matches(of: #/<td headers="([^"]+)"(?: rowspan="(\d+)")?/#)
    #expect(cells.count == 16 + 3 * 4 && cells.count { $0.2 == "4" } == 16)
    for cell in cells { #expect(cell.1.split(separator: " ").allSatisfy { ids.contains(String($0)) }) }
    let words = HTML.text(page)
    #expect(
      HTML.holds(
        words,
        inOrder: ["2024年代表建议办理工作情况统计表", "基本情况", "工作建议", "4 3 1 0 0 无", "办理规则", "2020年1月", "网站", "关于加装电梯的建议（第0216号）"]))
    // The list for narrow screens says the same.
    #expect(page.matches(of: #/<dt>建议总数<\/dt><dd>4<\/dd>/#).count == 1)
    #expect(!words.contains("0217") && !words.contains("停车"))
  }

  @Test func tablesAndChart() throws {
    let names = ["分类统计", "承办单位统计", "建议清单", "办理结果图"]
    let site = try site(
      reportWith(
        "正文", names.map { "{% include \"partials/\($0).html\" %}" }.joined(separator: "\n\n"), head: "统计范围: {年份: 2024}")
    )
    let page = try site.page("zongjie/2024.html")
    let words = HTML.text(page)
    #expect(HTML.holds(words, inOrder: ["2024年建议提案办理结果分类", "A 已解决或基本解决133.3%", "另有 1 件尚未确定类别", "相加为 99.9%"]))
    #expect(HTML.holds(words, inOrder: ["承办单位统计", "示例省教育厅330366.7%33.3%", "示例省水利厅211", "合计541350.0%33.3%"]))
    #expect(
      HTML.holds(words, inOrder: ["公开答复清单", "0216关于加装电梯的建议示例省教育厅已解决或基本解决2024-05-20", "共 4 件，其中 2 件的答复已经公开，其余的只计件数"]))
    #expect(page.contains("<svg role=\"img\"") && page.contains("<title id=\"banlijieguo-1-title\">"))
    #expect(!words.contains("0217") && !words.contains("0218"))
  }

  @Test func unitsThatAreNotNamedAreCounted() throws {
    let open = LittleSite.settings.replacing(#/承办单位:\n(  .*\n)+/#, with: "")
    let site = try site(
      [settingsFile: open].merging(
        reportWith("正文", "{% include \"partials/承办单位统计.html\" %}", head: "统计范围: {年份: 2024}")
      ) { $1 })
    let words = HTML.text(try site.page("zongjie/2024.html"))
    #expect(HTML.holds(words, inOrder: ["示例省教育厅3", "其他单位2", "合计5"]))
    #expect(!words.contains("水利厅"))
  }

  @Test func casesLeadToTheirPages() throws {
    let head = "统计范围: {年份: 2024}\n典型案例: [\"0216\", {编号: 第0005号, 类型: 提案, 简介: 办得好。}]"
    let site = try site(reportWith("正文", "{% include \"partials/典型案例.html\" %}", head: head))
    let page = try site.page("zongjie/2024.html")
    #expect(
      HTML.holds(
        page,
        inOrder: [
          "<a href=\"../jianyi/sheng-14-2/0216.html\">关于加装电梯的建议</a>",
          "<a href=\"../tian/sheng-13-2/0005.html\">关于托育的提案</a>", "办得好。",
        ]))
  }

  @Test func textsThatWriteNothingAreRefused() throws {
    let site = try LittleSite(reportWith("正文", "{% if 0 %}甲{% endif %}"))
    #expect(site.build().diagnostics.list.map(\.rule) == ["text/empty"])
  }

  // MARK: - What is withheld

  /// What a text may say of others without naming the withheld 0217 (建议) and 0218 (建议).
  @Test(arguments: [
    "示政办函〔2024〕0217号文件", "国务院令第0217号", "第0217号令", "2024年公告第0217号", "第0217号提案", "第217号", "第02170号建议", "第0216号建议",
    "〔2024〕217号建议书",
    "《关于停车的意见》", "关于停车的建议很多", "0217号台风", "电话0217", "编号0216的建议", "编号217", "证书编号0217-1", "第0217、0218号台风",
  ])
  func otherNumbersAreNoFault(_ words: String) throws {
    #expect(try text("提到\(words)。").contains("提到"))
  }

  @Test(arguments: [
    "第0217号建议", "第0217号", "第 ０２１７ 号", "0217号建议", "第0217号重点建议", "**第0217号**", "《关于停车的建议》", "（第0218号）", "第0216号、第0217号建议",
    "第0217、0216号建议", "第0217和第0216号建议", "第217号建议", "编号0217", "编号为217的建议", "编号：第0217号", "第02**17**号建议", "第&#48;217号建议",
    "《关于**停车**的建议》", "建议第217号", "第217号省人大代表建议", "第217号、第0216号建议",
  ])
  func withheldItemsAreNotNamed(_ words: String) throws {
    let site = try LittleSite(
      Self.ledger.merging(reportWith("正文", "提到\(words)。", head: "统计范围: {年份: 2024}")) { $1 })
    let report = site.build()
    #expect(report.diagnostics.list.map(\.rule) == ["gate/withheld-item"])
  }

  /// As items, headings, cells and links of their own, and where they are too long to be mere words, anywhere.
  @Test(arguments: [
    "- 关于停车的建议", "1. 关于停车的建议；", "### 关于停车的建议", "| 件 | 数 |\n| --- | --- |\n| 关于停车的建议 | 1 |",
    "[关于停车的建议](https://www.example.gov.cn/)", "关于停车的建议（9876号）", "一、**关于停车的建议**", "提到关于托育服务体系的建议。",
    "《关于托育服务“一网通办”体系》的建议", "《托育服务\"一网通办\"体系的建议》", "提到关于优化托育服务；加强普惠供给的建议。", "《关于优化托育服务，加强普惠供给的建议》",
    "提到关于社区食堂建设和管理的建议。", "《停车的建议》", "《关于停车》",
  ])
  func withheldTitlesAreNotListed(_ words: String) throws {
    let ledger = rows(
      [:], ["编号": "0217", "标题": "关于停车的建议", "公开方式": "不予公开"], ["编号": "0218", "标题": "关于托育服务体系的建议", "公开方式": "不予公开"],
      ["编号": "0219", "标题": "关于托育服务“一网\u{200B}通办”体系的建议", "公开方式": "不予公开"],
      ["编号": "0220", "标题": "关于优化托育服务；加强普惠供给的建议", "公开方式": "不予公开"],
      ["编号": "0221", "标题": "社区食堂建设和管理的建议", "公开方式": "不予公开"])
    let site = try LittleSite(ledger.merging(reportWith("正文", "正文。\n\n\(words)")) { $1 })
    #expect(site.build().diagnostics.list.map(\.rule) == ["gate/withheld-item"])
  }

  /// Nor do the ledger's own texts and the heads of letters.
  @Test func fieldsDoNotNameWithheldTitles() throws {
    func rules(_ row: [String: String], _ head: String = "标题: 答复") throws -> [String] {
      let files = rows(row, ["编号": "0217", "标题": "关于停车的建议", "公开方式": "不予公开"]).merging(replyHead(head)) { $1 }
      return (try LittleSite(files)).build().diagnostics.list.map(\.rule)
    }
    #expect(try rules([:]) == [])
    #expect(try rules(["建议内容": "与《关于停车的建议》合并办理"]) == ["gate/withheld-item"])
    #expect(try rules(["转化成果": "关于停车的建议"]) == ["gate/withheld-item"])
    #expect(try rules([:], "标题: 对《关于停车的建议》的答复") == ["gate/withheld-item"])
    #expect(try rules([:], "更正: [{日期: 2024-07-01, 说明: 删去《关于停车的建议》}]") == ["gate/withheld-item"])
  }

  /// A file's name is published with it.
  @Test(arguments: ["赵甲.pdf", "%E8%B5%B5%E7%94%B2.pdf", "关于停车的建议.pdf"])
  func namesOfLinkedFilesAreLookedThrough(_ file: String) throws {
    let files = rows([:], ["编号": "0217", "标题": "关于停车的建议", "公开方式": "不予公开"])
      .merging(replyBody("见[附件](../files/\(file))。")) { $1 }
    let site = try LittleSite(files.merging(["content/files/赵甲.pdf": "甲", "content/files/关于停车的建议.pdf": "甲"]) { $1 })
    let report = site.build()
    #expect(Set(report.diagnostics.list.map(\.rule)).isSubset(of: ["gate/proposer-name", "gate/withheld-item"]))
    #expect(report.diagnostics.hasErrors && !site.exists("public"))
  }

  /// Numbers come again each year, titles do not.
  @Test func titlesAreWithheldWhateverTheScope() throws {
    let report = reportWith("正文", "提到《关于停车的建议》。", head: "统计范围: {年份: 2024, 类型: 提案}")
    let site = try LittleSite(Self.ledger.merging(report) { $1 })
    #expect(site.build().diagnostics.list.map(\.rule) == ["gate/withheld-item"])
  }

  /// Numbers of other items are what replies cite all day; a title tells more.
  @Test(arguments: ["《关于停车的建议》", "“关于停车的建议”", "《关于**停车**的建议》", "《关于&#20572;车的建议》"])
  func lettersDoNotNameWithheldTitles(_ words: String) throws {
    func rules(_ words: String) throws -> [String] {
      let reply = replyWith("编号: \"0216\"", "编号: \"0216\"\n承办单位: 示例省教育厅").mapValues {
        $0.map { $0 + "\n另见\(words)。\n" }
      }
      return (try LittleSite(Self.ledger.merging(reply) { $1 })).build().diagnostics.list.map(\.rule)
    }
    #expect(try rules(words) == ["gate/withheld-item"])
    #expect(try rules("《关于加装电梯的建议》、第0217号、《关于停车的意见》") == [])
  }

  @Test func whatTheRegisterNamesCanBeNamed() throws {
    let files = Self.ledger.merging(reportWith("正文", "提到第0217号建议《关于停车的建议》。")) { $1 }
    let site = try LittleSite(
      files.merging([settingsFile: LittleSite.settings + "公开未公开件标题: 是\n"]) { $1 })
    let report = site.build()
    #expect(report.diagnostics.list.isEmpty, "\(report.diagnostics.list)")
  }

  @Test func whatLooksLikeAWithheldItemCanBeExcused() throws {
    let head = "统计范围: {年份: 2024}\n已核: [{规则: 未公开件, 内容: 第0217号, 理由: 是省财政的项目编号}]"
    let site = try site(reportWith("正文", "项目第0217号。", head: head))
    #expect(try site.page("zongjie/2024.html").contains("项目第0217号。"))
  }

  /// A number that a published proposal of the scope has as well is taken for its.
  @Test func publishedNumbersMayBeNamed() throws {
    let ledger = rows([:], ["类型": "提案", "届次": "省政协十三届二次会议", "公开方式": "不予公开"])
    let reply = replyWith("编号: \"0216\"", "编号: \"0216\"\n类型: 建议")
    func rules(_ words: String) throws -> [String] {
      let files = ledger.merging(reply) { $1 }.merging(reportWith("正文", words, head: "统计范围: {年份: 2024}")) { $1 }
      return (try LittleSite(files)).build().diagnostics.list.map(\.rule)
    }
    #expect(try rules("提到第0216号。") == [])
    #expect(try rules("提到第0216号建议。") == [])
    #expect(try rules("提到第0216号提案。") == ["gate/withheld-item"])
  }
}
