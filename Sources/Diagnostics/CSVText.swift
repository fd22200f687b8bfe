/// Writes cells of CSV (RFC 4180).
package enum CSVText {
  /// Excel and WPS take a file for UTF-8 only with this in front.
  package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// A cell that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV Injection").
  package static func write(_ text: String, into bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { text in
      let needsQuotes = text.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 < 0x20 }
      if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
      if formulaStarts.contains(where: text.starts) { bytes.append(UInt8(ascii: "'")) }
      for byte in text {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
    }
  }

  private static let formulaStarts = "=+-@\t\r\n|%＝＋－＠".unicodeScalars.map { Array(String($0).utf8) }
}
