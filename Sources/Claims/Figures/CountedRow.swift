import Disclosure

/// A row of the ledger beside its proposal, looked at on a day: what a figure counts.
struct CountedRow {
  let proposal: Proposal
  let row: Assignment
  let gate: Gate

  var answers: Bool { row.role.answers }
  var isAnswered: Bool { answers && row.isReplied(asOf: gate.asOf) }
  var due: CalendarDate? { row.limit }
  var isOnTime: Bool { zip(row.repliedOn, due) { $0 <= $1 } }
  var isLate: Bool { answers && (due.map { $0 <= gate.asOf } ?? false) && !(isAnswered && isOnTime) }
  var isAssistOnTime: Bool {
    zip(row.assistSentOn, row.opinionLimit) { $0 <= $1 }
  }
  var isMet: Bool { answers && row.meeting == .met }
  var isWaived: Bool { answers && row.meeting == .waived }
  var isContacted: Bool { isMet || answers && row.hasContact }
  /// What a later day brings is not known yet.
  var isKnown: Bool { answers && row.repliedOn.map { $0 <= gate.asOf } ?? true }
  var isOpen: Bool { answers && [nil, .letterMissing].contains(gate.reason(toWithhold: row)) }

  private func zip(_ left: CalendarDate?, _ right: CalendarDate?, _ holds: (CalendarDate, CalendarDate) -> Bool) -> Bool
  {
    guard let left, let right else { return false }
    return holds(left, right)
  }
}
