import Diagnostics
import Disclosure

/// `data/records.json` and `data/records.csv`: the published assignments with the fields of `RecordField.all`.
enum RecordFile {
  static let jsonAddress = "data/records.json"
  static let csvAddress = "data/records.csv"
  private static let pieceSize = 1 << 16

  /// Writes each record behind what `bytes` holds, and hands that on piece by piece, since there may be a million.
  private static func writeRecords(
    of column: PublishedColumn, into bytes: inout [UInt8], handingOn handOn: Renderer.PieceTaker,
    _ write: (DataRecord, inout [UInt8]) -> Void
  ) throws(Diagnostic) {
    func take(_ record: DataRecord) throws(Diagnostic) {
      write(record, &bytes)
      if bytes.count >= pieceSize { try handOn(&bytes) }
    }
    for item in column.items {
      for assignment in item.answers + item.assistance {
        try take(DataRecord(proposal: item.proposal, assignment: assignment, address: item.proposal.key.address))
      }
    }
    for mention in column.mentions {
      try take(DataRecord(proposal: mention.proposal, assignment: mention.assignment, address: ""))
    }
  }

  // MARK: - JSON

  /// An array of objects, one a line, with every field in the same order; dates are ISO 8601, unknown numbers null.
  static func writeJSON(
    _ column: PublishedColumn, into bytes: inout [UInt8], handingOn handOn: Renderer.PieceTaker
  ) throws(Diagnostic) {
    bytes += "[".utf8
    var separator = "\n"
    try writeRecords(of: column, into: &bytes, handingOn: handOn) { record, bytes in
      bytes += separator.utf8
      separator = ",\n"
      write(record, into: &bytes)
    }
    bytes += "\n]\n".utf8
  }

  /// One record as a JSON object.
  static func write(_ record: DataRecord, into bytes: inout [UInt8]) {
    // By index: a copy of a field counts five references.
    let fields = RecordField.all
    var comma = "{"
    for index in fields.indices {
      bytes += comma.utf8
      comma = ", "
      bytes += fields[index].label
      switch fields[index].value(record) {
      case .text(let text): JSONText.write(text, into: &bytes)
      case .number(let number): bytes += (number.map(String.init) ?? "null").utf8
      case .truth(let truth): bytes += (truth ? "true" : "false").utf8
      case .date(let date): JSONText.write(date?.description ?? "", into: &bytes)
      case .list(let list): JSONText.write(list, into: &bytes)
      }
    }
    bytes += "}".utf8
  }

  // MARK: - CSV

  /// RFC 4180 with a byte order mark, so that Excel and WPS read it as UTF-8; lists are joined with 、.
  static func writeCSV(
    _ column: PublishedColumn, into bytes: inout [UInt8], handingOn handOn: Renderer.PieceTaker
  ) throws(Diagnostic) {
    bytes += CSVText.byteOrderMark
    let fields = RecordField.all
    bytes += fields.map(\.name).joined(separator: ",").utf8
    bytes += "\r\n".utf8
    try writeRecords(of: column, into: &bytes, handingOn: handOn) { record, bytes in
      for index in fields.indices {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        switch fields[index].value(record) {
        case .text(let text): CSVText.write(text, into: &bytes)
        case .number(let number): bytes += (number.map(String.init) ?? "").utf8
        case .truth(let truth): bytes += (truth ? "是" : "否").utf8
        case .date(let date): bytes += (date?.description ?? "").utf8
        case .list(let list): CSVText.write(list.joined(separator: "、"), into: &bytes)
        }
      }
      bytes += "\r\n".utf8
    }
  }
}
