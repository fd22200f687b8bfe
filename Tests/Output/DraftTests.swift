import Diagnostics
import Glibc
import Output
import Testing

/// Files that come piece by piece end as files that come whole do.
struct DraftTests {
  private let playground: Playground

  init() throws { playground = try Playground() }

  /// Longer than what is compared or copied at once.
  private static let text = (0..<30_000).map { "\($0)," }.joined()

  /// Builds a column with one file in pieces of so many bytes.
  private func build(
    _ text: String, pieces size: Int, mode: Publication.Mode = .write, fileSystem: FileSystem = .real
  ) throws -> Changes {
    let publication = try Publication(playground.output, mode: mode, fileSystem: fileSystem)
    try publication.put("data/long.csv") { (draft) throws(Diagnostic) in
      var rest = Array(text.utf8)[...]
      repeat {
        var piece = Array(rest.prefix(size))
        rest = rest.dropFirst(size)
        try draft.take(&piece)
        #expect(piece.isEmpty)
      } while !rest.isEmpty
    }
    return try publication.finish()
  }

  @Test(arguments: [1 << 12, 1 << 16, 100_000, 1 << 20])
  func newFileIsWritten(size: Int) throws {
    #expect(try build(Self.text, pieces: size).added == ["data/long.csv"])
    #expect(playground.tree() == ["data/long.csv": Self.text])
    let before = playground.stats()
    #expect(try build(Self.text, pieces: size).isEmpty)
    #expect(playground.stats() == before)
    #expect(playground.names == ["public"])
  }

  @Test func emptyFileIsWritten() throws {
    #expect(try build("", pieces: 1).added == ["data/long.csv"])
    #expect(try build("", pieces: 1).isEmpty)
    #expect(try build("1", pieces: 1).changed == ["data/long.csv"])
    #expect(try build("", pieces: 1).changed == ["data/long.csv"])
    #expect(playground.tree() == ["data/long.csv": ""])
  }

  @Test(arguments: [0, 1, 4095, 4096, 65_535, 65_536, 100_001, Self.text.utf8.count - 1])
  func changedFileIsWritten(differing place: Int) throws {
    var bytes = Array(Self.text.utf8)
    bytes[place] = UInt8(ascii: "x")
    let changed = String(decoding: bytes, as: UTF8.self)
    let shorter = String(decoding: bytes[..<place], as: UTF8.self)
    _ = try build(Self.text, pieces: 4096)
    for text in [changed, Self.text, shorter, Self.text] {
      #expect(try build(text, pieces: 4096, mode: .compare).changed == ["data/long.csv"])
      #expect(try build(text, pieces: 4096).changed == ["data/long.csv"])
      #expect(playground.tree() == ["data/long.csv": text])
      #expect(try build(text, pieces: 1 << 16).isEmpty)
    }
  }

  @Test func strangersFileStays() throws {
    _ = try build(Self.text, pieces: 4096)
    try playground.place("public/theirs/a.txt", "theirs")
    let publication = try Publication(playground.output)
    #expect {
      try publication.put("theirs/a.txt") { (draft) throws(Diagnostic) in
        var piece = Array("ours".utf8)
        try draft.take(&piece)
      }
    } throws: {
      ($0 as? Diagnostic)?.rule == "system/output-foreign"
    }
    #expect(throws: Diagnostic.self) { try publication.finish() }
    #expect(playground.tree()["theirs/a.txt"] == "theirs")
  }

  @Test func everyCallThatFailsLeavesTheOutput() throws {
    _ = try build(Self.text, pieces: 1 << 16)
    let changed = Self.text + "1"
    let all = Calls()
    _ = try build(changed, pieces: 1 << 16, mode: .compare, fileSystem: all.fileSystem)
    let count = all.list.count
    #expect(count > 5)
    for index in 0..<2 * count {
      let calls = Calls(failing: (index, .once(EIO)))
      do {
        _ = try build(changed, pieces: 1 << 16, fileSystem: calls.fileSystem)
        #expect(playground.tree() == ["data/long.csv": changed])
        _ = try build(Self.text, pieces: 1 << 16)
      } catch {
        #expect((error as? Diagnostic)?.rule.hasPrefix("system/") == true)
        #expect(playground.tree() == ["data/long.csv": Self.text], "\(index)")
      }
    }
  }
}
