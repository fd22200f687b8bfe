import Disclosure
import Loader

/// The beginnings of reports and bulletins. None says 公开方式, so that nothing is published before somebody does.
package enum NewDocument {
  /// A 工作总结 on a year's records.
  ///
  /// - Parameters:
  ///   - host: 主办单位.
  ///   - date: what its 日期 says.
  package static func report(on year: Int, by host: String, date: CalendarDate) -> NewFile {
    let head = """
      # 标题、文种、日期：都要写。文种是工作总结、情况报告、报送函之一。
      标题: \(FrontMatterText.scalar("\(host)\(year)年建议提案办理工作总结"))
      文种: 工作总结
      日期: \(date)

      # 来源：由哪个单位提供。
      来源: \(FrontMatterText.scalar(host))

      \(disclosure(date))

      # 统计范围：正文里的数字算哪些件：年份、类型、届次、承办单位，可以只写一两项，不写就是全部。
      统计范围: {年份: \(year)}

      # 典型案例：已经公开的件的编号；编号不止一件时写成 {编号: "0001", 类型: 建议}，可以加简介。
      #典型案例: ["0001"]

      # 统计表：报送的19栏统计表里台账没有的内容：不满意原因分析、办理情况简介、制度建设、办理结果公开、办理范例、工作创新、工作建议。
      #统计表: {不满意原因分析: 无}

      # 公文格式，有就写：都可以有发文字号；情况报告用会议文件、通过说明，报送函用主送、附件、署名、抄送、印发机关、印发日期。
      #会议文件: 示例县十八届人大五次会议文件（六）
      #通过说明: 2025年12月1日经示例县人民政府常务会议通过
      #发文字号: 示府办函〔2025〕1号
      #主送: 示例县人大常委会
      #附件: [附件1.pdf]
      #署名: \(FrontMatterText.scalar(host))
      #抄送: 县政协办公室
      #印发机关: \(FrontMatterText.scalar(host))
      #印发日期: \(date)

      \(rest)
      """
    let body = """
      \(year)年，共办理人大代表建议和政协提案{{ 统计.件数 }}件，按承办单位计{{ 统计.总数 }}件，由{{ 统计.单位数 }}个单位承办{% if 较去年 %}，按承办单位计比上年{{ 较去年.总数.说法 }}{% endif %}。现将主要工作总结如下。

      ## 一、基本情况

      需要答复的{{ 统计.应答复 }}件，已答复{{ 统计.已答复 }}件，答复率{{ 统计.答复率.百分数 }}。到期应答复的{{ 统计.按时率.d }}件中，按时答复{{ 统计.按时率.n }}件。

      {% for 类 in 统计.类别 %}{{ 类.名称 }}的{{ 类.件数 }}件，占{{ 类.占比.百分数 }}{% if loop.last %}。{% else %}；{% endif %}{% endfor %}{% if 统计.占比说明 %}{{ 统计.占比说明 }}。{% endif %}

      收到反馈{{ 统计.满意度.反馈 }}件，满意率{{ 统计.满意度.满意率.百分数 }}。

      {% include "partials/承办单位统计.html" %}

      ## 二、主要做法

      （一）……

      ## 三、下一步打算

      ……

      """
    return NewFile(path: "content/reports/\(year)-gongzuo-zongjie.md", text: text(head, body))
  }

  /// The next issue of a bulletin, with figures of a year's records.
  ///
  /// - Parameters:
  ///   - host: 主办单位.
  ///   - date: what its 日期 says; its year's issues are counted.
  ///   - documents: those that there are.
  package static func bulletin(
    on year: Int, by host: String, date: CalendarDate, after documents: [Document]
  ) -> NewFile {
    let bulletins = documents.filter { $0.form == .bulletin || $0.form == .news }
    let issue = (bulletins.filter { $0.date.year == date.year }.compactMap(\.issue).max() ?? 0) + 1
    let overall = (bulletins.compactMap(\.overallIssue).max() ?? 0) + 1
    let head = """
      # 标题、文种、日期：都要写。文种是工作动态、联络动态之一。
      标题: \(date.year)年第\(issue)期
      文种: 工作动态
      日期: \(date)

      # 期号、总期号：本年的第几期，创刊以来的第几期。
      期号: \(issue)
      总期号: \(overall)

      # 来源、编辑单位：写在刊头和文末。
      来源: \(FrontMatterText.scalar(host))
      编辑单位: \(FrontMatterText.scalar(host))

      \(disclosure(date))

      # 统计范围：正文里的数字算哪些件：年份、类型、届次、承办单位，可以只写一两项，不写就是全部。
      统计范围: {年份: \(year)}

      # 刊名：不写就用文种。要目：填是或否，不写时联络动态有两篇以上就列。
      #刊名: 建议提案工作动态
      #要目: 是

      # 编辑、联系方式、批准文号、送：有就写；联系方式只写办公电话。
      #编辑: [白鹭, 青禾]
      #联系方式: 0999-80000000
      #批准文号: 示内资准字〔2025〕第1号
      #送: 县人大常委会代表工作委员会，县政协提案委员会

      \(rest)
      """
    let body = """
      **【编者按】**……

      ## 第一篇文章的标题

      \(year)年的建议提案，需要答复的{{ 统计.应答复 }}件，已答复{{ 统计.已答复 }}件。……

      """
    let number = issue < 10 ? "0\(issue)" : String(issue)
    return NewFile(path: "content/bulletins/\(date.year)-\(number).md", text: text(head, body))
  }

  private static func text(_ head: String, _ body: String) -> String {
    """
    ---
    # 井号（#）后面是说明，程序不读；井号后面紧接着键名的一行是没有启用的项，去掉井号就启用。
    # 文件名会成为网址，只能用小写字母、数字和连字符，公开以后不要再改。

    \(head)
    ---

    \(body)
    """
  }

  private static func disclosure(_ date: CalendarDate) -> String {
    """
    # 公开方式、公开日期：审查以后再写。不写就是没有审查，不会公开；公开日期没到，也不会公开。
    #公开方式: 主动公开
    #公开日期: \(date)
    """
  }

  private static let rest = """
    # 已核：检查时提示而确属无误的，照抄原文，写明理由；规则名见提示的“办法”。
    #已核: [{规则: 统计数字, 内容: 照抄原文, 理由: 口径不同}]

    # 旧网址：以前的网址（不带域名），打开它会转到这一页。
    #旧网址: [old/1.html]
    """
}
