import Testing

@testable import Templates

/// Narratives: what is merged into Markdown stays text, and HTML is kept apart.
struct MarkdownModeTests {
  @Test(arguments: [
    ("建议", "建议"),
    ("**抓**_a_ `b` ~~c~~", #"\*\*抓\*\*\_a\_ \`b\` \~\~c\~\~"#),
    ("# 一", ##"\# 一"##),
    ("- 一", #"\- 一"#),
    ("+ 一", #"\+ 一"#),
    ("> 一", #"\> 一"#),
    ("=== ", #"\=\=\=&#32;"#),
    ("1. 一", #"1\. 一"#),
    ("1) 一", #"1\) 一"#),
    (". 一", #"\. 一"#),
    ("共 3.5 亿", "共 3.5 亿"),
    ("3.5", #"3\.5"#),
    ("<b>&amp;", #"&lt;b\>&amp;amp;"#),
    ("[a](b \"c\")![d]", #"\[a\]\(b \"c\"\)\!\[d\]"#),
    ("a|b", #"a\|b"#),
    (#"a\b"#, #"a\\b"#),
    ("一\n\n二\r\n三\t四  五", "一 二 三 四 五"),
    ("    代码", "&#32;代码"),
    ("末尾  ", "末尾&#32;"),
    (" ", "&#32;"),
    ("", ""),
    ("\u{3000}\u{3000}段", "\u{3000}\u{3000}段"),
    ("2024-05-20", #"2024\-05\-20"#),
    ("e\u{301}*\u{301}", "e\u{301}\\*\u{301}"),
    ("a\(Self.opening)0\(Self.closing)b", "a0b"),
  ])
  func escapesText(text: String, expected: String) throws {
    #expect(try render(["main.md": "{{ x }}"], ["x": .string(text)]).text == expected)
  }

  @Test func printsNumbersAsText() throws {
    #expect(try render(["main.md": "{{ -5 }} {{ 1.5 }} {{ true }}"], [:]).text == #"\-5 1\.5 True"#)
  }

  @Test func leavesTheTextOfTheTemplateAlone() throws {
    let text = "# {{ x }}\n\n* **{{ x }}**\n\n| a | b |\n|---|---|\n| {{ x }} | <b> |\n"
    #expect(
      try render(["main.md": text], ["x": "a|b"]).text
        == "# a\\|b\n\n* **a\\|b**\n\n| a | b |\n|---|---|\n| a\\|b | <b> |")
  }

  @Test func keepsHTMLApart() throws {
    let files = [
      "main.md":
        "前{{ m }}\n\n{% include \"表.html\" %}\n后 {% from \"宏.html\" import 徽 %}{{ 徽(\"<\") }}{{ \"<i>\"|safe }}",
      "表.html": "<table>{% for x in l %}<td>{{ x }}</td>{% endfor %}{% include \"内.html\" %}</table>",
      "内.html": "<i>{{ m }}</i>", "宏.html": "{% macro 徽(x) %}<b>{{ x }}</b>{% endmacro %}",
    ]
    let output = try render(files, ["m": .markup("<p>好</p>"), "l": ["<a>", "*"]])
    let tokens = (0...3).map { "\(Self.opening)\($0)\(Self.closing)" }
    #expect(output.text == "前\(tokens[0])\n\n\(tokens[1])\n后 \(tokens[2])\(tokens[3])")
    #expect(
      output.fragments == [
        "<p>好</p>", "<table><td>&lt;a&gt;</td><td>*</td><i><p>好</p></i></table>", "<b>&lt;</b>", "<i>",
      ])
  }

  @Test func includesMarkdownAsMarkdown() throws {
    let files = [
      "main.md": "{% include \"段.md\" %}{% macro m(x) %}**{{ x }}**{% endmacro %}{{ m(x) }}", "段.md": "- {{ x }}\n",
    ]
    let output = try render(files, ["x": "*"])
    #expect(output.text == "- \\***\\***" && output.fragments.isEmpty)
  }

  @Test func forgesNoToken() throws {
    let forged = "\(Self.opening)0\(Self.closing)"
    let output = try render(["main.md": "{{ x }}{{ m }}{{ x ~ x }}"], ["x": .string(forged), "m": .markup("<b>")])
    #expect(output.text == "0\(forged)00")
    #expect(throws: (any Error).self) { try render(["main.md": "a\(forged)"], [:]) }
  }

  @Test(arguments: [
    "{% set x %}*{{ 1 }}*{% endset %}{{ x }}", "{% macro m() %}*{% endmacro %}{{ m() ~ 1 }}",
    "{% block a %}1{% endblock %}{% set x = super() %}",
  ])
  func refusesMarkdownAsValue(template: String) {
    #expect(throws: (any Error).self) { try render(["main.md": template], [:]) }
  }

  @Test func refusesMarkdownInHTML() {
    #expect(throws: (any Error).self) {
      try render(["main.md": "{% include \"a.html\" %}", "a.html": "{% include \"b.md\" %}", "b.md": ""], [:])
    }
    #expect(throws: (any Error).self) { try render(["main.md": "{% extends \"a.html\" %}", "a.html": ""], [:]) }
  }

  private static let opening = String(Character(Unicode.Scalar(0xFDD0) ?? " "))
  private static let closing = String(Character(Unicode.Scalar(0xFDD1) ?? " "))

  private func render(_ files: [String: String], _ data: Value) throws -> TemplateOutput {
    let (record, shape) = Typing.typed(data)
    var output = TemplateOutput()
    try Compiler(TemplateSources(files)).compile("main.md", data: shape, escaping: .markdown).render(
      record, into: &output)
    return output
  }
}
