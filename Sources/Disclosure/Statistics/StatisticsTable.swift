/// The figures of all years, kinds and units and their combinations, made in one pass over the records.
struct StatisticsTable {
  private(set) var figures: [Statistics.Scope: Statistics] = [:]

  init(_ proposals: [Proposal], column: Column, gate: Gate) {
    // Rows are counted once, by year, kind and unit; wider scopes add these up.
    var cells: [Statistics.Scope: Statistics] = [:]
    for proposal in proposals {
      for row in proposal.assignments {
        let scope = Statistics.Scope(year: proposal.year, kind: proposal.key.kind, unit: row.unit)
        cells[scope, default: Statistics()].count(row, of: proposal, column: column, gate: gate)
      }
    }
    for (scope, cell) in cells.sorted(by: { Self.precedes($0.key, $1.key, column) }) {
      for wider in scope.widened { figures[wider, default: Statistics()] += cell }
    }
    countProposals(proposals)
  }

  /// A proposal counts once in each scope, however many of its rows are in it.
  private mutating func countProposals(_ proposals: [Proposal]) {
    for proposal in proposals {
      let units = Set(proposal.assignments.map(\.unit)).map(Optional.some) + [nil]
      for year in [proposal.year, nil] {
        for kind in [proposal.key.kind, nil] {
          for unit in units { figures[Statistics.Scope(year: year, kind: kind, unit: unit)]?.proposals += 1 }
        }
      }
    }
  }

  /// Schemes appear in the order of years and kinds.
  private static func precedes(_ left: Statistics.Scope, _ right: Statistics.Scope, _ column: Column) -> Bool {
    func key(_ scope: Statistics.Scope) -> (Int, String, String) {
      (-(scope.year ?? 0), scope.kind?.rawValue ?? "", scope.unit?.code ?? "")
    }
    return key(left) < key(right)
  }
}

extension Statistics {
  /// Everything but the proposals, which may be in both.
  fileprivate static func += (left: inout Statistics, right: Statistics) {
    left.total += right.total
    left.byRole.merge(right.byRole, uniquingKeysWith: +)
    for (role, labels) in right.byRoleLabel { left.byRoleLabel[role, default: Breakdown()] += labels }

    left.answering += right.answering
    left.answered += right.answered
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
