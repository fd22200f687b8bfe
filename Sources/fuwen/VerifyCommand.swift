import ArgumentParser
import Site

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "核对已经生成的专栏：有没有文件被改动、删去、添加，公开历史有没有断",
    discussion: """
      每个文件与成品里的清单 manifest.sha256 核对，每份答复与 content/history.tsv 核对；什么也不写。
      没有站点（只有成品，例如在网站服务器上）时只核对文件。要核对成品是不是从现在的内容生成的，用 fuwen build --verify。
      """)

  @OptionGroup var common: CommonOptions

  @Option(name: .long, help: ArgumentHelp("成品文件夹（默认：站点下的 public）", valueName: "文件夹"))
  var output: String?

  func run() throws {
    let site = Site(common.site, options: Options(asOf: common.asOf))
    let report = site.verify(output ?? site.output)
    common.print(report, summary: summary(report))
    if report.exitStatus != 0 { throw ExitCode(report.exitStatus) }
  }

  private func summary(_ report: Report) -> String {
    guard let verified = report.verified else { return "没有核对成，请先处理上面的问题\n" }
    let history = verified.history.map { "公开历史 \($0) 条" } ?? "没有站点，公开历史没有核对"
    let result =
      report.exitStatus == 0
      ? "与清单\(verified.history == nil ? "" : "和历史")一致" : "发现 \(report.diagnostics.errorCount) 处不符"
    return "核对了 \(verified.files) 个文件，\(history)：\(result)\n"
  }
}
