import Diagnostics

/// Where a record came from, so that each message can name the very cell. By reference, as a proposal and its assignment
/// are of one row.
package final class Origin: Sendable {
  package struct Position: Sendable {
    package let line: Int32
    package let column: Int32

    package init(line: Int, column: Int) {
      self.line = Int32(clamping: line)
      self.column = Int32(clamping: column)
    }
  }

  /// The row.
  package let place: Place
  /// The places of the cells that are not empty, in the order of `LedgerField.rawValue`.
  private let positions: [Position]
  /// A bit for each of these fields: a row has three times as many fields as filled cells, and large ledgers many rows.
  private let filled: UInt64

  /// - Parameter positions: by `LedgerField.rawValue`; `nil` for empty cells.
  package init(place: Place, positions: [Position?] = []) {
    self.place = place
    self.positions = positions.compactMap { $0 }
    filled = positions.indices.reduce(0) { positions[$1] == nil ? $0 : $0 | 1 << $1 }
  }

  private init(place: Place, positions: [Position], filled: UInt64) {
    (self.place, self.positions, self.filled) = (place, positions, filled)
  }

  /// The same row, of whose cells it knows one only: what else there is to say of it has been said.
  func narrowed(to field: LedgerField) -> Origin {
    let bit = (1 as UInt64) << field.rawValue
    guard filled & bit != 0 else { return Origin(place: place) }
    return Origin(place: place, positions: [positions[(filled & (bit - 1)).nonzeroBitCount]], filled: bit)
  }

  package func place(of field: LedgerField) -> Place {
    var place = place.at(field: field.name)
    let bit = (1 as UInt64) << field.rawValue
    guard filled & bit != 0 else { return place }
    let position = positions[(filled & (bit - 1)).nonzeroBitCount]
    if position.line > 0 {
      place.line = Int(position.line)
      place.column = Int(position.column)
    }
    return place
  }
}
