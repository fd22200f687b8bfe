import Diagnostics
import Foundation
import Testing

@testable import Loader

/// A site in a folder of its own, removed with the value.
private final class TemporarySite {
  let path: String

  init() throws {
    let base = FileManager.default.temporaryDirectory.appendingPathComponent("fuwen-\(UUID().uuidString)")
    path = base.appendingPathComponent("site").path
    try FileManager.default.createDirectory(atPath: path + "/content", withIntermediateDirectories: true)
    try Data("外".utf8).write(to: base.appendingPathComponent("outside.md"))
    try FileManager.default.createDirectory(atPath: path + "2", withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: (path as NSString).deletingLastPathComponent) }

  func write(_ file: String, _ text: String = "文") throws {
    let target = URL(fileURLWithPath: path + "/" + file)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: target)
  }

  func link(_ file: String, to target: String) throws {
    try #require(symlink(target, path + "/" + file) == 0)
  }

  func files(in folder: String = "content", suffixes: [String] = []) throws -> (files: [String], faults: [String]) {
    var diagnostics = Diagnostics()
    let files = try ContentFolder(site: path).files(in: folder, suffixes: suffixes, reporting: &diagnostics)
    return (files, diagnostics.sorted.map { "\($0.place.file) " + summary($0) })
  }
}

@Suite struct ContentFolderTests {
  @Test func allFilesAreMadeOrNone() throws {
    let site = try TemporarySite()
    try site.write("content/b.md", "theirs")
    let folder = try ContentFolder(site: site.path)
    let files = ["content/a.md", "content/b.md", "content/c.md"].map { ($0, Array("ours".utf8)) }
    #expect(throws: Diagnostic.self) { try folder.createFiles(files) }
    #expect(try site.files().0 == ["content/b.md"])
    #expect(try folder.readFile("content/b.md") == Array("theirs".utf8))
    try folder.createFiles([files[0], files[2]])
    #expect(try site.files().0 == ["content/a.md", "content/b.md", "content/c.md"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: site.path + "/content").count == 3)
  }

  @Test func findsFilesInTheOrderOfTheirBytes() throws {
    let site = try TemporarySite()
    let names = ["b.md", "a/z.md", "a.md", "A.md", "2024/复文/10.md", "2024/复文/2.md", "é.md", "中.md"]
    for name in names { try site.write("content/" + name) }
    let (files, faults) = try site.files()
    let expected = [
      "2024/复文/10.md", "2024/复文/2.md", "A.md", "a.md", "a/z.md", "b.md", "é.md", "中.md",
    ]
    #expect(files == expected.map { "content/" + $0 })
    #expect(faults == [])
  }

  @Test func passesOverHiddenFilesAndLeftovers() throws {
    let site = try TemporarySite()
    for name in [".DS_Store", ".git/x.md", "~$台账.xlsx", "台账.csv~", "Thumbs.db", "desktop.ini", "Desktop.ini", "台账.csv"]
    {
      try site.write("content/" + name)
    }
    #expect(try site.files() == (["content/台账.csv"], []))
  }

  @Test func refusesNamesThatUnicodeHoldsToBeTheSame() throws {
    let site = try TemporarySite()
    for name in ["\u{E9}.pdf", "e\u{301}.pdf", "a.pdf"] { try site.write("content/" + name) }
    let expected =
      "content/\u{E9}.pdf file/name-twin 和 content/e\u{301}.pdf 看起来同名，只是名称里字符的编码不同，在有的系统上会互相覆盖"
      + " → 请删去一个，或改名（常见于从 macOS 复制来的文件）"
    #expect(try site.files().faults == [expected])
  }

  /// Half of a ledger would withdraw the other half.
  @Test func refusesAFileThatIsCutWhileItIsRead() throws {
    let site = try TemporarySite()
    let (path, size) = (site.path + "/content/a.csv", 48 << 20)
    for delay in 0..<20 {
      try site.write("content/a.csv", "")
      truncate(path, size)
      let cutter = Thread {
        usleep(UInt32(delay) * 500)
        truncate(path, size / 2)
      }
      cutter.start()
      do throws(Diagnostic) {
        let bytes = try ContentFolder(site: site.path).readFile("content/a.csv")
        #expect([size, size / 2].contains(bytes.count))
      } catch {
        #expect(error.rule == "file/changed")
      }
      while !cutter.isFinished { usleep(100) }
    }
  }

