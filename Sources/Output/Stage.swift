import Diagnostics
import Glibc
import Synchronization

/// The folder where new files wait until all of them are complete, on the file system of the output.
///
/// It is locked and there as long as this value lives, and so also says that a build of this output is under way; a kill
/// releases the lock.
final class Stage: Sendable {
  let folder: Folder
  private let parent: Folder
  private let name: String
  private let fileSystem: FileSystem
  private let isThere = Atomic(true)

  /// Makes the stage, or takes over what a killed build left.
  ///
  /// It stands beside the output; inside it only where there is no other way, as the output is mounted by itself or
  /// its parent may not be written.
  init(for output: OutputFolder, _ fileSystem: FileSystem) throws(Diagnostic) {
    guard let beside = try fileSystem.openFolder(output.parent, toLookUp: true, label: output.parent) else {
      throw Diagnostic(.openFolder, refusedWith: ENOENT, at: output.parent)
    }
    if let target = try fileSystem.openFolder(output.path, label: output.given),
      try !Self.reaches(target, from: beside, fileSystem)
    {
      (parent, name) = (target, ".fuwen-stage")
    } else {
      (parent, name) = (beside, ".\(output.name).fuwen-stage")
    }
    self.fileSystem = fileSystem
    folder = try Self.take(name, in: parent, for: output, fileSystem)
    do throws(Diagnostic) {
      try clear("")
    } catch {
      guard error.rule == "system/permission" else { throw error }
      throw Diagnostic(
        .error, "system/leftover", at: Place(FileName(name, in: parent).description),
        "这是中断的生成留下的临时文件夹，没有权限清理", hint: "它可能属于另一个用户；请删除这个文件夹，再重新生成")
    }
  }

  /// Whether what is staged in `beside` can be moved into `target`.
  private static func reaches(
    _ target: Folder, from beside: Folder, _ fileSystem: FileSystem
  ) throws(Diagnostic) -> Bool {
    guard try fileSystem.allowsWriting(beside) else { return false }
    return try fileSystem.status(of: target).st_dev == fileSystem.status(of: beside).st_dev
  }

  deinit { discard() }

  private static func take(
    _ name: String, in parent: Folder, for output: OutputFolder, _ fileSystem: FileSystem
  ) throws(Diagnostic) -> Folder {
    while true {
      try fileSystem.makeFolder(name, in: parent)
      guard let folder = try fileSystem.openFolder(name, in: parent, label: output.given) else { continue }
      guard try fileSystem.lock(folder) else {
        throw Diagnostic(
          .error, "system/output-busy", at: Place(output.given), "另一次生成正在写这个输出文件夹", hint: "请等它结束后再生成")
      }
      // Who held it before may have removed or moved it in the meantime.
      if let named = try fileSystem.status(of: name, in: parent), try named.isSame(as: fileSystem.status(of: folder)) {
        return folder
      }
    }
  }

  func writeManifest(_ paths: Set<String>, as name: String = Manifest.name) throws(Diagnostic) {
    let file = try create(name)
    try Manifest.text(of: paths).span.bytes.withUnsafeBytes { (bytes) throws(Diagnostic) in
      try fileSystem.write(bytes, to: file)
    }
    try fileSystem.close(file)
  }

  /// A new file, with the folders above it. Several threads may make one at once.
  func create(_ path: String) throws(Diagnostic) -> File {
    if let file = try fileSystem.create(path, in: folder) { return file }
    for above in OutputPath.folders(above: path) { try fileSystem.makeFolder(above, in: folder) }
    if let file = try fileSystem.create(path, in: folder) { return file }
    throw Diagnostic(.create, refusedWith: ENOENT, at: FileName(path, in: folder).description)
  }

  /// A new file that goes away with its last owner, be it by a kill.
  func createUnnamed() throws(Diagnostic) -> File {
    let name = ".scratch"
    let file = try create(name)
    try fileSystem.removeFile(name, in: folder)
    return file
  }

  /// The whole stage becomes the output, which does not exist yet.
  func become(_ output: OutputFolder) throws(Diagnostic) {
    try fileSystem.move(name, in: parent, to: output.name, in: parent)
    isThere.store(false, ordering: .sequentiallyConsistent)
  }

  /// Removes the stage, unless that has been done. What cannot be removed waits for the next build.
  func discard() {
    guard isThere.exchange(false, ordering: .sequentiallyConsistent) else { return }
    try? clear("")
    try? fileSystem.removeFolder(name, in: parent)
  }

  private func clear(_ path: String) throws(Diagnostic) {
    for entry in try fileSystem.list(path, in: folder) {
      let inner = OutputPath.join(path, entry.name)
      if entry.kind == .folder {
        try clear(inner)
        try fileSystem.removeFolder(inner, in: folder)
      } else {
        try fileSystem.removeFile(inner, in: folder)
      }
    }
  }
}
