import Foundation
import Integrity
import Testing

/// `fuwen verify` finds whatever was done to a published column, and says where.
@Suite struct VerifyTests {
  private static let page = "public/jianyi/sheng-14-2/0216.html"
  private static let data = "public/jianyi/sheng-14-2/0216.json"
  private static let list = "public/manifest.sha256"
  private static let attachment = "public/files/表 1\\2.csv"

  /// A column of two letters, one of them corrected since it was published, with an attachment of an awkward name.
  private func site() throws -> LittleSite {
    let site = try LittleSite(
      replyHead("附件: '表 1\\2.csv'") + ["content/files/表 1\\2.csv": "甲,乙\n", "content/replies/again.md": Self.again])
    _ = site.build()
    try site.change(replyHead("附件: '表 1\\2.csv'\n更正: [{日期: 2024-07-02, 说明: 改正错字}]"))
    try #require(site.build().diagnostics.list.isEmpty)
    #expect(site.verify().exitStatus == 0)
    return site
  }

  private static let again = "---\n编号: \"0216\"\n答复序次: 再次\n成文日期: 2024-06-20\n公开日期: 2024-06-28\n---\n再次答复如下。\n"

  /// What is done, and the rules and files that are named, in the order in which they are shown.
  struct Damage: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let found: [String]
    let run: @Sendable (LittleSite) throws -> Void

    init(_ name: String, _ found: String..., run: @escaping @Sendable (LittleSite) throws -> Void) {
      (testDescription, self.found, self.run) = (name, found, run)
    }
  }

  static let damages: [Damage] = [
    Damage("one byte changed", "verify/changed \(page)") { try $0.edit(page) { $0[100] ^= 1 } },
    Damage("one byte added", "verify/changed \(page)") { try $0.edit(page) { $0.append(0x0A) } },
    Damage("file emptied", "verify/changed \(page)") { try $0.edit(page) { $0 = Data() } },
    Damage("attachment exchanged", "verify/changed \(attachment)") { try $0.edit(attachment) { $0[0] ^= 1 } },
    Damage("stylesheet changed", "verify/changed public/assets/style.css") {
      try $0.edit("public/assets/style.css") { $0.append(0x20) }
    },
    Damage("file removed", "verify/missing \(page)") { try $0.remove(page) },
    Damage("data file removed", "verify/missing \(data)") { try $0.remove(data) },
    Damage("folder in the place of a file", "verify/missing \(page)", "verify/foreign \(page)/") {
      try $0.remove(page)
      try $0.write("x", to: page + "/x")
    },
    Damage("file added", "verify/foreign public/jianyi/hacked.html") {
      try $0.write("x", to: "public/jianyi/hacked.html")
    },
    Damage("folder added", "verify/foreign public/bet/") { try $0.write("x", to: "public/bet/index.html") },
    Damage("two files exchanged", "verify/changed public/404.html", "verify/changed public/robots.txt") { site in
      let pages = try ["404.html", "robots.txt"].map(site.page)
      try site.write(pages[1], to: "public/404.html")
      try site.write(pages[0], to: "public/robots.txt")
    },
    Damage("list removed", "verify/no-manifest \(list)") { try $0.remove(list) },
    Damage("list emptied", "verify/manifest \(list)") { try $0.write("", to: list) },
    Damage("digest in the list changed", "verify/manifest \(list)") { site in
      try site.edit(list) { $0[$0.count - 20] ^= 1 }
    },
    Damage("line of the list removed", "verify/manifest \(list)") { site in
      try site.write(
        try site.page("manifest.sha256").split(separator: "\n").dropLast().joined(separator: "\n") + "\n", to: list)
    },
    Damage("as-of date in the list changed", "verify/letter \(data)", "verify/letter \(data)", "verify/history \(list)")
    {
      try $0.replace("2024-12-31", with: "2024-01-01", in: list)
    },
    Damage("history of another length in the list", "verify/history \(list)") {
      try $0.replace("3 行", with: "2 行", in: list)
    },
    Damage("letter and list forged", "verify/letter \(data)") { site in
      try site.replace("制定了办法", with: "没有办法", in: data)
      try site.forgeList()
    },
    Damage("history removed", "verify/letter \(data)", "verify/letter \(data)", "verify/history \(list)") {
      try $0.remove(History.file)
    },
    Damage("history begun anew", "verify/letter \(data)", "verify/letter \(data)", "verify/history \(list)") {
      try $0.write(String(decoding: History().text, as: UTF8.self), to: History.file)
    },
    Damage("last entry removed", "verify/history \(list)") {
      try $0.editHistory { $0.removeLast() }
    },
    Damage("entry removed", "history/chain \(History.file)") { try $0.editHistory { $0.remove(at: 1) } },
    Damage("entry changed", "history/chain \(History.file)") { site in
      try site.editHistory { $0[1] = $0[1].replacing("2024-12-31", with: "2024-05-28") }
    },
    Damage("last entry changed", "verify/history \(list)") { site in
      try site.editHistory { $0[3] = $0[3].replacing("2024-12-31", with: "2024-05-28") }
    },
    Damage("entries exchanged", "history/chain \(History.file)") { try $0.editHistory { $0.swapAt(2, 3) } },
    Damage("entry repeated", "history/chain \(History.file)") { site in try site.editHistory { $0.append($0[3]) } },
    Damage("half of an entry", "history/line \(History.file)") { site in
      try site.edit(History.file) { $0.removeLast(10) }
    },
    Damage("published column older than the history", "verify/letter \(data)", "verify/history \(list)") { site in
      let history = try History(reading: Array(try Data(contentsOf: site.folder.appending(path: History.file))))
      let letter = "jianyi/sheng-14-2/0216.html#jyt-首次"
      let entry = History.Entry(day: "2024-12-31", letter: letter, event: .changed, digest: Digest(of: []))
      try site.write(String(decoding: history.adding([entry]).text, as: UTF8.self), to: History.file)
    },
  ]

  @Test(arguments: damages) func everyDamageIsFound(_ damage: Damage) throws {
    let site = try site()
    try damage.run(site)
    let report = site.verify()
    let found = report.diagnostics.sorted.map { "\($0.rule) \($0.place.file.replacing(site.path + "/", with: ""))" }
    #expect(found == damage.found)
    #expect(report.exitStatus == 1)
    for diagnostic in report.diagnostics.list { #expect(diagnostic.hint?.isEmpty == false) }
  }

  @Test func hiddenFilesOfTheServerAreNoDamage() throws {
    let site = try site()
    try site.write("x", to: "public/.htaccess")
    #expect(site.verify().exitStatus == 0)
  }

  /// On a web server, where the column is and nothing else.
  @Test func withoutASite() throws {
    let site = try site()
    let elsewhere = try LittleSite([settingsFile: nil])
    try FileManager.default.moveItem(
      at: site.folder.appending(path: "public"), to: elsewhere.folder.appending(path: "public"))
    let command = try Command(["verify"], in: elsewhere.path)
    #expect(command.status == 0 && command.error == "")
    #expect(command.output.contains(#/^核对了 \d+ 个文件，没有站点，公开历史没有核对：与清单一致\n$/#))
    try elsewhere.edit(Self.page) { $0[100] ^= 1 }
    #expect(elsewhere.verify().diagnostics.list.map(\.rule) == ["verify/changed"])
  }

  @Test func command() throws {
    let site = try site()
    let sound = try Command(["verify"], in: site.path)
    #expect(sound.status == 0 && sound.error == "")
    #expect(sound.output.contains(#/^核对了 \d+ 个文件，公开历史 3 条：与清单和历史一致\n$/#))
    try site.edit(Self.page) { $0[100] ^= 1 }
    let broken = try Command(["verify", "--output", site.path + "/public", "--format", "github"], in: site.path)
    #expect(broken.status == 1)
    #expect(
      broken.output.contains("::error ") && broken.output.contains("0216.html") && broken.output.contains("发现 1 处不符"))
    let json = try Command(["verify", "--format", "json"], in: site.path)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect((object["verified"] as? [String: Int])?["history"] == 3 && json.status == 1)
    let nothing = try Command(["verify", "--output", "/没有"], in: site.path)
    #expect(nothing.status == 2 && nothing.error.contains("/没有"))
  }

  /// Anybody can check the column without Fuwen.
  @Test func coreutilsReadTheList() throws {
    let site = try site()
    func check() throws -> Int32 {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["sha256sum", "--check", "--strict", "--quiet", "manifest.sha256"]
      process.currentDirectoryURL = site.folder.appending(path: "public")
      (process.standardOutput, process.standardError) = (Pipe(), Pipe())
      try process.run()
      process.waitUntilExit()
      return process.terminationStatus
    }
    #expect(try check() == 0)
    let listed = try FileList(
      reading: Array(try Data(contentsOf: site.folder.appending(path: Self.list))), named: "a")
    let files = try site.output().keys.filter { !$0.hasPrefix(".") && $0 != FileList.address }
    #expect(Set(listed.entries.map(\.path)) == Set(files))
    try site.edit(Self.attachment) { $0[0] ^= 1 }
    #expect(try check() == 1)
  }
}

