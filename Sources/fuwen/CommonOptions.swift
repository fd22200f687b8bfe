import ArgumentParser
import Disclosure
import Site

/// How diagnostics are written.
enum DiagnosticFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, github, sarif, junit
}

extension CalendarDate: ExpressibleByArgument {
  /// A day in any of the forms that ledgers have.
  public init?(argument: String) { self.init(text: argument) }
}

/// Which site, and when.
struct SiteOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("站点文件夹", valueName: "文件夹"))
  var site = "."

  @Option(name: .long, help: ArgumentHelp("截至日期，例如 2025-09-30（默认：site.yaml 的截至日期，否则今天）", valueName: "日期"))
  var asOf: CalendarDate?
}

/// How much is printed, and in what.
struct StreamOptions: ParsableArguments {
  @Flag(name: .long, help: "只输出错误和警告")
  var quiet = false

  @Flag(name: .long, help: "不用颜色")
  var noColor = false
}

/// The options of commands that print nothing but what they found and did.
struct OutputOptions: ParsableArguments {
  @OptionGroup var stream: StreamOptions

  @Option(name: .long, help: ArgumentHelp("诊断的格式：text、json、github、sarif 或 junit", valueName: "格式"))
  var format = DiagnosticFormat.text

  /// Formats that machines read have the streams to themselves.
  var showsProgress: Bool { !stream.quiet && (format == .text || format == .github) }
}

/// The options of such commands on a site.
struct CommonOptions: ParsableArguments {
  @OptionGroup var options: SiteOptions
  @OptionGroup var output: OutputOptions

  var site: String { options.site }
  var asOf: CalendarDate? { options.asOf }

  func print(_ report: Report, summary: String) { output.print(report, summary: summary) }
}
