import Diagnostics
import Dispatch
import Glibc
import Output
import Testing

/// What a build puts aside comes back as it was, and is gone afterwards.
struct ScratchTests {
  private let playground: Playground

  init() throws { playground = try Playground(inMemory: true) }

  private static func bytes(_ number: Int) -> [UInt8] {
    Array("\(number),".utf8) + [UInt8](repeating: 7, count: number)
  }

  @Test func everyThreadFindsItsBytes() throws {
    let publication = try Publication(playground.output)
    let scratch = try #require(try publication.scratch())
    #expect(playground.tree(".public.fuwen-stage").isEmpty)
    DispatchQueue.concurrentPerform(iterations: 200) { number in
      let bytes = Self.bytes(number)
      let start = try? scratch.append(bytes.span.bytes)
      #expect(start.flatMap { try? scratch.read(0..<bytes.count, of: $0) } == bytes)
      #expect(start.flatMap { try? scratch.read(1..<2, of: $0) } == [bytes[1]])
    }
    #expect(throws: Diagnostic.self) { try scratch.read(0..<1 << 20, of: 0) }
    try publication.put("index.html", "new")
    _ = try publication.finish()
    #expect(playground.tree() == ["index.html": "new"] && playground.names == ["public"])
  }

  @Test func nothingIsWrittenToCompare() throws {
    #expect(try Publication(playground.output, mode: .compare).scratch() == nil)
    #expect(playground.names == [])
  }

  /// A full disk leaves the output as it was, and is told once.
  @Test(arguments: [FileSystem.Call.create, .setMode, .removeFile, .write])
  func fullDisk(_ call: FileSystem.Call) throws {
    try playground.build(["index.html": "old"])
    let calls = Calls { $0.call == call && $0.path.hasSuffix("/.scratch") ? ENOSPC : nil }
    let publication = try Publication(playground.output, fileSystem: calls.fileSystem)
    let error = #expect(throws: Diagnostic.self) {
      let scratch = try publication.scratch()
      for bytes in [[1], [2]] as [[UInt8]] { _ = try scratch?.append(bytes.span.bytes) }
    }
    #expect(error?.rule == "system/disk-full")
    try publication.put("index.html", "new")
    #expect(throws: Diagnostic.self) { try publication.finish() }
    #expect(playground.tree() == ["index.html": "old"])
    // What cannot be removed waits for the next build.
    if call != .removeFile { #expect(playground.names == ["public"]) }
  }
}
