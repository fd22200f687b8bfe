import Foundation
import Testing

@testable import Site

/// `fuwen check --fix` as staff run it.
@Suite struct MendingTests {
  private static let wrong = LittleSite.reply + "\n各县,各乡(镇)照办:“甲,乙”。\n"
  private static let right = LittleSite.reply + "\n各县，各乡（镇）照办：“甲,乙”。\n"

  private func text(_ site: LittleSite, _ path: String = replyFile) throws -> String {
    String(decoding: try Data(contentsOf: site.folder.appending(path: path)), as: UTF8.self)
  }

  @Test func mendsAndShowsWhat() throws {
    let site = try LittleSite([replyFile: Self.wrong])
    let command = try Command(["check", "--fix"], in: site.path)
    #expect(command.status == 0)
    #expect(
      command.output.hasPrefix(
        """
        --- content/replies/0216.md
        +++ content/replies/0216.md
        @@ -9,4 +9,4 @@
         
         **抓制度完善。**制定了办法。
         
        -各县,各乡(镇)照办:“甲,乙”。
        +各县，各乡（镇）照办：“甲,乙”。
        改了 1 个文件里的 4 处标点
        读入 1 件，公开 1 件

        """.dropLast()))
    // What stays is the quotation.
    #expect(command.error.hasPrefix("警告 content/replies/0216.md:12:14：中文里有 1 处半角标点（,）\n"))
    #expect(try text(site) == Self.right)

    let again = try Command(["check", "--fix"], in: site.path)
    #expect(again.output.hasPrefix("改了 0 个文件里的 0 处标点\n"))
    #expect(try text(site) == Self.right)
  }

  @Test func oneObjectInJSON() throws {
    let site = try LittleSite([replyFile: Self.wrong])
    let command = try Command(["check", "--fix", "--format", "json"], in: site.path)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(command.output.utf8)) as? [String: Any])
    let mended = try #require(object["mended"] as? [[String: Any]])
    #expect(mended.map { $0["file"] as? String } == [replyFile])
    #expect(mended.map { $0["count"] as? Int } == [4])
    #expect((mended[0]["diff"] as? String)?.contains("+各县，各乡") == true)
    #expect((object["diagnostics"] as? [Any])?.count == 1)
    let plain = try Command(["check", "--format", "json"], in: site.path)
    #expect(!plain.output.contains("mended"))
  }

  @Test func nothingIsWrittenWhileThereAreErrors() throws {
    let site = try LittleSite([replyFile: Self.wrong + "\n13800138000\n"])
    let command = try Command(["check", "--fix"], in: site.path)
    #expect(command.status == 1)
    #expect(command.output.hasPrefix("有错误，标点没有改；改正错误以后再运行一次\n"))
    #expect(try text(site) == Self.wrong + "\n13800138000\n")
  }

  @Test func strictLooksAtWhatIsLeft() throws {
    let site = try LittleSite([replyFile: LittleSite.reply + "\n各县,各乡。\n"])
    #expect(try Command(["check", "--strict"], in: site.path).status == 1)
    #expect(try Command(["check", "--fix", "--strict"], in: site.path).status == 0)
  }

  @Test func onlyTheTextIsTouched() throws {
    let head = replyHead("标题: 甲,乙\n抄送: 丙,丁")
    let ledger = rows(["标题": "\"甲,乙(试行)\""])
    let site = try LittleSite(head + ledger)
    let before = (try text(site), try text(site, ledgerFile))
    let report = site.check(isMending: true)
    #expect(report.mended?.isEmpty == true)
    #expect((try text(site), try text(site, ledgerFile)) == before)
  }

  @Test func theFileStaysWhatItIs() throws {
    let site = try LittleSite()
    let path = site.path + "/" + replyFile
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    try site.write(Data(mark + Self.wrong.replacing("\n", with: "\r\n").utf8), to: "content/原件/0216.md")
    try site.remove(replyFile)
    try site.link(replyFile, to: "../原件/0216.md")
    chmod(path, 0o640)
    let report = site.check(isMending: true)
    #expect(report.mended?.count == 1)
    #expect(try Data(contentsOf: URL(filePath: path)) == Data(mark + Self.right.replacing("\n", with: "\r\n").utf8))
    var status = stat()
    #expect(stat(path, &status) == 0 && status.st_mode & 0o7777 == 0o640)
    #expect(lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(try FileManager.default.contentsOfDirectory(atPath: site.path + "/content/原件") == ["0216.md"])
  }

  @Test func whatIsVouchedForStays() throws {
    let site = try LittleSite(
      replyWith("主送: 赵甲代表", "已核: [{规则: 半角标点, 内容: \"各县,各乡\", 理由: 照录}]")
        .mapValues { $0.map { $0 + "\n各县,各乡。\n" } })
    let report = site.check(isMending: true)
    #expect(report.mended?.isEmpty == true)
    #expect(report.diagnostics.list == [])
  }

  /// `patch` understands what is shown.
  @Test func diffOfSeveralPlaces() {
    let old = (1...30).map { "第\($0)行" + ([2, 3, 12, 30].contains($0) ? ",改" : "") }.joined(separator: "\n")
    let new = old.replacing(",", with: "，")
    let diff = UnifiedDiff.text(of: "a.md", before: Array(old.utf8), after: Array(new.utf8))
    #expect(
      diff == """
        --- a.md
        +++ a.md
        @@ -1,6 +1,6 @@
         第1行
        -第2行,改
        -第3行,改
        +第2行，改
        +第3行，改
         第4行
         第5行
         第6行
        @@ -9,7 +9,7 @@
         第9行
         第10行
         第11行
        -第12行,改
        +第12行，改
         第13行
         第14行
         第15行
        @@ -27,4 +27,4 @@
         第27行
         第28行
         第29行
        -第30行,改
        \\ No newline at end of file
        +第30行，改
        \\ No newline at end of file

        """)
  }
}
