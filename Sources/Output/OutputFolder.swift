import Diagnostics

/// The folder that a build writes, found and checked before anything is done.
struct OutputFolder: Sendable {
  /// As the user gave it, for messages.
  let given: String
  /// Absolute, free of symbolic links.
  let parent: String
  let name: String

  var path: String { Self.join(parent, name) }

  /// The output may neither lie in one of the `sources` nor hold one; those that do not exist count for nothing.
  init(_ given: String, apartFrom sources: [String], _ fileSystem: FileSystem) throws(Diagnostic) {
    var given = given
    while given.count > 1, given.hasSuffix("/") { given.removeLast() }
    self.given = given
    if let real = try fileSystem.resolve(given) {
      (parent, name) = Self.split(real)
      guard !name.isEmpty, try fileSystem.status(of: real)?.kind == .folder else {
        throw Diagnostic(
          .error, "system/output-is-file", at: Place(given), "输出位置是文件或磁盘的根，不是可用的文件夹", hint: "请换一个输出文件夹")
      }
    } else {
      let above: String
      (above, name) = Self.split(given)
      guard let real = try fileSystem.resolve(above), !["", ".", ".."].contains(name) else {
        throw Diagnostic(
          .error, "system/output-parent", at: Place(given), "输出文件夹的上级文件夹不存在",
          hint: "请先建立上级文件夹，或检查 --output 的写法")
      }
      parent = real
      guard try fileSystem.status(of: path) == nil else {
        throw Diagnostic(
          .error, "system/output-link", at: Place(given), "输出文件夹是符号链接，但它指向的文件夹不存在",
          hint: "请建立它指向的文件夹，或删除该链接")
      }
    }
    for source in sources {
      guard let real = try fileSystem.resolve(source) else { continue }
      guard !Self.lies(path, in: real), !Self.lies(real, in: path) else {
        throw Diagnostic(
          .error, "system/output-in-source", at: Place(given), "输出文件夹与“\(source)”重叠，生成会混入或覆盖原稿",
          hint: "请换一个单独的输出文件夹，例如 public")
      }
    }
  }

  static func split(_ path: String) -> (parent: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let parent = path[..<slash]
    return (parent.isEmpty ? "/" : String(parent), String(path[path.index(after: slash)...]))
  }

  static func join(_ parent: String, _ name: String) -> String {
    parent == "/" ? "/" + name : parent + "/" + name
  }

  static func lies(_ inner: String, in outer: String) -> Bool {
    inner == outer || inner.hasPrefix(outer == "/" ? "/" : outer + "/")
  }
}

extension FileSystem {
  /// The first of some folders in which a file or folder would lie, whose path is absolute and free of symbolic links;
  /// also of folders that are not there yet.
  func source(among folders: [String], holding path: String) throws(Diagnostic) -> String? {
    for folder in folders {
      let (above, name) = OutputFolder.split(folder)
      let place =
        if let real = try resolve(folder) { real } else { try resolve(above).map { OutputFolder.join($0, name) } }
      if let place, OutputFolder.lies(path, in: place) { return folder }
    }
    return nil
  }
}
