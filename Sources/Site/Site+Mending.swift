import Diagnostics
import Loader

extension Site {
  /// Mends the punctuation of the texts in place; the report is on what is left then.
  func mend(_ report: inout Report, isAuditing: Bool) {
    do throws(Diagnostic) {
      let (files, found) = try Loader(site: folder, workers: options.workers).mend()
      if !files.isEmpty { report = inspect(isAuditing: isAuditing).report }
      report.mended = files.map(Report.Mended.init)
      report.diagnostics.add(contentsOf: found)
    } catch {
      report.diagnostics.add(error)
    }
  }
}
