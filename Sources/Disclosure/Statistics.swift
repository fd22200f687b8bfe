/// The figures of a set of proposals. They count all records, published or not, since figures alone tell nothing that
/// the gate protects. Definitions: DOMAIN.md §2.3.
package struct Statistics: Sendable, Hashable {
  /// n of d.
  package struct Ratio: Sendable, Hashable {
    package var n = 0
    package var d = 0

    package init() {}

    mutating func count(_ isMet: Bool) {
      d += 1
      n += isMet ? 1 : 0
    }

    /// Half up to one decimal, in tenths of a per cent; `nil` over nothing.
    package var tenths: Int? { d == 0 ? nil : (2000 * n + d) / (2 * d) }

    /// `97.4%`, or a dash over nothing.
    package var percent: String { tenths.map { "\($0 / 10).\($0 % 10)%" } ?? "—" }
  }

  /// Which records are counted; `nil` is all.
  package struct Scope: Sendable, Hashable {
    package var year: Int?
    package var kind: Kind?
    package var session: Session?
    package var unit: UnitDirectory.Unit?

    package init(year: Int? = nil, kind: Kind? = nil, session: Session? = nil, unit: UnitDirectory.Unit? = nil) {
      self.year = year
      self.kind = kind
      self.session = session
      self.unit = unit
    }

    /// The scopes of years and kinds in which a proposal counts.
    static func all(of proposal: Proposal) -> [Scope] {
      [nil, proposal.year].flatMap { year in [nil, proposal.key.kind].map { Scope(year: year, kind: $0) } }
    }

    /// The proposal with the assignments in scope; `nil` when there are none.
    func part(of proposal: Proposal) -> Proposal? {
      guard year.map({ $0 == proposal.year }) ?? true, kind.map({ $0 == proposal.key.kind }) ?? true,
        session.map({ $0 == proposal.key.session }) ?? true
      else { return nil }
      guard let unit else { return proposal }
      var part = proposal
      part.assignments.removeAll { $0.unit != unit }
      return part.assignments.isEmpty ? nil : part
    }
  }

  /// 办理件: rows.
  package private(set) var total = 0
  package private(set) var proposals = 0
  /// Rows whose unit owes a reply.
  package private(set) var answering = 0
  /// Answered by the as-of date, of all that answer.
  package private(set) var answered = Ratio()
  /// Answered in time (an extension counts as the limit), of those due by the as-of date.
  package private(set) var onTime = Ratio()
  /// Public, of those answered.
  package private(set) var disclosed = Ratio()
  /// In a class that counts as solved, of those classified.
  package private(set) var solved = Ratio()

  package init(_ proposals: some Sequence<Proposal>, asOf: CalendarDate, gate: Gate) {
    for proposal in proposals {
      self.proposals += 1
      for assignment in proposal.assignments { count(assignment, asOf: asOf, gate: gate) }
    }
  }

  private mutating func count(_ assignment: Assignment, asOf: CalendarDate, gate: Gate) {
    total += 1
    guard assignment.role.answers else { return }
    answering += 1
    let isAnswered = assignment.repliedOn.map { $0 <= asOf } ?? false
    answered.count(isAnswered)
    if let due = assignment.extendedTo ?? assignment.dueOn, due <= asOf {
      onTime.count(assignment.repliedOn.map { $0 <= due } ?? false)
    }
    if isAnswered {
      disclosed.count(gate.reason(toWithhold: assignment) == nil)
      if let result = assignment.resultClass { solved.count(result.solved) }
    }
  }
}
