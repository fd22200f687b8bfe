/// Percent-encoding in addresses (RFC 3986, section 2.1).
package enum PercentText {
  /// Encodes what may not stand in the path of a URL (`pchar` and `/`).
  package static func encoded(path: String) -> String { encoded(path, keeping: pathBytes) }

  /// Encodes everything but the unreserved characters.
  package static func encoded(component: String) -> String { encoded(component, keeping: componentBytes) }

  private static let pathBytes = Array("-._~!$()*+,;=:@/".utf8)
  private static let componentBytes = Array("-._~".utf8)

  private static func encoded(_ text: String, keeping kept: [UInt8]) -> String {
    if text.utf8.allSatisfy({ $0.isLetterOrDigit || kept.contains($0) }) { return text }
    var encoded: [UInt8] = []
    for byte in text.utf8 {
      if byte.isLetterOrDigit || kept.contains(byte) {
        encoded.append(byte)
      } else {
        encoded += [UInt8(ascii: "%"), hexDigit(byte >> 4), hexDigit(byte & 15)]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }

  /// The text behind the codes; `nil` when it is not UTF-8.
  ///
  /// - Parameter isStrict: whether a sign that begins no code makes it `nil` too, and does not stand for itself.
  package static func decoded(_ text: Substring, isStrict: Bool = false) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%") {
        let digits = rest.prefix(2)
        // A number may have a sign, a code has none.
        if digits.count == 2, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
          let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
        {
          bytes.append(value)
          rest = rest.dropFirst(2)
          continue
        }
        if isStrict { return nil }
      }
      bytes.append(byte)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
