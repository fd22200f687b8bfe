import Testing

@testable import Proofreading

@Suite struct TextTests {
  @Test(arguments: [
    ("各县,各乡:照办;好(一)吗?好!", "1:3 half-width 中文里有 7 处半角标点（, : ; ( ) ? !）"),
    ("全省\n上下,同心", "2:3 half-width 中文里有 1 处半角标点（,）"),
    ("办结率100%,满意", "1:8 half-width 中文里有 1 处半角标点（,）"),
    ("**要求**:照办", "1:7 half-width 中文里有 1 处半角标点（:）"),
    ("“甲”,“乙”", "1:4 half-width 中文里有 1 处半角标点（,）"),
    ("《办法(试行)》", "1:4 half-width 中文里有 2 处半角标点（( )）"),
    ("办法(2018)", "1:3 half-width 中文里有 2 处半角标点（( )）"),
    ("(1)推进", "1:1 half-width 中文里有 2 处半角标点（( )）"),
    ("单位（部门)照办", "1:6 half-width 中文里有 1 处半角标点（)）"),
    ("见 https://a.cn/b,其中", "1:17 half-width 中文里有 1 处半角标点（,）"),
    ("- 甲,乙\n- 丙,丁", "1:4 half-width 中文里有 1 处半角标点（,）"),
    ("{{ 统计.总数 }}件,其中", "1:13 half-width 中文里有 1 处半角标点（,）"),
  ])
  func halfWidthMarks(_ text: String, _ expected: String) { #expect(remarks(on: text).first == expected) }

  @Test(arguments: [
    "1,000 件，比例 3:2，9:30 开会", "电话 0731—85309270", "见 https://a.cn/b?c=1,2 和 a:b", "Yes, no; (ok) 甲", "`甲,乙`",
    "```\n甲,乙\n```",
    "[甲](b.md:c,d)", "![图](a,b.png)", "甲![图](a.png)", "[甲]: b,c", "{{ 甲|默认(\"乙,丙\") }}", "{% if 甲,乙 %}\n甲\n{% endif %}",
    "{#\n甲,乙\n#}",
    "| 甲 | 乙 |\n|:--|--:|\n", "f(x) 的值", "\\(甲\\)", "    甲,乙", "1) 甲", "[^1]: 甲", "a：b", "10:00,", "x(a)", "::",
  ])
  func halfWidthMarksInTheirPlace(_ text: String) { #expect(remarks(on: text) == []) }

  @Test(arguments: [
    ("完成率达到95%.", 1, 9), ("完成率达到 95.5%.其中", 1, 12), ("增长８％.", 1, 5), ("共12件.", 1, 5), ("共12件.\n\n另有3件。", 1, 5),
    ("全省共办理建议12.", 1, 10), ("全省共办理建议 1,200.", 1, 14), ("会议定于2024年5月20日9:30.", 1, 19), ("印发《办法》.", 1, 7),
    ("说“办好.”", 1, 5), ("**已经办结.**", 1, 7), ("- 已经办结.  ", 1, 7), ("| 甲 | 已经办结. | 95 |", 1, 11), ("印发办法（试行）.", 1, 9),
    ("我厅认真办理.下一步", 1, 7), ("代表阿卜杜拉.买买提", 1, 7), ("共计十.", 1, 4), ("# 办结率100%.", 1, 10),
  ])
  func stops(_ text: String, _ line: Int, _ column: Int) {
    #expect(remarks(on: text) == ["\(line):\(column) half-width 中文里有 1 处半角标点（.）"])
  }

  @Test(arguments: [
    "增长8.5%，共1.2万件", "1.加快审批", "1. 加快审批", "如下：1.甲；2.乙", "一.总体情况", "第一.总体", "（一）.总体", "甲.基本情况", "一.", "附件1.", "附件 1.",
    "| 1. | 甲 |",
    "见 www.a.gov.cn.", "见 https://a.cn/1.", "发到 a@example.gov.cn.", "见附件1.docx", "见附件.docx。", "依据 GB 18030.",
    "某某 Co., Ltd.",
    "Growth of 95%.", "第2章第3.1节", "……等...", "办理中...", "2024.5.20", "V2.0.", "`共12件.`", "[甲](b.md)", "{{ 统计.总数 }}件。",
    "某（U.S.）",
  ])
  func stopsInTheirPlace(_ text: String) { #expect(remarks(on: text) == []) }

  @Test(arguments: [
    ("（示政函〔2022年〕23号）", "1:5 document-number 文号“〔2022年〕23号”：括号里不写“年”"),
    ("依据示政[2002]26号文", "1:5 document-number 文号“[2002]26号”：年份要用六角括号〔〕"),
    ("示政办﹝2015﹞2号", "1:4 document-number 文号“﹝2015﹞2号”：年份要用六角括号〔〕"),
    ("示政办（2018）8号", "1:4 document-number 文号“（2018）8号”：年份要用六角括号〔〕"),
    ("示简字〔2000〕第 28 号", "1:4 document-number 文号“〔2000〕第 28 号”：序号前不写“第”"),
    ("示政〔2020〕08号、示政〔2020〕09号", "1:3 document-number 文号“〔2020〕08号”：序号前不补 0，共 2 处"),
    ("示政【2020年】第08号", "1:3 document-number 文号“【2020年】第08号”：年份要用六角括号〔〕，括号里不写“年”，序号前不写“第”，序号前不补 0"),
  ])
  func documentNumbers(_ text: String, _ expected: String) { #expect(remarks(on: text) == [expected]) }

  @Test(arguments: [
    "示政〔2020〕8号", "示政〔2020〕 8 号", "办法（2018）", "规划（2020年）3项", "要点（2020）实施", "（2018）8号", "第〔5〕条", "[2020](a.md)",
    "建议（第0216号）",
  ])
  func otherBrackets(_ text: String) { #expect(remarks(on: text) == []) }

  @Test(arguments: [
    ("《甲办法已经印发。", "1:1 unpaired “《”没有配对"), ("甲》乙", "1:2 unpaired “》”没有配对"), ("“甲“乙”", "1:1 unpaired ““”没有配对"),
    ("（甲「乙）", "1:3 unpaired “「”没有配对"), ("《甲\n\n乙》", "1:1 unpaired “《”没有配对"), ("（甲〈乙", "1:1 unpaired “（”没有配对，共 2 处"),
  ])
  func unpairedMarks(_ text: String, _ expected: String) { #expect(remarks(on: text).first == expected) }

  @Test(arguments: [
    "《甲〈乙〉丙》（丁“戊「己」”）", "1）甲；2）乙；a）丙；一）丁；①）戊", "“甲说。\n\n“乙说。”", "“甲\n乙”", "“甲”“乙”", "`《`",
  ])
  func pairedMarks(_ text: String) { #expect(remarks(on: text) == []) }

  @Test(arguments: [
    ("问题 and 对策", "1:4 english-word 中文之间夹着英文连词“and”"), ("甲or乙And丙", "1:2 english-word 中文之间夹着英文连词“or”，共 2 处"),
    ("联系 a.b@163.com", "1:7 commercial-mail 用了商业邮箱（163.com）"),
    ("x@vip.qq.com", "1:2 commercial-mail 用了商业邮箱（vip.qq.com）"),
    ("见http://a.cn/甲", "1:2 plain-http 链接不加密（http://）"),
    ("[甲](http://a.cn)和<http://b.cn>", "1:5 plain-http 链接不加密（http://），共 2 处"),
    ("[甲]: http://a.cn", "1:6 plain-http 链接不加密（http://）"),
  ])
  func wordsAndAddresses(_ text: String, _ expected: String) { #expect(remarks(on: text) == [expected]) }

  @Test(arguments: [
    "R and D", "甲 android 乙", "x@example.gov.cn", "x@163gov.cn", "https://a.cn", "`http://a.cn`", "xhttp://a.cn",
    "@163.com",
  ])
  func otherWordsAndAddresses(_ text: String) { #expect(remarks(on: text) == []) }

  @Test func relativeYearsAreSaidOnce() {
    let text = "今年以来。\n\n比去年多，明年再说。\n\n前年。"
    #expect(remarks(on: text) == ["1:1 relative-year 全文有 4 处“今年”这样的说法，以后读的人看不出是哪一年"])
    #expect(remarks(on: text, isLetter: true) == [])
  }

  @Test(arguments: ["如今年轻人", "过去年年", "说明年限", "证明年份", "以前年度", "目前年均", "2024年"])
  func otherYears(_ text: String) { #expect(remarks(on: text) == []) }

  @Test(arguments: [
    ("# 第一次会议 代表建议办理情况", 1, 8), ("# 通  知", 1, 4), ("## 关于 加强管理", 1, 6), ("一、石 韧事迹", 1, 4), ("责任编辑：石 韧 吴静波", 1, 7),
    ("# 甲乙， 丙丁", 1, 6),
  ])
  func layoutBlanksInTitles(_ text: String, _ line: Int, _ column: Int) {
    #expect(remarks(on: text).first?.hasPrefix("\(line):\(column) title-blank ") == true)
  }

  @Test(arguments: [
    "# 健全机制 务求实效", "## 走上门、请进门 重点件重点办", "# 2024 年 第 3 期", "领导重视 精心组织 健全机制", "这是一句 话，不是标题。", "# 办好“实事” 架起“连心桥”",
    "# 领导重视　精心组织",
  ])
  func meantBlanksInTitles(_ text: String) { #expect(remarks(on: text) == []) }

  @Test(arguments: [
    // Found.
    ("我厅认真办理。要求各处室明确办\n\n理时限，按时答复。", 1), ("我厅认真办理，\n\n按时答复。", 0), ("我厅认真办理。按时，\n\n按时答复。", 1),
    ("省直各单位按照职责分工做好今后一段时间建议提案的办理工作，加强\n\n沟通协商，按时答复。", 1), ("甲。通过《紧急\n\n运输办法》，对车放行。", 1),
    ("甲。开辟“人\n\n大建议”专栏。", 1),
    // Not torn.
    ("一、高度重视，精心组织\n\n各单位照办。", 0), ("# 甲。乙\n\n丙。", 0), ("甲。乙：\n\n丙。", 0), ("甲。乙\n\n- 丙。", 0), ("甲。乙\n\n**丙。**丁。", 0),
    ("甲。乙\n\n一、丙丁\n\n戊。", 0), ("加强沟通，形成共识\n\n各单位照办。", 0), ("甲。特此函复\n\n示例省教育厅", 0), ("甲。乙\n\n***\n\n丙。", 0),
  ])
  func tornParagraphs(_ text: String, _ count: Int) {
    #expect(remarks(on: text).count { $0.contains(" broken-paragraph ") } == count)
    #expect(remarks(on: text).allSatisfy { $0.contains(" broken-paragraph ") })
  }

  @Test(arguments: [
    ("已经办结。\n（二）主要做法", ["2:1"]), ("五、自评\n" + long, ["1:1"]), ("办结。\n四、意见\n" + long, ["2:1"]),
    ("已经办结。\n2.加强统筹\n\n" + long, ["2:1"]), ("附件：1.甲\n2.乙", []), ("一、甲\n\n" + long, []), ("办结，\n（二）主要做法", []),
  ])
  func gluedHeadings(_ text: String, _ places: [String]) {
    #expect(
      remarks(on: text).filter { $0.contains(" glued-heading ") }.map { String($0.prefix { $0 != " " }) } == places)
    #expect(remarks(on: text).count == places.count)
  }

  @Test(
    arguments: [
      // Found.
      ("办结。\n我局认真办理。", ["2:1"]), ("答复如下：\n我局认真办理。\n谢谢。", ["2:1"]), ("包括\n• 站点；\n• 站牌。", ["2:1"]),
      ("①站点；\n②站牌。", ["2:1"]),
      ("（1）站点；\n（2）站牌。", ["2:1"]), ("办结。\n谢谢。\n\n甲。\n  乙。", ["2:1", "5:3"]), ("**办结。**\n谢谢。", ["2:1"]),
      ("办结。\n\u{F0D8}站点。", ["2:1"]),
      // Not.
      (long.dropLast(3) + "，\n办结。\n谢谢。", []), (long.prefix(40) + "\n办结。\n谢谢。", []), ("办结。  \n谢谢。", []),
      ("办结。\\\n谢谢。", []),
      ("{% if 件 %}\n办结。\n{% endif %}", []), ("- 办结。\n谢谢。", []), ("> 办结。\n> 谢谢。", []), ("站点；\n站牌。", []),
      ("办结。\n（一）站点\n" + long, []),
      ("示例省教育厅\n2025年3月1日", []), ("| 办结。 |\n谢谢。", []),
    ] as [(String, [String])])
  func joinedParagraphs(_ text: String, _ places: [String]) {
    #expect(
      remarks(on: text).filter { $0.contains(" joined-paragraphs ") }.map { String($0.prefix { $0 != " " }) } == places)
  }

  private static let long = String(repeating: "在办理工作中高度重视，", count: 6) + "办结。"

  @Test func linesAreCountedWhateverEndsThem() {
    for lineEnd in ["\n", "\r\n", "\r"] {
      #expect(remarks(on: ["甲", "", "乙,丙"].joined(separator: lineEnd)) == ["3:2 half-width 中文里有 1 处半角标点（,）"])
    }
  }

  @Test(
    arguments: [
      (Rule.halfWidth, "甲,乙", "甲,乙；丙,丁", "1:6 half-width 中文里有 1 处半角标点（,）"),
      (.relativeYear, "今年", "今年，去年", "1:4 relative-year 全文有 1 处“去年”这样的说法，以后读的人看不出是哪一年"),
      (.documentNumber, "〔2000〕第28号", "示〔2000〕第28号", nil), (.unpaired, "《甲", "《甲", nil),
      (.englishWord, "and", "甲and乙", nil),
      (.commercialMail, "a@qq.com", "a@qq.com", nil), (.plainHTTP, "http://a.cn", "http://a.cn", nil),
      (.titleBlank, "石 韧", "# 石 韧", nil), (.brokenParagraph, "乙", "甲。乙\n\n丙。", nil),
      (.gluedHeading, "（二）乙", "甲。\n（二）乙", nil), (.joinedParagraphs, "丙。", "甲。\n丙。", nil),
      (.unpaired, "甲,乙", "甲,乙", "1:2 half-width 中文里有 1 处半角标点（,）"),
    ] as [(Rule, String, String, String?)])
  func vouchedFor(_ rule: Rule, _ passage: String, _ text: String, _ left: String?) {
    #expect(!remarks(on: text).isEmpty)
    #expect(remarks(on: text, excuses: [.init(rule, content: passage)]) == (left.map { [$0] } ?? []))
  }
}
