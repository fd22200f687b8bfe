import Testing

@testable import Markdown

@Suite struct LadderTests {
  /// The headings of a text as `level text`.
  private func headings(_ text: String, top: Int? = 2) -> [String] {
    Rendering(text, renderer: MarkdownRenderer(topHeadingLevel: top)).document?.headings.map {
      "\($0.level) \($0.text)"
    }
      ?? ["no document"]
  }

  @Test(arguments: [
    ("一、甲\n\n（一）乙\n\n1.丙\n\n（1）丁\n\n戊。", ["2 一、甲", "3 （一）乙", "4 1.丙", "5 （1）丁"]),
    ("1.甲\n\n乙。\n\n2.丙\n\n丁。", ["2 1.甲", "2 2.丙"]),
    ("## 甲\n\n一、乙\n\n丙。\n\n## 丁\n\n一、戊\n\n己。", ["2 甲", "3 一、乙", "2 丁", "3 一、戊"]),
    ("## 一、甲\n\n（一）乙\n\n丙。\n\n## 二、丁\n\n（一）戊\n\n己。", ["2 一、甲", "3 （一）乙", "2 二、丁", "3 （一）戊"]),
    ("一、甲：\n\n乙。", ["2 一、甲"]), ("**一、甲**\n\n乙。", ["2 一、甲"]), ("一、强化“甲”\n\n| 乙 |\n|--|\n", ["2 一、强化“甲”"]),
    ("一、甲\n\n- 乙", ["2 一、甲"]),
  ])
  func headingsWithoutMarks(_ text: String, _ expected: [String]) { #expect(headings(text) == expected) }

  @Test(arguments: [
    "一、甲\n\n二、乙\n\n三、丙\n\n丁。", "附件：1.甲\n2.乙", "1. 甲\n2. 乙\n\n丙。", "1.5万件", "一、甲", "乙。\n\n一、甲", "一是甲。", "> 一、甲\n>\n> 乙。",
    "- 一、甲\n\n  乙。", "一、甲\n乙丙，\n丁。", "一、甲\n\n# ", "一、`甲`\n\n乙。", "（一）甲；\n\n（二）乙。", "1.甲。\n\n2.乙。",
    "一、甲\n\n[^1]\n\n[^1]: 乙",
    "一、甲\(fragmentToken(0))\n\n乙。",
  ])
  func otherNumberedLines(_ text: String) {
    let lists = headings(text).filter { !$0.hasSuffix(" ") }
    #expect(lists == (text.contains("[^1]\n") ? ["2 一、甲"] : []))
  }

  @Test func aHeadInFrontOfItsTextBecomesAHeading() {
    #expect(
      Rendering("一、抓制度，抓落实。制定了**办法**，\n印发各地。\n\n二、抓沟通。 座谈。\n").html == """
        <h1 id="一抓制度抓落实">一、抓制度，抓落实。</h1>
        <p>制定了<strong>办法</strong>，印发各地。</p>
        <h1 id="二抓沟通">二、抓沟通。</h1>
        <p>座谈。</p>

        """)
    #expect(Rendering("**（一）抓制度。**制定").html == "<h2 id=\"一抓制度\">（一）抓制度。</h2>\n<p>制定</p>\n")
    #expect(Rendering("一、抓**制度。落实**。").html == "<p>一、抓<strong>制度。落实</strong>。</p>\n")
    #expect(Rendering("**抓制度。**制定").html == "<p><strong>抓制度。</strong>制定</p>\n")
  }

  @Test func linesWithinAParagraph() {
    let text = String(repeating: "在办理中，", count: 12) + "办结。"
    #expect(
      Rendering("已经办结。\n（二）主要做法\n\n甲。\n四、意见\n\(text)\n又一行。\n").html == """
        <p>已经办结。</p>
        <h2 id="二主要做法">（二）主要做法</h2>
        <p>甲。</p>
        <h1 id="四意见">四、意见</h1>
        <p>\(text)又一行。</p>

        """)
    #expect(Rendering("办结。\n1.甲\n2.乙\n3.丙").html == "<p>办结。\n1.甲\n2.乙\n3.丙</p>\n")
    #expect(
      Rendering("一、甲乙。丙丁。\n二、戊己。庚辛。").html == """
        <h1 id="一甲乙">一、甲乙。</h1>
        <p>丙丁。</p>
        <h1 id="二戊己">二、戊己。</h1>
        <p>庚辛。</p>

        """)
  }

  @Test func placesStayRight() {
    let rendering = Rendering("甲。\n（二）乙\n\n一、丙。[丁](javascript:x)\n\n一、戊\n\n<b>\n")
    #expect(rendering.errors.map(\.place.line) == [4, 8])
  }
}
