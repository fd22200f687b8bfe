import Diagnostics
import Disclosure
import Spreadsheet

/// The 统计表 as a sheet: title, unit and month, two rows of headings, and the body, with the form's merged cells.
struct FormSheet {
  private let form: SummaryForm
  /// Of the columns.
  private let widths: [Double]

  init(_ form: SummaryForm) {
    self.form = form
    widths = Self.widths(of: form)
  }

  /// The rows above the body.
  private static let (titleRow, unitRow, groupRow, columnRow, bodyRow) = (0, 1, 2, 3, 4)

  func write(to sheet: Sheet) throws(Diagnostic) {
    for (column, width) in widths.enumerated() { try sheet.setWidth(width, ofColumn: column) }
    try writeTitle(to: sheet)
    try writeHeadings(to: sheet)
    for (index, row) in form.body.enumerated() {
      for cell in row {
        let (value, style) = content(cell.content)
        try sheet.put(value, row: Self.bodyRow + index, column: cell.column, rows: cell.rows, style)
      }
    }
    try setHeights(of: sheet)
    sheet.setPages(.a3, isLandscape: true)
  }

  private func writeTitle(to sheet: Sheet) throws(Diagnostic) {
    let title = Style {
      $0.isBold = true
      $0.size = 18
      $0.alignment = .center
      $0.hasBorder = false
    }
    let line = Style {
      $0.hasBorder = false
      $0.wraps = false
    }
    let half = form.columnCount / 2
    try sheet.put(.text(form.title), row: Self.titleRow, column: 0, columns: form.columnCount, title)
    try sheet.put(.text("填报单位：\(form.unit)"), row: Self.unitRow, column: 0, columns: half, line)
    var right = line
    right.alignment = .right
    try sheet.put(
      .text("\(form.date.parts.year)年\(form.date.parts.month)月"), row: Self.unitRow, column: half,
      columns: form.columnCount - half,
      right)
  }

  private func writeHeadings(to sheet: Sheet) throws(Diagnostic) {
    let style = Style {
      $0.isBold = true
      $0.alignment = .center
    }
    var column = 0
    for group in form.groups {
      try sheet.put(
        .text(group.name), row: Self.groupRow, column: column, rows: group.columns.isEmpty ? 2 : 1,
        columns: group.width,
        style)
      for (offset, name) in group.columns.enumerated() {
        try sheet.put(.text(name), row: Self.columnRow, column: column + offset, style)
      }
      column += group.width
    }
  }

  /// Numbers and short texts stand in the middle of their cells.
  private func content(_ content: SummaryForm.Content) -> (Sheet.Value, Style) {
    let centered = Style { $0.alignment = .center }
    switch content {
    case .number(let number): return (.number(Double(number)), centered)
    case .text(""): return (.empty, centered)
    case .text(let text): return (.text(text), text.displayWidth <= 8 ? centered : Style())
    }
  }

  // MARK: - Measures

  /// In characters: narrow for numbers, wide for texts, wider for long ones.
  private static func widths(of form: SummaryForm) -> [Double] {
    var widths = Array(repeating: 8.0, count: form.columnCount)
    for cell in form.body.joined() {
      guard case .text(let text) = cell.content else { continue }
      let length = text.split(separator: "\n").map { String($0).displayWidth }.max() ?? 0
      widths[cell.column] = max(widths[cell.column], min(36, max(12, Double(length) / 6)))
    }
    return widths
  }

  /// Spreadsheet programs do not fit the height of merged cells, so rows get theirs from the texts that they hold.
  private func setHeights(of sheet: Sheet) throws(Diagnostic) {
    let lineHeight = 16.0
    func height(_ text: String, _ column: Int) -> Double {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0.0) { lines, line in
        lines + max(1, (Double(String(line).displayWidth) / (widths[column] - 3)).rounded(.up))
      }
      return lines * lineHeight + 6
    }
    var heights = form.body.map { row in
      row.filter { $0.rows == 1 }.map { height($0.content.text, $0.column) }.max() ?? lineHeight
    }
    // What a cell over several rows needs beyond them is shared among all.
    let needed = form.body.joined().filter { $0.rows > 1 }.map { height($0.content.text, $0.column) }.max() ?? 0
    let missing = max(0, needed - heights.reduce(0, +)) / Double(max(1, heights.count))
    // No row of a sheet is higher than 409 points.
    heights = heights.map { min(409, $0 + missing) }
    try sheet.setHeight(30, ofRow: Self.titleRow)
    try sheet.setHeight(20, ofRow: Self.unitRow)
    try sheet.setHeight(22, ofRow: Self.groupRow)
    try sheet.setHeight(48, ofRow: Self.columnRow)
    for (index, height) in heights.enumerated() { try sheet.setHeight(height, ofRow: Self.bodyRow + index) }
  }
}
