import Diagnostics
import Foundation
import Glibc
import Output
import Testing

/// Only what Fuwen wrote is ever replaced or removed.
struct OwnershipTests {
  private let playground: Playground

  init() throws { playground = try Playground() }

  @Test func foreignFilesSurviveAndAreReported() throws {
    try playground.build(Column.old)
    for path in [
      "robots.txt", ".htaccess", ".git/HEAD", "tian/2023/theirs.txt", "jianyi/.hidden/x", "theirs/deep/a.html", "z/b",
    ] {
      try playground.place("public/" + path, "theirs")
    }
    try playground.makeFolder("public/empty")
    try playground.link("public/link", to: "/nowhere")
    try playground.link("public/folder-link", to: playground.root)
    let expected = ["empty/", "folder-link", "link", "robots.txt", "theirs/", "tian/2023/theirs.txt", "z/"]
    #expect(try playground.build(Column.new).foreign == expected)
    let again = try playground.build(Column.new)
    #expect(again.isEmpty)
    #expect(again.foreign == ["empty/", "folder-link", "link", "robots.txt", "theirs/", "tian/", "z/"])
    let tree = playground.tree()
    #expect(tree["tian/2023/theirs.txt"] == "theirs")
    #expect(tree["theirs/deep/a.html"] == "theirs")
    #expect(tree[".git/HEAD"] == "theirs")
    #expect(tree["jianyi/.hidden/x"] == "theirs")
    #expect(tree["empty/"] == "")
  }

  /// To Unicode the two names are one, to the disk two.
  @Test func foreignFileOfAnEquivalentNameSurvives() throws {
    let column = Column.old.merging(["files/caf\u{E9}.txt": "ours"]) { $1 }
    try playground.build(column)
    try playground.place("public/files/cafe\u{301}.txt", "theirs")
    #expect(try playground.build(column).removed == [])
    #expect(try FileManager.default.contentsOfDirectory(atPath: playground.output + "/files").count == 2)
  }

  @Test(arguments: ["../secret.txt", "/etc/passwd", "tian/../../secret.txt"])
  func nothingOutsideIsRead(_ path: String) throws {
    try playground.build(Column.old)
    try playground.place("secret.txt", "secret")
    let folder = try PublishedFolder(playground.output)
    #expect(try folder.read(path) == nil)
    #expect(try folder.digest(of: path) == nil)
  }

  @Test func foreignFileInTheWayIsAnError() throws {
    try playground.build(Column.old)
    try playground.place("public/jianyi/3.html", "theirs")
    let before = playground.stats()
    let error = playground.failure(Column.new)
    #expect(error?.rule == "system/output-foreign")
    #expect(error?.place.file == playground.output + "/jianyi/3.html")
    #expect(playground.failure(Column.new, mode: .compare) == error)
    #expect(playground.stats() == before)
    #expect(playground.names == ["public"])
  }

  /// Nothing in the column is ever edited by hand: what the build makes replaces it.
  @Test func editedFileOfFuwenIsReplaced() throws {
    try playground.build(Column.old)
    try playground.place("public/jianyi/1.html", "edited")
    let changes = try playground.build(Column.old, mode: .compare)
    #expect(changes.changed == ["jianyi/1.html"])
    #expect(try playground.build(Column.old) == changes)
    #expect(playground.tree() == Column.old)
  }

  @Test func namesOfStrangersCannotSpeakToTheTerminal() throws {
    try playground.build(Column.old)
    try playground.place("public/a\u{1B}[2J\n.txt", "theirs")
    #expect(try playground.build(Column.old).foreign == ["a\u{FFFD}[2J\u{FFFD}.txt"])
  }

  /// For Unicode the names are the same, for the disk two files.
  @Test func fileWithItsOldSpellingIsRemoved() throws {
    for (old, new) in [("e\u{301}.pdf", "\u{E9}.pdf"), ("\u{E9}.pdf", "e\u{301}.pdf")] {
      try playground.build([old: "x"])
      let changes = try playground.build([new: "x"])
      #expect(changes.removed.map { Array($0.utf8) } == [Array(old.utf8)])
      #expect(try FileManager.default.contentsOfDirectory(atPath: playground.output).count == 2)
      #expect(access(playground.output + "/" + new, F_OK) == 0)
      #expect(playground.manifest.map { Array($0.utf8) } == Array("fuwen-manifest 1\n\(new)\n".utf8))
      try playground.remove("public")
    }
  }

