import Diagnostics
import Disclosure
import Loader
import Synchronization

/// A ledger on its way to a file of `content/records/`: CSV with the columns that are read, under their first names.
struct LedgerImport {
  private var rows: [[String?]] = []
  private let dropped = Dropped()

  /// The headers of private columns, which the reader meets.
  private final class Dropped: Sendable {
    let names = Mutex<[String]>([])
  }

  /// - Parameter sheets: the worksheets to read; without any, the first one.
  init(
    _ bytes: [UInt8], _ format: LedgerReader.Format, file: String, sheets: [String],
    reporting diagnostics: inout Diagnostics
  ) {
    let records = LedgerColumns.records
    let columns = LedgerColumns(names: records.names, needed: records.needed) {
      [dropped] header in
      let use = records.use(header)
      // Other lines are tried for the header too, and hold more than names of columns.
      let isName = header.count <= 12 && !header.contains { $0.isWholeNumber || $0 == "：" || $0 == ":" }
      if use == .drop, isName { dropped.names.withLock { if !$0.contains(header) { $0.append(header) } } }
      return use
    }
    var rows: [[String?]] = []
    LedgerReader(columns, sheets: sheets).read(bytes, format, file: file, reporting: &diagnostics) { row, _ in
      if let row { rows.append(row.cells.map { $0?.text }) }
    }
    self.rows = rows
    let names = dropped.names.withLock { $0 }
    if !names.isEmpty {
      diagnostics.warning(
        "import/dropped", at: Place(file), "没有导入：\(names.joined(separator: "、"))", hint: "这些是内部栏目，不会公开；原来的台账请留在单位里")
    }
  }

  var text: [UInt8] {
    let fields = LedgerField.allCases.filter { field in rows.contains { $0[field.rawValue] != nil } }
    var bytes = CSVText.byteOrderMark
    func write(_ cells: [String]) {
      for (index, cell) in cells.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        CSVText.write(cell, isFormulaSafe: false, into: &bytes)
      }
      bytes += "\r\n".utf8
    }
    write(fields.map(\.name))
    for row in rows {
      write(
        fields.map { field in
          let text = row[field.rawValue] ?? ""
          guard field.isDate, let date = CalendarDate(text: text) else { return text }
          return date.description
        })
    }
    return bytes
  }
}

extension LedgerField {
  fileprivate var isDate: Bool {
    [.assignedOn, .dueOn, .extendedTo, .assistSentOn, .repliedOn, .publishedOn].contains(self)
  }
}
