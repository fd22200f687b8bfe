import Diagnostics
import Testing

@testable import Markdown

@Suite struct FragmentTests {
  private let fragments = ["<table></table>", "<b>&amp;</b>", ""]

  @Test(arguments: [
    ("甲\n\n\(fragmentToken(0))\n\n乙\n", "<p>甲</p>\n<table></table>\n<p>乙</p>\n"),
    (fragmentToken(0), "<table></table>\n"),
    (
      "  \(fragmentToken(0)) \(fragmentToken(1))\n\(fragmentToken(1))  \n\(fragmentToken(2))\n",
      "<table></table>\n<b>&amp;</b>\n<b>&amp;</b>\n"
    ),
    ("甲\(fragmentToken(1))乙\n", "<p>甲<b>&amp;</b>乙</p>\n"),
    ("**甲\(fragmentToken(1))。**乙\n", "<p><strong>甲<b>&amp;</b>。</strong>乙</p>\n"),
    ("# 甲\(fragmentToken(1))\n", "<h1 id=\"甲\">甲<b>&amp;</b></h1>\n"),
    (
      "- \(fragmentToken(0))\n- 甲\(fragmentToken(1))\n",
      "<ul>\n<li>\n<table></table>\n</li>\n<li>甲<b>&amp;</b></li>\n</ul>\n"
    ),
    ("- \(fragmentToken(0))\n\n- 甲\n", "<ul>\n<li>\n<table></table>\n</li>\n<li>\n<p>甲</p>\n</li>\n</ul>\n"),
    ("> \(fragmentToken(0))\n", "<blockquote>\n<table></table>\n</blockquote>\n"),
    ("[\(fragmentToken(1))](x)\n", "<p><a href=\"x\"><b>&amp;</b></a></p>\n"),
    ("甲\(fragmentToken(7))乙\(fragmentToken("0123456"))丙\n", "<p>甲乙丙</p>\n"),
    (
      "甲\(noncharacter(0xFDD0))0乙\(noncharacter(0xFDD1))丙\(fragmentToken(""))\(fragmentToken("1x"))\n",
      "<p>甲0乙丙1x</p>\n"
    ),
    ("\(noncharacter(0xFDD0))\n", "<p></p>\n"),
    ("甲\(noncharacter(0xFDD2))乙ﷺ丙\n", "<p>甲\(noncharacter(0xFDD2))乙ﷺ丙</p>\n"),
    (
      "一二三四五六七八九十一二三四五六七\(fragmentToken(1))\(fragmentToken(1))八\n",
      "<p>一二三四五六七八九十一二三四五六七<b>&amp;</b><b>&amp;</b>八</p>\n"
    ),
  ])
  func stand(_ source: String, _ expected: String) {
    #expect(Rendering(source, fragments: fragments).html == expected)
  }

  @Test func standInTheCellsOfATable() {
    let html = Rendering("|甲|\n|-|\n|\(fragmentToken(1))|\n", fragments: fragments).html
    #expect(html.contains("<td><b>&amp;</b></td>"))
  }

  @Test(arguments: [
    ("甲`\(fragmentToken(0))`", 1), ("甲\n\n    \(fragmentToken(0))\n", 3), ("```\n甲\n\(fragmentToken(0))\n```\n", 1),
    ("```\(fragmentToken(0))\n甲\n```\n", 1), ("甲[乙](/\(fragmentToken(0)))", 1), ("甲[乙](x '\(fragmentToken(0))')", 1),
    ("![甲\(fragmentToken(0))](x)", 1),
  ])
  func areRefusedInCodeAndAddresses(_ source: String, _ line: Int) {
    let errors = Rendering(source, fragments: fragments).errors
    #expect(errors.map(\.rule) == ["markdown/fragment-in-code"])
    #expect(errors.first?.place == Place("a.md", line: line))
  }

  @Test func leaveNoTraceInPlainText() {
    let document = Rendering(
      "# 甲\(fragmentToken(0))\n\n\(fragmentToken(0))\n\n乙\(noncharacter(0xFDD1))丙\n", fragments: fragments
    ).document
    #expect(document?.plainText == "甲\n乙丙\n")
  }
}
