import Diagnostics
import Foundation
import Glibc
import Output
import Testing

/// A file that a command writes outside the column.
@Suite struct SingleFileTests {
  @Test func writesAndReplaces() throws {
    let playground = try Playground()
    let path = playground.root + "/统计表.xlsx"
    for text in ["first", "second, which is longer", "3", ""] {
      try SingleFile.write(Array(text.utf8), to: path, apartFrom: [])
      #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
      #expect(playground.names == ["统计表.xlsx"])
    }
  }

  /// Whatever call fails, the old file stays, and nothing else is left.
  @Test func failuresLeaveTheOldFile() throws {
    let playground = try Playground()
    try playground.place("a.csv", "old")
    let path = playground.root + "/a.csv"
    func write(failing failure: (index: Int, failure: Calls.Failure)?) throws -> Calls {
      let calls = Calls(failing: failure)
      do throws(Diagnostic) {
        try SingleFile.write(
          Array("new".utf8), to: path, apartFrom: [playground.root + "/content"], fileSystem: calls.fileSystem)
      } catch {
        #expect(error.rule == "system/disk-fault")
      }
      return calls
    }
    let total = try write(failing: nil).list.count
    #expect(total > 5)
    for index in 0..<total {
      try playground.place("a.csv", "old")
      _ = try write(failing: (index, .once(EIO)))
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
      #expect(playground.names == ["a.csv"])
    }
  }

  @Test(arguments: ["content/a.csv", "content/records/a.csv", "link/a.csv"]) func notAmongTheSources(_ name: String)
    throws
  {
    let playground = try Playground()
    try playground.makeFolder("content/records")
    try playground.link("link", to: "content/records")
    #expect(throws: Diagnostic.self) {
      try SingleFile.write([], to: playground.root + "/" + name, apartFrom: [playground.root + "/content"])
    }
    #expect(try FileManager.default.subpathsOfDirectory(atPath: playground.root + "/content") == ["records"])
  }
}
