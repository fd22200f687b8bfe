import Disclosure

extension LedgerColumns {
  /// Those that make a record; slots are fields.
  package static let records = LedgerColumns(
    names: LedgerField.allCases.map { [$0.name] + $0.aliases },
    // The year of a record may come from its dates.
    needed: [[.kind], [.session], [.number], [.title], [.unit], [.role], [LedgerField.year, .assignedOn, .repliedOn]]
      .map { $0.map(\.rawValue) },
    use: { header in
      if let field = LedgerField.named(header) { return .keep(slot: field.rawValue) }
      return LedgerField.isPrivate(header) ? .drop : .unknown
    })
}
