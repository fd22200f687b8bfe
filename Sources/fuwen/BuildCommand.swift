import ArgumentParser
import Output
import Site

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "检查全部内容，生成专栏；有任何错误时，原来的 public/ 保持不变")

  @OptionGroup var common: CommonOptions

  @Option(name: .long, help: ArgumentHelp("成品文件夹（默认：站点下的 public）", valueName: "文件夹"))
  var output: String?

  @Flag(name: .long, help: "有警告也算错误")
  var strict = false

  @Option(name: .long, help: ArgumentHelp("同时工作的线程数（默认：处理器核数）", valueName: "数"))
  var jobs: Int?

  @Flag(name: .long, help: "只列出将要新增、修改、删除的页面，改了哪些文字，每一件公开不公开，供审批；什么也不写")
  var dryRun = false

  @Option(name: .long, help: ArgumentHelp("和 --dry-run 一起用：另写一份送审单（一个网页，可以打印、签字）", valueName: "文件"))
  var approval: String?

  @Flag(name: .long, help: "成品与重新生成的不一致时，以状态 1 退出，什么也不写")
  var verify = false

  @Option(
    name: .long, help: ArgumentHelp("生成这个文件夹下的每一个站点，各写各的 public/；一个站点有错误，不影响别的", valueName: "文件夹"))
  var all: String?

  func validate() throws {
    if approval != nil, all != nil { throw ValidationError("--approval 不能和 --all 一起用：一个站点一份送审单，用 --site 一个一个写") }
    if approval != nil, !dryRun { throw ValidationError("--approval 和 --dry-run 一起用") }
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs 要在 1 到 256 之间") }
    if all != nil, output != nil { throw ValidationError("--all 不能和 --output 一起用：每个站点写到自己的 public/") }
    if all != nil, common.site != "." { throw ValidationError("--all 不能和 --site 一起用：要么一个站点，要么一个文件夹下的全部站点") }
  }

  func run() throws {
    let started = ContinuousClock.now
    let progress = Progress()
    let interruption = Interruption(stopping: progress)
    let options = Options(asOf: common.asOf, workers: jobs, isStrict: strict, progress: progress)
    let mode: Publication.Mode = dryRun || verify ? .compare : .write
    let status: Int32
    if let all {
      status = build(Sites(below: all, options: options), mode: mode, since: started)
    } else {
      let line = common.output.showsProgress ? ProgressLine(of: progress) : nil
      let site = Site(common.site, options: options)
      var report = site.build(into: output ?? site.output, mode: mode, isForApproval: dryRun)
      if let approval { site.writeApproval(of: &report, to: approval) }
      line?.end()
      common.print(report, summary: summary(report, since: started))
      status = self.status(of: report)
    }
    interruption.end()
    if status != 0 { throw ExitCode(status) }
  }

  /// With `--verify`, 1 also where the build would change anything.
  func status(of report: Report) -> Int32 {
    let isOutdated = verify && report.changes.map { !$0.isEmpty } ?? false
    return report.exitStatus == 0 && isOutdated ? 1 : report.exitStatus
  }

  private func summary(_ report: Report, since started: ContinuousClock.Instant) -> String {
    var text = report.read > 0 ? report.gateSummary : ""
    if let changes = report.changes {
      if dryRun || verify { text += list(changes) }
      if let approval = report.approval { text += approval.text }
      text += counts(of: changes) + "\n"
      if report.historyEntries > 0 { text += "公开历史：新增 \(report.historyEntries) 条\n" }
      if !changes.foreign.isEmpty {
        text += "成品文件夹里还有别人放的东西，没有动：\(changes.foreign.joined(separator: "，").visible)\n"
      }
      if verify { text += changes.isEmpty ? "成品与内容一致\n" : "成品与内容不一致，请重新运行 fuwen build\n" }
    } else {
      text += report.exitStatus == 3 ? "没有生成完，请先排除上面的故障\n" : "什么也没写，请先改正上面的错误\n"
    }
    if let approval, report.approval != nil, report.exitStatus == 0 { text += "送审单写好了：\(approval)\n" }
    return text + report.problemSummary + "用时 \(milliseconds(since: started)) 毫秒\n"
  }

  func counts(of changes: Changes) -> String {
    (dryRun || verify ? "如果生成：" : "页面：")
      + "新增 \(changes.added.count)，修改 \(changes.changed.count)，不变 \(changes.unchanged)，删除 \(changes.removed.count)"
  }

  /// - Parameter folder: what the pages' addresses are shown in, with a slash at its end.
  func list(_ changes: Changes, in folder: String = "") -> String {
    [("＋", changes.added), ("～", changes.changed), ("－", changes.removed)]
      .flatMap { mark, paths in paths.map { "\(mark) \(folder)\($0)\n" } }.joined()
  }

  func milliseconds(since started: ContinuousClock.Instant) -> Int {
    Int((ContinuousClock.now - started) / .milliseconds(1))
  }
}
