import Diagnostics
import Synchronization

/// One build's output: files are put, compared with what is there, and published all together by `finish()`.
///
/// Until then the output is not touched. `finish()` moves complete files in one after another, new ones first and
/// removals last, so that a build killed at any instant leaves every file whole, old or new, and every link alive
/// that a reader can come to from a page that was there before; the next build does the rest.
///
/// Nothing is forced to the disk: `fsync` for each file takes many times as long as the build, one `syncfs` as long
/// again, and after a power cut the next build compares every file to the byte and mends it.
package final class Publication: Sendable {
  package enum Mode: Sendable {
    /// Publish.
    case write
    /// Only find out what would change: nothing is written anywhere.
    case compare
  }

  let output: OutputFolder
  let fileSystem: FileSystem
  /// `nil` when only comparing.
  let stage: Stage?
  /// The output as it was, `nil` when there was none.
  let target: Folder?
  /// What the manifest there lists, `nil` when there is none.
  let listed: Set<String>?
  let claims = Mutex(Claims())

  /// The output `folder` need not exist, but its parent must; a symbolic link is followed. It may neither lie in one
  /// of the `sources`, such as `content` and `templates`, nor hold one.
  ///
  /// - Throws: `system/…`; among them `system/output-busy` when another build writes the same output.
  package init(
    _ folder: String, apartFrom sources: [String] = [], mode: Mode = .write, fileSystem: FileSystem = .real
  ) throws(Diagnostic) {
    self.fileSystem = fileSystem
    output = try OutputFolder(folder, apartFrom: sources, fileSystem)
    // Before a look at the output, as it holds off other builds.
    stage = mode == .write ? try Stage(for: output, fileSystem) : nil
    target = try fileSystem.openFolder(output.path, label: output.given)
    listed = if let target { try Manifest.read(in: target, fileSystem) } else { nil }
  }

  /// Puts one file. Several threads may do so at once.
  ///
  /// `path` is relative to the output, with `/` between its parts, none of which starts with a dot.
  ///
  /// - Throws: `output/…` when the path cannot be used, `system/…` when the file cannot be compared or written.
  package func put(_ path: String, _ bytes: RawSpan) throws(Diagnostic) {
    try bytes.withUnsafeBytes { (bytes) throws(Diagnostic) in try put(path, Bytes(bytes: bytes)) }
  }

  /// Puts a copy of the file at `source`, which is read piece by piece. Otherwise as `put`.
  package func copy(_ source: String, to path: String) throws(Diagnostic) {
    try put(path, SourceFile(source, fileSystem))
  }

  /// Leaves the output as it is and removes what was staged. Done by itself at the end of this value's life.
  package func abandon() { stage?.discard() }

  private func put<C: Content & ~Copyable>(
    _ path: String, _ content: @autoclosure () throws(Diagnostic) -> C
  ) throws(Diagnostic) {
    do throws(Diagnostic) {
      if let fault = OutputPath.fault(in: path) {
        throw Diagnostic(.error, "output/path", at: Place(path), "网址“\(path)”不能用：\(fault)", hint: "请改正网址")
      }
      try claims.withLock { (claims) throws(Diagnostic) in try claims.claim(path) }
      let content = try content()
      let finding = try find(path, content)
      if finding == .same { return }
      // After a failure nothing will be published, and a full disk is worth one message, not one for every page.
      if claims.withLock({ $0.failure != nil }) { return }
      do throws(Diagnostic) {
        try stage?.write(path, content)
      } catch {
        if claims.withLock({ $0.fail(error) }) { throw error }
        return
      }
      claims.withLock { $0.note(path, finding) }
    } catch {
      _ = claims.withLock { $0.fail(error) }
      throw error
    }
  }

  private func find(_ path: String, _ content: borrowing some Content & ~Copyable) throws(Diagnostic) -> Finding {
    guard let target, let file = try fileSystem.open(path, in: target) else { return .absent }
    let status = try fileSystem.status(of: file)
    guard status.kind == .file else {
      throw Diagnostic(
        .error, "system/output-occupied", at: Place(file.name.description), "该处应是文件，却是文件夹或别的东西", hint: "请移走它，或换一个输出文件夹")
    }
    if status.st_size == content.size, try content.equals(file, fileSystem) { return .same }
    guard listed?.contains(path) == true else {
      throw Diagnostic(
        .error, "system/output-foreign", at: Place(file.name.description), "该处已有别人放的文件，内容与要写的不同，没有覆盖它",
        hint: "请移走该文件，或换一个空的输出文件夹")
    }
    return .different
  }
}
