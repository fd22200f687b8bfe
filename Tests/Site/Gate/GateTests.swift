import Foundation
import OfficeSamples
import Testing

@testable import Renderer

/// What the gate holds back leaves nothing in the output, whatever pages print.
@Suite struct GateTests {
  /// With the site's own templates.
  @Test(arguments: 0..<12) func nothingWithheldIsPublished(_ batch: Int) throws {
    for seed in 0..<5 { try check(GeneratedSite(seed: batch * 5 + seed)) }
  }

  /// With templates that print all that a template can see.
  @Test(arguments: 0..<20) func nothingWithheldReachesTemplates(_ batch: Int) throws {
    for seed in 0..<10 {
      var site = GeneratedSite(seed: 1000 + batch * 10 + seed)
      try site.printEverything()
      try check(site, bringsTemplates: true)
    }
  }

  private func check(_ generated: GeneratedSite, bringsTemplates: Bool = false) throws {
    let site = try LittleSite(generated.files, bringsTemplates: bringsTemplates)
    let report = site.build()
    try #require(report.exitStatus == 0, "\(report.diagnostics.list)")
    #expect(report.published == generated.published)
    #expect(report.withheld.count == generated.withheld)
    #expect(report.read == generated.published + generated.withheld)

    if !bringsTemplates { try site.expectSoundLinks() }
    var output = try site.output()
    for (path, bytes) in output where path.hasSuffix(".xlsx") {
      output[path] = Data(try #require(SampleArchive.contents(of: Array(bytes))))
    }
    let (register, others) = (
      output.filter { $0.key.hasPrefix("dengji/") }, output.filter { !$0.key.hasPrefix("dengji/") }
    )
    #expect(marks(in: others) == generated.marks.shown)
    #expect(marks(in: register).subtracting(generated.marks.shown) == generated.marks.named)

    let names = generated.hiddenNames.union(generated.shownNames)
    let text = output.values.map { String(decoding: $0, as: UTF8.self) }.joined()
    let found = names.filter { text.contains($0) || text.contains(escaped($0)) }
    #expect(found == generated.shownNames)
  }

  private func marks(in files: [String: Data]) -> Set<String> {
    files.reduce(into: []) { words, file in
      words.formUnion(Marks.found(in: file.key.utf8))
      words.formUnion(Marks.found(in: file.value))
    }
  }

  /// As JSON writes it.
  private func escaped(_ character: Character) -> String {
    character.utf16.map { "\\u" + String($0, radix: 16) }.joined()
  }
}

extension GeneratedSite {
  /// Replaces the templates by ones that print every name they have.
  mutating func printEverything() throws {
    for template in PageTemplate.allCases {
      setTemplate(template.file, template.shape.names.map { "{{ \($0)|tojson }}" }.joined(separator: "\n"))
    }
    for name in Self.partials + ["charts"] {
      let file = LittleSite.repository.appending(path: "templates/partials/\(name).html")
      setTemplate("partials/\(name).html", try String(contentsOf: file, encoding: .utf8))
    }
  }
}
