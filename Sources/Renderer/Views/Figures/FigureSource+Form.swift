import Diagnostics
import Disclosure
import Figures

extension FigureSource {
  /// 统计表, with the facts that a published report of the very scope states.
  func form(of scope: Statistics.Scope) -> SummaryForm {
    let document = column.documents.first { $0.scope == scope && $0.facts != nil }
    return column.summaryForm(
      of: scope, facts: document?.facts ?? SummaryForm.Facts(), date: document?.date ?? column.asOf)
  }

  /// The figures of a scope as XLSX, as `fuwen stats` gives them to the office, but without what is not public.
  func workbook(of scope: Statistics.Scope) throws(Diagnostic) -> [UInt8] {
    let statistics = statistics(scope) ?? Statistics()
    let yearBefore = scope.yearBefore.flatMap(self.statistics).flatMap { $0.total > 0 ? $0 : nil }
    let units = statistics.byUnit.parts.compactMap { part in
      unit(named: part.label).flatMap { unit in
        self.statistics(Statistics.Scope(year: scope.year, kind: scope.kind, unit: unit)).map { (part.label, $0) }
      }
    }
    return try FigureWorkbook(
      form(of: scope), table: FigureTable(statistics, yearBefore: yearBefore, open: []), statistics: statistics,
      units: units, asOf: column.asOf
    ).bytes()
  }
}
