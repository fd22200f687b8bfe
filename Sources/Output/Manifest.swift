import Diagnostics

/// The list of the files that Fuwen wrote, kept in the output itself: only these are ever replaced or removed.
///
/// Plain text: a line with the version of the format, then one path a line, sorted by code point.
enum Manifest {
  static let name = ".fuwen-manifest"
  private static let header = "fuwen-manifest 1"

  static func text(of paths: Set<String>) -> [UInt8] {
    var text = Array(header.utf8)
    for path in paths.sorted() {
      text.append(UInt8(ascii: "\n"))
      text.append(contentsOf: path.utf8)
    }
    text.append(UInt8(ascii: "\n"))
    return text
  }

  /// The paths that the manifest in `target` lists, `nil` when there is none.
  static func read(in target: Folder, _ fileSystem: FileSystem) throws(Diagnostic) -> Set<String>? {
    guard let file = try fileSystem.open(name, in: target) else { return nil }
    let text = try fileSystem.read(file, from: 0, upTo: try fileSystem.status(of: file).st_size)
    return try paths(in: text[...], named: file.name.description)
  }

  /// Reads what `text(of:)` writes. Users know the manifest as `name`.
  static func paths(in text: ArraySlice<UInt8>, named name: String) throws(Diagnostic) -> Set<String> {
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard let first = lines.first, first.elementsEqual(header.utf8) else {
      throw broken(name, line: 1, "不是这个版本的 Fuwen 写的清单")
    }
    guard lines.last?.isEmpty == true else { throw broken(name, line: lines.count, "清单不完整") }
    var paths = Set<String>(minimumCapacity: lines.count)
    for (index, line) in lines.enumerated().dropFirst().dropLast() {
      guard let path = String(validating: line, as: UTF8.self) else {
        throw broken(name, line: index + 1, "不是 UTF-8 文字")
      }
      if let fault = OutputPath.fault(in: path) { throw broken(name, line: index + 1, "路径\(fault)") }
      paths.insert(path)
    }
    return paths
  }

  private static func broken(_ name: String, line: Int, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, "system/manifest", at: Place(name, line: line), "输出文件夹的清单不能用：\(reason)",
      hint: "请恢复该清单；没有备份时，删除整个输出文件夹后重新生成")
  }
}
