import Foundation
import Testing

/// Reports and bulletins: their figures, partials and pages.
@Suite struct DocumentTests {
  private func site(_ files: [String: String?]) throws -> LittleSite {
    let site = try LittleSite(files)
    let report = site.build()
    try #require(report.exitStatus == 0, "\(report.diagnostics.list)")
    try site.expectSoundLinks()
    return site
  }

  private static let ledger = rows(
    [:], ["编号": "0217", "公开方式": "不予公开", "答复类别": "B"],
    ["编号": "0218", "承办单位": "示例省水利厅", "公开方式": "", "答复日期": "", "答复类别": ""],
    ["编号": "0219", "年份": "2023", "公开方式": "", "交办日期": "2023-02-20", "答复日期": "2023-07-20"])

  @Test(arguments: [
    ("", "共4件，答复率75.0%"), ("统计范围: {年份: 2024}\n", "共3件，答复率66.7%"), ("统计范围: {年份: 2024, 类型: 建议}\n", "共3件，答复率66.7%"),
    ("统计范围: {承办单位: 省教育厅}\n", "共3件，答复率100.0%"), ("统计范围: {届次: 省十四届人大二次会议, 承办单位: 示例省水利厅}\n", "共1件，答复率0.0%"),
  ])
  func figuresAreThoseOfTheScope(_ scope: String, _ text: String) throws {
    let site = try site(
      Self.ledger + [
        "content/reports/2024.md": standardReport.replacing("公开方式", with: scope + "公开方式")
          .replacing("正文", with: "共{{ 统计.总数 }}件，答复率{{ 统计.答复率.百分数 }}。")
      ])
    #expect(HTML.text(try site.page("zongjie/2024.html")).contains(text))
  }

  @Test func partialsAndValues() throws {
    let site = try site(
      Self.ledger
        + reportWith(
          "正文",
          "## 一、*情况*\n\n{{ 站点.专栏名称 }}有**{{ 统计.总数 }}**件。\n\n{% include \"partials/小表.html\" %}\n\n{% if 统计.总数 > 3 %}多{% else %}少{% endif %}。"
        )
        + ["templates/partials/小表.html": "<table class=\"sum\"><tr><td>{{ 统计.件数 }} & *{{ 站点.名称 }}*</td></tr></table>"])
    let page = try site.page("zongjie/2024.html")
    #expect(page.contains("<table class=\"sum\"><tr><td>4 & *示例省人民政府*</td></tr></table>"))
    #expect(page.contains("<p>办理结果公开有<strong>4</strong>件。</p>"))
    #expect(page.contains("<p>多。</p>"))
  }

  /// A value that looks like Markdown or HTML stays text.
  @Test func valuesAreEscaped() throws {
    let site = try site(
      settingsWith("专栏名称: 办理结果公开", "专栏名称: '*甲* <b>乙</b> [丙](https://a.cn) _丁_ `戊` # 己 | 庚'")
        + reportWith("正文", "{{ 站点.专栏名称 }}\n\n| 表 |\n| --- |\n| {{ 站点.专栏名称 }} |"))
    let page = try site.page("zongjie/2024.html")
    let shown = "*甲* &lt;b&gt;乙&lt;/b&gt; [丙](https://a.cn) _丁_ `戊` # 己 | 庚"
    #expect(page.contains("<p>\(shown)</p>"))
    #expect(page.contains("<td>\(shown)</td>"))
  }

  @Test func bulletin() throws {
    let site = try site([
      "content/bulletins/2024-03.md": """
      ---
      标题: 动态三
      文种: 联络动态
      日期: 2024-11-01
      来源: 办公厅
      公开方式: 主动公开
      公开日期: 2024-11-05
      期号: 3
      总期号: 41
      编辑: [李一, 王二]
      送: [省人大常委会, 省政协]
      旧网址: old/3.html
      ---
      ## 要闻一

      甲。

      ## 要闻二

      乙。
      """,
      "content/reports/2024.md": standardReport,
      "content/reports/secret.md": standardReport.replacing("主动公开", with: "不予公开"),
      "content/reports/later.md": standardReport.replacing("2024-12-02", with: "2025-01-01"),
    ])
    let page = try site.page("dongtai/2024-03.html")
    #expect(
      HTML.holds(
        HTML.text(page),
        inOrder: [
          "联络动态", "第三期（总第四十一期）", "办公厅", "2024年11月1日", "动态三", "要闻一", "要闻二", "要闻一", "甲。", "送：省人大常委会，省政协", "责任编辑：李一、王二",
          "公开方式：主动公开",
          "公开日期：2024年11月5日",
        ]))
    #expect(page.contains("<meta name=\"PubDate\" content=\"2024-11-05 00:00\">"))
    #expect(page.contains("<meta name=\"ContentSource\" content=\"办公厅\">"))
    let list = HTML.text(try site.page("zongjie/index.html"))
    #expect(HTML.holds(list, inOrder: ["共 2 篇", "总结", "动态三"]))
    #expect(!site.exists("public/zongjie/secret.html") && !site.exists("public/zongjie/later.html"))
    #expect(try site.page("old/3.html").contains("url=../dongtai/2024-03.html"))
    #expect(HTML.holds(HTML.text(try site.page("index.html")), inOrder: ["总结", "动态三"]))
  }
}
