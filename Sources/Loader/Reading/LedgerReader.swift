import Diagnostics
import OpenXML

/// Reads ledgers of any format and hands on the columns that are wanted, row by row.
package struct LedgerReader: Sendable {
  package enum Format: Sendable {
    /// Comma- or tab-separated.
    case csv
    /// A workbook of Excel, WPS or LibreOffice.
    case xlsx
    case yaml
    case json

    /// The format that the end of a file's name says.
    package init?(path: String) {
      switch path.split(separator: ".").last?.lowercased() {
      case "csv", "tsv": self = .csv
      case "xlsx": self = .xlsx
      case "yaml", "yml": self = .yaml
      case "json": self = .json
      default: return nil
      }
    }
  }

  private let columns: LedgerColumns
  private let sheets: [String]

  /// - Parameter sheets: the names of the worksheets to read in workbooks; without any, the first one.
  package init(_ columns: LedgerColumns, sheets: [String] = []) {
    self.columns = columns
    self.sheets = sheets
  }

  /// Hands each row of a ledger to `consume`, `nil` for one that is at fault, with the diagnostics to add to.
  ///
  /// The bytes are those of the file, in any encoding that `TextDecoding` knows. A fault in the file's notation is
  /// reported and ends the reading; one in a row is reported and leaves out the row.
  package func read(
    _ bytes: [UInt8], _ format: Format, file: String, reporting diagnostics: inout Diagnostics,
    to consume: (LedgerRow?, inout Diagnostics) -> Void
  ) {
    do throws(Diagnostic) {
      func text() throws(Diagnostic) -> [UInt8] { try TextDecoding.decode(bytes, file: file).bytes }
      switch format {
      case .csv:
        var reader = CSVReader(try text(), file: file)
        var table = LedgerTable(columns, file: file)
        var row = TableRow()
        while try reader.read(into: &row) { try table.take(row, reporting: &diagnostics, to: consume) }
        table.finish(reporting: &diagnostics)
      case .xlsx:
        try OfficePackage.open(bytes, file: file, wanted: Workbook.kind) { (package) throws(Diagnostic) in
          let ledger = WorkbookLedger(try Workbook(package), columns)
          try ledger.read(sheets, reporting: &diagnostics, to: consume)
        }
      case .yaml:
        var records = LedgerRecords(columns, file: file)
        try records.take(YAMLReader.read(text()[...], file: file), reporting: &diagnostics, to: consume)
      case .json:
        var records = LedgerRecords(columns, file: file)
        try records.take(JSONReader.read(text(), file: file), reporting: &diagnostics, to: consume)
      }
    } catch {
      diagnostics.add(error)
    }
  }
}
