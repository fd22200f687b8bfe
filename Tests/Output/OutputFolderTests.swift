import Diagnostics
import Foundation
import Glibc
import Output
import Synchronization
import Testing

/// Where an output may be, and what is said of the places where it may not.
struct OutputFolderTests {
  private let playground: Playground

  init() throws { playground = try Playground() }

  @Test func linkToAFolderIsFollowed() throws {
    try playground.makeFolder("elsewhere/column")
    try playground.link("public", to: "elsewhere/column")
    try playground.build(Column.old)
    try playground.build(Column.new)
    #expect(playground.tree("elsewhere/column") == Column.new)
    #expect(playground.names == ["elsewhere", "public"])
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: playground.output) == "elsewhere/column")
  }

  @Test func slashAtTheEndIsNoMatter() throws {
    try playground.build(Column.old, to: playground.output + "/")
    try playground.build(Column.new, to: playground.output + "//")
    #expect(playground.tree() == Column.new)
  }

  @Test(arguments: [
    ("file", "system/output-is-file"), ("link-to-file", "system/output-is-file"), ("dangling", "system/output-link"),
    ("none/public", "system/output-parent"), ("none/..", "system/output-parent"),
    ("file/public", "system/not-a-folder"),
    ("loop", "system/symbolic-link"), (String(repeating: "n", count: 256), "system/name-too-long"),
  ])
  func placeThatCannotBeAnOutputIsRefused(name: String, rule: String) throws {
    try playground.place("file", "theirs")
    try playground.link("link-to-file", to: "file")
    try playground.link("dangling", to: "nowhere")
    try playground.link("loop", to: "loop")
    for mode in [Publication.Mode.write, .compare] {
      let error = playground.failure(to: playground.root + "/" + name, mode: mode)
      #expect(error?.rule == rule)
      #expect(error?.place.file == playground.root + "/" + name)
    }
    #expect(playground.names == ["dangling", "file", "link-to-file", "loop"])
    #expect(playground.tree(".")["file"] == "theirs")
  }

  @Test(arguments: ["", "/"])
  func outputWithoutANameIsRefused(output: String) {
    #expect(playground.failure(to: output)?.rule.hasPrefix("system/output-") == true)
  }

  @Test(arguments: ["content", "content/", "content/public", "content/replies", ".", "templates/../content", "link/x"])
  func outputThatOverlapsTheSourcesIsRefused(output: String) throws {
    try playground.makeFolder("content/replies")
    try playground.link("link", to: "content")
    let sources = [playground.root + "/templates", playground.root + "/content"]
    let error = #expect(throws: Diagnostic.self) {
      try playground.makeFolder("templates")
      _ = try Publication(playground.root + "/" + output, apartFrom: sources)
    }
    #expect(error?.rule == "system/output-in-source")
    #expect(playground.names == ["content", "link", "templates"])
  }

  @Test func outputBesideTheSourcesIsFine() throws {
    try playground.makeFolder("content")
    for output in ["public", "content-public", "public2"] {
      let publication = try Publication(
        playground.root + "/" + output, apartFrom: [playground.root + "/content", playground.root + "/none"])
      publication.abandon()
    }
  }

  @Test func secondBuildAtTheSameTimeIsRefused() throws {
    for old in [nil, Column.old] {
      if let old { try playground.build(old) }
      let first = try Publication(playground.output)
      try first.put("index.html", "first")
      let error = playground.failure(Column.new)
      #expect(error?.rule == "system/output-busy")
      #expect(try playground.build(["index.html": "first"], mode: .compare).isEmpty == false, "comparing needs no lock")
      #expect(try first.finish().isEmpty == false)
      #expect(playground.tree() == ["index.html": "first"])
      try playground.build(Column.new)
      #expect(playground.tree() == Column.new)
      #expect(playground.names == ["public"])
    }
  }

  @Test func otherOutputsBesideItAreNotHeldOff() throws {
    let first = try Publication(playground.root + "/a")
    try first.put("index.html", "first")
    try playground.build(Column.new, to: playground.root + "/b")
    _ = try first.finish()
    #expect(playground.tree("a") == ["index.html": "first"])
    #expect(playground.tree("b") == Column.new)
  }

  @Test func whatAKilledBuildLeftIsCleared() throws {
    try playground.place(".public.fuwen-stage/deep/er/file", "stale")
    try playground.place(".public.fuwen-stage/index.html", "stale")
    try playground.place("precious", "theirs")
    try playground.link(".public.fuwen-stage/deep/link", to: playground.root)
    try playground.build(Column.old)
    #expect(playground.tree() == Column.old)
    #expect(playground.names == ["precious", "public"])
  }

  @Test func stageThatIsALinkIsNotFollowed() throws {
    try playground.place("precious/file", "theirs")
    try playground.link(".public.fuwen-stage", to: playground.root + "/precious")
    #expect(playground.failure()?.rule == "system/not-a-folder")
    #expect(playground.tree("precious") == ["file": "theirs"])
  }

  @Test func stageGoesInsideWhereTheParentMayNotBeWritten() throws {
    try playground.build(Column.old)
    let root = playground.root
    let fileSystem = FileSystem { call, path in call == .checkAccess && path == root ? EACCES : nil }
    let publication = try Publication(playground.output, fileSystem: fileSystem)
    for (path, text) in Column.new { try publication.put(path, text) }
    #expect(playground.names == ["public"])
    #expect(playground.tree()[".fuwen-stage/jianyi/3.html"] != nil)
    #expect(playground.failure(Column.old, fileSystem: fileSystem)?.rule == "system/output-busy")
    #expect(try publication.finish().foreign == [])
    #expect(playground.tree() == Column.new)
  }

  /// Another build of the same content, be it into another output, is held off; but a share may have no locks.
  @Test func contentIsHeldWhereThatCanBe() throws {
    let content = playground.root + "/content"
    mkdir(content, 0o755)
    let first = try Publication(playground.root + "/a", holding: content)
    #expect {
      _ = try Publication(playground.output, holding: content)
    } throws: {
      ($0 as? Diagnostic)?.rule == "system/content-busy"
    }
    _ = try Publication(playground.output, holding: content, mode: .compare)
    first.abandon()
    let lockless = FileSystem { call, path in call == .lock && path == content ? EBADF : nil }
    let publication = try Publication(playground.output, holding: content, fileSystem: lockless)
    try publication.put("index.html", "new")
    #expect(try publication.finish().added == ["index.html"])
  }

  @Test func stageThatItsHolderRemovesMeanwhileIsMadeAgain() throws {
    let stage = playground.root + "/.public.fuwen-stage"
    let locks = Atomic(0)
    let fileSystem = FileSystem { call, _ in
      if call == .lock, locks.add(1, ordering: .relaxed).newValue == 1 { rmdir(stage) }
      return nil
    }
    let publication = try Publication(playground.output, fileSystem: fileSystem)
    #expect(locks.load(ordering: .relaxed) == 2)
    #expect(playground.failure()?.rule == "system/output-busy")
    try publication.put("index.html", "new")
    _ = try publication.finish()
    #expect(playground.tree() == ["index.html": "new"])
  }

  @Test func foldersAreAskedForPermissionBeforeAnythingMoves() throws {
    try playground.build(Column.old)
    let before = playground.stats()
    for folder in ["/jianyi", "/assets", "/tian/2023", ""] {
      let locked = playground.output + folder
      let calls = Calls { $0.call == .checkAccess && $0.path == locked ? EACCES : nil }
      let error = playground.failure(Column.new, fileSystem: calls.fileSystem)
      #expect(error?.rule == "system/permission")
      #expect(error?.place.file == locked)
      #expect(playground.stats() == before)
    }
  }

  /// `chattr +i`, as guards against tampering set it.
  @Test func lockedFilesAreRefusedBeforeAnythingMoves() throws {
    try playground.build(Column.old)
    let before = playground.stats()
    for file in ["/index.html", "/tian/2023/1.html"] {
      let locked = playground.output + file
      let calls = Calls { $0.call == .checkAccess && $0.path == locked ? EPERM : nil }
      let error = playground.failure(Column.new, fileSystem: calls.fileSystem)
      #expect(error?.rule == "system/permission")
      #expect(error?.place.file == locked)
      #expect(playground.stats() == before)
    }
  }

  @Test func whatStopsHalfwayIsToldSo() throws {
    for (name, isHalfway) in [("jianyi/2025", false), ("jianyi/3.html", true), ("index.html", true)] {
      let playground = try Playground()
      try playground.build(Column.old)
      let stop = Calls { $0.call == .move && $0.path == playground.output + "/" + name ? EIO : nil }
      let error = playground.failure(Column.new, fileSystem: stop.fileSystem)
      #expect(error?.rule == "system/disk-fault")
      #expect(error?.message == "无法换上新文件：磁盘读写出错" + (isHalfway ? "；新的成品只换上了一部分，仍可浏览" : ""))
    }
  }

  /// As any other user than root, who may do everything.
  @Test(.enabled(if: geteuid() != 0, "root is refused nothing"))
  func folderThatMayNotBeWrittenIsRefusedBeforeAnythingMoves() throws {
    try playground.build(Column.old)
    let locked = playground.output + "/jianyi"
    chmod(locked, 0o555)
    defer { chmod(locked, 0o755) }
    let before = playground.stats()
    let error = playground.failure(Column.new)
    #expect(error?.rule == "system/permission")
    #expect(error?.place.file == locked)
    #expect(playground.stats() == before)
  }
}
