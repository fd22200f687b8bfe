import Diagnostics

/// Where a record came from, so that each message can name the very cell.
package struct Origin: Sendable, Hashable {
  package struct Position: Sendable, Hashable {
    package let line: Int32
    package let column: Int32

    package init(line: Int, column: Int) {
      self.line = Int32(clamping: line)
      self.column = Int32(clamping: column)
    }
  }

  /// The row.
  package let place: Place
  /// The cells' places by `LedgerField.rawValue`; `nil` for empty cells.
  private let positions: [Position?]

  package init(place: Place, positions: [Position?] = []) {
    self.place = place
    self.positions = positions
  }

  package func place(of field: LedgerField) -> Place {
    var place = place.at(field: field.name)
    if positions.indices.contains(field.rawValue), let position = positions[field.rawValue],
      position.line > 0
    {
      place.line = Int(position.line)
      place.column = Int(position.column)
    }
    return place
  }
}
