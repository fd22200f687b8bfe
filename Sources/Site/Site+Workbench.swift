import Diagnostics
import Output
import Workbench

extension Site {
  /// The staff view: what a check finds, as pages that name withheld items and are for the office alone. Nothing is
  /// written.
  ///
  /// - Returns: the check's report with its audit; the pages are there even where the content has errors.
  package func workbench() -> (report: Report, pages: [WorkbenchPage]) {
    var (report, gathered) = inspect(isAuditing: true)
    report.judge(by: options)
    let workbench = Workbench(
      catalogue: gathered?.catalogue, gate: gathered?.gate, opening: gathered?.opening,
      diagnostics: report.diagnostics.sorted, audit: report.audit, read: report.read)
    let pages = report.diagnostics.collect(try workbench.pages())
    return (report, pages ?? [])
  }

  /// Writes the staff view into a folder of its own, apart from the site's content and every published column.
  package func writeWorkbench(to path: String) -> Report {
    var (report, pages) = workbench()
    report.diagnostics.collect(
      try OfficeFolder.write(
        pages.map { ($0.path, $0.bytes) }, to: path, apartFrom: sources + [output]))
    return report
  }
}
