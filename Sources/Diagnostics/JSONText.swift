/// Writes JSON strings (RFC 8259); `<`, `>`, `&` and the line separators are escaped too, so that the text may stand in
/// a script element, and all control characters, so that it may be shown on a terminal.
package enum JSONText {
  package static func write(_ text: String, into bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { write($0, into: &bytes) }
  }

  /// Text that is UTF-8 already.
  package static func write(_ text: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var start = 0
    var index = suspect(in: text, from: 0)
    while index < text.count {
      var next = index + 1
      if let escaped = escaped(text, at: index) {
        bytes += text[start..<index]
        bytes += escaped.text.utf8
        next = index + escaped.length
        start = next
      }
      index = suspect(in: text, from: next)
    }
    bytes += text[start...]
    bytes.append(UInt8(ascii: "\""))
  }

  /// The next byte that may have to be escaped; the end of the text where there is none.
  private static func suspect(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index + 10 <= text.count {
      let (eight, third) = (EightBytes(in: text, at: index), EightBytes(in: text, at: index + 2))
      // C1 controls and line separators.
      var marks =
        EightBytes.zeroes(in: eight.difference(from: 0xC2))
        | EightBytes.zeroes(in: eight.difference(from: 0xE2) | third.difference(from: 0xA8, ignoring: 1))
      if !eight.areBeyondASCII {
        marks |=
          eight.marks(below: 0x20) | EightBytes.zeroes(in: eight.difference(from: 0x7F))
          | EightBytes.zeroes(in: eight.difference(from: UInt8(ascii: "\\")))
          // " and &, < and >.
          | EightBytes.zeroes(in: eight.difference(from: UInt8(ascii: "\""), ignoring: 4))
          | EightBytes.zeroes(in: eight.difference(from: UInt8(ascii: "<"), ignoring: 2))
      }
      if marks != 0 { return index + EightBytes.firstPlace(in: marks) }
      index += 8
    }
    while index < text.count, !mayBeEscaped(text[index]) { index += 1 }
    return index
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
  /// Of ASCII.
  var isLetterOrDigit: Bool { 0x30...0x39 ~= self || 0x61...0x7A ~= self | 0x20 }
}
