/// Addresses within the column: relative to its root, with forward slashes.
enum Address {
  /// What leads from a page back to the column's root: nothing, `../`, `../../`.
  static func root(of address: String) -> String {
    String(repeating: "../", count: address.utf8.count { $0 == UInt8(ascii: "/") })
  }

  /// Percent-encodes what may not stand in the path of a URL (RFC 3986, `pchar` and `/`).
  static func percentEncoded(path: String) -> String { percentEncoded(path, keeping: pathBytes) }

  /// Percent-encodes everything but RFC 3986's unreserved characters.
  static func percentEncoded(component: String) -> String { percentEncoded(component, keeping: componentBytes) }

  private static let pathBytes = Array("-._~!$()*+,;=:@/".utf8)
  private static let componentBytes = Array("-._~".utf8)

  private static func percentEncoded(_ text: String, keeping kept: [UInt8]) -> String {
    if text.utf8.allSatisfy({ isLetterOrDigit($0) || kept.contains($0) }) { return text }
    var encoded: [UInt8] = []
    for byte in text.utf8 {
      if isLetterOrDigit(byte) || kept.contains(byte) {
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

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  /// The text behind percent signs; `nil` when it is not UTF-8.
  static func percentDecoded(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// A relative path from a file's folder, without `.` and `..`; `nil` when it leads out of the site.
  static func resolve(_ path: String, from file: String) -> String? {
    var parts = file.split(separator: "/").dropLast().map(String.init)
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      switch part {
      case "", ".": continue
      case "..":
        guard parts.popLast() != nil else { return nil }
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}
