/// Where a cell stands in a worksheet; row and column are counted from 0.
struct CellReference: Hashable {
  /// What Excel, WPS and LibreOffice allow.
  static let maximumRows = 1_048_576
  /// More than any of them allow.
  private static let maximumColumns = 65_536

  var row: Int
  var column: Int

  init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads `AB12`; `nil` for what is none, or out of bounds.
  init?(_ text: some Sequence<UInt8>) {
    var (row, column) = (0, 0)
    var hasDigits = false
    for byte in text {
      switch byte {
      case 0x41...0x5A where !hasDigits: column = column * 26 + Int(byte - 0x40)
      case 0x61...0x7A where !hasDigits: column = column * 26 + Int(byte - 0x60)
      case 0x30...0x39:
        hasDigits = true
        row = row * 10 + Int(byte - 0x30)
      case 0x24: continue
      default: return nil
      }
      if row > Self.maximumRows || column > Self.maximumColumns { return nil }
    }
    guard row > 0, column > 0 else { return nil }
    self.init(row: row - 1, column: column - 1)
  }
}

/// A column as spreadsheets name it: A, …, Z, AA, …
func letters(_ index: Int) -> String {
  let last = String(Character(Unicode.Scalar(UInt8(0x41 + index % 26))))
  return index < 26 ? last : letters(index / 26 - 1) + last
}
