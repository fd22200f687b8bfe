/// Writes text for XML 1.0.
enum XMLText {
  /// `name` as an element with `text` in it. Characters that no XML document may hold become U+FFFD.
  static func write(_ name: String, _ text: String, into bytes: inout [UInt8]) {
    bytes += "<\(name)>".utf8
    write(text, into: &bytes)
    bytes += "</\(name)>\n".utf8
  }

  static func write(_ text: String, into bytes: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": bytes += "&lt;".utf8
      case ">": bytes += "&gt;".utf8
      case "&": bytes += "&amp;".utf8
      case "\"": bytes += "&quot;".utf8
      // Written as itself it would be read as a line feed.
      case "\r": bytes += "&#13;".utf8
      case "\t", "\n", " "..."\u{FFFD}", "\u{10000}"..."\u{10FFFF}": bytes += String(scalar).utf8
      default: bytes += "\u{FFFD}".utf8
      }
    }
  }
}
