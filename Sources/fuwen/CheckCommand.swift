import ArgumentParser
import Site

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "检查全部内容，列出错误、警告和没有公开的件，什么也不写")

  @OptionGroup var common: CommonOptions

  @Flag(name: .long, help: "有警告也算错误")
  var strict = false

  func run() async throws {
    let report = await Site(common.site, options: Options(asOf: common.asOf, isStrict: strict)).check()
    common.print(report, summary: withheldList(report) + report.gateSummary + report.problemSummary)
    if report.exitStatus != 0 { throw ExitCode(report.exitStatus) }
  }

  /// What stays unpublished and why, for the office's eyes.
  private func withheldList(_ report: Report) -> String {
    report.withheld.map { item in
      let row = item.row.map { " 第 \($0) 行" } ?? ""
      return "未公开 \(item.file)\(row)：\(item.label)（\(item.reason.rawValue)）\n"
    }.joined()
  }
}
