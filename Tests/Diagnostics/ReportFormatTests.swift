import Diagnostics
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What CI reads is read back here, hostile texts and all.
@Suite struct ReportFormatTests {
  private static let hostile = "\"]}>]]> </failure><b a='1'>&amp; {0} [x](y) \\ \u{1B}[2J\u{0}\u{FFFE}\r\n\t甲\u{202E}"
  private static let shown =
    "\"]}>]]> </failure><b a='1'>&amp; {0} [x](y) \\ \u{FFFD}[2J\u{FFFD}\u{FFFE}\u{FFFD}\u{FFFD}\u{FFFD}甲\u{FFFD}"

  private static let some = [
    Diagnostic(
      .error, "record/date", at: Place("content/records/台账 1%.xlsx", sheet: "2024年", row: 37, field: "答复日期"), "看不懂"),
    Diagnostic(.error, "text/empty", at: Place("/tmp/a:b.md", line: 3, column: 7), hostile, hint: "写正文"),
    Diagnostic(.warning, "text/empty", at: Place("--year"), "甲"),
  ]

  // MARK: - SARIF

  private func results(of diagnostics: [Diagnostic]) throws -> (rules: [String], results: [[String: Any]]) {
    let text = DiagnosticSARIF.text(of: diagnostics)
    let log = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    #expect(log["$schema"] as? String == "https://json.schemastore.org/sarif-2.1.0.json")
    let runs = try #require(log["runs"] as? [[String: Any]])
    #expect(runs.count == 1)
    let run = try #require(runs.first)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "fuwen")
    let rules = try #require(driver["rules"] as? [[String: String]])
    return (rules.compactMap { $0["id"] }, try #require(run["results"] as? [[String: Any]]))
  }

  private func text(of result: [String: Any]) -> String? { (result["message"] as? [String: String])?["text"] }

  private func location(of result: [String: Any]) throws -> (uri: String?, region: [String: Int]?) {
    let locations = try #require(result["locations"] as? [[String: Any]])
    let physical = try #require(locations.first?["physicalLocation"] as? [String: Any])
    return ((physical["artifactLocation"] as? [String: String])?["uri"], physical["region"] as? [String: Int])
  }

  @Test func sarif() throws {
    let (rules, results) = try results(of: Self.some)
    #expect(rules == ["record/date", "text/empty"])
    #expect(results.compactMap { $0["ruleId"] as? String } == ["record/date", "text/empty", "text/empty"])
    #expect(results.compactMap { $0["level"] as? String } == ["error", "error", "warning"])
    #expect(text(of: results[0]) == "工作表“2024年”第 37 行“答复日期”：看不懂")
    let details = try #require(results[0]["properties"] as? [String: Any])
    #expect(details["sheet"] as? String == "2024年" && details["row"] as? Int == 37)
    #expect(details["field"] as? String == "答复日期")
    #expect((results[1]["properties"] as? [String: Any])?.isEmpty == true)
    let places = try results.map(location)
    #expect(places[0].uri == "content/records/%E5%8F%B0%E8%B4%A6%201%25.xlsx")
    #expect(places[0].region == ["startLine": 37])
    #expect(places[1].uri == "file:///tmp/a%3Ab.md")
    #expect(places[1].region == ["startLine": 3, "startColumn": 7])
    #expect(places[2].region == ["startLine": 1])
    #expect(places.allSatisfy { $0.uri.flatMap(URL.init(string:)) != nil })
    // As §3.11.5 and §3.11.6 have readers undo it.
    let literal = text(of: results[1])?.replacing("{{", with: "{").replacing("}}", with: "}")
      .replacing("\\[", with: "[").replacing("\\]", with: "]").replacing("\\\\", with: "\\")
    #expect(literal == Self.shown + "。办法：写正文")
  }

  @Test func sarifWithoutFaults() throws {
    let (rules, results) = try results(of: [])
    #expect(rules.isEmpty && results.isEmpty)
  }

  // MARK: - JUnit

  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [(name: String, attributes: [String: String], text: String)] = []
    private var open: [Int] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      open.append(elements.count)
      elements.append((name, attributes, ""))
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
      open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      if let last = open.last { elements[last].text += text }
    }
  }

  private func elements(of diagnostics: [Diagnostic]) -> [(name: String, attributes: [String: String], text: String)] {
    let reader = Reader()
    let parser = XMLParser(data: Data(DiagnosticJUnit.text(of: diagnostics).utf8))
    parser.delegate = reader
    #expect(parser.parse(), "\(parser.parserError.debugDescription)")
    return reader.elements
  }

  @Test func junit() {
    let found = elements(of: Self.some)
    #expect(
      found.map(\.name) == [
        "testsuites", "testsuite", "testcase", "system-out", "testcase", "failure", "testcase", "failure",
      ])
    #expect(found[0].attributes == ["tests": "3", "failures": "2"])
    #expect(found[1].attributes == ["name": "fuwen", "tests": "3", "failures": "2", "errors": "0"])
    #expect(found[2].attributes == ["classname": "--year", "name": "text/empty", "file": "--year"])
    #expect(found[3].text == "警告 --year：甲\n")
    #expect(found[4].attributes["file"] == "/tmp/a:b.md")
    let shown = Self.shown.replacing("\u{FFFE}", with: "\u{FFFD}")
    #expect(found[5].attributes == ["type": "text/empty", "message": shown])
    #expect(found[5].text == "\n错误 /tmp/a:b.md:3:7：\(shown)\n  办法：写正文\n")
    #expect(found[7].text == "\n错误 content/records/台账 1%.xlsx 工作表“2024年”第 37 行“答复日期”：看不懂\n")
  }

  /// Two faults of a rule in a file are one case, which an error among them makes fail.
  @Test func junitCases() {
    let place = Place("a.md")
    let found = elements(of: [Diagnostic(.warning, "a/b", at: place, "甲"), Diagnostic(.error, "a/b", at: place, "乙")])
    #expect(found.map(\.name) == ["testsuites", "testsuite", "testcase", "failure"])
    #expect(found[3].attributes["message"] == "乙")
    #expect(found[3].text == "\n警告 a.md：甲\n错误 a.md：乙\n")
  }

  @Test func junitWithoutFaults() {
    let found = elements(of: [])
    #expect(found.map(\.name) == ["testsuites", "testsuite", "testcase"])
    #expect(found[1].attributes["tests"] == "1" && found[1].attributes["failures"] == "0")
  }
}
