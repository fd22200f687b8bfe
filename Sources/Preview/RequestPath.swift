import Diagnostics

/// The path of a request as it came (RFC 9112 §3.2), and the file that it means.
enum RequestPath {
  /// Relative, with forward slashes, as names of files are; empty for the root. `nil` for whatever could lead elsewhere.
  static func file(_ target: String) -> String? {
    guard target.hasPrefix("/"), let path = PercentText.decoded(target.dropFirst(), isStrict: true) else { return nil }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = !parts.contains(".") && !parts.contains("..") && !parts.dropLast().contains("")
    // Controls, NUL among them, are in no name that is served.
    return isPlain && path.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") } ? path : nil
  }
}
