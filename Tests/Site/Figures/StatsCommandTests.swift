import Foundation
import Testing

/// `fuwen stats` as users run it.
@Suite struct StatsCommandTests {
  private static let report = standardReport.replacing(
    "公开方式: 主动公开",
    with: """
      公开方式: 主动公开
      统计范围: {年份: 2024, 类型: 建议}
      统计表:
        办理情况简介: {"0216": 已当面沟通。}
      """)

  @Test func text() throws {
    let site = try LittleSite(["content/records/=甲.csv": ledger([["编号": "0300", "承办方式": "汇办", "重点类别": "=1+1"]])])
    try site.change([settingsFile: LittleSite.settings + "承办方式: {汇办: 会办}\n"])
    let command = try Command(["stats", "--year", "2024", "--kind", "建议", "--unit", "省教育厅"], in: site.path)
    #expect(command.status == 0)
    #expect(command.error == "")
    #expect(command.output.hasPrefix("示例省教育厅2024年代表建议办理工作情况统计表\n截至 2024-12-31\n\n总数"))
    for line in command.output.split(separator: "\n") where line.contains("%") || line.contains("分母") {
      #expect(Self.columns(line) == Self.columns(command.output.split(separator: "\n")[2]), "\(line)")
    }
    #expect(command.output.contains(#/\n  会办（汇办 1） +1\n/#))
    #expect(command.output.contains(#/\n  其中经延期的 +0 +0 +—\n/#))

    let csv = try Command(["stats", "--format", "csv"], in: site.path)
    #expect(csv.output.hasPrefix("\u{FEFF}分组,项目,代码,件数,分母,百分比\r\n总数,承办总数,total,2,,\r\n"))
    #expect(csv.output.contains("\r\n重点与连续多年,'=1+1,key.=1+1,1,,\r\n"))
    #expect(csv.output.contains("\r\n办理进度,已答复,answeredRate,1,1,100.0\r\n"))
  }

  /// The columns in which a line ends, Chinese characters being two wide.
  private static func columns(_ line: Substring) -> Int {
    line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
  }

  @Test func json() throws {
    let site = try LittleSite()
    let command = try Command(["stats", "--format", "json", "--as-of", "2024-05-19"], in: site.path)
    let json = try JSONSerialization.jsonObject(with: Data(command.output.utf8)) as? [String: Any]
    let figures = Figures(json: try #require(json))
    #expect(figures["total"] == 1 && figures["answered"] == 0)
    #expect(figures.open == ["0216"])
    #expect(figures.value("asOf") as? String == "2024-05-19")
    #expect(figures.value("scope.year") is NSNull && figures.value("yearBefore") is NSNull)
  }

  /// The same input, the same bytes: nothing of the clock.
  @Test func workbook() throws {
    let site = try LittleSite(["content/reports/2024.md": Self.report])
    let options = ["stats", "--year", "2024", "--kind", "建议", "--format", "xlsx"]
    let written = try Command(options + ["--output", "统计表.xlsx"], in: site.path)
    #expect((written.status, written.output, written.error) == (0, "写好了：统计表.xlsx\n", ""))
    let first = try Data(contentsOf: site.folder.appending(path: "统计表.xlsx"))
    #expect(first.starts(with: Array("PK".utf8)))
    Thread.sleep(forTimeInterval: 1.1)
    _ = try Command(options + ["--output", "统计表.xlsx", "--quiet"], in: site.path)
    #expect(try Data(contentsOf: site.folder.appending(path: "统计表.xlsx")) == first)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: site.path).sorted() == ["content", "templates", "统计表.xlsx"])
  }

  /// Figures of a ledger whose letters are still being written.
  @Test func lettersDoNotMatter() throws {
    let site = try LittleSite(rows(["复文": "没有.md"]) + [replyFile: nil])
    let command = try Command(["stats", "--format", "json"], in: site.path)
    #expect(command.status == 0 && command.error == "")
    #expect(command.output.contains("\"public\": 1,"))
  }

  @Test func errorsInTheLedger() throws {
    let site = try LittleSite(rows(["答复日期": "2024-02-30"]))
    let command = try Command(["stats"], in: site.path)
    #expect(command.status == 1 && command.output == "")
    #expect(command.error.hasPrefix("错误 content/records/2024.csv 第 2 行“答复日期”"))
  }

  @Test(arguments: [
    (["--year", "2019"], "错误 --year：台账里没有 2019 年的记录\n  办法：台账里有：2024\n\n"),
    (["--unit", "示例省教育庁"], "错误 --unit：没有“示例省教育庁”这个承办单位\n  办法：是不是“示例省教育厅”？\n\n"),
    (["--kind", "提案"], "错误 content/records：这个范围里没有记录\n  办法：放宽年份、类型、届次或承办单位\n\n"),
    (["--kind", "议案"], "用法不对：“--kind <类型>”的值“议案”不对，是不是“提案”？可以写：建议、提案、议案转建议\n办法：运行 fuwen help 或 fuwen help 命令名，看怎样用\n"),
    (
      ["--format", "pdf"],
      "用法不对：“--format <格式>”的值“pdf”不对，可以写：text、json、csv、xlsx\n办法：运行 fuwen help 或 fuwen help 命令名，看怎样用\n"
    ),
  ])
  func wrongUsage(_ options: [String], _ message: String) throws {
    let site = try LittleSite()
    let command = try Command(["stats"] + options, in: site.path)
    #expect((command.status, command.output, command.error) == (2, "", message))
  }

  /// `script` gives the program a terminal.
  @Test func noWorkbookForTheTerminal() throws {
    let site = try LittleSite()
    let program = Command.program.path
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/script")
    process.arguments = ["-qec", "'\(program)' stats --format xlsx --site '\(site.path)'", "/dev/null"]
    process.standardInput = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(text.contains("XLSX 不能显示在终端上，请用 --output 写明文件"))
    #expect(process.terminationStatus == 2)
  }
}
