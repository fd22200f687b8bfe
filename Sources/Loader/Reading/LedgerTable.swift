import Diagnostics

/// Makes ledger rows of a table's rows: finds the header row and picks the cells of the columns that are wanted.
struct LedgerTable {
  /// Among how many rows that are not empty the header row must be.
  private static let headerRows = 20
  /// How many columns may have content; no ledger has that many.
  private static let maximumColumns = 1000

  private let columns: LedgerColumns
  private let file: String
  private let sheet: String?
  private var header: [Column] = []
  private var texts = RepeatedTexts()
  private var rowsBeforeHeader = 0
  /// Whether columns are missing without which no row can be read.
  private(set) var isIncomplete = false
  /// Whether the header row was found.
  var hasHeader: Bool { !header.isEmpty }
  /// Of the rows before the header row, the one with the most cells.
  private var widest: (place: Place, names: [String])?

  private struct Column {
    var name: String
    var use: ColumnUse
    var isReported = false
  }

  init(_ columns: LedgerColumns, file: String, sheet: String? = nil) {
    self.columns = columns
    self.file = file
    self.sheet = sheet
  }

  /// - Throws: for a row with too many columns.
  mutating func take(
    _ row: TableRow, reporting diagnostics: inout Diagnostics, to consume: (LedgerRow?, inout Diagnostics) -> Void
  ) throws(Diagnostic) {
    guard let first = row.cells.indices.first(where: { !row.trimmedCell($0).isEmpty }) else { return }
    if let extra = row.cells.indices.dropFirst(Self.maximumColumns).first(where: { !row.trimmedCell($0).isEmpty }) {
      throw Diagnostic(
        .error, "ledger/too-many-columns", at: place(of: row, extra),
        "\(letters(extra)) 列还有内容：台账最多 \(Self.maximumColumns) 列", hint: "请删去表格右边和台账无关的内容")
    }
    if header.isEmpty {
      rowsBeforeHeader += 1
      if rowsBeforeHeader <= Self.headerRows { takeHeader(row, reporting: &diagnostics) }
      return
    }
    if isIncomplete { return }
    let name = row.name(first)
    if first < header.count, name == header[first].name, repeatsHeader(row) { return }
    if isTotal(name, row) {
      return diagnostics.warning("ledger/total-row", at: place(of: row), "这是合计行，没有当作办理件读取", hint: "请从台账中删去合计行")
    }
    let errors = diagnostics.errorCount
    if let cells = pick(from: row, reporting: &diagnostics) {
      consume(LedgerRow(place: place(of: row), cells: cells, countsFrom1904: row.countsFrom1904), &diagnostics)
    } else if diagnostics.errorCount > errors {
      consume(nil, &diagnostics)
    }
  }

  /// Reports a table in which no header row was found.
  func finish(reporting diagnostics: inout Diagnostics) {
    guard header.isEmpty else { return }
    guard let (place, names) = widest else {
      return diagnostics.error(
        "ledger/empty", at: Place(file, sheet: sheet), "台账是空的", hint: "请填写表头和内容，或删去这个文件")
    }
    let seen = names.prefix(8).map { "“\(abridged($0))”" }.joined() + (names.count > 8 ? "等" : "")
    let needed = "表头要有这些列：\(columns.needs)"
    let isUndivided = names.count == 1 && names[0].contains { "，；;|、".contains($0) }
    diagnostics.error(
      "ledger/no-header", at: place, "前 \(Self.headerRows) 行里没有找到表头；这一行的内容是\(seen)",
      hint: isUndivided ? "各列之间要用半角逗号或制表符隔开；\(needed)" : needed)
  }

  // MARK: Header

  private mutating func takeHeader(_ row: TableRow, reporting diagnostics: inout Diagnostics) {
    let found = row.cells.indices.map { index in
      let name = row.name(index)
      return Column(name: name, use: name.isEmpty ? .unknown : columns.use(name))
    }
    // Of a header with several tiers, the lowest names the columns; those that are merged belong to it too.
    guard !row.isContinued, found.count(where: { $0.use != .unknown }) >= 2 else {
      let names = found.map(\.name).filter { !$0.isEmpty }
      if names.count > widest?.names.count ?? 0 { widest = (place(of: row), names) }
      return
    }
    header = found
    if let missing = columns.missing(among: header.map(\.name).filter { !$0.isEmpty }, at: place(of: row)) {
      isIncomplete = true
      return diagnostics.add(missing)
    }
    for index in header.indices {
      let column = header[index]
      let place = place(of: row, index, field: column.name)
      switch column.use {
      case .unknown where !column.name.isEmpty:
        diagnostics.add(columns.unknown(column.name, at: place))
      case .keep:
        guard let earlier = header[..<index].firstIndex(where: { $0.use == column.use }) else { continue }
        diagnostics.error(
          "ledger/duplicate-column", at: place,
          "\(letters(index)) 列“\(column.name)”和 \(letters(earlier)) 列“\(header[earlier].name)”是同一项内容", hint: "请只保留其中一列")
        header[index].use = .drop
      default:
        continue
      }
    }
  }

