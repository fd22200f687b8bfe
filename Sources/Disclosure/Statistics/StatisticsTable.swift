/// The figures of all years, kinds and units and their combinations. Rows are counted once, by year, kind and unit;
/// wider scopes add these up.
struct StatisticsTable {
  private var cells: [Statistics.Scope: Statistics] = [:]
  /// By year and kind: a proposal counts once however many units handle it.
  private var proposals: [Statistics.Scope: Int] = [:]

  mutating func count(_ proposal: Proposal, column: Column, gate: Gate) {
    var scope = Statistics.Scope(year: proposal.year, kind: proposal.key.kind)
    proposals[scope, default: 0] += 1
    for (index, row) in proposal.assignments.enumerated() {
      scope.unit = row.unit
      cells[scope, default: Statistics()].count(row, of: proposal, column: column, gate: gate)
      let isCounted = proposal.assignments[..<index].contains { $0.unit == row.unit }
      if !isCounted { cells[scope]?.proposals += 1 }
    }
  }

  static func += (left: inout StatisticsTable, right: StatisticsTable) {
    for (scope, cell) in right.cells { left.cells[scope, default: Statistics()] += cell }
    left.proposals.merge(right.proposals, uniquingKeysWith: +)
  }

  var figures: [Statistics.Scope: Statistics] {
    var figures: [Statistics.Scope: Statistics] = [:]
    for (scope, cell) in cells.sorted(by: { Self.precedes($0.key, $1.key) }) {
      for wider in scope.widened { figures[wider, default: Statistics()] += cell }
    }
    for scope in figures.keys where scope.unit == nil { figures[scope]?.proposals = 0 }
    for (scope, count) in proposals {
      for wider in scope.widened where figures[wider] != nil { figures[wider]?.proposals += count }
    }
    return figures
  }

  /// Schemes appear in the order of years and kinds, whatever the order of the ledger.
  private static func precedes(_ left: Statistics.Scope, _ right: Statistics.Scope) -> Bool {
    func key(_ scope: Statistics.Scope) -> (Int, String, String) {
      (-(scope.year ?? 0), scope.kind?.rawValue ?? "", scope.unit?.code ?? "")
    }
    return key(left) < key(right)
  }
}

extension Statistics {
  fileprivate static func += (left: inout Statistics, right: Statistics) {
    left.total += right.total
    left.proposals += right.proposals
    left.byRole.merge(right.byRole, uniquingKeysWith: +)
    for (role, labels) in right.byRoleLabel { left.byRoleLabel[role, default: Breakdown()] += labels }

    left.answering += right.answering
    left.answered += right.answered
    left.byState.merge(right.byState, uniquingKeysWith: +)
    left.onTime += right.onTime
    left.extended += right.extended
    left.assistOnTime += right.assistOnTime
    left.met += right.met
    left.metOrWaived += right.metOrWaived
    left.contacted += right.contacted
    left.replyDays += right.replyDays

    left.results += right.results
    left.unclassified += right.unclassified
    left.feedback += right.feedback
    left.firstFeedback += right.firstFeedback
    left.disclosure += right.disclosure
    left.publishedInTime += right.publishedInTime
    left.fullText += right.fullText

    left.byUnit += right.byUnit
    left.byCategory += right.byCategory
    left.byTopic += right.byTopic
    left.byKeyType += right.byKeyType
    left.answeringByKeyType += right.answeringByKeyType
    left.repeated += right.repeated
    left.byAdoption += right.byAdoption
    left.byConversion += right.byConversion
    left.converted += right.converted
    left.adoptedPoints += right.adoptedPoints
  }
}
