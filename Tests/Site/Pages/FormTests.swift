import Foundation
import Testing

/// The forms of documents: their parts come from front matter and structure.
@Suite struct FormTests {
  private func site(_ files: [String: String?]) throws -> LittleSite {
    let site = try LittleSite(files)
    let report = site.build(strict: true)
    try #require(report.exitStatus == 0, "\(report.diagnostics.list)")
    try site.expectSoundLinks()
    return site
  }

  private func document(_ head: String, _ body: String) -> String {
    "---\n\(head)\n日期: 2024-12-01\n来源: 示例省教育厅\n公开方式: 主动公开\n公开日期: 2024-12-02\n---\n\(body)\n"
  }

  @Test func transmittal() throws {
    let site = try site([
      "content/reports/2024.md": standardReport,
      "content/reports/han.md": document(
        """
        标题: 关于报送总结的函
        文种: 报送函
        发文字号: 示教函〔2024〕8号
        主送: 省政府办公厅
        附件: [2024.md, {名称: 名单, 文件: list.csv}]
        抄送: [省人大, 省政协]
        印发机关: 示例省教育厅办公室
        印发日期: 2024-12-03
        """, "现报上。"),
      "content/files/list.csv": "甲\n",
    ])
    let page = try site.page("zongjie/han.html")
    #expect(
      HTML.holds(
        HTML.text(page),
        inOrder: [
          "示例省教育厅", "示教函〔2024〕8号", "关于报送总结的函", "省政府办公厅：", "现报上。", "附件：", "总结", "名单（CSV，", "示例省教育厅2024年12月1日",
          "抄送：省人大，省政协。", "示例省教育厅办公室 2024年12月3日印发", "公开方式：主动公开 公开日期：2024年12月2日",
        ]))
    #expect(page.contains("<li><a href=\"../zongjie/2024.html\">总结</a></li>"))
    #expect(page.contains("href=\"../files/list.csv\"") && site.exists("public/files/list.csv"))
  }

  @Test func enclosedPartOfADocument() throws {
    let site = try site([
      "content/reports/2024.md": standardReport.replacing("正文", with: "正文\n\n## 附表\n\n乙"),
      "content/reports/han.md": document("标题: 函\n文种: 报送函\n附件: [{名称: 附表, 文件: \"2024.md#附表\"}]", "甲"),
    ])
    #expect(try site.page("zongjie/han.html").contains("<a href=\"../zongjie/2024.html#附表\">附表</a>"))
  }

  @Test func report() throws {
    let site = try site([
      "content/reports/baogao.md": document(
        """
        标题: 关于建议办理情况的报告
        文种: 情况报告
        会议文件: 省十四届人大三次会议文件（六十六）
        通过说明: 2024年11月29日第三十七次会议通过
        主送: 省人大常委会
        署名: 大会秘书处
        """, "收到建议。\n\n## 一、重视\n\n甲。\n\n## 二、落实\n\n乙。")
    ])
    let page = try site.page("zongjie/baogao.html")
    #expect(
      HTML.holds(
        HTML.text(page),
        inOrder: [
          "省十四届人大三次会议文件（六十六）", "示例省教育厅", "关于建议办理情况的报告", "（2024年11月29日第三十七次会议通过）", "目录", "一、重视", "省人大常委会：", "收到建议。",
          "大会秘书处2024年12月1日",
        ]))
    #expect(page.contains("<h1>关于建议办理情况的报告</h1>"))
  }

  private static let imprint = """
    标题: 做法选登
    文种: 联络动态
    期号: 26
    总期号: 570
    编辑单位: 省人大选联工委
    编辑: [甲, 乙]
    联系方式: 0999-80000000
    批准文号: 示准字〔2000〕第28号
    送: 省政府各部门
    """

  /// 单位 above the title: the heading names the unit, the one below it is the article's.
  @Test func bulletinWithUnitsFirst() throws {
    let site = try site([
      "content/bulletins/26.md": document(
        Self.imprint, "**【编者按】**评议。\n\n供参考。\n\n## 省教育厅：\n\n### 走出去\n\n甲。\n\n## 示例省水利厅\n\n### 请进来\n\n乙。")
    ])
    let page = try site.page("dongtai/26.html")
    #expect(
      HTML.holds(
        HTML.text(page),
        inOrder: [
          "联络动态", "第二十六期（总第五百七十期）", "省人大选联工委编", "2024年12月1日", "做法选登", "【编者按】评议。", "供参考。", "要目", "走出去 省教育厅",
          "请进来 示例省水利厅",
          "省教育厅：", "走出去", "甲。", "送：省政府各部门", "责任编辑：甲、乙 联系方式：0999-80000000", "批准文号：示准字〔2000〕第28号",
        ]))
    #expect(page.contains("<li><a href=\"#省教育厅\">走出去 <span>省教育厅</span></a></li>"))
    #expect(page.contains("<h2 id=\"省教育厅\">") && page.contains("<h3 id=\"走出去\">"))
  }

  /// The title above the unit.
  @Test func bulletinWithTitlesFirst() throws {
    let body = "## 同向同力\n\n省教育厅\n\n甲。\n\n## 办出成效\n\n示例省水利厅\n\n## 提醒\n\n不是单位\n"
    let site = try site(["content/bulletins/6.md": document(Self.imprint, body)])
    let page = try site.page("dongtai/6.html")
    #expect(
      HTML.holds(HTML.text(page), inOrder: ["要目", "同向同力 省教育厅", "办出成效 示例省水利厅", "提醒", "同向同力", "省教育厅", "甲。"]))
    #expect(page.contains("<p class=\"by\">省教育厅</p>") && page.contains("<p>不是单位</p>"))
    #expect(!page.contains("class=\"editorial\""))
  }

  @Test(arguments: [("要目: 否", false), ("要目: 是", true)])
  func articlesAreListedOnDemand(_ key: String, _ isListed: Bool) throws {
    let head = Self.imprint.replacing("联络动态", with: isListed ? "工作动态" : "联络动态") + "\n" + key
    let site = try site(["content/bulletins/6.md": document(head, "## 一事\n\n甲。\n\n## 二事\n\n乙。")])
    let page = try site.page("dongtai/6.html")
    #expect(page.contains("aria-label=\"要目\"") == isListed)
  }

  @Test func newsWithoutNumber() throws {
    let site = try site([
      "content/bulletins/a.md": document("标题: 交办会召开\n文种: 工作动态\n刊名: 建议提案工作", "甲。")
    ])
    #expect(HTML.holds(HTML.text(try site.page("dongtai/a.html")), inOrder: ["建议提案工作", "示例省教育厅", "交办会召开", "甲。"]))
  }
}
