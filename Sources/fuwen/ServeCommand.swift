import ArgumentParser
import Diagnostics
import Glibc
import Preview
import Site

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "在本机的浏览器里预览专栏；内容一保存，网页自己更新；有错误时在网页上说明",
    discussion: "只有这台电脑上运行它的账号能打开，什么也不写。按 Ctrl-C 结束。")

  @OptionGroup var options: SiteOptions
  @OptionGroup var stream: StreamOptions

  @Flag(name: .long, help: "有警告也算错误")
  var strict = false

  @Option(name: .long, help: ArgumentHelp("端口；0 是自动选一个空着的", valueName: "端口"))
  var port: UInt16 = 4321

  func run() async throws {
    // Nothing has been begun that would have to be ended.
    for number in [SIGINT, SIGTERM] where !Interruption.isIgnored(number) { signal(number) { _ in _exit(0) } }
    let site = Site(options.site, options: Options(asOf: options.asOf, isStrict: strict))
    do throws(Diagnostic) {
      try site.requireContent()
      let preview = try Preview(
        of: site.folder, port: port, look: { Self.look(at: site) }, report: { [stream] in stream.print($0) })
      try await preview.run { port in
        // The one thing that is needed; printed even when quiet.
        Stream.output.write("http://127.0.0.1:\(port)/\n")
        if !stream.quiet { Stream.output.write("在浏览器里打开上面的网址；按 Ctrl-C 结束\n") }
      }
    } catch {
      stream.print(listing: [error])
      throw ExitCode([error].exitStatus)
    }
  }

  private static func look(at site: Site) -> Look {
    let (column, report) = site.preview()
    let shown = column.map { column in
      ShownColumn(
        path: column.path,
        files: { (address) throws(Diagnostic) in try column.file(at: address).map(Content.init) },
        inspect: { await site.inspect(column) })
    }
    let workbench = LazyWorkbench(of: site)
    return Look(
      column: shown, diagnostics: report.diagnostics.sorted,
      workbench: { (path) throws(Diagnostic) in workbench.file(at: path) })
  }
}

extension Content {
  fileprivate init(_ file: LiveColumn.File) {
    switch file {
    case .made(let bytes): self = .made(bytes)
    case .copied(let path): self = .copied(path)
    }
  }
}

extension StreamOptions {
  fileprivate func print(listing list: [Diagnostic]) {
    var diagnostics = Diagnostics()
    diagnostics.add(contentsOf: list)
    print(diagnostics)
  }

  fileprivate func print(_ update: Preview.Update) {
    if update.areNew { print(listing: update.diagnostics) }
    if quiet { return }
    let errors = update.diagnostics.count { $0.severity == .error }
    let milliseconds = Int(update.duration / .milliseconds(1))
    let problems = update.diagnostics.isEmpty ? "" : "，错误 \(errors) 个，警告 \(update.diagnostics.count - errors) 个"
    Stream.output.write("读过内容，用时 \(milliseconds) 毫秒\(problems)\n")
  }
}
