import Diagnostics
import Foundation
import Glibc
import Output
import Testing

struct PublicationTests {
  private let playground: Playground

  init() throws { playground = try Playground() }

  @Test func firstBuildMakesTheOutput() throws {
    let changes = try playground.build(Column.old)
    #expect(changes.added == Column.old.keys.sorted())
    #expect(changes.changed.isEmpty && changes.removed.isEmpty && changes.foreign.isEmpty)
    #expect(playground.tree() == Column.old)
    #expect(playground.names == ["public"])
  }

  @Test func emptyOutputIsKeptAndFilled() throws {
    try playground.makeFolder("public")
    let before = playground.stats()[""]?.first
    try playground.build(Column.old)
    #expect(playground.tree() == Column.old)
    #expect(playground.stats()[""]?.first == before, "a mounted or watched folder must stay the same one")
  }

  @Test func nextBuildWritesWhatDiffersAndRemovesWhatIsGone() throws {
    try playground.build(Column.old)
    let changes = try playground.build(Column.new)
    #expect(
      changes.added == ["assets/style-2.css", "jianyi/2025/9.html", "jianyi/2025/index.html", "jianyi/3.html"])
    #expect(changes.changed == ["index.html", "jianyi/index.html"])
    #expect(changes.removed == ["assets/style-1.css", "jianyi/2.html", "tian/2023/1.html", "tian/index.html"])
    #expect(changes.unchanged == 1)
    #expect(playground.tree() == Column.new, "and no empty folder is left")
    #expect(playground.names == ["public"])
  }

  @Test func unchangedBuildTouchesNothing() throws {
    try playground.build(Column.old)
    let before = playground.stats()
    let changes = try playground.build(Column.old)
    #expect(changes.isEmpty)
    #expect(changes.unchanged == Column.old.count)
    #expect(playground.stats() == before)
    #expect(playground.names == ["public"])
  }

  @Test func buildTouchesOnlyWhatDiffers() throws {
    try playground.build(Column.old)
    let before = playground.stats()
    var column = Column.old
    column["jianyi/1.html"] = "edit -> jianyi/index.html"
    #expect(try playground.build(column).changed == ["jianyi/1.html"])
    let after = playground.stats()
    // The folder of a changed file counts as touched too: a name in it now stands for another file.
    #expect(after.keys.filter { after[$0] != before[$0] }.sorted() == ["jianyi", "jianyi/1.html"])
  }

  @Test func manifestListsThePathsSorted() throws {
    try playground.build(["b.html": "", "a/c.html": "", "B/x.html": "", "a.html": "", "附件/答复.pdf": ""])
    #expect(playground.manifest == "fuwen-manifest 1\nB/x.html\na.html\na/c.html\nb.html\n附件/答复.pdf\n")
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 200_000])
  func sizesAreComparedToTheLastByte(size: Int) throws {
    let text = String(repeating: "a", count: size)
    try playground.build(["a.html": text])
    #expect(try playground.build(["a.html": text]).isEmpty)
    #expect(try playground.build(["a.html": text + "b"]).changed == ["a.html"])
    let other = text.dropLast() + "b" + (size == 0 ? "b" : "c")
    #expect(try playground.build(["a.html": String(other)]).changed == ["a.html"])
    #expect(playground.tree() == ["a.html": String(other)])
  }

  @Test(arguments: [0, 9, 65_536, 300_001])
  func attachmentsAreCopiedAndCompared(size: Int) throws {
    func publish(_ text: String) throws -> Changes {
      try playground.place("files/附件.pdf", text)
      let publication = try Publication(playground.output)
      try publication.copy(playground.root + "/files/附件.pdf", to: "files/1.pdf")
      return try publication.finish()
    }
    let text = String(repeating: "x", count: size)
    #expect(try publish(text).added == ["files/1.pdf"])
    #expect(playground.tree() == ["files/1.pdf": text])
    #expect(try publish(text).isEmpty)
    #expect(try publish(text + "y").changed == ["files/1.pdf"])
    #expect(playground.tree() == ["files/1.pdf": text + "y"])
    #expect(try publish(text + "z").changed == ["files/1.pdf"])
    #expect(playground.tree() == ["files/1.pdf": text + "z"])
  }

  @Test func attachmentThatIsNoFileIsRefused() throws {
    try playground.build(Column.old)
    try playground.makeFolder("files")
    mkfifo(playground.root + "/files/pipe", 0o644)
    for (source, rule) in [
      ("none.pdf", "system/not-found"), ("pipe", "system/not-a-file"), (".", "system/not-a-file"),
    ] {
      let publication = try Publication(playground.output)
      let source = playground.root + "/files/" + source
      let error = try #require(throws: Diagnostic.self) { try publication.copy(source, to: "files/1.pdf") }
      #expect(error.rule == rule)
      #expect(error.place.file == source)
      #expect(throws: error) { try publication.finish() }
    }
    #expect(playground.tree() == Column.old)
    #expect(playground.names == ["files", "public"])
  }

  @Test(arguments: [99, 150_000])
  func attachmentThatChangesWhileItIsReadIsRefused(size: Int) throws {
    try playground.place("a.pdf", String(repeating: "x", count: 100_000))
    let source = playground.root + "/a.pdf"
    let fileSystem = FileSystem { call, path in
      if call == .read, path.hasSuffix("a.pdf") { truncate(source, size) }
      return nil
    }
    let publication = try Publication(playground.output, fileSystem: fileSystem)
    let error = #expect(throws: Diagnostic.self) { try publication.copy(source, to: "1.pdf") }
    #expect(error?.rule == "system/source-changed")
    publication.abandon()
    #expect(playground.names == ["a.pdf"])
  }

  @Test func comparingWritesNothingAnywhere() throws {
    #expect(try playground.build(Column.old, mode: .compare).added == Column.old.keys.sorted())
    #expect(playground.names == [])
    try playground.build(Column.old)
    let before = playground.stats()
    let expected = try playground.build(Column.new, mode: .compare)
    #expect(playground.stats() == before)
    #expect(playground.names == ["public"])
    #expect(try playground.build(Column.new) == expected, "comparing foretells what writing does")
    #expect(try playground.build(Column.new, mode: .compare).isEmpty)
  }

  @Test func comparingMakesNoWritingCall() throws {
    try playground.build(Column.old)
    let calls = Calls()
    try playground.build(Column.new, mode: .compare, fileSystem: calls.fileSystem)
    let reading: Set<FileSystem.Call> = [.resolve, .openFolder, .status, .list, .open, .read]
    #expect(Set(calls.list.map(\.call)).isSubset(of: reading))
  }

  @Test func abandonedBuildLeavesNoTrace() throws {
    try playground.build(Column.old)
    let before = playground.stats()
    do {
      let publication = try Publication(playground.output)
      try publication.put("index.html", "new")
      #expect(playground.names.count == 2, "the stage stands beside the output")
      publication.abandon()
      #expect(playground.names == ["public"])
      _ = try Publication(playground.output)
    }
    #expect(playground.names == ["public"], "a build that is only forgotten cleans up as well")
    #expect(playground.stats() == before)
  }

  @Test func failedPutForbidsPublishing() throws {
    try playground.build(Column.old)
    let publication = try Publication(playground.output)
    try publication.put("index.html", "new")
    let error = try #require(throws: Diagnostic.self) { try publication.put("../x", "new") }
    #expect(throws: error) { try publication.finish() }
    #expect(playground.tree() == Column.old)
  }

  @Test func fullDiskIsOneFault() throws {
    try playground.build(Column.old)
    let publication = try Publication(
      playground.output, fileSystem: FileSystem { call, _ in call == .write ? ENOSPC : nil })
    var errors: [Diagnostic] = []
    for (path, text) in Column.new {
      do throws(Diagnostic) { try publication.put(path, text) } catch { errors.append(error) }
    }
    #expect(errors.map(\.rule) == ["system/disk-full"])
    #expect(throws: try #require(errors.first)) { try publication.finish() }
    #expect(playground.tree() == Column.old)
  }

  @Test func filesAreReadableByAllWhateverTheUmask() throws {
    let mask = umask(0o077)
    defer { umask(mask) }
    try playground.build(["a/b/c.html": "1", "d.html": "1"])
    try playground.build(["a/b/c.html": "2", "d.html": "1", "e/f.html": "1"])
    for folder in ["public", "public/a", "public/a/b", "public/e"] { #expect(playground.mode(folder) == 0o755) }
    for file in ["a/b/c.html", "d.html", "e/f.html", ".fuwen-manifest"] {
      #expect(playground.mode("public/" + file) == 0o644)
    }
  }

  @Test func filesGoInBeforeWhatListsThem() throws {
    try playground.build(Column.old)
    let calls = Calls()
    try playground.build(Column.new, fileSystem: calls.fileSystem)
    let shown = { (call: FileSystem.Call) in
      calls.paths(of: call).filter { $0.hasPrefix(playground.output) }.map { $0.dropFirst(playground.output.count + 1) }
    }
    #expect(
      shown(.move) == [
        ".fuwen-manifest", "jianyi/2025", "assets/style-2.css", "jianyi/3.html", "jianyi/index.html", "index.html",
        ".fuwen-manifest",
      ])
    #expect(
      shown(.removeFile) == ["tian/index.html", "jianyi/2.html", "assets/style-1.css", "tian/2023/1.html"])
    let order = calls.list.map(\.call).filter { [.write, .close, .move, .removeFile].contains($0) }
    let firstMove = try #require(order.firstIndex(of: .move))
    #expect(!order[firstMove...].contains { $0 == .write || $0 == .close }, "what may fail for space comes first")
    let firstRemoval = try #require(order.firstIndex(of: .removeFile))
    #expect(order[firstRemoval...].count { $0 == .move } == 1, "only the manifest is moved after a removal")
  }
}
