/// The path of a request as it came (RFC 9112 §3.2), and the file that it means.
enum RequestPath {
  /// Relative, with forward slashes, as names of files are; empty for the root. `nil` for whatever could lead elsewhere.
  static func file(_ target: String) -> String? {
    guard target.hasPrefix("/"), let path = decoded(target.dropFirst()) else { return nil }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = !parts.contains(".") && !parts.contains("..") && !parts.dropLast().contains("")
    // Controls, NUL among them, are in no name that is served.
    return isPlain && path.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") } ? path : nil
  }

  /// `nil` when it is not UTF-8.
  private static func decoded(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%") {
        guard let value = UInt8(Substring(rest.prefix(2)), radix: 16), rest.count >= 2 else { return nil }
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
