import Diagnostics
import Glibc

extension ContentFolder {
  /// A folder for a new site, made where there is none.
  ///
  /// - Throws: `usage/folder-taken` when anything is in it.
  package init(empty path: String) throws(Diagnostic) {
    let place = Place(path)
    _ = try Self.makeFolders(path.split(separator: "/"), below: path.hasPrefix("/") ? "/" : "", at: place)
    try self.init(site: path)
    guard let stream = opendir(root) else {
      throw errno == ENOTDIR ? Self.taken("这里已经有一个文件，不是文件夹", at: place) : FileFault.system(errno, at: place)
    }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { throw Self.taken("文件夹不是空的", at: place) }
    }
  }

  private static func taken(_ message: String, at place: Place) -> Diagnostic {
    Diagnostic(.error, "usage/folder-taken", at: place, message + "，什么也没有写", hint: "换一个名称，或者先把里面的东西移走")
  }
}
