import Foundation
import Testing

/// The table of messages has a row for every rule that the program knows.
@Suite struct RuleCoverageTests {
  /// What no test can bring about in a reasonable time or on a usual machine.
  private static let outOfReach: Set = [
    "json/too-large", "yaml/too-large",  // five million values
    "system/files-limit",  // a limit of the whole process, which the other tests share
    "system/scratch",  // a full or missing /tmp
    "import/no-pandoc",  // a PATH of the whole process; the command itself says it in ImportTests
    // The preview's, tried in test_serve.py and PreviewTests.
    "system/port-forbidden", "system/port-in-use", "system/server", "system/watch",
    "system/no-converter",  // a Glibc without its tables of characters
  ]

  @Test func everyRuleHasAMessageInTheTable() throws {
    let inTable = Set(MessageCase.all.flatMap(\.rules)).union(Self.outOfReach)
    let inSources = try Self.rulesInSources()
    #expect(inSources.count > 100)
    #expect(inSources.subtracting(inTable).sorted() == [])
    #expect(inTable.subtracting(inSources).sorted() == [])
  }

  private static func rulesInSources() throws -> Set<String> {
    let sources = LittleSite.repository.appending(path: "Sources")
    var rules: Set<String> = []
    let folders = ["content/", "templates/"]
    let mediaTypes = try Regex("(application|audio|image)/.*|text/(css|csv|event-stream|html|javascript|plain)")
    for name in try FileManager.default.subpathsOfDirectory(atPath: sources.path(percentEncoded: false)) {
      guard name.hasSuffix(".swift") else { continue }
      let text = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
      let isRule = { (name: String) in
        !folders.contains(where: name.hasPrefix) && name.wholeMatch(of: mediaTypes) == nil
      }
      rules.formUnion(text.matches(of: #/"([a-z-]+/[a-z-]+)"/#).map { String($0.1) }.filter(isRule))
      // What the operating system refuses gets its name from parts.
      if name.hasSuffix("Refusal.swift") {
        rules.formUnion(text.matches(of: #/\("([a-z-]+)", /#).map { "system/\($0.1)" })
      }
    }
    return rules
  }
}
