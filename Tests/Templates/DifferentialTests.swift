import Foundation
import Testing

@testable import Templates

/// The tables in `Resources/cases`, held against Jinja 2.
///
/// A line is a template. `data` gives the data for the lines below it, `file` another file; both until the next `data`.
/// `x ` marks what both refuse, `! reason :: ` what only ours refuses. ⏎ is a line feed, ␍ a carriage return, ⇥ a tab.
struct DifferentialTests {
  private struct Line {
    let place: String
    let expected: Expected
    let subject: Case
  }

  private enum Expected { case same, bothRefuse, oursRefuses }

  @Test func tables() throws {
    let folder = try #require(Bundle.module.url(forResource: "Resources/cases", withExtension: nil))
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let lines = try files.sorted { $0.path < $1.path }.flatMap(Self.lines)
    #expect(lines.count >= 250)
    for (line, jinja) in zip(lines, try Referee.outcomes(of: lines.map(\.subject))) {
      let ours = line.subject.ours
      let isRight =
        switch line.expected {
        case .same: ours.text != nil && ours == jinja
        case .bothRefuse: ours.text == nil && jinja.text == nil
        case .oursRefuses: ours.text == nil && jinja.text != nil
        }
      #expect(isRight, "\(line.place): ours \(ours), Jinja \(jinja)")
    }
  }

  @Test func generated() throws {
    let cases = (1...3000).map { Generator.testCase(seed: $0) }
    var (same, bothRefuse, oursRefuses, sameTyped) = (0, 0, 0, 0)
    for (seed, (one, jinja)) in zip(cases, try Referee.outcomes(of: cases)).enumerated() {
      if let typed = one.oursTyped.text {
        sameTyped += 1
        #expect(jinja.text == typed, "seed \(seed + 1), with shapes")
      }
      switch (one.ours, jinja) {
      case (.text(let ours), .text(let theirs)) where ours == theirs:
        same += 1
      case (.refused, .refused): bothRefuse += 1
      case (.refused(let message), .text) where Self.isExplained(message): oursRefuses += 1
      case (let ours, _):
        Issue.record("seed \(seed + 1): ours \(ours), Jinja \(jinja)")
      }
    }
    print("generated: \(same) the same, \(bothRefuse) refused by both, \(oursRefuses) only by ours, on purpose")
    #expect(same > 2000 && sameTyped > 2000)
  }

  /// Every filter and test, with every kind of value and argument: what Jinja refuses is refused, and nothing means
  /// something else.
  @Test func arguments() throws {
    let data: Value = [
      "l": [3, 1, 2], "s": "a <b> Cd e", "n": 2.5, "m": .markup("<b>Hi</b>"),
      "rs": [["a": 1, "b": "x"], ["a": 2, "b": "X"]],
      "r": ["a": 1], "o": nil,
    ]
    let arguments = [
      "", "none", "true", "0", "1", "-2", "2.0", "\"\"", "\"x\"", "\"2\"", "\"a\"", "\"upper\"", "\"ceil\"", "[]",
      "[1]", "r",
      "m", "rs", "没有", "1, \"a\"", "\"a\", none", "\"a\", \"b\"", "none, true, \"a\"", "true, [], \"a\"",
      "7, m, \"\", 1",
    ]
    let filters = Set(Function.filters.keys).subtracting(Function.chineseFilters.keys).sorted().map { "|\($0)(" }
    let calls = filters + Function.tests.keys.filter { $0.first?.isLetter == true }.sorted().map { " is \($0)(" }
    let cases = ["l", "s", "n", "m", "rs", "r", "o"].flatMap { value in
      calls.flatMap { call in
        arguments.flatMap { argument in
          let shows = call.first == "|" ? ["|tojson", "|list|tojson"] : [""]
          return shows.map { Case(files: ["main.html": "{{ \(value)\(call)\(argument))\($0) }}"], data: data) }
        }
      }
    }
    var same = 0
    for (one, jinja) in zip(cases, try Referee.outcomes(of: cases)) {
      for case .text(let ours) in [one.ours, one.oursTyped] {
        same += 1
        #expect(jinja.text == ours, "\(one.files): \(jinja)")
      }
    }
    #expect(same > 2000)
  }

  /// All letters, small and capital, alone and where a sigma looks at its neighbours.
  @Test func letterCase() throws {
    // Swift and Python may know different versions of Unicode; both know what was there in 2020.
    let isKnown = { (scalar: Unicode.Scalar) in (scalar.properties.age?.major ?? .max) <= 13 }
    let scalars = (0...0x10FFFF).compactMap { Unicode.Scalar($0 as UInt32) }.filter { scalar in
      let mapped = scalar.properties.lowercaseMapping + scalar.properties.uppercaseMapping
      return isKnown(scalar) && mapped.unicodeScalars.allSatisfy(isKnown)
    }
    let words = scalars.filter { $0.properties.isCased || $0.properties.isCaseIgnorable }.map {
      "a\($0)Σ aΣ\($0) aΣ\($0)b \($0)Σ Σ\($0)"
    }
    let data: Value = ["text": .string((scalars.map { String($0) } + words).joined(separator: " "))]
    let one = Case(files: ["main.html": "{{ text|lower }}{{ text|upper }}"], data: data)
    let ours = try #require(one.ours.text)
    let jinja = try #require(try Referee.outcomes(of: [one])[0].text)
    #expect(ours.utf8.count > 500_000)
    for (ours, jinja) in zip(ours.split(separator: " "), jinja.split(separator: " ")) { #expect(ours == jinja) }
    #expect(ours.utf8.elementsEqual(jinja.utf8))
  }

  /// Whether it was refused for what this language has not, on purpose.
  private static func isExplained(_ message: String) -> Bool {
    message.hasPrefix("template/unsupported")
      || [
        // Lists are not printed.
        "不能直接输出", "要文字，不是",
        // What is known for wrong when the template is compiled is refused, even where it is not reached.
        "不能循环", "在后面才有", "没有字段",
      ].contains { message.contains($0) }
  }

  private static func lines(of file: URL) throws -> [Line] {
    var data: Value = [:]
    var files: [String: String] = [:]
    var lines: [Line] = []
    for (index, line) in try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n").enumerated() {
      if line.isEmpty || line.hasPrefix("# ") { continue }
      if line.hasPrefix("data ") {
        data = JSONReader.value(of: String(line.dropFirst(5)))
        files = [:]
      } else if line.hasPrefix("file ") {
        let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
        files[String(parts[1])] = plain(parts[2])
      } else {
        var (template, expected) = (Substring(line), Expected.same)
        if line.hasPrefix("x ") { (template, expected) = (line.dropFirst(2), .bothRefuse) }
        if line.hasPrefix("! ") {
          let mark = try #require(line.range(of: " :: "), "\(file.lastPathComponent):\(index + 1)")
          (template, expected) = (line[mark.upperBound...], .oursRefuses)
        }
        let all = files.merging(["main.html": plain(template)]) { $1 }
        lines.append(
          Line(
            place: "\(file.lastPathComponent):\(index + 1)", expected: expected,
            subject: Case(files: all, data: data)))
      }
    }
    return lines
  }

  private static func plain(_ text: Substring) -> String {
    text.replacingOccurrences(of: "⏎", with: "\n").replacingOccurrences(of: "␍", with: "\r")
      .replacingOccurrences(of: "⇥", with: "\t")
  }
}
