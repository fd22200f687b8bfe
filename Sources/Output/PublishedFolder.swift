import Diagnostics
import Glibc
import Integrity

/// A column as it lies in its folder, only to be looked at.
package struct PublishedFolder: Sendable {
  private let folder: Folder
  private let fileSystem: FileSystem

  /// - Throws: `usage/no-column`, when there is no such folder; `system/…`.
  package init(_ given: String, fileSystem: FileSystem = .real) throws(Diagnostic) {
    self.fileSystem = fileSystem
    guard let path = try fileSystem.resolve(given), let folder = try fileSystem.openFolder(path, label: given) else {
      throw Diagnostic(
        .error, "usage/no-column", at: Place(given), "这里还没有成品", hint: "先运行 fuwen build；成品在别处的，用 --output 指明文件夹")
    }
    self.folder = folder
  }

  /// What messages call the file at `path`.
  package func place(of path: String) -> Place { Place(FileName(path, in: folder).description) }

  /// The bytes of the file at `path`; `nil` when there is none.
  package func read(_ path: String) throws(Diagnostic) -> [UInt8]? {
    guard let present = try open(path) else { return nil }
    return try fileSystem.read(present.file, from: 0, upTo: present.size)
  }

  /// The digest of the file at `path`; `nil` when there is none.
  package func digest(of path: String) throws(Diagnostic) -> Digest? {
    guard let present = try open(path) else { return nil }
    let size = present.size
    var digester = Digester()
    try SourceFile(present.file, size: size).read(fileSystem) { (piece) throws(Diagnostic) in digester.add(piece) }
    return digester.finish()
  }

  private func open(_ path: String) throws(Diagnostic) -> PresentFile? {
    // A list that leads out of the column was not written by a build.
    guard OutputPath.fault(in: path) == nil, let file = try fileSystem.open(path, in: folder) else { return nil }
    let status = try fileSystem.status(of: file)
    return status.kind == .file ? PresentFile(file: file, size: status.st_size) : nil
  }

  /// What else lies there, folders with a `/` at their end; hidden names are left out.
  package func others(besides paths: [String]) throws(Diagnostic) -> [String] {
    try Survey(folder, paths: Set(paths), folders: OutputPath.folders(of: paths), listed: [], fileSystem).foreign
  }
}
