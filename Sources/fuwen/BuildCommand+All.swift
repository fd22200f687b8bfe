import ArgumentParser
import Diagnostics
import Output
import Site

extension BuildCommand {
  /// `--all`: one site after the other, each with all workers, until somebody wishes to stop.
  ///
  /// - Returns: the highest exit status of any.
  func build(_ sites: Sites, mode: Publication.Mode, since started: ContinuousClock.Instant) -> Int32 {
    var total = Total()
    var highest = sites.report.exitStatus
    start(sites.report)
    total.add(sites.report.diagnostics)
    for folder in sites.folders where !sites.isStopped {
      let report = sites.build(folder, mode: mode)
      let status = status(of: report)
      highest = max(highest, status)
      show(report, of: folder, status: status, isFirst: total.sites == 0)
      total.add(report)
    }
    finish(total, since: started)
    return highest
  }

  /// What the sites have together.
  private struct Total {
    private(set) var sites = 0
    private(set) var built = 0
    private(set) var read = 0
    private(set) var published = 0
    private(set) var withheld = 0
    private(set) var rejected = 0
    private(set) var diagnostics = Diagnostics()

    mutating func add(_ found: Diagnostics) { diagnostics.add(contentsOf: found.sorted) }

    mutating func add(_ report: Report) {
      add(report.diagnostics)
      sites += 1
      read += report.read
      rejected += report.rejected
      // What a site without a column would have published is not public.
      guard report.changes != nil else { return }
      built += 1
      published += report.published
      withheld += report.withheld.count
    }
  }

  // MARK: - Printing

  private var format: DiagnosticFormat { common.output.format }
  private var stream: StreamOptions { common.output.stream }

  private func start(_ report: Report) {
    guard format == .json else { return common.output.printDiagnostics(report) }
    var bytes = Array("{\"diagnostics\":".utf8)
    DiagnosticJSON.write(report.diagnostics.sorted, into: &bytes)
    Stream.output.write(bytes + Array(",\n\"sites\": [".utf8))
  }

  private func show(_ report: Report, of folder: String, status: Int32, isFirst: Bool) {
    if format == .json {
      var bytes = Array(isFirst ? "\n{".utf8 : ",\n{".utf8)
      for (name, value) in [("site", JSONValue.text(folder)), ("status", .number(Int(status)))] {
        JSONText.write(name, into: &bytes)
        bytes += ": ".utf8
        JSONText.write(value, into: &bytes)
        bytes += ", ".utf8
      }
      return Stream.output.write(bytes + Array("\(report.jsonMembers)}".utf8))
    }
    common.output.printDiagnostics(report)
    common.output.printSummary(line(of: report, in: folder))
  }

  private func line(of report: Report, in folder: String) -> String {
    let (errors, warnings) = (report.diagnostics.errorCount, report.diagnostics.warningCount)
    let problems = (errors > 0 ? "，错误 \(errors) 个" : "") + (warnings > 0 ? "，警告 \(warnings) 个" : "")
    guard let changes = report.changes else {
      return "\(folder)：" + (report.exitStatus == 3 ? "没有生成完" : "没有生成，什么也没写") + problems + "\n"
    }
    let pages = dryRun || verify ? list(changes, in: folder + "/public/") : ""
    return pages
      + "\(folder)：公开 \(report.published) 件，未公开 \(report.withheld.count) 件；\(counts(of: changes))\(problems)\n"
  }

  private func finish(_ total: Total, since started: ContinuousClock.Instant) {
    let (errors, warnings) = (total.diagnostics.errorCount, total.diagnostics.warningCount)
    switch format {
    case .json:
      var bytes = Array("],\n\"summary\": ".utf8)
      let summary: [(String, JSONValue)] = [
        ("sites", .number(total.sites)), ("built", .number(total.built)),
        ("failed", .number(total.sites - total.built)), ("read", .number(total.read)),
        ("published", .number(total.published)), ("withheld", .number(total.withheld)),
        ("rejected", .number(total.rejected)), ("errors", .number(errors)), ("warnings", .number(warnings)),
      ]
      JSONText.write(summary, into: &bytes)
      Stream.output.write(bytes + Array("}\n".utf8))
    case .sarif: Stream.output.write(DiagnosticSARIF.text(of: total.diagnostics.list))
    case .junit: Stream.output.write(DiagnosticJUnit.text(of: total.diagnostics.list))
    case .text, .github:
      let verb = dryRun || verify ? "可以生成" : "生成"
      let failed = total.sites - total.built
      common.output.printSummary(
        "共 \(total.sites) 个站点：\(verb) \(total.built) 个" + (failed > 0 ? "，有错误没有生成的 \(failed) 个" : "")
          + "；读入 \(total.read) 件，公开 \(total.published) 件，未公开 \(total.withheld) 件；错误 \(errors) 个，警告 \(warnings) 个；"
          + "用时 \(milliseconds(since: started)) 毫秒\n")
    }
  }
}
