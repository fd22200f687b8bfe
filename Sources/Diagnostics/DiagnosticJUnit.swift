/// Diagnostics as a JUnit report, as GitLab and Jenkins read it: a test case for each rule in each file, which fails
/// with an error and passes with warnings.
package enum DiagnosticJUnit {
  package static func text(of diagnostics: [Diagnostic]) -> String {
    var groups: [Case: [Diagnostic]] = [:]
    for diagnostic in diagnostics {
      groups[Case(file: diagnostic.place.file, rule: diagnostic.rule), default: []].append(diagnostic)
    }
    let cases = groups.sorted { ($0.key.file, $0.key.rule) < ($1.key.file, $1.key.rule) }
    let failures = cases.count { $0.value.contains { $0.severity == .error } }
    // Readers take a suite without a case for one that was not run.
    let counts: [(String, String)] = [("tests", String(max(1, cases.count))), ("failures", String(failures))]
    var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    open("testsuites", counts, into: &bytes)
    open("testsuite", [("name", "fuwen")] + counts + [("errors", "0")], into: &bytes)
    for (key, found) in cases { write(key, found, into: &bytes) }
    if cases.isEmpty {
      open("testcase", [("classname", "fuwen"), ("name", "没有错误和警告")], into: &bytes)
      bytes += "</testcase>\n".utf8
    }
    bytes += "</testsuite>\n</testsuites>\n".utf8
    return String(decoding: bytes, as: UTF8.self)
  }

  private struct Case: Hashable {
    let file: String
    let rule: String
  }

  private static func write(_ key: Case, _ found: [Diagnostic], into bytes: inout [UInt8]) {
    let file = key.file.visible
    open("testcase", [("classname", file), ("name", key.rule), ("file", file)], into: &bytes)
    let text = found.map { DiagnosticText.text(of: $0, inColor: false) }.joined()
    if let error = found.first(where: { $0.severity == .error }) {
      open("failure", [("type", key.rule), ("message", error.message.visible)], into: &bytes)
      XMLText.write(text, into: &bytes)
      bytes += "</failure>\n".utf8
    } else {
      XMLText.write("system-out", text, into: &bytes)
    }
    bytes += "</testcase>\n".utf8
  }

  /// Attributes hold one line: what an XML reader would make of a line break is another text.
  private static func open(_ name: String, _ attributes: [(String, String)], into bytes: inout [UInt8]) {
    bytes += "<\(name)".utf8
    for (name, value) in attributes {
      bytes += " \(name)=\"".utf8
      XMLText.write(value, into: &bytes)
      bytes += "\"".utf8
    }
    bytes += ">\n".utf8
  }
}
