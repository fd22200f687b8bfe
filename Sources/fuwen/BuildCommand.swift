import ArgumentParser
import Output
import Site

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "检查全部内容，生成专栏；有任何错误时，原来的 public/ 保持不变")

  @OptionGroup var common: CommonOptions

  @Option(name: .long, help: ArgumentHelp("成品文件夹（默认：站点下的 public）", valueName: "文件夹"))
  var output: String?

  @Flag(name: .long, help: "有警告也算错误")
  var strict = false

  @Option(name: .long, help: ArgumentHelp("同时工作的线程数（默认：处理器核数）", valueName: "数"))
  var jobs: Int?

  @Flag(name: .long, help: "只列出将要新增、修改、删除的页面，什么也不写")
  var dryRun = false

  @Flag(name: .long, help: "成品与重新生成的不一致时，以状态 1 退出，什么也不写")
  var verify = false

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs 要在 1 到 256 之间") }
  }

  func run() async throws {
    let started = ContinuousClock.now
    let progress = Progress()
    let interruption = Interruption(stopping: progress)
    let line = common.output.showsProgress ? ProgressLine(of: progress) : nil
    let options = Options(asOf: common.asOf, workers: jobs, isStrict: strict, progress: progress)
    let mode: Publication.Mode = dryRun || verify ? .compare : .write
    let report = await Site(common.site, options: options).build(into: output ?? common.site + "/public", mode: mode)
    line?.end()
    common.print(report, summary: summary(report, since: started))
    interruption.end()
    if report.exitStatus != 0 { throw ExitCode(report.exitStatus) }
    if verify, let changes = report.changes, !changes.isEmpty { throw ExitCode(1) }
  }

  private func summary(_ report: Report, since started: ContinuousClock.Instant) -> String {
    var text = report.read > 0 ? report.gateSummary : ""
    if let changes = report.changes {
      if dryRun || verify { text += list(changes) }
      text +=
        (dryRun || verify ? "如果生成：" : "页面：")
        + "新增 \(changes.added.count)，修改 \(changes.changed.count)，不变 \(changes.unchanged)，删除 \(changes.removed.count)\n"
      if report.historyEntries > 0 { text += "公开历史：新增 \(report.historyEntries) 条\n" }
      if !changes.foreign.isEmpty {
        text += "成品文件夹里还有别人放的东西，没有动：\(changes.foreign.joined(separator: "，").visible)\n"
      }
      if verify { text += changes.isEmpty ? "成品与内容一致\n" : "成品与内容不一致，请重新运行 fuwen build\n" }
    } else {
      text += report.exitStatus == 3 ? "没有生成完，请先排除上面的故障\n" : "什么也没写，请先改正上面的错误\n"
    }
    let milliseconds = (ContinuousClock.now - started) / .milliseconds(1)
    return text + report.problemSummary + "用时 \(Int(milliseconds)) 毫秒\n"
  }

  private func list(_ changes: Changes) -> String {
    let lines =
      changes.added.map { "＋ \($0)\n" } + changes.changed.map { "～ \($0)\n" } + changes.removed.map { "－ \($0)\n" }
    return lines.joined()
  }
}
