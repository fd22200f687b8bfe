import Disclosure

extension LedgerColumns {
  /// Those that make a record; slots are fields.
  package static let records = LedgerColumns(
    slots: LedgerField.allCases.count,
    needed: [LedgerField.kind, .session, .number, .title, .unit, .role].map(\.name),
    names: LedgerField.allCases.flatMap { [$0.name] + $0.aliases },
    use: { header in
      if let field = LedgerField.named(header) { return .keep(slot: field.rawValue) }
      return LedgerField.isPrivate(header) ? .drop : .unknown
    })
}
