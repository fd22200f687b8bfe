/// Addresses within the column: relative to its root, with forward slashes.
enum Address {
  /// What leads from a page back to the column's root: nothing, `../`, `../../`.
  static func root(of address: String) -> String {
    String(repeating: "../", count: address.utf8.count { $0 == UInt8(ascii: "/") })
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
