import ArgumentParser
import Diagnostics
import Site

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "检查全部内容，列出错误、警告和没有公开的件；没有 --fix 时什么也不写",
    discussion: """
      --audit 逐项对照政府网站检查指标、页面规范和办理时限，每一项写明合格、不合格或此处无法检查，看了什么，依据是哪一条。
      不合格的项不算错误，退出状态只看检查本身；加 --strict 时，有不合格的项也以状态 1 退出。
      """)

  @OptionGroup var common: CommonOptions

  @Flag(name: .long, help: "有警告也算错误")
  var strict = false

  @Flag(
    name: .long,
    help: "把复文、报告、动态正文里的半角标点改成全角并列出改动（json 格式的在 mended 里）；引文、数字、网址、文件头和台账不动，有错误时不改")
  var fix = false

  @Flag(name: .long, help: "对照政府网站检查指标和页面规范，逐项列出合格、不合格、此处无法检查（json 格式的在 audit 里）")
  var audit = false

  @Option(
    name: .long,
    help: ArgumentHelp("和 --audit 一起用：把工作台（没有公开的件、期限、更新、检查和对照的网页）写到这个文件夹；是内部材料，不要放到网上", valueName: "文件夹"))
  var output: String?

  func validate() throws {
    if output != nil, !audit || fix { throw ValidationError("--output 和 --audit 一起用，不和 --fix 一起用") }
  }

  func run() throws {
    let site = Site(common.site, options: Options(asOf: common.asOf, isStrict: strict))
    let report =
      if let output { site.writeWorkbench(to: output) } else {
        site.check(isMending: fix, isAuditing: audit)
      }
    common.print(
      report,
      summary: (fix ? mendingSummary(report) : "") + withheldList(report) + auditText(report) + report.gateSummary
        + report.problemSummary + workbenchLine(report))
    if report.exitStatus != 0 { throw ExitCode(report.exitStatus) }
    if strict, let failed = report.audit?.count(of: .failed), failed > 0 {
      // Nothing ends with a status that nobody can explain.
      if common.output.stream.quiet { Stream.error.write("对照检查有 \(failed) 项不合格；不加 --quiet 就列出来\n") }
      throw ExitCode(1)
    }
  }

  private func workbenchLine(_ report: Report) -> String {
    guard let output, report.exitStatus != 3 else { return "" }
    return "工作台写好了：\(output)/index.html\n".replacing("//", with: "/")
  }

  private func auditText(_ report: Report) -> String {
    guard audit else { return "" }
    return report.audit.map { $0.text + "\n" } ?? "内容读不出来，没有对照检查；请先改正上面的错误\n"
  }

  private func mendingSummary(_ report: Report) -> String {
    guard let mended = report.mended else { return "有错误，标点没有改；改正错误以后再运行一次\n" }
    return mended.map(\.diff).joined() + "改了 \(mended.count) 个文件里的 \(mended.map(\.count).reduce(0, +)) 处标点\n"
  }

  /// What stays unpublished and why, for the office's eyes.
  private func withheldList(_ report: Report) -> String {
    report.withheld.map { item in
      let place = Place(item.file, row: item.row)
      return "未公开 \(place)：\(item.label)（\(item.reason.rawValue)）".visible + "\n"
    }.joined()
  }
}
