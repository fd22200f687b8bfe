import Foundation
import Testing

@testable import Site

/// The pages that show several bodies side by side.
@Suite struct BodiesTests {
  private static let view = [
    "content/records/2024.csv": nil, "content/replies/0216.md": nil,
    settingsFile: LittleSite.settings + """
      汇总:
        - {名称: 甲局, 数据: ../a/public/data}
        - {名称: 乙局, 数据: ../b/public/data}

      """,
  ]

  private static func body(_ name: String, _ changes: [String: String?]) -> [String: String?] {
    let settings = changes[settingsFile] ?? LittleSite.settings
    return changes + [settingsFile: (settings ?? "").replacing("/zwgk/jyta/", with: "/\(name)/")]
  }

  /// a: one row, on time. b: two rows, one of them late, the other not answered.
  private static let bodies = [
    "a": body("a", rows(["办理时限": "2024-06-01"])),
    "b": body(
      "b",
      rows(
        ["办理时限": "2024-05-01", "答复类别": "B"],
        ["编号": "0217", "办理时限": "2024-05-01", "答复日期": "", "答复类别": "", "公开方式": "", "公开日期": ""])),
  ]

  private func built(_ sites: [String: [String: String?]]) throws -> (SiteGroup, Command) {
    let group = try SiteGroup(sites)
    return (group, try Command(["build", "--all", "."], in: group.path))
  }

