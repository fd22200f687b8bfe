import Foundation
import Testing

/// The same input gives the same bytes, and only what changed is written.
@Suite struct ReproducibilityTests {
  /// Generated sites with several pages of each kind.
  private static let seeds = [3, 14, 27]

  @Test(arguments: seeds) func neitherWorkersNorFolderMatter(_ seed: Int) throws {
    let files = GeneratedSite(seed: seed).files
    let first = try LittleSite(files)
    _ = first.build(workers: 1)
    let output = try first.output()
    #expect(output.count > 10)
    for workers in [1, 2, 8] {
      let other = try LittleSite(files)
      _ = other.build(workers: workers)
      #expect(try other.output() == output)
    }
  }

  @Test(arguments: seeds) func orderOfCreationDoesNotMatter(_ seed: Int) throws {
    let files = GeneratedSite(seed: seed).files
    var outputs: [[String: Data]] = []
    for paths in [files.keys.sorted(), files.keys.sorted().reversed()] {
      let site = try LittleSite([settingsFile: nil, ledgerFile: nil, replyFile: nil])
      for path in paths { try site.change([path: files[path] ?? nil]) }
      _ = site.build()
      outputs.append(try site.output())
    }
    #expect(outputs[0] == outputs[1])
    #expect(outputs[0].count > 10)
  }

  @Test func zoneAndLanguageDoNotMatter() throws {
    let environments = [
      ["TZ": "UTC", "LANG": "C", "LC_ALL": "C"], ["TZ": "Pacific/Kiritimati", "LANG": "zh_CN.UTF-8", "LC_ALL": ""],
      ["TZ": "America/Adak", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"],
    ]
    let outputs = try environments.map { environment in
      let site = try LittleSite(GeneratedSite(seed: 3).files)
      #expect(try Command(["build"], in: site.path, environment: environment).status == 0)
      return try site.output()
    }
    #expect(outputs[1] == outputs[0])
    #expect(outputs[2] == outputs[0])
  }

  @Test func secondBuildWritesNothing() throws {
    let site = try LittleSite(GeneratedSite(seed: 3).files)
    let first = site.build()
    let before = try Snapshot(of: site.path + "/public")
    let second = site.build()
    #expect(try Snapshot(of: site.path + "/public") == before)
    #expect(second.changes?.isEmpty == true)
    #expect(second.changes?.unchanged == first.changes?.added.count)
  }

  @Test func editedReplyChangesItsPageAndItsDataOnly() throws {
    let site = try LittleSite()
    _ = site.build()
    let before = try Snapshot(of: site.path + "/public")
    try site.change(replyWith("办法", "细则"))
    let report = site.build()
    // The index of the search is another one then, and its page leads there.
    let changed = [
      "jianyi/sheng-14-2/0216.html", "jianyi/sheng-14-2/0216.json", "manifest.sha256", "search/index.html",
    ]
    #expect(report.changes?.changed == changed)
    let index = try #require(report.changes.map { $0.added + $0.removed })
    #expect(index.allSatisfy { $0.hasPrefix("search/") })
    let after = try Snapshot(of: site.path + "/public")
    let differing = Set(before.entries.keys).union(after.entries.keys).filter {
      before.entries[$0]?.data != after.entries[$0]?.data || before.entries[$0]?.inode != after.entries[$0]?.inode
    }
    // Of the index all files differ, and all folders.
    let rest = differing.filter { !$0.hasPrefix(".") && $0.firstMatch(of: #/^search($|\/[0-9a-f]{16})/#) == nil }
    #expect(rest == Set(changed))
  }

  @Test func editedTitleChangesThePagesThatShowIt() throws {
    let site = try LittleSite(rows(["主题": "电梯"]))
    _ = site.build()
    let shown = try site.output().filter {
      $0.key == "manifest.sha256" || String(decoding: $0.value, as: UTF8.self).contains("加装电梯")
    }.keys.sorted()
    try site.change(rows(["主题": "电梯", "标题": "关于养老的建议"]))
    let report = site.build()
    #expect(report.changes?.changed.filter { $0 != "search/index.html" } == shown)
    #expect(shown.contains("data/records.csv") && shown.contains("index.html"))
  }

  @Test func withdrawnReplyLeavesNothing() throws {
    let site = try LittleSite()
    _ = site.build()
    try site.change(rows(["公开方式": "依申请公开"]))
    let report = site.build()
    let fresh = try LittleSite(rows(["公开方式": "依申请公开"]))
    _ = fresh.build()
    #expect(report.changes?.removed.contains("jianyi/sheng-14-2/0216.html") == true)
    // But for the count of the history's entries, which go on.
    let listless = try [site, fresh].map { try $0.output().filter { $0.key != "manifest.sha256" } }
    #expect(listless[0] == listless[1])
    #expect(!FileManager.default.fileExists(atPath: site.path + "/public/jianyi"))
  }

  @Test(arguments: [("2024-05-27", false), ("2024-05-28", true)])
  func asOfMovesTheGate(_ day: String, _ isPublished: Bool) throws {
    let site = try LittleSite()
    let report = site.build(asOf: day)
    #expect(report.published == (isPublished ? 1 : 0))
    #expect(site.exists("public/jianyi/sheng-14-2/0216.html") == isPublished)
  }

  @Test(arguments: [
    rows(["答复日期": "2024-02-30"]), ["templates/list.html": "{{ 无 }}"], replyBody("13800138000"), [settingsFile: nil],
  ])
  func errorsLeaveTheOutputUntouched(_ wrong: [String: String?]) throws {
    let site = try LittleSite()
    _ = site.build()
    try site.change(wrong)
    let before = try (Snapshot(of: site.path + "/public"), FileManager.default.subpathsOfDirectory(atPath: site.path))
    #expect(site.build().exitStatus == 1)
    let after = try (Snapshot(of: site.path + "/public"), FileManager.default.subpathsOfDirectory(atPath: site.path))
    #expect(after == before)
  }

  @Test func somebodyElsesFilesStay() throws {
    let site = try LittleSite()
    _ = site.build()
    try site.write("x", to: "public/zhinan/index.html")
    try site.change(rows(["标题": "关于养老的建议"]))
    let report = site.build()
    #expect(report.exitStatus == 0)
    #expect(report.changes?.foreign == ["zhinan/"])
    #expect(try site.page("zhinan/index.html") == "x")
  }
}
