import Diagnostics

extension [UInt8] {
  mutating func append(_ text: StaticString) {
    append(contentsOf: Bytes(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(_ text: String) { append(contentsOf: text.utf8) }

  /// Begins a new line, unless at the beginning of one.
  mutating func beginLine() {
    if let last, last != UInt8(ascii: "\n") { append(UInt8(ascii: "\n")) }
  }

  /// Appends text for the content of an element or an attribute value in double quotes.
  mutating func append(escaped text: Bytes) {
    var start = 0
    while start < text.count {
      let end = text.firstToEscape(from: start)
      append(contentsOf: text[rebased: start..<end])
      guard end < text.count else { return }
      switch text[end] {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: ">"): append("&gt;")
      default: append("&quot;")
      }
      start = end + 1
    }
  }

  mutating func append(escaped text: String) {
    var text = text
    text.withUTF8 { append(escaped: $0) }
  }

  /// Appends an address for an attribute value in double quotes, percent-encoded as far as it is not yet, the way
  /// libcmark-gfm does it.
  mutating func append(address: String) {
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        append(byte)
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "'"): append("&#x27;")
      default:
        if Self.addressPunctuation.utf8.contains(byte) {
          append(byte)
        } else {
          append(UInt8(ascii: "%"))
          append(Self.hexDigit(byte >> 4))
          append(Self.hexDigit(byte & 0xF))
        }
      }
    }
  }

  private static let addressPunctuation = "-_.+!*(),%#@?=;:/$~"

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}

extension Bytes {
  /// The first byte at or after `start` that HTML gives a meaning.
  fileprivate func firstToEscape(from start: Int) -> Int {
    var index = start
    while index < count {
      if index + 8 <= count, EightBytes(in: self, at: index).areBeyondASCII {
        index += 8
        continue
      }
      switch self[index] {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): return index
      default: index += 1
      }
    }
    return index
  }
}
