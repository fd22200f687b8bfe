import Diagnostics
import Disclosure
import Foundation
import Testing

@testable import Loader
@testable import Scaffold
@testable import Site

@Suite struct NewTests {
  /// A folder of its own for a new site.
  private func emptySite() throws -> LittleSite {
    let site = try LittleSite(bringsTemplates: true)
    try site.remove("content")
    return site
  }

  private func made(_ site: LittleSite, asOf: String? = nil) -> Site {
    Site(site.path, options: Options(asOf: asOf.flatMap(CalendarDate.init(text:)), workers: 1))
  }

  // MARK: - Sites

  @Test func newSiteBuildsWithoutWarnings() throws {
    let site = try emptySite()
    let report = made(site).makeSite()
    #expect(report.exitStatus == 0 && report.diagnostics.list.isEmpty)
    let header = try site.text("content/records/2025.csv").prefix { !$0.isNewline }.trimmingPrefix("\u{FEFF}")
    #expect(header == LedgerField.allCases.map(\.name).joined(separator: ","))
    #expect(report.created?.contains("content/site.yaml") == true)
    let build = site.build(strict: true)
    #expect(build.diagnostics.sorted.map(\.message) == [])
    #expect(build.read == 1 && build.published == 1)
    #expect(HTML.text(try site.page("jianyi/xian-18-4/0001.html")).contains("这是示例"))
    try site.expectSoundLinks()
  }

  /// Also where the folder is not there yet, nor the one above it; and as people run it.
  @Test func newSiteFromTheCommandLine() throws {
    let site = try emptySite()
    let new = try Command(["new", "site", "甲/jyta"], in: site.path)
    #expect(new.status == 0 && new.error.isEmpty)
    #expect(new.output == "写好了一个站点：甲/jyta\n请填写 甲/jyta/content/site.yaml，再运行 fuwen check --site 甲/jyta\n")
    let build = try Command(["build", "--strict", "--site", "甲/jyta"], in: site.path)
    #expect(build.status == 0 && build.error.isEmpty)
    let again = try Command(["new", "site", "甲/jyta"], in: site.path)
    #expect(again.status == 2 && again.output == "什么也没有写\n")
  }

