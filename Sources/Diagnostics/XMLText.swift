/// Writes text for XML 1.0.
package enum XMLText {
  /// `name` as an element with `text` in it. Characters that no XML document may hold become U+FFFD.
  package static func write(_ name: String, _ text: String, into bytes: inout [UInt8]) {
    bytes += "<\(name)>".utf8
    write(text, into: &bytes)
    bytes += "</\(name)>\n".utf8
  }

  package static func write(_ text: String, into bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { text in
      var start = 0
      for index in text.indices {
        guard text[index] < 0x40 || text[index] == 0xEF, let reference = escaped(text, at: index) else {
          continue
        }
        bytes += text[start..<index]
        bytes += reference.text.utf8
        start = index + reference.length
      }
      bytes += text[start...]
    }
  }

  /// What stands for the character at an offset and how many bytes it has; `nil` where it stands for itself.
  private static func escaped(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (text: String, length: Int)? {
    switch text[index] {
    case UInt8(ascii: "<"): ("&lt;", 1)
    case UInt8(ascii: ">"): ("&gt;", 1)
    case UInt8(ascii: "&"): ("&amp;", 1)
    case UInt8(ascii: "\""): ("&quot;", 1)
    // Written as themselves they would be read as blanks in an attribute, and the last as a line feed anywhere.
    case UInt8(ascii: "\t"): ("&#9;", 1)
    case UInt8(ascii: "\n"): ("&#10;", 1)
    case UInt8(ascii: "\r"): ("&#13;", 1)
    case 0..<0x20: ("\u{FFFD}", 1)
    case 0xEF where text[index + 1] == 0xBF && text[index + 2] >= 0xBE: ("\u{FFFD}", 3)
    default: nil
    }
  }
}
