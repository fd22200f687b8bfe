import Diagnostics
import Glibc
import OpenXML

/// Reads the rows of a worksheet that are not empty, one after the other.
struct SheetReader {
  private let reader: XMLReader
  private let rows: SheetRows
  private var merged: MergedCells
  private let file: String

  init(_ sheet: Workbook.Sheet, of workbook: Workbook) throws(Diagnostic) {
    file = workbook.package.file
    rows = SheetRows(of: workbook)
    reader = try XMLReader(sheet.part, of: workbook.package, to: rows)
    let isMerged = try workbook.package.mayContain("mergeCell", in: sheet.part)
    merged = isMerged ? try MergedCells(of: sheet.part, in: workbook.package) : MergedCells()
  }

  /// The rows read so far that the worksheet hides.
  var hiddenRows: [Int] { rows.hiddenRows }

  /// Fills `row` with the next row that has a value; `false` at the end.
  mutating func read(into row: inout TableRow) throws(Diagnostic) -> Bool {
    rows.isComplete = false
    while try reader.advance() {
      if let fault = rows.fault { throw OfficeFault.damaged(file, fault) }
      guard rows.isComplete else { return false }
      swap(&row, &rows.row)
      merged.complete(&row)
      row.countsFrom1904 = rows.is1904
      return true
    }
    return false
  }
}

/// Makes rows of a worksheet's XML (ECMA-376, part 1, section 18.3).
private final class SheetRows: XMLHandler {
  var row = TableRow()
  /// Whether `row` is a row with a value, and not what the next one is made in.
  var isComplete = false
  var fault: String?
  private(set) var hiddenRows: [Int] = []

  private let strings: SharedStrings
  private let formats: NumberFormats
  let is1904: Bool

  private var lastRow = 0
  private var isInRows = false
  private var isHidden = false
  private var isInValue = false
  private var isInline = false
  private var string = CellString()
  private var cell = Cell()
  /// What the cell says, as the file has it.
  private var value: [UInt8] = []

  private struct Cell {
    var column = -1
    var type: CellType = .number
    var style = 0
    var hasFormula = false
    var hasValue = false
  }

  /// In bytes: of the 32,767 characters that Excel allows.
  private static let longestText = 3 * 32_767

  private enum CellType {
    case number, shared, text, boolean, error, date
  }

  init(of workbook: Workbook) {
    strings = workbook.strings
    formats = workbook.formats
    is1904 = workbook.is1904
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard isInRows else {
      if name == "sheetData" { isInRows = true }
      return
    }
    switch name {
    case "c": startCell(attributes)
    case "v": (isInValue, cell.hasValue) = (true, true)
    case "f": cell.hasFormula = true
    case "is": (isInline, cell.hasValue) = (true, true)
    case "row": startRow(attributes)
    default: if isInline { string.start(name) }
    }
  }

  func end(_ name: XMLName) -> Bool {
    guard isInRows else { return true }
    switch name {
    case "c": endCell()
    case "v": isInValue = false
    case "is": isInline = false
    case "row":
      isComplete = !row.cells.isEmpty
      if isComplete, isHidden { hiddenRows.append(row.number) }
    case "sheetData": return false
    default: if isInline { string.end(name) }
    }
    return fault == nil && !isComplete
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) {
    if isInValue {
      value += text
    } else if isInline {
      string.take(text, into: &value)
    }
  }

  // MARK: Rows and cells

  private func startRow(_ attributes: XMLAttributes) {
    row.removeAll()
    row.number = attributes.value("r").map { Int(atol($0)) } ?? lastRow + 1
    isHidden = attributes.isOn("hidden")
    cell.column = -1
    if row.number <= lastRow || row.number > CellReference.maximumRows { fault = "第 \(lastRow) 行之后的行号不对" }
    lastRow = row.number
  }

  private func startCell(_ attributes: XMLAttributes) {
    let column = cell.column + 1
    cell = Cell()
    value.removeAll(keepingCapacity: true)
    cell.column = column
    if let text = attributes.value("r") {
      guard let reference = CellReference(UnsafeBufferPointer(start: text, count: strlen(text)).lazy.map(UInt8.init)),
        reference.column >= row.cells.count
      else {
        fault = "第 \(row.number) 行的单元格位置不对"
        return
      }
      cell.column = reference.column
    }
    if let style = attributes.value("s") { cell.style = Int(atol(style)) }
    guard let type = attributes.value("t") else { return }
    switch XMLName(type) {
    case "s": cell.type = .shared
    case "str", "inlineStr": cell.type = .text
    case "b": cell.type = .boolean
    case "e": cell.type = .error
    case "d": cell.type = .date
    default: break
    }
  }

  private func endCell() {
    let start = row.bytes.count
    var fault: TableRow.Cell.Fault?
    if value.isEmpty {
      // A formula whose result is an empty text has a cell of texts; scripts write an empty number.
      guard cell.hasFormula, !cell.hasValue || cell.type == .number else { return }
      fault = .uncalculated
      // A row of such cells is not empty.
      row.bytes.append(UInt8(ascii: "="))
    } else {
      switch cell.type {
      case .shared: appendShared()
      case .text:
        row.bytes += value
        CellString.decodeEscapes(in: &row.bytes, from: start)
      case .boolean: row.bytes += (value == Array("1".utf8) ? "TRUE" : "FALSE").utf8
      case .error:
        row.bytes += value
        fault = .error
      // A day and a time.
      case .date: row.bytes += value.prefix { $0 != UInt8(ascii: "T") }
      case .number: appendNumber()
      }
      if row.bytes.count == start { return }
    }
    if row.bytes.count - start > Self.longestText {
      self.fault = "第 \(row.number) 行 \(letters(cell.column)) 列的文字超过 32767 字"
      return
    }
    while row.cells.count < cell.column { row.cells.append(TableRow.Cell(range: start..<start)) }
    row.cells.append(TableRow.Cell(range: start..<row.bytes.count, fault: fault))
  }

  private func appendShared() {
    guard let index = Int(String(decoding: value, as: UTF8.self)), strings.append(index, to: &row.bytes) else {
      fault = "第 \(row.number) 行 \(letters(cell.column)) 列的文字找不到"
      return
    }
  }

  private func appendNumber() {
    let format = formats[cell.style]
    let isPlain = value.count <= 15 && value[0] != UInt8(ascii: "0") && value.allSatisfy { (0x30...0x39).contains($0) }
    if format == .number, isPlain {
      row.bytes += value
    } else if let number = Double(String(decoding: value, as: UTF8.self)) {
      row.bytes += format.text(of: number, is1904: is1904).utf8
    } else {
      fault = "第 \(row.number) 行 \(letters(cell.column)) 列的数字不对"
    }
  }
}
