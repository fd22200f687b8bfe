import Diagnostics
import Testing

/// How diagnostics are shown: to people, to GitHub, to programs.
@Suite struct WritingTests {
  @Test(arguments: [
    (Place("content/a.md"), "content/a.md"), (Place("content/a.md", line: 3), "content/a.md:3"),
    (Place("content/a.md", line: 3, column: 5), "content/a.md:3:5"),
    (Place("content/a.md", line: 3, column: 5, field: "标题"), "content/a.md:3:5 “标题”"),
    (Place("a.csv", line: 12, column: 5, row: 10, field: "答复日期"), "a.csv 第 10 行“答复日期”"),
    (Place("a.xlsx", sheet: "台账", row: 10), "a.xlsx 工作表“台账”第 10 行"),
    (Place("a.yaml", line: 40, column: 9, row: 3, field: "答复日期"), "a.yaml:40:9 第 3 条“答复日期”"),
    (Place("a.json", line: 4, row: 3), "a.json:4 第 3 条"), (Place("site.yaml", field: "旧网址"), "site.yaml “旧网址”"),
  ])
  func places(_ place: Place, _ text: String) {
    #expect(place.description == text)
  }

  private static let full = Diagnostic(
    .error, "template/unknown-name", at: Place("a.html", line: 2, column: 4), "没有“甲”", hint: "写“乙”",
    excerpt: "{{ 甲 }}\n   ^",
    trail: [Place("home.html", line: 1, column: 1), Place("base.html", line: 9, column: 2)])

