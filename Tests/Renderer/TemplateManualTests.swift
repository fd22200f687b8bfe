import Foundation
import Templates
import Testing

@testable import Renderer

/// The manual for those who change templates says exactly what templates see.
@Suite struct TemplateManualTests {
  @Test(arguments: PageTemplate.allCases) func namesATemplateSees(_ template: PageTemplate) throws {
    let manual = try Manual()
    let own = try #require(manual.names["`\(template.file)`"], "no row for \(template.file)")
    let common = try #require(manual.names["每一页"])
    #expect(common + own == template.shape.names)
  }

  @Test func namesOfRecords() throws {
    var expected: [String: [String]] = [:]
    for template in PageTemplate.allCases { collect(template.shape, into: &expected) }
    // The manual says in words that these have the names of 统计 and 较去年 in narratives.
    for (shape, words) in [(NarrativeFigures.schema.shape, "各项统计"), (YearOnYear.schema.shape, "各项增减")] {
      for path in expected.filter({ $0.value == shape.names }).keys {
        expected = expected.filter { !$0.key.hasPrefix(path + ".") }
        expected[path] = [words]
      }
    }
    let manual = try Manual()
    for (path, names) in expected.sorted(by: { $0.key < $1.key }) {
      #expect(manual.parts[path] == names, "\(path)")
    }
    #expect(Set(manual.parts.keys).subtracting(expected.keys) == [])
  }

  @Test func namesInNarratives() throws {
    var expected = ["正文": NarrativeView.schema.shape.names]
    collect(NarrativeView.schema.shape, into: &expected)
    // The manual says in words that these have the names of 统计.
    let figures = try #require(expected["统计"])
    for path in ["去年", "单位.统计"] {
      #expect(expected[path] == figures)
      expected = expected.filter { $0.key != path && !$0.key.hasPrefix(path + ".") }
    }
    let manual = try Manual()
    for (path, names) in expected.sorted(by: { $0.key < $1.key }) {
      #expect(manual.narrative[path] == names, "\(path)")
    }
    #expect(Set(manual.narrative.keys).subtracting(expected.keys) == [])
  }

  /// The names of each record by the path that leads to it, such as `件.答复`.
  private func collect(_ shape: RecordShape, at path: String = "", into found: inout [String: [String]]) {
    if !path.isEmpty {
      #expect(found[path].map { $0 == shape.names } ?? true, "\(path) is not the same in all templates")
      found[path] = shape.names
    }
    for (name, part) in zip(shape.names, shape.shapes) {
      var part = part
      if case .list(let element) = part { part = element }
      if case .record(let record) = part {
        collect(record, at: path.isEmpty ? name : path + "." + name, into: &found)
      }
    }
  }
}

/// The tables of names in `templates/README.md`: a row is `| where | names |`, names are parted by blanks, what stands in
/// （） explains.
private struct Manual {
  /// What each template sees, by the first cell.
  var names: [String: [String]] = [:]
  /// What each record has, by its path; a row may give several.
  var parts: [String: [String]] = [:]
  /// What each record has in the text of a report or bulletin, by its path.
  var narrative: [String: [String]] = [:]

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../templates/README.md")
    var section = ""
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      if line.hasPrefix("#") { section = String(line.drop { "# ".contains($0) }) }
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard line.hasPrefix("| "), cells.count == 2 else { continue }
      let words = cells[1].replacing(/（[^）]*）|`/, with: "").split(separator: " ").map(String.init)
      switch section {
      case "各模板能用的名字": names[cells[0]] = words
      case "各个名字下面": for path in cells[0].matches(of: /`([^`]+)`/) { parts[String(path.1)] = words }
      case "总结、报告和动态的正文": for path in cells[0].matches(of: /`([^`]+)`/) { narrative[String(path.1)] = words }
      default: break
      }
    }
  }
}