extension LittleSite {
  fileprivate func edit(_ path: String, _ body: (inout Data) -> Void) throws {
    var data = try Data(contentsOf: folder.appending(path: path))
    body(&data)
    try write(data, to: path)
  }

  fileprivate func replace(_ old: String, with new: String, in path: String) throws {
    let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
    try #require(text.contains(old))
    try write(text.replacing(old, with: new), to: path)
  }

  /// The header is line 0.
  fileprivate func editHistory(_ body: (inout [String]) -> Void) throws {
    let text = try String(contentsOf: folder.appending(path: History.file), encoding: .utf8)
    var lines = text.split(separator: "\n").map(String.init)
    body(&lines)
    try write(lines.joined(separator: "\n") + "\n", to: History.file)
  }

  /// Makes the list fit the files, as somebody would who knows how it is made.
  fileprivate func forgeList() throws {
    let file = folder.appending(path: "public/" + FileList.address)
    let list = try FileList(reading: Array(try Data(contentsOf: file)), named: "a")
    let entries = try list.entries.map { entry in
      FileList.Entry(
        path: entry.path,
        digest: Digest(of: Array(try Data(contentsOf: folder.appending(path: "public/" + entry.path)))))
    }
    let forged = FileList(day: list.day, history: list.history, entries: entries)
    try write(Data(forged.text), to: "public/" + FileList.address)
  }
}
