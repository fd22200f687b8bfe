import Disclosure

/// The ledger as its office watches it on a day: what is due, what is late, what waits to be published. It names
/// withheld items and is for the office alone.
package struct Handling: Sendable {
  /// A row and what the gate says of it.
  package struct Row: Sendable {
    package let proposal: Proposal
    package let assignment: Assignment
    /// `nil` when it is published.
    package let reason: WithheldReason?

    /// `省十四届人大二次会议建议第0216号 示例省教育厅`
    package var label: String { "\(proposal.key.label) \(assignment.unit.name)" }
  }

  package let asOf: CalendarDate
  /// In the order of kind, session and number.
  package let rows: [Row]
  private let workingDays: WorkingDays

  package init(_ catalogue: Catalogue, gate: Gate) {
    asOf = gate.asOf
    workingDays = catalogue.column.workingDays
    rows = catalogue.proposals.flatMap { proposal in
      proposal.assignments.map { Row(proposal: proposal, assignment: $0, reason: gate.reason(toWithhold: $0)) }
    }
  }

  /// Rows that owe a reply.
  package var answering: [Row] { rows.filter(\.assignment.role.answers) }

  package var answered: [Row] { answering.filter { $0.assignment.isReplied(asOf: asOf) } }

  // MARK: - Replies

  /// Not replied to, and the limit has come, the longest overdue first; as the column's figures count them.
  package var overdue: [Row] { due.filter { $0.assignment.state(asOf: asOf) == .overdue } }

  /// Not replied to, with the limit within so many days from now on, the nearest first.
  package func due(within days: Int) -> [Row] {
    due.filter { $0.assignment.limit.map { $0 > asOf && $0 <= asOf.adding(days: days) } ?? false }
  }

  private var unanswered: [Row] { answering.filter { !$0.assignment.isReplied(asOf: asOf) } }

  private var due: [Row] {
    unanswered.filter { $0.assignment.limit != nil }
      .sorted { ($0.assignment.limit ?? asOf) < ($1.assignment.limit ?? asOf) }
  }

  /// Not replied to, and without a limit to be held against.
  package var unlimited: [Row] { unanswered.filter { $0.assignment.limit == nil } }

  /// Replied to past the limit.
  var late: [Row] { answered.filter { $0.assignment.timeliness == .late } }

  // MARK: - Opinions

  /// Opinions to the lead that are not sent though their limit has come.
  package var overdueOpinions: [Row] {
    rows.filter { row in
      guard let limit = row.assignment.opinionLimit, limit <= asOf else { return false }
      return !(row.assignment.assistSentOn.map { $0 <= asOf } ?? false)
    }
  }

  var lateOpinions: [Row] {
    rows.filter { row in
      guard let limit = row.assignment.opinionLimit, let sentOn = row.assignment.assistSentOn else { return false }
      return sentOn > limit && sentOn <= asOf
    }
  }

  var opinionCount: Int { rows.count { $0.assignment.opinionLimit.map { $0 <= asOf } ?? false } }

  // MARK: - Publication

  /// Replied to, not to be kept from the public, and still not published after 20 working days; the oldest reply first.
  package var unpublished: [Row] {
    answered.filter { row in
      let waits: [WithheldReason] = [.unreviewed, .undated, .notYet, .letterMissing]
      return row.reason.map(waits.contains) ?? false && workingDaysSinceReply(row) > Assignment.workingDaysToPublish
    }.sorted { ($0.assignment.repliedOn ?? asOf) < ($1.assignment.repliedOn ?? asOf) }
  }

  /// Published later than 20 working days after the reply.
  var publishedLate: [Row] {
    answered.filter { row in
      guard row.reason == nil, let repliedOn = row.assignment.repliedOn, let publishedOn = row.assignment.publishedOn
      else { return false }
      return workingDays.count(after: repliedOn, through: publishedOn) > Assignment.workingDaysToPublish
    }
  }

  /// Until the as-of date; 0 without a reply.
  package func workingDaysSinceReply(_ row: Row) -> Int {
    row.assignment.repliedOn.map { workingDays.count(after: $0, through: asOf) } ?? 0
  }
}
