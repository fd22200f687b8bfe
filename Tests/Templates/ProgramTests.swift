import Testing

@testable import Templates

struct ProgramTests {
  @Test(arguments: [
    ("{{ \"2024-05-20\"|中文日期 }}", "2024年5月20日"),
    ("{{ \"2024-12-01\"|中文日期 }}{{ \"2024-02-29\"|中文日期 }}", "2024年12月1日2024年2月29日"),
    ("{{ 0|中文数字 }} {{ 1|中文数字 }} {{ 10|中文数字 }} {{ 12|中文数字 }} {{ 20|中文数字 }} {{ 26|中文数字 }}", "零 一 十 十二 二十 二十六"),
    ("{{ 100|中文数字 }} {{ 101|中文数字 }} {{ 110|中文数字 }} {{ 111|中文数字 }} {{ 570|中文数字 }}", "一百 一百零一 一百一十 一百一十一 五百七十"),
    ("{{ 1000|中文数字 }} {{ 1001|中文数字 }} {{ 1010|中文数字 }} {{ 2024|中文数字 }}", "一千 一千零一 一千零一十 二千零二十四"),
    ("{{ 10000|中文数字 }} {{ 10001|中文数字 }} {{ 10010|中文数字 }} {{ 11000|中文数字 }}", "一万 一万零一 一万零一十 一万一千"),
    ("{{ 100000|中文数字 }} {{ 120000|中文数字 }} {{ 1001000|中文数字 }} {{ 10000001|中文数字 }}", "十万 十二万 一百万一千 一千万零一"),
    ("{{ 100000000|中文数字 }} {{ 100000001|中文数字 }} {{ 1000000000000|中文数字 }}", "一亿 一亿零一 一万亿"),
    ("{{ 101010101|中文数字 }} {{ 999999999999|中文数字 }}", "一亿零一百零一万零一百零一 九千九百九十九亿九千九百九十九万九千九百九十九"),
    ("{{ (-26)|中文数字 }}", "负二十六"),
    ("{{ 0.384|百分比 }} {{ 1|百分比 }} {{ 0|百分比 }} {{ 0.0005|百分比 }} {{ 0.00049|百分比 }}", "38.4% 100.0% 0.0% 0.1% 0.0%"),
    (
      "{{ 0.2885|百分比 }} {{ 0.1235|百分比 }} {{ 0.12345|百分比(2) }} {{ 0.5|百分比(0) }} {{ 0.995|百分比(位数=0) }}",
      "28.9% 12.4% 12.35% 50% 100%"
    ),
    (
      "{{ {\"n\": 5, \"d\": 13}|百分比 }} {{ {\"n\": 1, \"d\": 8, \"percent\": 12.5}|百分比(0) }} {{ {\"n\": 0, \"d\": 7}|百分比 }}",
      "38.5% 13% 0.0%"
    ),
    ("{{ {\"n\": 1, \"d\": 3}|百分比(4) }} {{ (-0.1235)|百分比 }} {{ (-0.0001)|百分比 }}", "33.3333% -12.4% 0.0%"),
    ("{{ \"一二三四五六七八九十\"|摘要(10) }}", "一二三四五六七八九十"),
    ("{{ \"一二三四五六七八九十\"|摘要(4) }}", "一二三四…"),
    ("{{ \"我厅高度重视。现答复如下，一是加强领导，二是\"|摘要(12) }}", "我厅高度重视。…"),
    ("{{ \"我厅高度重视此项工作，现答复如下\"|摘要(14) }}", "我厅高度重视此项工作…"),
    ("{{ \"短。后面没有停顿的一长串文字在这里\"|摘要(10) }}", "短。后面没有停顿的一…"),
    ("{{ \"一\n 二\t三\"|摘要(字数=9) }}", "一 二 三"),
  ])
  func chineseFilters(template: String, expected: String) throws {
    #expect(try render(template, [:]) == expected)
  }

  @Test(arguments: [
    "{{ \"2024-13-01\"|中文日期 }}", "{{ \"2023-02-29\"|中文日期 }}", "{{ \"2024/05/20\"|中文日期 }}", "{{ \"2024-5-20\"|中文日期 }}",
    "{{ 20240520|中文日期 }}", "{{ \"\"|中文日期 }}", "{{ \"２０２４-05-20\"|中文日期 }}", "{{ \"26\"|中文数字 }}", "{{ 2.5|中文数字 }}",
    "{{ 1000000000001|中文数字 }}", "{{ \"0.5\"|百分比 }}", "{{ {\"n\": 1, \"d\": 0}|百分比 }}", "{{ {\"n\": 1}|百分比 }}",
    "{{ 0.5|百分比(9) }}", "{{ none|百分比 }}", "{{ 5|摘要 }}", "{{ \"a\"|摘要(0) }}",
  ])
  func chineseFiltersRefuse(template: String) {
    #expect(throws: (any Error).self) { try render(template, [:]) }
  }

  /// Nobody but the expression holds these records. An optimised build once read fields of them that were freed; with
  /// the address sanitizer that shows at once.
  @Test func fieldsOfValuesMadeOnTheWay() throws {
    let template = """
      {{ {"a": 1, "b": [n, 0]}.b[0] }} {{ {"r": {"t": t ~ t}}.r.t }} \
      {% for x in range(999) %}{{ {"a": x, "b": [x]}.b[0] }}{% if not loop.last %},{% endif %}{% endfor %}
      """
    let expected = "7 甲甲 " + (0..<999).map(String.init).joined(separator: ",")
    #expect(try render(template, ["n": 7, "t": "甲"]) == expected)
  }

