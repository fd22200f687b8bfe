import Disclosure

/// The records, as claims are compared with them: figures of any scope, and the rows behind them.
struct Ledger {
  private let column: Column
  private let proposals: [Proposal]
  let gate: Gate
  /// The units that rows name.
  let units: Set<UnitDirectory.Unit>
  private var figures: [Query: Statistics] = [:]
  private var levels: [Int?: Set<Session.Level>] = [:]

  private struct Query: Hashable {
    let scope: Statistics.Scope
    let asOf: CalendarDate
  }

  init(_ opening: Gate.Result, of proposals: [Proposal], gate: Gate) {
    column = opening.column.column
    self.proposals = proposals
    self.gate = gate
    units = Set(opening.figures.keys.compactMap(\.unit))
    for (scope, statistics) in opening.figures { figures[Query(scope: scope, asOf: gate.asOf)] = statistics }
  }

  /// `nil` for a scope without rows.
  ///
  /// - Parameter asOf: `nil` is the gate's own day.
  mutating func statistics(of scope: Statistics.Scope, asOf: CalendarDate? = nil) -> Statistics? {
    let query = Query(scope: scope, asOf: asOf ?? gate.asOf)
    let statistics =
      figures[query] ?? Statistics(of: scope, in: proposals, column: column, gate: Gate(asOf: query.asOf))
    figures[query] = statistics
    return statistics.total > 0 ? statistics : nil
  }

  /// The levels whose suggestions and proposals a year has; no scope tells them apart.
  mutating func levels(in year: Int?) -> Set<Session.Level> {
    if levels.isEmpty {
      for proposal in proposals {
        for year in [proposal.year, nil] { levels[year, default: []].insert(proposal.key.session.level) }
      }
    }
    return levels[year, default: []]
  }

  /// The rows that a reading counts, by file.
  func rows(behind reading: Figure.Reading, in scope: Statistics.Scope) -> [(file: String, rows: [Int])] {
    var rows: [String: [Int]] = [:]
    for proposal in proposals where scope.contains(proposal) {
      for row in proposal.assignments where scope.contains(row) {
        let place = row.origin.place
        if reading.rows(CountedRow(proposal: proposal, row: row, gate: gate)), let number = place.row {
          rows[place.file, default: []].append(number)
        }
      }
    }
    return rows.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
  }
}
