import Diagnostics
import Glibc

/// A file outside the column that a command writes because its user asked for it.
package enum SingleFile {
  /// Writes the file, or replaces it, in one instant.
  ///
  /// - Parameter sources: folders that it may not lie in.
  /// - Throws: `system/…`.
  package static func write(
    _ bytes: [UInt8], to path: String, apartFrom sources: [String], fileSystem: FileSystem = .real
  ) throws(Diagnostic) {
    let (above, name) = OutputFolder.split(path)
    guard let parent = try fileSystem.resolve(above), !["", ".", ".."].contains(name),
      let folder = try fileSystem.openFolder(parent, toLookUp: true, label: above)
    else {
      throw Diagnostic(
        .error, "system/file-parent", at: Place(path), "这里写不了文件：上级文件夹不存在，或者没有写文件名",
        hint: "请先建立上级文件夹，或检查 --output 的写法")
    }
    if let source = try fileSystem.source(among: sources, holding: OutputFolder.join(parent, name)) {
      throw Diagnostic(
        .error, "system/file-in-source", at: Place(path), "“\(source)”里放的是原稿或成品，内部材料不能写到那里", hint: "请换一个文件夹")
    }
    guard try fileSystem.status(of: name, in: folder)?.kind ?? .file == .file else {
      throw Diagnostic(
        .error, "system/file-occupied", at: Place(path), "该处已有文件夹、链接或别的东西，不是普通文件", hint: "请移走它，或换一个文件名")
    }
    let draft = ".\(name).fuwen"
    try fileSystem.removeFile(draft, in: folder)
    do throws(Diagnostic) {
      guard let file = try fileSystem.create(draft, in: folder, isPublic: false) else {
        throw Diagnostic(.create, refusedWith: ENOENT, at: path)
      }
      try bytes.span.bytes.withUnsafeBytes { (bytes) throws(Diagnostic) in try fileSystem.write(bytes, to: file) }
      try fileSystem.sync(file)
      try fileSystem.close(file)
      try fileSystem.move(draft, in: folder, to: name, in: folder)
    } catch {
      try? fileSystem.removeFile(draft, in: folder)
      throw error
    }
  }
}
