import Diagnostics
import Disclosure
import Loader
import Output

extension Site {
  /// The figures of the records that `query` means, as a file of one format; `nil` when something is wrong.
  ///
  /// They are the office's own and name withheld items. Letters need not be there yet.
  package func figures(_ query: FigureQuery, as format: FigureFormat) -> (report: Report, bytes: [UInt8]?) {
    var report = Report()
    do throws(Diagnostic) {
      let (catalogue, found) = try Loader(site: folder, workers: options.workers).load()
      // Nor does it matter how they are written.
      report.diagnostics.add(
        contentsOf: found.filter { $0.rule != "reply/file-missing" && !$0.rule.hasPrefix("text/") })
      guard let catalogue, !report.diagnostics.hasErrors else { return (report, nil) }
      let gate = gate(for: catalogue.column)
      if let warning = gate.missingCalendars(of: catalogue) { report.diagnostics.add(warning) }
      let figures = ScopeFigures(of: try query.scope(in: catalogue), in: catalogue, gate: gate)
      return (report, try figures.bytes(as: format))
    } catch {
      report.diagnostics.add(error)
      return (report, nil)
    }
  }

  /// Writes a file that is the office's own and therefore may not lie in the site's folders.
  package func write(_ bytes: [UInt8], to path: String) -> Report {
    var report = Report()
    report.diagnostics.collect(
      try SingleFile.write(bytes, to: path, apartFrom: sources + [output]))
    return report
  }
}