  @Test func choosesBySuffixInAnyCase() throws {
    let site = try TemporarySite()
    for name in ["a.csv", "b.CSV", "c.yaml", "d.md", "csv"] { try site.write("content/" + name) }
    let (files, _) = try site.files(suffixes: [".csv", ".yaml"])
    #expect(files == ["content/a.csv", "content/b.CSV", "content/c.yaml"])
  }

  @Test func looksIntoOneFolderOnly() throws {
    let site = try TemporarySite()
    for name in ["a.md", "b/c.md"] { try site.write("content/" + name) }
    try site.link("content/d", to: "b")
    var diagnostics = Diagnostics()
    let folder = try ContentFolder(site: site.path)
    let entries = folder.entries(of: "content", reporting: &diagnostics)
    #expect(entries == (["content/a.md"], ["content/b", "content/d"]))
    #expect(diagnostics.list.isEmpty)
  }

  @Test func findsNothingInAFolderThatDoesNotExist() throws {
    #expect(try TemporarySite().files(in: "content/bulletins") == ([], []))
  }

  @Test func followsLinksInsideTheSite() throws {
    let site = try TemporarySite()
    try site.write("content/a.md", "甲")
    try site.write("archive/2023/b.md")
    try site.link("content/c.md", to: "a.md")
    try site.link("content/old", to: "../archive/2023")
    let (files, faults) = try site.files()
    #expect(files == ["content/a.md", "content/c.md", "content/old/b.md"])
    #expect(faults == [])
    #expect(try ContentFolder(site: site.path).readFile("content/c.md") == Array("甲".utf8))
  }

