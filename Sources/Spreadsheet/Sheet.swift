import CXLSXWriter
import Diagnostics

/// A sheet of a workbook. Rows and columns are counted from 0.
package struct Sheet {
  package enum Value {
    case text(String)
    case number(Double)
    case empty
  }

  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let workbook: Workbook

  init(_ sheet: UnsafeMutablePointer<lxw_worksheet>, in workbook: Workbook) {
    self.sheet = sheet
    self.workbook = workbook
  }

  /// Fills a cell; one that reaches over several rows or columns is merged. Text is never taken for a formula.
  package func put(
    _ value: Value, row: Int, column: Int, rows: Int = 1, columns: Int = 1, _ style: Style
  ) throws(Diagnostic) {
    let (row, column, format) = (lxw_row_t(row), lxw_col_t(column), workbook.format(style))
    if rows > 1 || columns > 1 {
      let (lastRow, lastColumn) = (row + lxw_row_t(rows) - 1, column + lxw_col_t(columns) - 1)
      try Workbook.check(worksheet_merge_range(sheet, row, column, lastRow, lastColumn, "", format))
    }
    switch value {
    case .text(let text): try Workbook.check(worksheet_write_string(sheet, row, column, text.cellText, format))
    case .number(let number): try Workbook.check(worksheet_write_number(sheet, row, column, number, format))
    case .empty: try Workbook.check(worksheet_write_blank(sheet, row, column, format))
    }
  }

  /// In characters of the standard font.
  package func setWidth(_ width: Double, ofColumn column: Int) throws(Diagnostic) {
    try Workbook.check(worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), width, nil))
  }

  /// In points.
  package func setHeight(_ height: Double, ofRow row: Int) throws(Diagnostic) {
    try Workbook.check(worksheet_set_row(sheet, lxw_row_t(row), height, nil))
  }

  /// Keeps the first rows in sight, on the screen and on each page.
  package func keepRows(_ count: Int) throws(Diagnostic) {
    worksheet_freeze_panes(sheet, lxw_row_t(count), 0)
    try Workbook.check(worksheet_repeat_rows(sheet, 0, lxw_row_t(count) - 1))
  }

  package enum Paper: UInt8 { case a3 = 8, a4 = 9 }

  /// As many pages as it takes, each as wide as the sheet.
  package func setPages(_ paper: Paper, isLandscape: Bool) {
    worksheet_set_paper(sheet, paper.rawValue)
    if isLandscape { worksheet_set_landscape(sheet) }
    worksheet_fit_to_pages(sheet, 1, 0)
    worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.6)
    worksheet_center_horizontally(sheet)
  }
}
