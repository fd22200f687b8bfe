import Foundation
import Testing

/// `fuwen build --all`: several sites in one run.
@Suite struct SitesTests {
  private static let wrong = rows(["答复日期": "2024-15-99"])

  @Test func buildsEachSiteByItself() throws {
    let group = try SiteGroup(["b": [:], "a/deep": replyWith("办法", "细则")])
    let command = try Command(["build", "--all", group.path])
    #expect(command.status == 0, "\(command.error)")
    #expect(command.error == "")
    let lines = command.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("\(group.path)/a/deep：公开 1 件，未公开 0 件；页面：新增 "))
    #expect(lines[1].hasPrefix("\(group.path)/b：公开 1 件"))
    #expect(lines[2].hasPrefix("共 2 个站点：生成 2 个；读入 2 件，公开 2 件，未公开 0 件；错误 0 个，警告 0 个；用时 "))

    let alone = try LittleSite()
    #expect(try Command(["build", "--site", alone.path]).status == 0)
    #expect(try group.files(in: "b/public") == alone.output())
    #expect(try group.text("a/deep/public/jianyi/sheng-14-2/0216.html").contains("细则"))
    #expect(try group.text("a/deep/content/history.tsv").contains("0216"))
  }

  /// Templates are compiled once for all sites that have the same, which texts that only look alike are not.
  @Test func eachSiteHasItsOwnTemplates() throws {
    let page = try String(
      contentsOf: LittleSite.repository.appending(path: "templates/404.html"), encoding: .utf8)
    let words = ["caf\u{E9}", "cafe\u{301}", "caf\u{E9}"]
    let names = ["a", "b", "c"]
    let group = try SiteGroup(
      Dictionary(
        uniqueKeysWithValues: zip(names, words).map { name, word in
          (name, ["templates/404.html": page.replacing("没有找到这个页面", with: word)])
        }))
    #expect(try Command(["build", "--all", ".", "--quiet"], in: group.path).status == 0)
    for (name, word) in zip(names, words) {
      let bytes = Array(try group.text("\(name)/public/404.html").utf8)
      #expect(!bytes.ranges(of: Array(word.utf8)).isEmpty, "\(name)")
    }
    #expect(try group.files(in: "a/public") == group.files(in: "c/public"))
  }

  @Test func namesFoldersAsTheUserDoes() throws {
    let group = try SiteGroup(["甲": Self.wrong, "乙": [:]])
    for folder in [".", "./", "甲"] {
      let command = try Command(["build", "--all", folder, "--quiet"], in: group.path)
      #expect(command.error.hasPrefix("错误 甲/content/records/2024.csv 第 2 行“答复日期”"))
      #expect(command.status == 1)
    }
  }

  @Test func oneSiteWithErrorsStopsNoOther() throws {
    let group = try SiteGroup(["a": [:], "b": [:], "c": [:]])
    #expect(try Command(["build", "--all", ".", "--quiet"], in: group.path).status == 0)
    let before = try group.files(in: "b/public")
    for site in ["a", "b", "c"] { try group.replace("办法", with: "细则", in: "\(site)/content/replies/0216.md") }
    try group.replace("2024-05-20", with: "2024-15-99", in: "b/content/records/2024.csv")
    let command = try Command(["build", "--all", "."], in: group.path)
    #expect(command.status == 1)
    #expect(command.error.contains("错误 b/content/records/2024.csv"))
    #expect(command.output.contains("\nb：没有生成，什么也没写，错误 1 个\n"))
    #expect(command.output.contains("共 3 个站点：生成 2 个，有错误没有生成的 1 个；"))
    #expect(try group.files(in: "b/public") == before)
    for site in ["a", "c"] {
      #expect(try group.text("\(site)/public/jianyi/sheng-14-2/0216.html").contains("细则"))
    }
  }

  @Test func theHighestStatusIsThatOfTheRun() throws {
    let group = try SiteGroup(["a": Self.wrong, "b": [:]])
    // A file where the output is to be is what the system refuses.
    try group.write("", to: "b/public")
    let command = try Command(["build", "--all", ".", "--format", "json"], in: group.path)
    #expect(command.status == 3)
    let run = try #require(try JSONSerialization.jsonObject(with: Data(command.output.utf8)) as? [String: Any])
    let sites = try #require(run["sites"] as? [[String: Any]])
    #expect(sites.map { $0["status"] as? Int } == [1, 3])
  }

  @Test func jsonIsOneObject() throws {
    let group = try SiteGroup(["a": [:], "b": Self.wrong])
    let command = try Command(["build", "--all", ".", "--format", "json"], in: group.path)
    #expect(command.status == 1)
    let run = try #require(try JSONSerialization.jsonObject(with: Data(command.output.utf8)) as? [String: Any])
    #expect(Set(run.keys) == ["diagnostics", "sites", "summary"])
    let sites = try #require(run["sites"] as? [[String: Any]])
    #expect(sites.map { $0["site"] as? String } == ["a", "b"])
    #expect(sites.map { $0["pages"] != nil } == [true, false])
    let diagnostics = try #require(sites[1]["diagnostics"] as? [[String: Any]])
    #expect(diagnostics.map { $0["file"] as? String } == ["b/content/records/2024.csv"])
    let summary = try #require(run["summary"] as? [String: Int])
    #expect(
      summary == [
        "sites": 2, "built": 1, "failed": 1, "read": 2, "published": 1, "withheld": 0, "rejected": 1, "errors": 1,
        "warnings": 0,
      ])
  }

  @Test(arguments: ["sarif", "junit", "github"]) func otherFormats(_ format: String) throws {
    let group = try SiteGroup(["a": Self.wrong, "b": Self.wrong])
    let command = try Command(["build", "--all", ".", "--format", format], in: group.path)
    #expect(command.status == 1 && command.error == "")
    #expect(
      command.output.contains("a/content/records/2024.csv") && command.output.contains("b/content/records/2024.csv"))
  }

  @Test func dryRunAndVerifyWriteNothing() throws {
    let group = try SiteGroup(["a": [:], "b": [:]])
    let dry = try Command(["build", "--all", ".", "--dry-run"], in: group.path)
    #expect(dry.status == 0)
    #expect(dry.output.contains("＋ a/public/index.html\n") && dry.output.contains("b：公开 1 件，未公开 0 件；如果生成：新增 "))
    #expect(!group.exists("a/public") && !group.exists("b/public"))
    #expect(try Command(["build", "--all", ".", "--verify", "--quiet"], in: group.path).status == 1)
    #expect(try Command(["build", "--all", ".", "--quiet", "--jobs", "1"], in: group.path).status == 0)
    #expect(try Command(["build", "--all", ".", "--verify", "--quiet"], in: group.path).status == 0)
    try group.replace("办法", with: "细则", in: "b/content/replies/0216.md")
    #expect(try Command(["build", "--all", ".", "--verify", "--quiet"], in: group.path).status == 1)
  }

  @Test func theDayAndStrictnessAreForAllSites() throws {
    let group = try SiteGroup(["a": [:], "b": replyBody("我们在工作中,加强沟通。")])
    let early = try Command(["build", "--all", ".", "--as-of", "2024-05-25"], in: group.path)
    #expect(early.output.contains("a：公开 0 件，未公开 1 件；") && early.output.contains("b：公开 0 件，未公开 1 件；"))
    let strict = try Command(["build", "--all", ".", "--strict", "--quiet"], in: group.path)
    #expect(strict.status == 1)
    #expect(strict.error.contains("错误 b/content/replies/0216.md"))
  }

  @Test func sitesInSitesHiddenOnesAndLinksAreLeftAlone() throws {
    let group = try SiteGroup(["a": [:], ".hidden": [:]])
    try group.add("a/inner")
    let elsewhere = try LittleSite()
    for (name, target) in [("linked", elsewhere.path), ("round", ".")] {
      try FileManager.default.createSymbolicLink(atPath: group.path + "/" + name, withDestinationPath: target)
    }
    let command = try Command(["build", "--all", "."], in: group.path)
    #expect(command.status == 0)
    #expect(command.output.contains("共 1 个站点："))
    #expect(!group.exists("a/inner/public") && !group.exists(".hidden/public") && !elsewhere.exists("public"))
  }

  @Test(arguments: ["empty", "missing", "file"]) func noSite(_ name: String) throws {
    let group = try SiteGroup([:])
    try group.write("", to: "empty/x.txt")
    try group.write("", to: "file")
    let command = try Command(["build", "--all", name], in: group.path)
    #expect(command.status == 2)
    #expect(
      command.error == "错误 \(name)：里面没有站点\n  办法：--all 后面写存放各站点的文件夹；站点是里面有 content/site.yaml 的文件夹\n\n")
  }

  @Test(arguments: [
    (["--output", "x"], "--all 不能和 --output 一起用：每个站点写到自己的 public/"),
    (["--site", "x"], "--all 不能和 --site 一起用：要么一个站点，要么一个文件夹下的全部站点"),
    (["--dry-run", "--approval", "x"], "--approval 不能和 --all 一起用：一个站点一份送审单，用 --site 一个一个写"),
  ])
  func wrongUsage(_ arguments: [String], _ message: String) throws {
    let command = try Command(["build", "--all", "."] + arguments)
    #expect(command.status == 2)
    #expect(command.error.hasPrefix("用法不对：\(message)\n"))
  }
}