  /// What would break out of text or an attribute, if a byte were missed.
  @Test(arguments: [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("\" onclick='x'", "&#34; onclick=&#39;x&#39;"),
    ("\"\u{301}'\u{301}<\u{338}>\u{338}&\u{20DD}", "&#34;\u{301}&#39;\u{301}&lt;\u{338}&gt;\u{338}&amp;\u{20DD}"),
    ("\"\u{FE0F}\"\u{200D}", "&#34;\u{FE0F}&#34;\u{200D}"),
    ("&amp;&lt;", "&amp;amp;&amp;lt;"),
    ("\r\n<", "\r\n&lt;"),
    ("字<字>字", "字&lt;字&gt;字"),
    ("\0\u{1}", "\0\u{1}"),
    ("", ""),
  ])
  func escapesHostileText(text: String, expected: String) throws {
    let data: Value = ["x": .string(text), "r": ["x": .string(text)]]
    #expect(try render("{{ x }}", data).unicodeScalars.elementsEqual(expected.unicodeScalars))
    let everywhere =
      "{{ r.x }}{% for i in [x] %}{{ i }}{% endfor %}{{ x ~ \"\" }}{% macro m(x) %}{{ x }}{% endmacro %}{{ m(x) }}"
    let expectedEverywhere = String(repeating: expected, count: 4)
    #expect(try render(everywhere, data).unicodeScalars.elementsEqual(expectedEverywhere.unicodeScalars))
  }

  @Test func comparesByCodePoints() throws {
    let template =
      "{{ a == b }}{{ {\"\u{E9}\": 1}|length }}{{ \"\u{E9}\" in \"e\u{301}\" }}{{ [a, b]|unique|list|length }}"
    #expect(try render(template, ["a": "\u{E9}", "b": "e\u{301}"]) == "False1False2")
  }

  @Test func listsUsesOfSafe() throws {
    let files = [
      "main.html":
        "{% extends \"base.html\" %}{% block a %}{{ x|safe }}\n{{ x|safe }}{% include \"i.html\" %}{% include \"i.html\" %}{% endblock %}",
      "base.html": "{% block a %}{% endblock %}{{ [x]|map(\"safe\")|join }}",
      "i.html": "{% if false %}{{ x|safe }}{% endif %}",
    ]
    let program = try Compiler(TemplateSources(files)).compile("main.html")
    let places = ["main.html:1:44", "main.html:2:6", "i.html:1:20", "base.html:1:39"]
    #expect(program.safeUses.map(\.description) == places)
  }

  @Test func readsDataOfAnotherShapeByName() throws {
    let row: RecordShape = ["标题": .text, "编号": .text]
    let page: RecordShape = ["件": .record(row), "列": .list(.record(row))]
    let program = try Compiler(TemplateSources(["main.html": "{{ 件.编号 }}{% for 件 in 列 %}{{ 件.标题 }}{% endfor %}"]))
      .compile("main.html", data: .record(page))
    var output = TemplateOutput()
    let turned: Value = ["编号": "1", "标题": "甲"]
    try program.render(Record(page, [.record(Record(row, ["乙", "2"])), [turned]]), into: &output)
    try program.render(Record([("列", [turned]), ("件", turned)]), into: &output)
    #expect(output.text == "2甲1甲")
    let empty = Record(page, [nil, []])
    #expect(throws: (any Error).self) { try program.render(empty, into: &output) }
  }

  @Test func checksNamesInEveryFile() throws {
    let shape: RecordShape = ["标题": .text, "件": .list(.record(["编号": .text]))]
    let good =
      "{% extends \"base.html\" %}{% block a %}{% if false %}{% include \"i.html\" %}{% endif %}{{ super() }}{% endblock %}"
    let files = [
      "main.html": good, "base.html": "{% import \"m.html\" as m %}{% block a %}{{ m.行(件) }}{% endblock %}{{ 标题 }}",
      "m.html": "{% macro 行(列) %}{% for 件 in 列 %}{{ 件.编号 }}{% endfor %}{% endmacro %}",
      "i.html": "{{ 标题|default(\"无\") }}",
    ]
    _ = try Compiler(TemplateSources(files)).compile("main.html", data: .record(shape))
    for (file, text) in files {
      for name in ["标题", "编号"] where text.contains(name) {
        let broken = files.merging([file: text.replacing(name, with: "标提")]) { $1 }
        #expect(throws: (any Error).self, "\(name) in \(file)") {
          try Compiler(TemplateSources(broken)).compile("main.html", data: .record(shape))
        }
      }
    }
  }

  @Test func rendersOnManyThreads() async throws {
    let program = try Compiler(
      TemplateSources(["main.html": "{% for i in l %}{{ i }}{% set q = i ~ n %}{{ q }}{% endfor %}"])
    )
    .compile("main.html")
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<64 {
        group.addTask {
          var output = TemplateOutput()
          try program.render(Record([("l", ["a", "b"]), ("n", .int(number))]), into: &output)
          return output.text == "aa\(number)bb\(number)"
        }
      }
      for try await isRight in group { #expect(isRight) }
    }
  }

  @Test func appendsToItsOutput() throws {
    let program = try Compiler(TemplateSources(["main.html": "{% set x %}{{ n }}{% endset %}[{{ x }}]"])).compile(
      "main.html")
    var output = TemplateOutput()
    for number in 1...3 { try program.render(Record([("n", .int(number))]), into: &output) }
    #expect(output.text == "[1][2][3]")
  }

  private func render(_ template: String, _ data: Value) throws -> String {
    let (record, shape) = Typing.typed(data)
    var output = TemplateOutput()
    try Compiler(TemplateSources(["main.html": template])).compile("main.html", data: shape).render(
      record, into: &output)
    return output.text
  }
}