  /// Whether a row is the header once more, as where a new printed page begins.
  private func repeatsHeader(_ row: TableRow) -> Bool {
    row.cells.indices.allSatisfy { index in
      let name = row.name(index)
      return name.isEmpty || (index < header.count && name == header[index].name)
    }
  }

  // MARK: Rows

  private func isTotal(_ name: String, _ row: TableRow) -> Bool {
    guard let word = ["合计", "总计", "小计", "共计"].first(where: name.hasPrefix) else { return false }
    let endsThere = name.dropFirst(word.count).first.map { !$0.isLetter } ?? true
    return endsThere && row.cells.indices.count { !row.trimmedCell($0).isEmpty } <= 1 + header.count / 2
  }

  /// The cells by slot; `nil` when the row is at fault or holds nothing that is wanted.
  private mutating func pick(from row: TableRow, reporting diagnostics: inout Diagnostics) -> [LedgerCell?]? {
    var cells = [LedgerCell?](repeating: nil, count: columns.names.count)
    var isEmpty = true
    for (index, cell) in row.cells.enumerated() {
      let text = row.trimmedCell(index)
      if text.isEmpty, cell.fault == nil { continue }
      // Where cells have their places, nothing can have moved.
      if sheet != nil, index >= header.count {
        header += repeatElement(Column(name: "", use: .unknown), count: index + 1 - header.count)
      }
      guard index < header.count else {
        diagnostics.error(
          "ledger/ragged-row", at: place(of: row, index),
          "这一行比表头多出单元格：表头到 \(letters(header.count - 1)) 列为止，\(letters(index)) 列还有内容",
          hint: "内容里有逗号时，请给整个单元格加半角双引号；若确实多一列，请补上表头")
        return nil
      }
      switch header[index].use {
      case .keep(let slot):
        if let fault = cell.fault {
          diagnostics.add(faulty(fault, text, at: place(of: row, index, field: header[index].name), letters(index)))
          return nil
        }
        cells[slot] = LedgerCell(text: texts.text(text), line: cell.line, column: cell.column)
        isEmpty = false
      case .unknown where header[index].name.isEmpty && !header[index].isReported:
        header[index].isReported = true
        diagnostics.warning(
          "ledger/unnamed-column", at: place(of: row, index), "\(letters(index)) 列有内容而没有列名，没有读取",
          hint: "请在表头补上列名，或删去这一列")
      case .drop, .unknown:
        continue
      }
    }
    return isEmpty ? nil : cells
  }

  private func faulty(
    _ fault: TableRow.Cell.Fault, _ text: ArraySlice<UInt8>, at place: Place, _ column: String
  ) -> Diagnostic {
    let cell = "单元格 \(column)\(place.row ?? 0)"
    switch fault {
    case .error:
      return Diagnostic(
        .error, "ledger/error-cell", at: place, "\(cell) 的公式出错（\(String(decoding: text, as: UTF8.self).visible)）",
        hint: "请改正公式，或直接填写内容；不用填的，清空这一格")
    case .uncalculated:
      return Diagnostic(
        .error, "ledger/uncalculated-cell", at: place, "\(cell) 的公式还没有算出结果", hint: "请用 Excel 或 WPS 打开这个文件，保存一次")
    }
  }

  private func place(of row: TableRow) -> Place {
    Place(file, line: row.line, sheet: sheet, row: row.number)
  }

  private func place(of row: TableRow, _ index: Int, field: String? = nil) -> Place {
    let cell = row.cells[index]
    return Place(file, line: cell.line, column: cell.column, sheet: sheet, row: row.number, field: field)
  }
}

extension TableRow {
  fileprivate func trimmedCell(_ index: Int) -> ArraySlice<UInt8> { trimmed(bytes[cells[index].range]) }

  /// A cell's text without any white space, as headers are compared.
  fileprivate func name(_ index: Int) -> String {
    String(decoding: bytes[cells[index].range], as: UTF8.self).withoutBlanks
  }
}

extension String {
  /// Without white space, zero-width spaces and byte order marks.
  var withoutBlanks: String {
    String(unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{200B}" && $0 != "\u{FEFF}" })
  }
}

/// What of a cell may stand in a message: where there is no header, any cell may hold somebody's telephone number.
private func abridged(_ text: String) -> String {
  if text.count(where: \.isNumber) > 4 { return "……" }
  return text.count > 12 ? text.prefix(12) + "……" : text
}