  @Test func fileWithTheSameBytesIsAdopted() throws {
    try playground.build(Column.old)
    let path = "jianyi/3.html"
    try playground.place("public/" + path, try #require(Column.new[path]))
    #expect(try !playground.build(Column.new).added.contains(path))
    #expect(try playground.build(Column.old).removed.contains(path))
    #expect(playground.tree() == Column.old)
  }

  @Test func columnWithoutManifestIsAdoptedWhenItIsTheSame() throws {
    try playground.build(Column.old)
    try playground.remove("public/.fuwen-manifest")
    try playground.place("public/.htaccess", "theirs")
    let foretold = try playground.build(Column.old, mode: .compare)
    #expect(!foretold.isEmpty, "the manifest will be written")
    #expect(playground.manifest == nil)
    #expect(try playground.build(Column.old) == foretold)
    #expect(playground.manifest != nil)
    #expect(try playground.build(Column.old).isEmpty)
  }

  @Test func folderOfSomebodyElseIsRefused() throws {
    for path in ["b.txt", "a.txt", "c/d.txt", ".hidden", "e"] { try playground.place("public/" + path, "theirs") }
    let before = playground.stats()
    for mode in [Publication.Mode.write, .compare] {
      let error = playground.failure(Column.old, mode: mode)
      #expect(error?.rule == "system/output-not-empty")
      #expect(error?.message == "输出文件夹里已有不是 Fuwen 写的东西：a.txt、b.txt、c/等 4 项")
    }
    #expect(playground.stats() == before)
    #expect(playground.names == ["public"])
  }

  @Test(arguments: [
    ("", 1, "不是这个版本的 Fuwen 写的清单"),
    ("fuwen-manifest 2\n", 1, "不是这个版本的 Fuwen 写的清单"),
    ("fuwen-manifest 1", 1, "清单不完整"),
    ("fuwen-manifest 1\nindex.html", 2, "清单不完整"),
    ("fuwen-manifest 1\nindex.html\n\n", 3, "路径是空的"),
    ("fuwen-manifest 1\n../../precious\n", 2, "路径有以“.”开头的一段"),
    ("fuwen-manifest 1\nindex.html\n/etc/passwd\n", 3, "路径不能以“/”开头"),
    ("fuwen-manifest 1\nindex.html\r\n", 2, "路径含有控制字符"),
    ("fuwen-manifest 1\nindex.html\n.fuwen-manifest\n", 3, "路径有以“.”开头的一段"),
  ])
  func brokenManifestIsAnError(text: String, line: Int, reason: String) throws {
    try playground.build(Column.old)
    try playground.place("public/.fuwen-manifest", text)
    let error = playground.failure(Column.new)
    #expect(error?.rule == "system/manifest")
    #expect(error?.place == Place(playground.output + "/.fuwen-manifest", line: line))
    #expect(error?.message == "输出文件夹的清单不能用：" + reason)
    #expect(playground.tree() == Column.old)
    #expect(playground.names == ["public"])
  }

  @Test func manifestThatIsNotTextIsAnError() throws {
    try playground.build(Column.old)
    let manifest = URL(fileURLWithPath: playground.output + "/.fuwen-manifest")
    try Data("fuwen-manifest 1\na.html\n".utf8 + [0xFF, 0x0A]).write(to: manifest)
    #expect(playground.failure(Column.new)?.message == "输出文件夹的清单不能用：不是 UTF-8 文字")
  }

  @Test func listedFilesThatAreGoneOrTurnedIntoLinksAreLeftAlone() throws {
    try playground.place("precious/1.html", "theirs")
    try playground.build(Column.old)
    try playground.remove("public/jianyi/2.html")
    try playground.remove("public/tian/2023")
    try playground.link("public/tian/2023", to: playground.root + "/precious")
    try playground.remove("public/tian/index.html")
    try playground.link("public/tian/index.html", to: playground.root + "/precious/1.html")
    let changes = try playground.build(Column.new)
    #expect(changes.removed == ["assets/style-1.css"])
    #expect(changes.foreign == ["tian/2023", "tian/index.html"])
    #expect(playground.tree("precious") == ["1.html": "theirs"])
  }

  @Test func linkInTheWayIsRefused() throws {
    try playground.place("precious/9.html", "new -> jianyi/2025/index.html assets/style-2.css")
    for (link, rule) in [("jianyi/3.html", "system/symbolic-link"), ("jianyi/2025", "system/symbolic-link")] {
      try playground.build(Column.old)
      try playground.link("public/" + link, to: playground.root + "/precious")
      let error = playground.failure(Column.new)
      #expect(error?.rule == rule)
      #expect(error?.place.file == playground.output + "/" + link)
      try playground.remove("public/" + link)
      #expect(playground.tree() == Column.old)
    }
  }

  @Test func folderWhereAFileShouldBeIsRefused() throws {
    try playground.build(Column.old)
    try playground.place("public/jianyi/3.html/theirs", "theirs")
    let error = playground.failure(Column.new)
    #expect(error?.rule == "system/output-occupied")
    #expect(error?.place.file == playground.output + "/jianyi/3.html")
    #expect(playground.failure(Column.new, mode: .compare) == error)
  }

  @Test func fileWhereAFolderShouldBeIsRefused() throws {
    try playground.build(Column.old)
    try playground.place("public/jianyi/2025", "theirs")
    let error = playground.failure(Column.new)
    #expect(error?.rule == "system/not-a-folder")
    #expect(error?.place.file.hasPrefix(playground.output + "/jianyi/2025/") == true)
    #expect(playground.failure(Column.new, mode: .compare) == error)
    try playground.remove("public/jianyi/2025")
    #expect(playground.tree() == Column.old)
  }

  @Test func fileThatAppearsDuringTheBuildSurvives() throws {
    try playground.build(Column.old)
    let publication = try Publication(playground.output)
    for (path, text) in Column.new { try publication.put(path, text) }
    try playground.place("public/assets/style-2.css", "theirs")
    let error = #expect(throws: Diagnostic.self) { try publication.finish() }
    #expect(error?.rule == "system/occupied")
    #expect(playground.tree()["assets/style-2.css"] == "theirs")
  }

  @Test func outputThatAppearsDuringTheBuildSurvives() throws {
    let publication = try Publication(playground.output)
    for (path, text) in Column.new { try publication.put(path, text) }
    try playground.place("public/theirs", "theirs")
    let error = #expect(throws: Diagnostic.self) { try publication.finish() }
    #expect(error?.rule == "system/occupied")
    #expect(playground.tree() == ["theirs": "theirs"])
    #expect(playground.names == ["public"])
  }
}
