import Diagnostics

/// The rules for paths in the output: relative, parts divided by `/`, every part a plain visible name.
enum OutputPath {
  /// What is wrong with `path`, in Chinese, or `nil` when it may be used.
  static func fault(in path: String) -> String? {
    var length = 0
    var previous = UInt8(ascii: "/")
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "/"):
        if length == 0 { return path.utf8.first == byte ? "不能以“/”开头" : "有空的一段" }
        length = 0
      case UInt8(ascii: ".") where length == 0:
        return "有以“.”开头的一段"
      case 0..<0x20, 0x7F:
        return "含有控制字符"
      default:
        length += 1
        if length > 255 { return "有一段超过 255 个字节" }
      }
      previous = byte
    }
    if previous == UInt8(ascii: "/") { return path.isEmpty ? "是空的" : "以“/”结尾" }
    return path.utf8.count > 4_000 ? "超过 4000 个字节" : nil
  }

  /// The folders above the file at `path`, outermost first: `a`, `a/b` for `a/b/c.html`.
  static func folders(above path: String) -> [String] {
    path.utf8.indices.compactMap { path.utf8[$0] == UInt8(ascii: "/") ? String(path[..<$0]) : nil }
  }

  /// All folders above any of `paths`.
  static func folders(of paths: some Sequence<String>) -> Set<String> {
    var folders = Set<String>()
    for path in paths {
      var folder = parent(of: path)
      while !folder.isEmpty, folders.insert(folder).inserted { folder = parent(of: folder) }
    }
    return folders
  }

  /// The folder that the file or folder at `path` lies in; empty for the output itself.
  static func parent(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
  }

  static func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : folder + "/" + name
  }

  /// The same for two paths that only a file system which tells capitals from small letters can hold side by side.
  static func folded(_ path: String) -> String {
    path.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) } ? path : path.lowercased()
  }
}

extension Set<String> {
  /// Whether it has the path byte for byte: what Unicode holds to be the same are two files.
  func holds(_ path: String) -> Bool { firstIndex(of: path).map { self[$0].utf8.elementsEqual(path.utf8) } ?? false }

  /// The same for all paths.
  func holds(exactly paths: Set<String>) -> Bool { count == paths.count && paths.allSatisfy(holds) }
}
