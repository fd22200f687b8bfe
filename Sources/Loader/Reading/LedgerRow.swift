import Diagnostics

/// One row of a ledger, of which only the columns are left that are kept.
package struct LedgerRow: Sendable {
  /// The file, the row and, except in workbooks, the line. In YAML and JSON the row is the record, counted from 1.
  package let place: Place
  /// By slot; `nil` where the cell is empty or missing.
  package let cells: [LedgerCell?]
  /// Whether bare numbers that stand for days are counted from 1904, as in workbooks of old Macs.
  let countsFrom1904: Bool

  init(place: Place, cells: [LedgerCell?], countsFrom1904: Bool = false) {
    self.place = place
    self.cells = cells
    self.countsFrom1904 = countsFrom1904
  }

  /// The place of the cell in a slot, or of the row when the cell is empty.
  package func place(ofSlot slot: Int, named field: String) -> Place {
    var place = place.at(field: field)
    guard let cell = cells[slot] else { return place }
    place.line = cell.line
    place.column = cell.column
    return place
  }
}

/// One cell that is not empty.
package struct LedgerCell: Sendable {
  /// Without blanks at its ends: ASCII ones, U+3000, no-break spaces, zero-width spaces, byte order marks.
  package let text: String
  /// Where the cell begins in a text file.
  package let line: Int?
  package let column: Int?
}