  @Test func textForPeople() {
    #expect(
      DiagnosticText.text(of: Self.full, inColor: false) == """
        错误 a.html:2:4：没有“甲”
            {{ 甲 }}
               ^
          经由 home.html:1:1
          经由 base.html:9:2
          办法：写“乙”

        """)
    let warning = Diagnostic(.warning, "a/b", at: Place("x"), "甲")
    #expect(DiagnosticText.text(of: warning, inColor: false) == "警告 x：甲\n")
    #expect(DiagnosticText.text(of: warning, inColor: true) == "\u{1B}[1;33m警告\u{1B}[0m x：甲\n")
    #expect(DiagnosticText.text(of: Self.full, inColor: true).hasPrefix("\u{1B}[1;31m错误\u{1B}[0m a.html"))
  }

  /// What a value or a file's name holds is shown, not obeyed, and makes no line of its own.
  /// What several rows have wrong in the same way is told once.
  @Test func rowsAreTakenTogether() {
    func wrong(_ row: Int, _ field: String = "承办单位", in file: String = "a.csv") -> Diagnostic {
      Diagnostic(.error, "a/b", at: Place(file, line: row, row: row, field: field), "不认识“甲”", hint: "改")
    }
    let rows = [wrong(3), wrong(4, "会办单位"), wrong(5), wrong(5), wrong(9)]
    #expect(
      DiagnosticText.text(of: rows, inColor: false) == """
        错误 a.csv 第 3、5、9 行“承办单位”：不认识“甲”
          办法：改

        错误 a.csv 第 4 行“会办单位”：不认识“甲”
          办法：改


        """)
    // An editor goes by lines.
    let records = [wrong(3, in: "a.yaml"), wrong(4, in: "a.yaml")]
    #expect(DiagnosticText.text(of: records, inColor: false).contains("a.yaml:4 第 4 条“承办单位”"))
    let many = (1...20).map { wrong($0) }
    #expect(DiagnosticText.text(of: many, inColor: false).contains("、11、12 行等 20 处“承办单位”"))
  }

  @Test func textThatTerminalsObey() {
    let diagnostic = Diagnostic(
      .error, "a/b", at: Place("甲\u{1B}[2J.csv", row: 2, field: "标\u{9B}1m"), "“乙\n错误 丙\u{202E}”", hint: "丁\r\u{7F}",
      excerpt: "戊\u{7}\n ^", trail: [Place("己\u{2028}")])
    #expect(
      DiagnosticText.text(of: diagnostic, inColor: false) == """
        错误 甲\u{FFFD}[2J.csv 第 2 行“标\u{FFFD}1m”：“乙\u{FFFD}错误 丙\u{FFFD}”
            戊\u{FFFD}
             ^
          经由 己\u{FFFD}
          办法：丁\u{FFFD}\u{FFFD}

        """)
  }

  @Test func linesThatAreNoCommands() throws {
    let lines = DiagnosticGitHub.plain("::error::甲\n 乙 ##[error]丙\n").split(separator: "\n")
    let token = try #require(lines.first?.wholeMatch(of: #/::stop-commands::([0-9a-z]{8,})/#)?.1)
    #expect(lines.dropFirst() == ["::error::甲", " 乙 ##[error]丙", "::\(token)::"])
    #expect(DiagnosticGitHub.plain("") == "")
  }

  @Test(arguments: [
    (full, "::error file=a.html,line=2,col=4,title=template/unknown-name::没有“甲”。办法：写“乙”\n"),
    (
      Diagnostic(.warning, "a/b", at: Place("a,b:c%.csv", row: 7, field: "编号"), "100%\n甲"),
      "::warning file=a%2Cb%3Ac%25.csv,line=7,title=a/b::“编号”：100%25%0A甲\n"
    ),
    (
      Diagnostic(.error, "a/b", at: Place("甲\r\n:\u{301}%\u{301}.md"), "乙\r\n::error::丙\r丁\u{1B}[2J"),
      "::error file=甲%0D%0A%3A\u{301}%25\u{301}.md,title=a/b::乙%0D%0A::error::丙%0D丁\u{FFFD}[2J\n"
    ),
  ])
  func linesForGitHub(_ diagnostic: Diagnostic, _ line: String) {
    #expect(DiagnosticGitHub.line(of: diagnostic) == line)
  }

  @Test func objectsForPrograms() {
    var bytes: [UInt8] = []
    DiagnosticJSON.write([], into: &bytes)
    bytes += " ".utf8
    DiagnosticJSON.write(
      [Diagnostic(.error, "a/b", at: Place("a.xlsx", sheet: "表\"", row: 2, field: "编号"), "甲\u{2028}", hint: "<乙>")],
      into: &bytes)
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        [] [
          {"rule": "a/b", "severity": "error", "file": "a.xlsx", "line": null, "column": null, "sheet": "表\\"", \
        "row": 2, "field": "编号", "message": "甲\\u2028", "hint": "\\u003c乙\\u003e"}
        ]
        """)
  }

  @Test(arguments: [
    ("", "\"\""), ("甲乙", "\"甲乙\""), ("\"\\/", "\"\\\"\\\\/\""), ("\n\r\t\u{0}\u{7F}", "\"\\n\\r\\t\\u0000\\u007f\""),
    ("</script>&", "\"\\u003c/script\\u003e\\u0026\""), ("\u{2028}\u{2029}𬭎", "\"\\u2028\\u2029𬭎\""),
    ("\u{80}\u{9B}\u{A0}", "\"\\u0080\\u009b\u{A0}\""),
  ])
  func strings(_ text: String, _ json: String) {
    var bytes: [UInt8] = []
    JSONText.write(text, into: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == json)
  }

  @Test func placesMove() {
    let moved = Self.full.moved { $0.inFolder("templates") }
    #expect(moved.place == Place("templates/a.html", line: 2, column: 4))
    #expect(moved.trail.map(\.file) == ["templates/home.html", "templates/base.html"])
    #expect(Self.full.moved { $0.inFolder(".") } == Self.full)
    #expect(Place("a.md", line: 3).inText(from: 8) == Place("a.md", line: 10))
    #expect(Place("a.md").inText(from: 8) == Place("a.md"))
  }
}
