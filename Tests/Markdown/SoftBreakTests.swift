import Testing

@testable import Markdown

@Suite struct SoftBreakTests {
  @Test(arguments: [
    ("甲\n乙", "甲乙"),
    ("甲，\n乙", "甲，乙"),
    ("甲\n（乙）\n丙", "甲（乙）丙"),
    ("甲\n“乙”\n丙", "甲“乙”丙"),
    ("“甲”\n“乙”", "“甲”“乙”"),
    ("甲——\n——乙", "甲————乙"),
    ("拨打\n“12345”\n热线", "拨打“12345”热线"),
    ("甲\n①乙", "甲①乙"),
    ("甲\r\n乙\r丙", "甲乙丙"),
    ("𠀀\n𠀁", "𠀀𠀁"),
    ("Ａ\nＢ", "ＡＢ"),
    ("かな\nカナ", "かなカナ"),
    ("**甲。**\n乙", "<strong>甲。</strong>乙"),
    ("甲\n**乙**\n`丙`\n[丁](x)\n戊", "甲<strong>乙</strong><code>丙</code><a href=\"x\">丁</a>戊"),
    ("*甲\n乙*", "<em>甲乙</em>"),
    ("甲\n`*乙*`\n丙", "甲\n<code>*乙*</code>\n丙"),
    ("甲\n[&#20057;](x)", "甲<a href=\"x\">乙</a>"),
    ("甲  乙 \n 丙", "甲  乙丙"),
    ("甲\na", "甲\na"),
    ("a\n甲", "a\n甲"),
    ("甲\n2023 年", "甲\n2023 年"),
    ("a\nb", "a\nb"),
    ("“a”\n“b”", "“a”\n“b”"),
    ("a —\n— b", "a —\n— b"),
    ("가\n나", "가\n나"),
    ("甲\n가", "甲\n가"),
    ("甲\n😀", "甲\n😀"),
    ("甲\n<http://a.b>", "甲\n<a href=\"http://a.b\">http://a.b</a>"),
    ("甲  \n乙", "甲<br />\n乙"),
    ("甲\\\n乙", "甲<br />\n乙"),
    ("甲 　乙", "甲 　乙"),
  ])
  func lineEnds(_ source: String, _ expected: String) {
    #expect(Rendering.inline(source) == expected)
  }

  @Test func betweenFootnotesAndInHeadings() {
    #expect(Rendering("甲[^1]\n乙\n\n[^1]: 丙\n丁\n").html.contains("</sup>乙</p>"))
    let document = Rendering("甲\n乙\nb\nc\n---\n").document
    #expect(document?.headings == [Heading(level: 2, text: "甲乙 b c", anchor: "甲乙-b-c")])
    #expect(document?.plainText == "甲乙 b c\n")
    #expect(Rendering("![甲\n乙\nc](x)").html == "<p><img src=\"x\" alt=\"甲乙 c\" /></p>\n")
  }
}
