import ArgumentParser
import Disclosure
import Site

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "新建站点、复文、报告、动态：已知的内容填好，每一项有说明；已有的文件绝不覆盖",
    subcommands: [NewSite.self, NewReply.self, NewReport.self, NewBulletin.self])

  struct NewSite: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "site", abstract: "新建一个站点：专栏设置、一件示例和全部模板，马上可以生成")

    @Argument(help: ArgumentHelp("空文件夹，或者还没有的文件夹", valueName: "文件夹"))
    var folder: String

    @OptionGroup var output: OutputOptions

    func run() throws {
      let report = Site(folder, options: Options()).makeSite()
      try output.finish(report, "写好了一个站点：\(folder)\n请填写 \(folder)/content/site.yaml，再运行 fuwen check --site \(folder)\n")
    }
  }

  struct NewReply: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reply", abstract: "按台账里的一行，新建一份复文的文件头")

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("台账里的编号", valueName: "编号"))
    var number: String

    @Option(name: .long, help: ArgumentHelp("编号不止一行时，写明类型：建议、提案或议案转建议", valueName: "类型"))
    var kind: Kind?

    @Option(name: .long, help: ArgumentHelp("编号不止一行时，写明届次，例如 省十四届人大二次会议", valueName: "届次"))
    var session: String?

    @Option(name: .long, help: ArgumentHelp("编号不止一行时，写明承办单位", valueName: "承办单位"))
    var unit: String?

    func run() throws {
      try common.make { $0.makeReply(to: number, in: FigureQuery(kind: kind, session: session, unit: unit)) }
    }
  }

  struct NewReport: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "report", abstract: "新建一份年度工作总结，数字从台账算出来")

    @OptionGroup var common: CommonOptions

    func run() throws { try common.make { $0.makeReport() } }
  }

  struct NewBulletin: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "bulletin", abstract: "新建下一期工作动态")

    @OptionGroup var common: CommonOptions

    func run() throws { try common.make { $0.makeBulletin() } }
  }
}

extension CommonOptions {
  fileprivate func make(_ file: (Site) -> Report) throws {
    let report = file(Site(site, options: Options(asOf: asOf)))
    try output.finish(report, (report.created ?? []).map { "写好了：\($0)\n" }.joined() + "请补全以后运行 fuwen check\n")
  }
}

extension OutputOptions {
  fileprivate func finish(_ report: Report, _ summary: String) throws {
    let failure = report.exitStatus == 3 ? "没有写完，请先排除上面的故障\n" : "什么也没有写\n"
    print(report, summary: report.exitStatus == 0 ? summary : failure)
    if report.exitStatus != 0 { throw ExitCode(report.exitStatus) }
  }
}
