import ArgumentParser
import Disclosure
import Glibc
import Site

extension Kind: ExpressibleByArgument {}
extension FigureFormat: ExpressibleByArgument {}

struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "按台账算出统计数字；xlsx 是可以报送的统计表",
    discussion: "数字包括没有公开的件，xlsx 里有它们的标题：这是单位自己用的材料，不要放到网上。")

  @OptionGroup var options: SiteOptions
  @OptionGroup var stream: StreamOptions

  @Option(name: .long, help: ArgumentHelp("只算这一年", valueName: "年份"))
  var year: Int?

  @Option(name: .long, help: ArgumentHelp("只算这一类：建议、提案或议案转建议", valueName: "类型"))
  var kind: Kind?

  @Option(name: .long, help: ArgumentHelp("只算这次会议的，例如 省十四届人大二次会议", valueName: "届次"))
  var session: String?

  @Option(name: .long, help: ArgumentHelp("只算这个单位承办的，名称或别名都行", valueName: "承办单位"))
  var unit: String?

  @Option(name: .long, help: ArgumentHelp("输出的格式：text、json、csv 或 xlsx", valueName: "格式"))
  var format = FigureFormat.text

  @Option(name: .long, help: ArgumentHelp("写到这个文件（默认：标准输出）", valueName: "文件"))
  var output: String?

  func validate() throws {
    if format == .xlsx, output == nil, isatty(STDOUT_FILENO) == 1 {
      throw ValidationError("XLSX 不能显示在终端上，请用 --output 写明文件，例如 --output 统计表.xlsx")
    }
  }

  func run() throws {
    let site = Site(options.site, options: Options(asOf: options.asOf))
    let (report, bytes) = site.figures(
      FigureQuery(year: year, kind: kind, session: session, unit: unit), as: format)
    stream.print(report.diagnostics)
    guard let bytes else { throw ExitCode(report.exitStatus) }
    guard let output else { return Stream.output.write(bytes) }
    let written = site.write(bytes, to: output)
    stream.print(written.diagnostics)
    if written.exitStatus != 0 { throw ExitCode(written.exitStatus) }
    if !stream.quiet { Stream.output.write("写好了：\(output)".visible + "\n") }
  }
}
