import Disclosure

extension LedgerColumns {
  /// Those that make a record; slots are fields.
  package static let records = LedgerColumns(
    names: LedgerField.allCases.map { [$0.name] + $0.aliases },
    needed: LedgerField.needed.map { $0.map(\.rawValue) },
    use: { header in
      if header.utf8.count > longestHeader { return .unknown }
      if let field = LedgerField.named(header) { return .keep(slot: field.rawValue) }
      return LedgerField.isPrivate(header) ? .drop : .unknown
    })
}

/// In bytes; what is longer is no column's name.
private let longestHeader = 300

extension LedgerField {
  /// What no record can do without, each as the fields of which one is enough: its year may come from its dates.
  static let needed: [[LedgerField]] = [
    [.kind], [.session], [.number], [.title], [.unit], [.role], [.year, .assignedOn, .repliedOn],
  ]
}
