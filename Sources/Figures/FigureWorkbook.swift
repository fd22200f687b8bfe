import Diagnostics
import Disclosure
import Spreadsheet

/// The figures as XLSX: the 统计表 as it is sent up, then the figures, the units and the classes.
package struct FigureWorkbook {
  private let form: SummaryForm
  private let table: FigureTable
  private let statistics: Statistics
  private let units: [(name: String, figures: Statistics)]
  private let asOf: CalendarDate

  /// - Parameter units: the figures of each unit in the scope.
  package init(
    _ form: SummaryForm, table: FigureTable, statistics: Statistics, units: [(name: String, figures: Statistics)],
    asOf: CalendarDate
  ) {
    self.form = form
    self.table = table
    self.statistics = statistics
    self.units = units
    self.asOf = asOf
  }

  /// - Throws: `system/spreadsheet`.
  package func bytes() throws(Diagnostic) -> [UInt8] {
    let workbook = try Workbook(title: form.title, author: form.unit, created: Int(asOf.dayNumber) * 86_400)
    try FormSheet(form).write(to: try workbook.addSheet("统计表"))
    let figures = table.sections.flatMap { section in
      section.lines.map { line in
        [
          .text(section.name), .text(line.name), .text(line.code), number(line.value), number(line.whole),
          number(line.percent),
        ]
      }
    }
    try write(
      figures, under: Array(FigureTable.columns.dropLast()) + ["百分比（%）"], widths: [22, 34, 36, 10, 10, 12],
      notes: table.sections.compactMap { section in section.note.map { "\(section.name)：\($0)" } },
      to: try workbook.addSheet("数据"))
    try write(
      units.map { unit in [.text(unit.name)] + Self.unitColumns.map { $0.value(unit.figures) } },
      under: ["承办单位"] + Self.unitColumns.map(\.heading),
      widths: [34] + Self.unitColumns.map { _ in 12 }, to: try workbook.addSheet("承办单位"))
    try write(
      classes, under: ["方案", "代码", "名称", "含义", "件数", "分母", "占比（%）"], widths: [18, 8, 30, 46, 10, 10, 12],
      notes: statistics.results.compactMap { results in results.roundingNote.map { "\(results.scheme.name)：\($0)" } },
      to: try workbook.addSheet("答复类别"))
    return try workbook.finish()
  }

  // MARK: - Further sheets

  private struct UnitColumn: Sendable {
    let heading: String
    let value: @Sendable (Statistics) -> Sheet.Value

    init(_ heading: String, _ value: @escaping @Sendable (Statistics) -> Sheet.Value) {
      self.heading = heading
      self.value = value
    }

    init(_ rate: Rate) { self.init("\(rate.name)（%）") { number($0[rate].percentNumber) } }
  }

  private static let unitColumns =
    [UnitColumn("承办总数") { number($0.total) }]
    + Role.allCases.map { role in UnitColumn(role.rawValue) { number($0.count(of: role)) } }
    + [
      UnitColumn("应答复") { number($0.answering) }, UnitColumn("已答复") { number($0.answered.n) },
      UnitColumn(.answered), UnitColumn(.onTime), UnitColumn(.satisfied),
      UnitColumn("公开件数") { number($0.disclosure.open) }, UnitColumn(.disclosed),
    ]

  private var classes: [[Sheet.Value]] {
    let classes = statistics.results.flatMap { results in
      zip(results.scheme.classes, results.shares).map { result, share -> [Sheet.Value] in
        [
          .text(results.scheme.name), .text(result.code), .text(result.label), .text(result.meaning), number(share.n),
          number(share.d), number(share.percentNumber),
        ]
      }
    }
    return classes + [[.text("未分类"), .empty, .empty, .empty, number(statistics.unclassified), .empty, .empty]]
  }

  private func write(
    _ rows: [[Sheet.Value]], under headings: [String], widths: [Double], notes: [String] = [], to sheet: Sheet
  ) throws(Diagnostic) {
    let heading = Style {
      $0.isBold = true
      $0.alignment = .center
    }
    let text = Style()
    let number = Style { $0.alignment = .right }
    for (column, name) in headings.enumerated() {
      try sheet.put(.text(name), row: 0, column: column, heading)
      try sheet.setWidth(widths[column], ofColumn: column)
    }
    for (row, cells) in rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        let style = if case .text = cell { text } else { number }
        try sheet.put(cell, row: row + 1, column: column, style)
      }
    }
    for (index, note) in notes.enumerated() {
      try sheet.put(.text("注：\(note)"), row: rows.count + 1 + index, column: 0, columns: headings.count, text)
    }
    try sheet.keepRows(1)
    sheet.setPages(.a4, isLandscape: true)
  }
}

private func number(_ value: Int?) -> Sheet.Value { value.map { .number(Double($0)) } ?? .empty }

private func number(_ text: String?) -> Sheet.Value { text.flatMap(Double.init).map(Sheet.Value.number) ?? .empty }
