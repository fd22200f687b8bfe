extension Statistics {
  /// 统计范围: which records are counted; `nil` is all.
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

    /// The same scope of the year before; `nil` where it names no year. A session belongs to its year.
    package var yearBefore: Scope? { year.map { Scope(year: $0 - 1, kind: kind, unit: unit) } }

    /// This scope and those that leave out its year, its kind, its unit.
    var widened: Set<Scope> {
      let years = [self, Scope(kind: kind, session: session, unit: unit)]
      let kinds = years + years.map { Scope(year: $0.year, session: session, unit: unit) }
      return Set(kinds + kinds.map { Scope(year: $0.year, kind: $0.kind, session: session) })
    }

    package func contains(_ proposal: Proposal) -> Bool {
      (year.map { $0 == proposal.year } ?? true) && (kind.map { $0 == proposal.key.kind } ?? true)
        && (session.map { $0 == proposal.key.session } ?? true)
    }

    package func contains(_ assignment: Assignment) -> Bool { unit.map { $0 == assignment.unit } ?? true }
  }
}