  /// The program carries every file of `templates/`, as it is; a new one is to be added to Sources/CTemplates.
  @Test func carriesAllTemplates() throws {
    let folder = LittleSite.repository.path(percentEncoded: false)
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder + "/templates")
      .map { "templates/" + $0 }.filter { path in
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder)
          && !isFolder.boolValue
      }
    #expect(files.count > 40)
    #expect(NewSite.templates.map(\.path) == files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    for file in NewSite.templates {
      #expect(try Data(contentsOf: URL(filePath: folder + "/" + file.path)) == Data(file.text), "\(file.path)")
    }
  }

  @Test func explainsEveryKey() throws {
    let site = try LittleSite([replyFile: nil])
    #expect(made(site).makeReply(to: "0216", in: FigureQuery()).created == [replyFile])
    #expect(made(site).makeReport().created == ["content/reports/2024-gongzuo-zongjie.md"])
    #expect(made(site).makeBulletin().created == ["content/bulletins/2024-01.md"])
    let documents =
      try site.text("content/reports/2024-gongzuo-zongjie.md") + site.text("content/bulletins/2024-01.md")
    for (keys, text) in [
      (SettingsReader.keys, NewSite.settings), (ReplyFile.keys, try site.text(replyFile)),
      (DocumentFile.keys, documents),
    ] {
      #expect(keys.count > 20)
      let lines = text.split(separator: "\n")
      for key in keys {
        #expect(lines.contains { $0.trimmingPrefix("#").hasPrefix("\(key):") }, "\(key)")
        #expect(lines.contains { $0.hasPrefix("# ") && $0.contains(key) }, "\(key)")
      }
    }
  }

  /// Each setting that is not switched on may be.
  @Test func settingsCanBeSwitchedOn() throws {
    let site = try emptySite()
    #expect(made(site).makeSite().exitStatus == 0)
    // Its own data stand for those of the body that is named.
    _ = site.build(asOf: "2025-12-31")
    let settings = switchedOn(NewSite.settings).replacing("../jyj/public/data", with: "public/data")
    try site.write(settings, to: settingsFile)
    let build = site.build(strict: true)
    #expect(build.diagnostics.sorted.map(\.message) == [])
  }

  private func switchedOn(_ text: String) -> String { text.replacing(#/\n#(?=[^ \n])/#, with: "\n") }

  // MARK: - Replies

  @Test func beginsReplies() throws {
    let site = try LittleSite([replyFile: nil])
    #expect(made(site).makeReply(to: "第0216号", in: FigureQuery()).created == [replyFile])
    let text = try site.text(replyFile)
    for line in [
      "编号: \"0216\"", "#届次: 省十四届人大二次会议", "主送: 赵甲代表", "署名: 示例省教育厅", "成文日期: 2024-05-20",
      "# 您提出的《关于加装电梯的建议》收悉。现答复如下：",
    ] { #expect(text.contains("\n\(line)\n"), "\(line)") }
    // Nothing is published before there is a text.
    #expect((site.check()).diagnostics.list.map(\.rule) == ["text/empty"])
    try site.write(text + "您的建议收悉。\n", to: replyFile)
    #expect((site.check(strict: true)).diagnostics.list.isEmpty)
  }

  @Test func repliesTellTheRowWhereTheNumberDoesNot() throws {
    let site = try LittleSite(
      [replyFile: nil]
        + rows(
          ["承办方式": "分办", "提出人": "赵甲、民盟示例省委员会"], ["承办方式": "分办", "提出人": "赵甲、民盟示例省委员会", "承办单位": "示例省水利厅"],
          ["届次": "省十四届人大三次会议", "年份": "2025", "承办方式": "会办", "公开方式": "", "提出人": ""]))
    let unclear = made(site).makeReply(to: "0216", in: FigureQuery())
    #expect(unclear.diagnostics.list.map(\.rule) == ["usage/several-rows"])
    let path = "content/replies/jianyi/sheng-14-2/0216-slt.md"
    #expect(made(site).makeReply(to: "0216", in: FigureQuery(unit: "示例省水利厅")).created == [path])
    let text = try site.text(path)
    for line in ["届次: 省十四届人大二次会议", "类型: 建议", "承办单位: 示例省水利厅", "主送: 赵甲代表、民盟示例省委员会"] {
      #expect(text.contains("\n\(line)\n"), "\(line)")
    }
    try site.write(text + "您的建议收悉。\n", to: path)
    // One row is left.
    let other = "content/replies/jianyi/sheng-14-2/0216-jyt.md"
    #expect(made(site).makeReply(to: "0216", in: FigureQuery()).created == [other])
    try site.write(site.text(other) + "您的建议收悉。\n", to: other)
    #expect((site.check(strict: true)).diagnostics.sorted.map(\.message) == [])
  }

  @Test func repliesLieWhereTheLedgerSays() throws {
    let site = try LittleSite([replyFile: nil] + rows(["复文": "2024/甲"]))
    #expect(made(site).makeReply(to: "0216", in: FigureQuery()).created == ["content/replies/2024/甲.md"])
  }

  /// What stands in the ledger is data: it neither ends the front matter nor adds to it.
  @Test func repliesQuoteTheLedger() throws {
    let row = LittleSite.row.replacing("关于加装电梯的建议", with: "\"甲\n---\n公开方式: 主动公开\"")
      .replacing("赵甲", with: "\"\"\"民盟示例省委员会\"\"\"")
    let site = try LittleSite([replyFile: nil, ledgerFile: LittleSite.header + "\n" + row + "\n"])
    #expect(made(site).makeReply(to: "0216", in: FigureQuery()).exitStatus == 0)
    let text = try site.text(replyFile)
    #expect(text.split(separator: "\n").filter { $0 == "---" }.count == 2)
    #expect(!text.contains("\n公开方式"))
    try site.write(text + "收悉。\n", to: replyFile)
    #expect(text.contains("\n主送: \"\\\"民盟示例省委员会\\\"\"\n"))
    #expect((site.check()).diagnostics.sorted.map(\.message) == [])
  }

  // MARK: - Reports and bulletins

  @Test func beginsReports() throws {
    let site = try LittleSite()
    let path = "content/reports/2024-gongzuo-zongjie.md"
    #expect(made(site).makeReport().created == [path])
    try expectWithheldThenPublished(path, as: "zongjie/2024-gongzuo-zongjie.html", on: site)
    #expect(HTML.text(try site.page("zongjie/2024-gongzuo-zongjie.html")).contains("提案1件"))
  }

  @Test func beginsBulletins() throws {
    let site = try LittleSite()
    for issue in 1...2 {
      let path = "content/bulletins/2024-0\(issue).md"
      #expect(made(site).makeBulletin().created == [path])
      #expect(try site.text(path).contains("\n期号: \(issue)\n总期号: \(issue)\n"))
      try expectWithheldThenPublished(path, as: "dongtai/2024-0\(issue).html", on: site)
    }
    #expect(made(site, asOf: "2025-01-15").makeBulletin().created == ["content/bulletins/2025-01.md"])
    #expect(try site.text("content/bulletins/2025-01.md").contains("\n期号: 1\n总期号: 3\n"))
  }

  /// Not even a page that links to it before somebody says so.
  private func expectWithheldThenPublished(_ path: String, as address: String, on site: LittleSite) throws {
    #expect((site.build(strict: true)).diagnostics.sorted.map(\.message) == [])
    #expect(!site.exists("public/" + address))
    let text = try site.text(path).replacing(#/#(?=公开方式: |公开日期: )/#, with: "")
    try site.write(text, to: path)
    #expect((site.build(strict: true)).diagnostics.sorted.map(\.message) == [])
    #expect(site.exists("public/" + address))
  }

  /// A ledger without rows, and none.
  @Test func beginsReportsWithoutRecords() throws {
    let site = try LittleSite([ledgerFile: nil, replyFile: nil])
    #expect(made(site).makeReport().created == ["content/reports/2024-gongzuo-zongjie.md"])
    #expect(made(site).makeReply(to: "1", in: FigureQuery()).diagnostics.list.map(\.rule) == ["usage/no-row"])
  }
}
