import Diagnostics

/// Reads comma- or tab-separated text row by row, as RFC 4180 has it, with any line break.
///
/// Cells are kept exactly as they are, blanks and empty cells at the end of a row included. A quote inside a cell that
/// does not begin with one stands for itself.
struct CSVReader {
  /// Found out from the first lines.
  let delimiter: UInt8

  private let bytes: [UInt8]
  private let file: String
  private var index = 0
  private var line = 1
  private var column = 1
  private var number = 0

  /// A reader of valid UTF-8 without byte order mark.
  init(_ text: [UInt8], file: String) {
    bytes = text
    self.file = file
    delimiter = Self.delimiter(of: text)
  }

  /// Fills `row` with the next row; `false` at the end of the text.
  mutating func read(into row: inout TableRow) throws(Diagnostic) -> Bool {
    guard index < bytes.count else { return false }
    row.removeAll()
    number += 1
    row.number = number
    row.line = line
    repeat { try readCell(into: &row) } while skipDelimiter()
    skipLineBreak()
    return true
  }

  private mutating func readCell(into row: inout TableRow) throws(Diagnostic) {
    let start = row.bytes.count
    let (cellLine, cellColumn) = (line, column)
    if index < bytes.count, bytes[index] == .doubleQuote {
      try readQuoted(into: &row.bytes)
    } else {
      try readPlain(into: &row.bytes)
    }
    row.cells.append(TableRow.Cell(range: start..<row.bytes.count, line: cellLine, column: cellColumn))
  }

  private mutating func readPlain(into text: inout [UInt8]) throws(Diagnostic) {
    let start = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == delimiter || byte == .lineFeed || byte == .carriageReturn { break }
      if byte == .doubleQuote, index > start, bytes[start..<index].allSatisfy({ $0 == .blank }) {
        throw fault("csv/before-quote", at: (line, column), "引号前面有空格", "请删去引号前面的空格")
      }
      if !byte.continuesScalar { column += 1 }
      index += 1
    }
    text += bytes[start..<index]
  }

  private mutating func readQuoted(into text: inout [UInt8]) throws(Diagnostic) {
    let opening = (line, column)
    index += 1
    column += 1
    var start = index
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case .doubleQuote:
        text += bytes[start..<index]
        index += 1
        column += 1
        guard index < bytes.count, bytes[index] == .doubleQuote else { return try checkCellEnds(opening) }
        // The second of two quotes belongs to the text.
        start = index
        index += 1
        column += 1
      case .lineFeed, .carriageReturn:
        skipLineBreak()
      default:
        if !byte.continuesScalar { column += 1 }
        index += 1
      }
    }
    throw fault("csv/unclosed-quote", at: opening, "这个单元格开头的引号没有收尾", "请在单元格末尾补上半角双引号；内容里的半角双引号要写两遍")
  }

  private func checkCellEnds(_ opening: (Int, Int)) throws(Diagnostic) {
    guard index < bytes.count else { return }
    let byte = bytes[index]
    guard byte != delimiter, byte != .lineFeed, byte != .carriageReturn else { return }
    throw fault(
      "csv/after-quote", at: (line, column), "引号已经收尾，后面却还有内容（单元格从第 \(opening.0) 行第 \(opening.1) 列开始）",
      "内容里的半角双引号要写两遍，或改用中文引号；也请检查是否漏了逗号")
  }

  private mutating func skipDelimiter() -> Bool {
    guard index < bytes.count, bytes[index] == delimiter else { return false }
    index += 1
    column += 1
    return true
  }

  private mutating func skipLineBreak() {
    guard index < bytes.count else { return }
    let isPair = bytes[index] == .carriageReturn && index + 1 < bytes.count && bytes[index + 1] == .lineFeed
    index += isPair ? 2 : 1
    line += 1
    column = 1
  }

  private func fault(
    _ rule: String, at position: (line: Int, column: Int), _ message: String, _ hint: String
  ) -> Diagnostic {
    Diagnostic(.error, rule, at: Place(file, line: position.line, column: position.column), message, hint: hint)
  }

  /// A tab where the first 20 lines have more tabs than commas outside quotes, else a comma.
  private static func delimiter(of text: [UInt8]) -> UInt8 {
    var (commas, tabs, lines) = (0, 0, 0)
    var isQuoted = false
    var previous = UInt8.lineFeed
    for byte in text {
      switch byte {
      case .doubleQuote where isQuoted: isQuoted = false
      // A quote opens a cell, or is the second of two.
      case .doubleQuote: isQuoted = [.comma, .tab, .lineFeed, .carriageReturn, .doubleQuote].contains(previous)
      case .comma where !isQuoted: commas += 1
      case .tab where !isQuoted: tabs += 1
      case .lineFeed where !isQuoted: lines += 1
      default: break
      }
      if lines == 20 { break }
      previous = byte
    }
    return tabs > commas ? .tab : .comma
  }
}
