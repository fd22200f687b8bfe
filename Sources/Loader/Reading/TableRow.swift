/// One row of a table as its file has it. The same value is filled again for each row, so that reading a row costs no
/// allocation.
struct TableRow {
  struct Cell {
    /// In the row's `bytes`.
    var range: Range<Int>
    /// Where the cell begins in a text file.
    var line: Int?
    var column: Int?
  }

  /// As the ledger's program shows it, counted from 1.
  var number = 0
  /// Where the row begins in a text file.
  var line: Int?
  /// The UTF-8 of all cells, one after the other.
  var bytes: [UInt8] = []
  var cells: [Cell] = []

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
  }
}