  @Test func reportsEachLinkThatCannotBeFollowed() throws {
    let site = try TemporarySite()
    try site.write("content/records/a.csv")
    try site.link("content/gone.md", to: "nowhere.md")
    try site.link("content/loop1.md", to: "loop2.md")
    try site.link("content/loop2.md", to: "loop1.md")
    try site.link("content/outside.md", to: "../../outside.md")
    // A folder beside the site whose path begins with the site's.
    try site.link("content/beside", to: "../../site2")
    try site.link("content/records/up", to: "..")
    try site.link("content/twice", to: "records")
    let (files, faults) = try site.files()
    #expect(files == ["content/records/a.csv"])
    #expect(
      faults == [
        "content/beside file/link-outside 符号链接指向站点文件夹之外，不予读取 → 请把链接换成文件本身",
        "content/gone.md file/link-broken 符号链接指向的文件不存在 → 请删除这个链接，或换成文件本身",
        "content/loop1.md file/link-loop 符号链接绕成了圈 → 请删除这个链接，或换成文件本身",
        "content/loop2.md file/link-loop 符号链接绕成了圈 → 请删除这个链接，或换成文件本身",
        "content/outside.md file/link-outside 符号链接指向站点文件夹之外，不予读取 → 请把链接换成文件本身",
        "content/records/up file/link-loop 这里和 content 是同一个文件夹（经符号链接），会把文件读两遍 → 请删除多余的符号链接",
        "content/twice file/link-loop 这里和 content/records 是同一个文件夹（经符号链接），会把文件读两遍 → 请删除多余的符号链接",
      ])
  }

  @Test func refusesAContentFolderThatIsALinkOutOfTheSite() throws {
    let site = try TemporarySite()
    try site.link("files", to: "../site2")
    #expect(try site.files(in: "files").faults == ["files file/link-outside 符号链接指向站点文件夹之外，不予读取 → 请把链接换成文件本身"])
  }

  @Test func reportsWhatIsNoFileAndWhatHasNoProperName() throws {
    let site = try TemporarySite()
    try #require(mkfifo(site.path + "/content/pipe.md", 0o600) == 0)
    // 台账.csv as Windows packs it, and bytes that are not even GB 18030.
    for name: [UInt8] in [[0xCC, 0xA8, 0xD5, 0xCB], [0xFF]] {
      let path = Array((site.path + "/content/").utf8) + name + Array(".csv".utf8) + [0]
      try #require(path.withUnsafeBytes { creat($0.assumingMemoryBound(to: CChar.self).baseAddress!, 0o600) } >= 0)
    }
    try site.write("content/换\n行.md")
    let (files, faults) = try site.files()
    let remedy = "请重新命名；从 ZIP 解压来的，可用 unzip -O gb18030 重新解压"
    #expect(files == [])
    #expect(
      faults == [
        "content/pipe.md file/not-regular 不是普通文件（而是文件夹、设备、管道或套接字） → 请换成普通文件，或移出站点文件夹",
        "content/\u{328}\u{FFFD}\u{FFFD}.csv file/name-encoding 文件名不是 UTF-8 编码，按 GB 18030 读作“台账.csv” → \(remedy)",
        "content/换\u{FFFD}行.md file/name-control 文件名里有换行、制表符或其他控制字符 → 请重新命名",
        "content/\u{FFFD}.csv file/name-encoding 文件名不是 UTF-8 编码 → \(remedy)",
      ])
  }

  @Test func refusesToReadWhatIsNoFileOfTheSite() throws {
    let site = try TemporarySite()
    try site.write("content/a.md", "")
    try site.link("content/outside.md", to: "/etc/passwd")
    try #require(mkfifo(site.path + "/content/pipe.md", 0o600) == 0)
    try site.write("content/large.bin")
    try #require(truncate(site.path + "/content/large.bin", 64 << 20) == 0)
    let folder = try ContentFolder(site: site.path)
    #expect(try folder.readFile("content/a.md") == [])
    #expect(try folder.readFile("content/large.bin").count == 64 << 20)
    try #require(truncate(site.path + "/content/large.bin", 65 << 20) == 0)
    for (path, expected) in [
      ("content/none.md", "file/missing 找不到这个文件或文件夹 → 请检查路径和文件名是否写对"),
      ("content/outside.md", "file/link-outside 符号链接指向站点文件夹之外，不予读取 → 请把链接换成文件本身"),
      ("content", "file/not-regular 不是普通文件（而是文件夹、设备、管道或套接字） → 请换成普通文件，或移出站点文件夹"),
      ("content/pipe.md", "file/not-regular 不是普通文件（而是文件夹、设备、管道或套接字） → 请换成普通文件，或移出站点文件夹"),
      ("content/large.bin", "file/too-large 文件有 65 MB，超过上限 64 MB → 请拆成几个文件，或删去不需要的内容"),
    ] {
      #expect(fault { () throws(Diagnostic) in try folder.readFile(path) } == expected)
    }
    #expect(
      fault { () throws(Diagnostic) in try ContentFolder(site: site.path + "/nowhere") }
        == "file/missing 找不到这个文件或文件夹 → 请检查路径和文件名是否写对")
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func reportsWhatMayNotBeRead() throws {
    let site = try TemporarySite()
    try site.write("content/a.md")
    try site.write("content/b/c.md")
    try #require(chmod(site.path + "/content/a.md", 0) == 0 && chmod(site.path + "/content/b", 0) == 0)
    defer { chmod(site.path + "/content/b", 0o700) }
    let expected = "system/unreadable 没有读取权限 → 请让运行程序的用户可以读它：chmod -R u+rX 所在文件夹"
    let folder = try ContentFolder(site: site.path)
    #expect(try site.files() == (["content/a.md"], ["content/b " + expected]))
    #expect(fault { () throws(Diagnostic) in try folder.readFile("content/a.md") } == expected)
  }

  @Test(arguments: [
    (EACCES, "system/unreadable 没有读取权限 → 请让运行程序的用户可以读它：chmod -R u+rX 所在文件夹"),
    (EIO, "system/unreadable 读取失败，系统提示：Input/output error → 请检查磁盘和文件系统"),
    (ENAMETOOLONG, "file/path-too-long 文件夹套得太深，路径太长 → 请减少文件夹层数或缩短名称"),
  ]) func saysWhatTheSystemRefused(code: Int32, expected: String) {
    #expect(summary(FileFault.system(code, at: Place("content/a.md"))) == expected)
  }
}
