import ArgumentParser
import Site

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "导入 Word 答复（.docx）和台账（.xlsx、.csv），写成 content/ 里的文件",
    discussion: "已有的文件绝不覆盖；有任何错误，什么也不写。Word 文件要用 pandoc 读取：sudo apt-get install pandoc。")

  @OptionGroup var common: CommonOptions

  @Flag(name: .long, help: "什么也不写，只列出扫描和粘贴的文字怎样修补：换页断开的段落、没有空行隔开的段落、和正文连在一起的标题；也可以用于 .md 文件")
  var suggest = false

  @Argument(help: ArgumentHelp("要导入的文件；写文件夹，就是其中全部 .docx", valueName: "文件"))
  var files: [String]

  func run() throws {
    let progress = Progress()
    let line = common.output.showsProgress ? ProgressLine(of: progress, doing: "正在导入", unit: "件") : nil
    let report = Site(common.site, options: Options(asOf: common.asOf, progress: progress))
      .importing(files, isSuggesting: suggest)
    line?.end()
    common.print(report, summary: summary(report))
    if report.exitStatus != 0 { throw ExitCode(report.exitStatus) }
  }

  private func summary(_ report: Report) -> String {
    if let suggestions = report.suggestions { return suggestions.isEmpty ? "没有要修补的地方\n" : suggestions.joined() }
    guard let imported = report.imported else { return "有错误，什么也没有写\n" }
    return imported.map { "写好了：\($0)\n" }.joined() + "请核对以后运行 fuwen check\n"
  }
}