  /// The cells of the row of a table that begins with a text.
  private func row(_ name: String, of table: String, in page: String) throws -> [String] {
    let start = try #require(page.range(of: "id=\"\(table)\""))
    let rest = page[start.upperBound...]
    let end = try #require(rest.range(of: "</table>"))
    for line in rest[..<end.lowerBound].split(separator: "\n")
    where line.contains("scope=\"row\"") && line.contains(name) {
      return line.matches(of: #/<t[hd][^>]*>(.*?)</t[hd]>/#).map { String($0.1).replacing(#/<[^>]*>/#, with: "") }
    }
    return []
  }

  @Test func figuresStandSideBySideAndPartsAreAdded() throws {
    let (group, command) = try built(Self.bodies.merging(["huizong": Self.view]) { $1 })
    #expect(command.status == 0, "\(command.error)")
    for address in ["huizong/index.html", "huizong/2024/index.html", "huizong/2024/jianyi.html"] {
      let page = try group.text("huizong/public/" + address)
      #expect(
        try row("甲局", of: "figuretable", in: page)
          == ["甲局", "1", "100.0% 1 / 1", "100.0% 1 / 1", "100.0% 1 / 1", "—", "100.0% 1 / 1", "90"])
      #expect(
        try row("乙局", of: "figuretable", in: page)
          == ["乙局", "2", "50.0% 1 / 2", "0.0% 0 / 2", "0.0% 0 / 1", "—", "100.0% 1 / 1", "90"])
      // Not 50.0% and 25.0%, the means of the percentages.
      #expect(
        try row("合计", of: "figuretable", in: page)
          == ["合计", "3", "66.7% 2 / 3", "33.3% 1 / 3", "50.0% 1 / 2", "—", "100.0% 2 / 2", "—"])
      #expect(page.contains("2 个单位承办"))
    }
    let page = try group.text("huizong/public/huizong/2024/jianyi.html")
    #expect(page.contains("href=\"https://www.example.gov.cn/a/tongji/2024/jianyi.html\""))
    #expect(page.contains("统计截至2024年12月31日"))
    #expect(try row("合计", of: "resulttable1", in: page) == ["合计", "1 50.0%", "1 50.0%", "0 0.0%", "0 0.0%", "2"])
    #expect(try group.text("huizong/public/index.html").contains("huizong/2024/index.html"))
  }

  @Test func theViewIsBuiltLastAndAgainWhereDataChange() throws {
    // By name it would come first.
    let view = Self.view.mapValues { $0?.replacing("../a/", with: "../b1/").replacing("../b/", with: "../b2/") }
    let (group, command) = try built(["a": view, "b1": Self.bodies["a"] ?? [:], "b2": Self.bodies["b"] ?? [:]])
    #expect(command.status == 0 && command.error == "", "\(command.error)")
    #expect(command.output.contains(#/b2：[^\n]*\na：/#))
    try group.replace("2024-06-01", with: "2024-04-01", in: "b1/content/records/2024.csv")
    #expect(try Command(["build", "--all", ".", "--quiet"], in: group.path).status == 0)
    #expect(try row("合计", of: "figuretable", in: group.text("a/public/huizong/index.html"))[3] == "0.0% 0 / 3")
    #expect(try Command(["build", "--all", ".", "--verify", "--quiet"], in: group.path).status == 0)
  }

  @Test func solvedSharesOfDifferentSchemesAreNotAdded() throws {
    var sites = Self.bodies
    let scheme = "答复类别: [{方案: 两类, 类别: [{代码: A, 名称: 解决, 解决: 是}, {代码: B, 名称: 未解决}]}]\n"
    sites["b"]?[settingsFile] = (Self.bodies["b"]?[settingsFile] ?? "")?.appending(scheme)
    let (group, command) = try built(sites.merging(["huizong": Self.view]) { $1 })
    #expect(command.status == 0, "\(command.error)")
    let page = try group.text("huizong/public/huizong/index.html")
    #expect(try row("乙局", of: "figuretable", in: page)[4] == "0.0% 0 / 1")
    #expect(try row("合计", of: "figuretable", in: page)[4] == "—")
    #expect(page.contains("各单位各类答复的件数和占比（全国四类）") && page.contains("各单位各类答复的件数和占比（两类）"))
  }

  @Test func daysThatDifferAreSaid() throws {
    var sites = Self.bodies
    sites["b"]?[settingsFile] = (Self.bodies["b"]?[settingsFile] ?? "")?.replacing("2024-12-31", with: "2024-11-30")
    let (group, _) = try built(sites.merging(["huizong": Self.view]) { $1 })
    let page = try group.text("huizong/public/huizong/index.html")
    #expect(page.contains("各单位从2024年11月30日到2024年12月31日不等"))
    #expect(page.contains("<small>截至 2024-11-30</small>"))
  }

  @Test func bodiesWithoutSoundDataAreNamed() throws {
    let (group, _) = try built(Self.bodies)
    let names = ["没有", "截断", "越界", "自相矛盾", "别的版本", "坏网址", "不是一次"]
    for name in names.dropFirst() {
      try FileManager.default.copyItem(atPath: group.path + "/b/public/data", toPath: group.path + "/" + name)
      try group.replace("/b/", with: "/\(names.firstIndex(of: name) ?? 0)/", in: name + "/datapackage.json")
    }
    try group.write("[{\"scope\": ", to: "截断/statistics.json")
    try group.replace("\"total\": 2", with: "\"total\": -2", in: "越界/statistics.json")
    try group.replace("\"percent\": 50.0", with: "\"percent\": 51.0", in: "自相矛盾/statistics.json")
    try group.replace("占应答复件", with: "占全部", in: "别的版本/datapackage.json")
    try group.replace("https://www.example", with: "javascript:www.example", in: "坏网址/datapackage.json")
    try group.replace("2024-12-31T", with: "2024-12-30T", in: "不是一次/datapackage.json")
    let list = names.map { "  - {名称: \($0)局, 数据: ../\($0)}\n" }.joined()
    let settings = (Self.view[settingsFile] ?? nil).map { $0 + list }
    try group.add("huizong", Self.view + [settingsFile: settings])
    let command = try Command(["build"], in: group.path + "/huizong")
    #expect(command.status == 0, "\(command.error)")
    let page = try group.text("huizong/public/huizong/index.html")
    let csv = try group.text("huizong/public/data/bodies.csv")
    for name in names {
      let reason = name == "没有" ? "没有取到数据" : name == "别的版本" ? "统计口径不同" : "数据有损坏"
      #expect(page.contains("<li>\(name)局：\(reason)</li>"))
      #expect(csv.contains("\r\n\(name)局,\(reason),,,"))
      #expect(command.error.contains("“\(name)局”"))
    }
    #expect(!page.contains("javascript:"))
    #expect(try row("合计", of: "figuretable", in: page)[1] == "3")
    #expect(try Command(["build", "--strict", "--quiet"], in: group.path + "/huizong").status == 1)
  }

  @Test func textsFromElsewhereAreEscaped() throws {
    let (group, _) = try built(Self.bodies)
    for name in ["a", "b"] {
      try group.replace("全国四类", with: "<script>alert(1)<\\/script>", in: name + "/public/data/statistics.json")
      try group.replace("办理结果公开", with: "=<b>专栏", in: name + "/public/data/datapackage.json")
    }
    try group.add("huizong", Self.view)
    #expect(try Command(["build", "--quiet"], in: group.path + "/huizong").status == 0)
    let page = try group.text("huizong/public/huizong/index.html")
    #expect(page.contains("&lt;script&gt;") && !page.contains("<script>"))
    #expect(try group.text("huizong/public/data/bodies.csv").contains("'=<b>专栏"))
  }

  @Test func dataHoldTheSameFigures() throws {
    let (group, _) = try built(Self.bodies.merging(["huizong": Self.view]) { $1 })
    let json = try group.text("huizong/public/data/bodies.json")
    let rows = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    #expect(rows.count == 8)
    let row = try #require(rows.first { $0["单位"] as? String == "乙局" && $0["年份"] as? Int == 2024 })
    #expect(row["总数"] as? Int == 2 && row["件数"] as? Int == 2)
    #expect(row["按时率分子"] as? Int == 0 && row["按时率分母"] as? Int == 2 && row["按时率"] as? Double == 0)
    #expect(row["满意率"] is NSNull)
    let csv = try group.text("huizong/public/data/bodies.csv")
    #expect(csv.split(separator: "\r\n").count == 9)
    #expect(csv.hasPrefix("\u{FEFF}单位,状态,专栏,网址,截至日期,年份,类型,件数,"))
    #expect(try group.text("huizong/public/data/datapackage.json").contains("bodies.csv"))
    #expect(try group.text("huizong/public/shuju.html").contains(#"data/bodies.csv", "encodingFormat": "text/csv""#))
  }

  /// What a body withholds is not in its data, and so not in the view.
  @Test func theViewKnowsOnlyWhatWasPublished() throws {
    var sites = Self.bodies
    sites["b"] = Self.body("b", rows([:], ["编号": "0217", "标题": "关于不公开之事的建议", "公开方式": "不予公开"]))
    let (group, command) = try built(sites.merging(["huizong": Self.view]) { $1 })
    #expect(command.status == 0, "\(command.error)")
    for (name, data) in try group.files(in: "huizong/public") {
      #expect(!String(decoding: data, as: UTF8.self).contains("不公开之事"), "\(name)")
    }
  }
}
