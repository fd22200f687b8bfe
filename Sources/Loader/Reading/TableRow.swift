/// One row of a table as its file has it. The same value is filled again for each row, so that reading a row costs no
/// allocation.
struct TableRow {
  struct Cell {
    /// In the row's `bytes`.
    var range: Range<Int>
    /// Where the cell begins in a text file.
    var line: Int?
    var column: Int?
    /// Why the cell has no value, in workbooks.
    var fault: Fault?

    enum Fault {
      /// Its formula failed; the text names the error.
      case error
      /// Its formula was never calculated.
      case uncalculated
    }
  }

  /// As the ledger's program shows it, counted from 1.
  var number = 0
  /// Where the row begins in a text file.
  var line: Int?
  /// Whether a merged cell of it goes on in the next row.
  var isContinued = false
  /// See `LedgerRow`.
  var countsFrom1904 = false
  /// The UTF-8 of all cells, one after the other.
  var bytes: [UInt8] = []
  var cells: [Cell] = []

  mutating func removeAll() {
    isContinued = false
    bytes.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
  }
}
