import Diagnostics
import Glibc

/// The sites in and below a folder: every folder with `content/site.yaml` that lies in no other site. Symbolic links are
/// not followed, hidden folders not entered.
package struct SiteFolders {
  /// The sites' paths, which begin as the user named the folder, in the order of their bytes.
  package private(set) var paths: [String] = []
  /// What could not be looked into.
  package private(set) var diagnostics = Diagnostics()
  private var pending: [String] = []

  package init(below folder: String) {
    let name = String(folder.reversed().drop { $0 == "/" }.reversed())
    pending = [name.isEmpty ? "/" : name]
    while let path = pending.popLast() { visit(path) }
    paths.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private mutating func visit(_ path: String) {
    if access(path + "/" + SettingsReader.file, F_OK) == 0 { return paths.append(path) }
    guard let stream = opendir(path) else {
      // What is not there, or has gone meanwhile, holds no site.
      if errno != ENOENT, errno != ENOTDIR { diagnostics.add(FileFault.system(errno, at: Place(path))) }
      return
    }
    defer { closedir(stream) }
    errno = 0
    while let entry = readdir(stream) {
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      take(bytes, in: path, dirfd(stream))
      errno = 0
    }
    if errno != 0 { diagnostics.add(FileFault.system(errno, at: Place(path))) }
  }

  private mutating func take(_ bytes: [UInt8], in path: String, _ descriptor: CInt) {
    guard bytes.first != UInt8(ascii: ".") else { return }
    let name = String(decoding: bytes, as: UTF8.self)
    var status = stat()
    guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      if !name.utf8.elementsEqual(bytes) { diagnostics.add(FileFault.nameNotUTF8(bytes, in: path)) }
      return
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { return }
    pending.append(path == "." ? name : path == "/" ? "/" + name : path + "/" + name)
  }
}
