/// What a ledger's reader does with the cells of a column.
package enum ColumnUse: Sendable, Hashable {
  /// Hands them on, in this slot of the row.
  case keep(slot: Int)
  /// Passes over them in silence, as with private data: their text never leaves the reader.
  case drop
  /// Passes over them with a warning.
  case unknown
}

/// Which columns of a ledger are wanted.
package struct LedgerColumns: Sendable {
  /// How many slots a row has.
  package let slots: Int
  /// The columns that a ledger cannot do without, named to those whose ledger has no header row.
  package let needed: [String]
  /// All names that a header may have, from which the nearest one to an unknown name is offered.
  package let names: [String]
  /// The use of a column by its header, which is given without any white space.
  package let use: @Sendable (String) -> ColumnUse

  package init(
    slots: Int, needed: [String], names: [String], use: @escaping @Sendable (String) -> ColumnUse
  ) {
    self.slots = slots
    self.needed = needed
    self.names = names
    self.use = use
  }
}
