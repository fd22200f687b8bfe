import Diagnostics
import Output
import Testing

struct PathTests {
  private let playground: Playground

  init() throws { playground = try Playground() }

  @Test(arguments: [
    "", "/", "/a.html", "a/", "a//b.html", ".", "..", "../a.html", "a/../b.html", "a/./b.html", ".hidden",
    "a/.hidden/b.html", ".fuwen-manifest", ".fuwen-stage/a", "a\nb.html", "a\0b.html", "a\u{7F}.html",
    String(repeating: "a", count: 256), "a/" + String(repeating: "字", count: 86) + "/b",
    String(repeating: "abcdefg/", count: 600) + "a",
  ])
  func unusablePathIsRefused(path: String) throws {
    let error = playground.failure([path: "x"])
    #expect(error?.rule == "output/path")
    #expect(playground.names == [])
  }

  @Test(arguments: [
    "a", "a.html", "a/b/c.html", "a..b/c...html", "a.", "附件/答复 1.pdf", String(repeating: "a", count: 255),
    String(repeating: "字", count: 85) + "/" + String(repeating: "b", count: 255),
  ])
  func usablePathIsWritten(path: String) throws {
    try playground.build([path: "x"])
    #expect(playground.tree() == [path: "x"])
    #expect(try playground.build([path: "x"]).isEmpty)
  }

  @Test(arguments: [
    ("a/b.html", "a/b.html", "output/duplicate"),
    ("a/b.html", "a/B.html", "output/case"),
    ("A/b.html", "a/b.html", "output/case"),
    ("é.html", "É.html", "output/case"),
    ("\u{E9}.html", "e\u{301}.html", "output/duplicate"),
    ("a", "a/b.html", "output/file-and-folder"),
    ("a/b/c.html", "a/b", "output/file-and-folder"),
    ("a/b.html", "A", "output/file-and-folder"),
  ])
  func clashingPathsAreRefused(first: String, second: String, rule: String) throws {
    for mode in [Publication.Mode.write, .compare] {
      let publication = try Publication(playground.output, mode: mode)
      let error = #expect(throws: Diagnostic.self) {
        try publication.put(first, "1")
        try publication.put(second, "2")
        _ = try publication.finish()
      }
      #expect(error?.rule == rule)
    }
    #expect(playground.names == [])
  }

  @Test func folderNamesThatContinueAFileNameDoNotClash() throws {
    let files = ["a": "1", "a-b": "2", "a.b/c": "3", "ab/c": "4"]
    try playground.build(files)
    #expect(playground.tree() == files)
  }
}
