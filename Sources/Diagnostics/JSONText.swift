/// Writes JSON strings (RFC 8259); `<`, `>`, `&` and the line separators are escaped too, so that the text may stand in
/// a script element, and all control characters, so that it may be shown on a terminal.
package enum JSONText {
  package static func write(_ text: String, into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { text in
      var start = 0
      for index in text.indices {
        guard mayBeEscaped(text[index]), let escaped = escaped(text, at: index) else { continue }
        bytes += text[start..<index]
        bytes += escaped.text.utf8
        start = index + escaped.length
      }
      bytes += text[start...]
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func mayBeEscaped(_ byte: UInt8) -> Bool {
    byte < 0x80 ? !byte.isLetterOrDigit : byte == 0xE2 || byte == 0xC2
  }

  /// What stands for the character that begins at an offset and how many bytes it has; `nil` where it stands for itself.
  private static func escaped(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (text: String, length: Int)? {
    let byte = text[index]
    switch byte {
    case UInt8(ascii: "\""): return ("\\\"", 1)
    case UInt8(ascii: "\\"): return ("\\\\", 1)
    case UInt8(ascii: "\n"): return ("\\n", 1)
    case UInt8(ascii: "\r"): return ("\\r", 1)
    case UInt8(ascii: "\t"): return ("\\t", 1)
    case 0x08: return ("\\b", 1)
    case 0x0C: return ("\\f", 1)
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), 0..<0x20, 0x7F:
      return ((byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16), 1)
    case 0xC2 where text[index + 1] < 0xA0: return ("\\u00" + String(text[index + 1], radix: 16), 2)
    case 0xE2 where text[index + 1] == 0x80 && text[index + 2] == 0xA8: return ("\\u2028", 3)
    case 0xE2 where text[index + 1] == 0x80 && text[index + 2] == 0xA9: return ("\\u2029", 3)
    default: return nil
    }
  }

  package static func write(_ list: [String], into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "["))
    for (index, text) in list.enumerated() {
      if index > 0 { bytes += ", ".utf8 }
      write(text, into: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool { 0x30...0x39 ~= self || 0x61...0x7A ~= self | 0x20 }
}
