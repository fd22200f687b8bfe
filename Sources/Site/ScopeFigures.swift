import Diagnostics
import Disclosure
import Figures

/// The figures of one scope.
struct ScopeFigures {
  let scope: Statistics.Scope
  let catalogue: Catalogue
  let gate: Gate
  let statistics: Statistics
  let yearBefore: Statistics?

  init(of scope: Statistics.Scope, in catalogue: Catalogue, gate: Gate) {
    self.scope = scope
    self.catalogue = catalogue
    self.gate = gate
    statistics = Self.statistics(scope, catalogue, gate)
    yearBefore = scope.yearBefore.map { Self.statistics($0, catalogue, gate) }.flatMap { $0.total > 0 ? $0 : nil }
  }

  private static func statistics(_ scope: Statistics.Scope, _ catalogue: Catalogue, _ gate: Gate) -> Statistics {
    Statistics(of: scope, in: catalogue.proposals, column: catalogue.column, gate: gate)
  }

  func bytes(as format: FigureFormat) throws(Diagnostic) -> [UInt8] {
    let open = Statistics.open(in: scope, of: catalogue.proposals, asOf: gate.asOf)
    let table = FigureTable(statistics, yearBefore: yearBefore, open: open)
    switch format {
    case .text: return Array(table.text(title: form.title, asOf: gate.asOf.description).utf8)
    case .csv: return table.csv
    case .json:
      var bytes: [UInt8] = []
      let figures = statistics.json(of: scope, asOf: gate.asOf, yearBefore: yearBefore)
      JSONText.write(figures + [("open", .list(open.map { .text($0.number) }))], into: &bytes)
      return bytes + [UInt8(ascii: "\n")]
    case .xlsx:
      return try FigureWorkbook(form, table: table, statistics: statistics, units: units, asOf: gate.asOf).bytes()
    }
  }

  /// With the facts that a report of the very scope states.
  private var form: SummaryForm {
    let document = catalogue.documents.first { $0.scope == scope && $0.facts != nil }
    return SummaryForm(
      statistics, of: scope, items: catalogue.proposals.compactMap { SummaryForm.Item($0, in: scope) },
      facts: document?.facts ?? SummaryForm.Facts(), unit: catalogue.column.host, date: document?.date ?? gate.asOf)
  }

  private var units: [(name: String, figures: Statistics)] {
    let units = Set(catalogue.proposals.lazy.flatMap(\.assignments).map(\.unit))
    let figures = units.filter { scope.unit == nil || $0 == scope.unit }.map { unit in
      var own = scope
      own.unit = unit
      return (unit.name, Self.statistics(own, catalogue, gate))
    }
    return figures.filter { $0.1.total > 0 }.sorted { ($1.1.total, $0.0) < ($0.1.total, $1.0) }
  }
}
