import Foundation
import Testing

/// A proposal's page: its replies in their order, what belongs to them, and where its links lead.
@Suite struct ProposalPageTests {
  private static let address = "jianyi/sheng-14-2/0216.html"

  private func page(_ files: [String: String?]) throws -> (html: String, site: LittleSite) {
    let site = try LittleSite(files)
    let report = site.build()
    try #require(report.exitStatus == 0, "\(report.diagnostics.list)")
    try site.expectSoundLinks()
    return (try site.page(Self.address), site)
  }

  @Test func unitsAnswerEachItsPart() throws {
    let (html, _) = try page(
      settingsWith(
        "  - {名称: 示例省水利厅, 代码: slt}", "  - {名称: 示例省水利厅, 代码: slt}\n  - {名称: 示例省财政厅, 代码: czt}\n  - {名称: 示例省审计厅}")
        + rows(
          ["承办方式": "分办", "答复类别": "A"],
          ["承办方式": "分办", "答复类别": "B", "承办单位": "示例省水利厅", "答复日期": "2024-05-10", "公开日期": "2024-05-12"],
          ["承办方式": "分办", "承办单位": "示例省财政厅", "公开方式": "依申请公开"],
          ["承办方式": "会办", "承办单位": "示例省审计厅", "公开方式": ""]
        )
        + [
          replyFile: letter("编号: \"0216\"\n承办单位: 省教育厅", "教育厅的话。"),
          "content/replies/slt.md": letter("编号: \"0216\"\n承办单位: 示例省水利厅", "水利厅的话。"),
          "content/replies/czt.md": letter("编号: \"0216\"\n承办单位: 示例省财政厅", "财政厅的话。"),
        ])
    #expect(
      HTML.holds(
        HTML.text(html),
        inOrder: [
          "本件共公开 2 份答复", "示例省教育厅", "示例省水利厅", "示例省教育厅的答复", "教育厅的话。", "示例省水利厅的答复", "水利厅的话。",
          "本件还交给另外 1 个单位答复",
        ]))
    #expect(!html.contains("财政厅") && !html.contains("审计厅"))
  }

  @Test func repliesStandInTheirOrder() throws {
    let (html, _) = try page([
      replyFile: letter("编号: \"0216\"\n成文日期: 2024-05-20", "首次的话。"),
      "content/replies/a.md": letter("编号: \"0216\"\n答复序次: 补充\n答复日期: 2024-09-01", "第二份补充。"),
      "content/replies/b.md": letter("编号: \"0216\"\n答复序次: 补充\n答复日期: 2024-08-01", "第一份补充。"),
      "content/replies/c.md": letter("编号: \"0216\"\n答复序次: 阶段性\n答复日期: 2024-04-01", "阶段性的话。"),
      "content/replies/d.md": letter("编号: \"0216\"\n答复序次: 再次\n答复日期: 2024-07-01\n答复类别: B", "再次的话。"),
    ])
    let text = HTML.text(html)
    #expect(HTML.holds(text, inOrder: ["阶段性的话。", "首次的话。", "再次的话。", "第一份补充。", "第二份补充。"]))
    #expect(HTML.holds(text, inOrder: ["阶段性答复", "再次答复", "补充答复", "补充答复", "阶段性的话。"]))
    // What the proposal came to is what the last reply with a class says.
    #expect(text.contains("结果B · 正在解决或列入规划逐步解决"))
  }

  /// What holds for all units stands once; where they differ, each with its unit.
  @Test func factsOfSeveralUnits() throws {
    let (html, _) = try page(
      rows(
        ["承办方式": "分办", "责任处室": "基教处", "办理时限": "2024-05-30", "领办领导": "甲"],
        [
          "承办方式": "分办", "承办单位": "示例省水利厅", "答复日期": "2024-05-10", "公开日期": "2024-05-12", "办理时限": "2024-05-30",
          "领办领导": "乙",
        ])
        + [
          replyFile: letter("编号: \"0216\"\n承办单位: 省教育厅"),
          "content/replies/slt.md": letter("编号: \"0216\"\n承办单位: 示例省水利厅"),
        ])
    let text = HTML.text(html)
    #expect(text.contains("分办示例省教育厅（基教处）、示例省水利厅"))
    #expect(
      text.contains(
        "示例省教育厅、示例省水利厅：对省十四届人大二次会议第0216号建议《关于加装电梯的建议》的答复，2024-05-10至2024-05-20，https://"))
    #expect(text.contains("领办领导示例省教育厅：甲；示例省水利厅：乙"))
    #expect(text.ranges(of: "办理时限2024年5月30日").count == 1)
    #expect(HTML.holds(text, inOrder: ["办理经过", "示例省教育厅", "交办 2024年2月20日 分办"]))
  }

  /// The terms that its page uses are explained on it, whatever the ledger calls them, and no others.
  @Test func termsAreExplained() throws {
    func terms(_ files: [String: String?]) throws -> [Substring] {
      let (html, _) = try page(files)
      let section = try #require(html.firstMatch(of: #/(?s)<section class="terms".*?<\/section>/#)).output
      return section.matches(of: #/<dt>(.*?)<\/dt>/#).map(\.1)
    }
    #expect(try terms([:]) == ["主办", "答复类别", "公开方式"])
    #expect(
      try terms(
        settingsWith("截至日期", "承办方式:\n  牵头: 主办\n截至日期")
          + rows(["承办方式": "牵头", "会办单位": "示例省水利厅", "满意度": "满意", "答复类别": ""])
          + ["content/replies/a.md": letter("编号: \"0216\"\n答复序次: 再次\n答复日期: 2024-07-01")])
        == ["主办", "会办", "再次答复", "反馈", "公开方式"])
  }

  /// A repeated matter shows those of earlier years before newer ones of its topics.
  @Test(arguments: ["是", "否"]) func earlierYearsOfARepeatedMatter(_ isRepeated: String) throws {
    let newer = (1...6).map { ["编号": "030\($0)", "主题": "托育", "标题": "关于新事\($0)的建议"] }
    let earlier = [
      "编号": "0009", "主题": "托育", "标题": "关于往年的建议", "届次": "省十四届人大一次会议", "年份": "2023", "交办日期": "2023-02-20",
      "答复日期": "2023-05-20", "公开日期": "2023-05-28",
    ]
    let all = [["主题": "托育", "连续多年": isRepeated], earlier] + newer
    let letters = (newer + [earlier]).compactMap { $0["编号"] }.map {
      ("content/replies/\($0).md", letter("编号: \"\($0)\""))
    }
    let site = try LittleSite(
      [ledgerFile: ledger(all)] + Dictionary(uniqueKeysWithValues: letters).mapValues(Optional.some))
    #expect(site.build().exitStatus == 0)
    let text = HTML.text(try site.page(Self.address))
    #expect(text.contains("关于往年的建议") == (isRepeated == "是"))
    #expect(text.ranges(of: "关于新事").count == (isRepeated == "是" ? 4 : 5))
  }

  @Test func extractsAreCalledSo() throws {
    let (html, _) = try page(rows(["公开形式": "摘要"]))
    #expect(HTML.text(html).contains("公开摘要，不是全文"))
  }

  /// However the session is written, it is the same one.
  @Test func sessionInOtherWords() throws {
    let (html, _) = try page(
      rows([:], ["届次": "省十四届人大一次会议", "年份": "2023", "公开方式": ""])
        + [replyFile: letter("编号: 第0216号\n届次: 示例省第十四届人民代表大会第二次会议", "这里的话。")])
    #expect(html.contains("这里的话。"))
  }

  /// A further reply without a date of its own was not published on the day of the first.
  @Test func furtherReplyDoesNotTakeTheFirstOnesDate() throws {
    let (html, _) = try page([
      "content/replies/d.md": letter("编号: \"0216\"\n答复序次: 再次\n答复日期: 2024-07-01", "再次的话。")
    ])
    let second = try #require(html.split(separator: "再次答复</h2>").last)
    #expect(second.prefix(300).contains("2024-07-01") && !second.prefix(300).contains("2024-05-28"))
  }

  /// In its head, among the steps, and in the highlights.
  @Test func datesOfALetterAreToldAlike() throws {
    let (html, _) = try page(
      rows(["公开日期": "2024-08-10"]) + [
        "content/replies/d.md": letter("编号: \"0216\"\n答复序次: 补充\n成文日期: 2024-08-01", "补充的话。")
      ])
    let steps = try #require(html.split(separator: "<ol class=\"way\">").last?.split(separator: "</ol>").first)
    let stepsText = HTML.text(String(steps))
    #expect(HTML.holds(stepsText, inOrder: ["答复 2024年8月1日", "补充答复", "公开 2024年8月10日", "公开补充答复"]), "\(stepsText)")
    let head = try #require(html.split(separator: "补充答复</h2>").last).prefix(400)
    #expect(HTML.holds(HTML.text(String(head)), inOrder: ["2024年8月1日答复", "2024年8月10日公开"]), "\(head)")
  }

  @Test func correctionsComeFirst() throws {
    let (html, _) = try page(replyHead("更正: [{日期: 2024-07-02, 说明: 后一处}, {日期: 2024-06-01, 说明: 前一处}]"))
    #expect(HTML.holds(HTML.text(html), inOrder: ["更正说明", "2024年6月1日 前一处", "2024年7月2日 后一处", "的答复", "收悉"]))
  }

  @Test func officialParts() throws {
    let (html, _) = try page(
      rows(["发文字号": "示教函〔2024〕12号", "公开形式": "摘要"])
        + replyHead("标题: 关于第0216号建议的答复\n署名: 示例省教育厅办公室\n联系人: 李处\n联系电话: 0999-80000001\n抄送: [省人大常委会, 省政府办公厅]"))
    #expect(
      HTML.holds(
        HTML.text(html),
        inOrder: [
          "示教函〔2024〕12号", "答复类别：A", "关于第0216号建议的答复", "赵代表：", "您提出的建议收悉", "一、工作情况", "示例省教育厅办公室", "2024年5月20日",
          "（联系人及电话：李处，0999-80000001）", "公开方式：主动公开", "抄送：省人大常委会，省政府办公厅。",
        ]))
  }

  // MARK: - Files and links

  @Test func attachmentsAreCopiedAndLinked() throws {
    let names = ["表 1（修订）.pdf", "100%#?&.csv", "a/b/c.d.TXT", "无扩展名"]
    let head = "附件: [" + names.map { "{名称: 附, 文件: \"\($0)\"}" }.joined(separator: ", ") + "]"
    let contents = Dictionary(uniqueKeysWithValues: names.map { ("content/files/" + $0, Optional($0 + "的内容")) })
    let (html, site) = try page(
      replyHead(head).mapValues { $0.map { $0 + "\n见[原表](<../files/链接的 表.xlsx>)。\n" } } + contents
        + ["content/files/链接的 表.xlsx": "x", "content/files/没有人链接.pdf": "y"])
    for name in names { #expect(try site.page("files/" + name) == name + "的内容") }
    #expect(try site.page("files/链接的 表.xlsx") == "x")
    #expect(!site.exists("public/files/没有人链接.pdf"))
    let text = HTML.text(html)
    #expect(HTML.holds(text, inOrder: ["附（PDF，", "附（CSV，", "附（TXT，20 字节）", "附（文件，21 字节）"]), "\(text)")
  }

  @Test func attachmentThatChangedIsCopiedAgain() throws {
    let site = try LittleSite(replyHead("附件: 表.txt") + ["content/files/表.txt": "一"])
    _ = site.build()
    try site.write("二", to: "content/files/表.txt")
    #expect(site.build().changes?.changed == ["files/表.txt", "manifest.sha256"])
    #expect(try site.page("files/表.txt") == "二")
  }

  @Test func documentsLinkToEachOther() throws {
    let (html, site) = try page(
      replyBody("见[总结](../reports/2024.md#一情况)和[另一件](tian/0001.md)。")
        + rows([:], ["类型": "提案", "届次": "省政协十三届二次会议", "编号": "0001"])
        + [
          "content/replies/tian/0001.md": letter("编号: \"0001\"", "见[建议](../0216.md)。"),
          "content/reports/2024.md": standardReport.replacing("正文", with: "## 一、情况\n\n见[答复](../replies/0216.md)。"),
        ])
    #expect(html.contains("<a href=\"../../zongjie/2024.html#%E4%B8%80%E6%83%85%E5%86%B5\">总结</a>"))
    #expect(html.contains("<a href=\"../../tian/sheng-13-2/0001.html\">另一件</a>"))
    #expect(try site.page("zongjie/2024.html").contains("<a href=\"../jianyi/sheng-14-2/0216.html\">答复</a>"))
  }

  @Test func footnotesOfSeveralLettersKeepApart() throws {
    let (html, _) = try page([
      replyFile: letter("编号: \"0216\"", "甲[^1]。\n\n## 一、情况\n\n[^1]: 甲的注。"),
      "content/replies/d.md": letter("编号: \"0216\"\n答复序次: 再次\n答复日期: 2024-07-01", "乙[^1]。\n\n## 一、情况\n\n[^1]: 乙的注。"),
    ])
    #expect(HTML.holds(html, inOrder: ["甲的注", "乙的注"]))
  }

  // MARK: - Former addresses

  @Test func formerAddressesLeadOn() throws {
    let (_, site) = try page(
      replyHead("旧网址: [old/2024/0216.html, /art.shtml]")
        + settingsWith("截至日期", "旧网址:\n  list/all.htm: quanbu/index.html\n  old.html: jianyi/sheng-14-2/0216.html\n截至日期")
    )
    let expected = [
      "old/2024/0216.html": "../../" + Self.address, "art.shtml": Self.address, "list/all.htm": "../quanbu/index.html",
      "old.html": Self.address,
    ]
    for (former, link) in expected {
      let redirect = try site.page(former)
      #expect(redirect.contains("<meta http-equiv=\"refresh\" content=\"0; url=\(link)\">"), "\(former)")
      #expect(redirect.contains("<a href=\"\(link)\">"))
    }
    #expect(try site.page("old.html").contains("<a href=\"\(Self.address)\">关于加装电梯的建议</a>"))
  }
}

/// A reply's file.
func letter(_ head: String, _ body: String = "正文。") -> String { "---\n\(head)\n---\n\n\(body)\n" }

extension LittleSite {
  /// No link of the column is dead, no page has an id twice, and readers can come to every page.
  func expectSoundLinks(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let output = try output()
    let links = Links(of: output)
    #expect(links.broken == [], sourceLocation: sourceLocation)
    #expect(links.repeatedIDs == [], sourceLocation: sourceLocation)
    let redirects = output.filter { String(decoding: $0.value, as: UTF8.self).contains("http-equiv=\"refresh\"") }.keys
    let unreached = links.unreached.subtracting(["404.html"]).subtracting(redirects)
    #expect(unreached.sorted() == [], sourceLocation: sourceLocation)
  }
}
