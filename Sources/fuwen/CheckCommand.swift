import ArgumentParser
import Site

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "检查全部内容，列出错误、警告和没有公开的件；没有 --fix 时什么也不写")

  @OptionGroup var common: CommonOptions

  @Flag(name: .long, help: "有警告也算错误")
  var strict = false

  @Flag(
    name: .long,
    help: "把复文、报告、动态正文里的半角标点改成全角并列出改动（json 格式的在 mended 里）；引文、数字、网址、文件头和台账不动，有错误时不改")
  var fix = false

  func run() async throws {
    let site = Site(common.site, options: Options(asOf: common.asOf, isStrict: strict))
    let report = await site.check(isMending: fix)
    common.print(
      report,
      summary: (fix ? mendingSummary(report) : "") + withheldList(report) + report.gateSummary + report.problemSummary)
    if report.exitStatus != 0 { throw ExitCode(report.exitStatus) }
  }

  private func mendingSummary(_ report: Report) -> String {
    guard let mended = report.mended else { return "有错误，标点没有改；改正错误以后再运行一次\n" }
    return mended.map(\.diff).joined() + "改了 \(mended.count) 个文件里的 \(mended.map(\.count).reduce(0, +)) 处标点\n"
  }

  /// What stays unpublished and why, for the office's eyes.
  private func withheldList(_ report: Report) -> String {
    report.withheld.map { item in
      let row = item.row.map { " 第 \($0) 行" } ?? ""
      return "未公开 \(item.file)\(row)：\(item.label)（\(item.reason.rawValue)）".visible + "\n"
    }.joined()
  }
}
