/// Writes cells of CSV (RFC 4180).
package enum CSVText {
  /// Excel and WPS take a file for UTF-8 only with this in front.
  package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// - Parameter isFormulaSafe: whether a cell that a spreadsheet would take for a formula gets an apostrophe in front
  ///   (OWASP, "CSV Injection"), as is right for all that is published.
  package static func write(_ text: String, isFormulaSafe: Bool = true, into bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { text in
      let needsQuotes = text.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 < 0x20 }
      if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
      if isFormulaSafe, formulaStarts.contains(where: { $0[0] == text.first && text.starts(with: $0) }) {
        bytes.append(UInt8(ascii: "'"))
      }
      var rest = text[...]
      while let quote = rest.firstIndex(of: UInt8(ascii: "\"")) {
        bytes += rest[...quote]
        bytes.append(UInt8(ascii: "\""))
        rest = rest[(quote + 1)...]
      }
      bytes += rest
      if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
    }
  }

  private static let formulaStarts = "=+-@\t\r\n|%＝＋－＠".unicodeScalars.map { Array(String($0).utf8) }
}
