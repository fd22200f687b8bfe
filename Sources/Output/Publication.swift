import Diagnostics
import Integrity
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
  let claims = Mutex(ClaimedPaths())

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
    try put(path) { () throws(Diagnostic) in
      try bytes.withUnsafeBytes { (bytes) throws(Diagnostic) in try settle(path, Bytes(bytes: bytes)) }
    }
  }

  /// Puts a file that `make` appends piece by piece. Otherwise as `put`.
  ///
  /// - Returns: the digest of its bytes.
  @discardableResult
  package func put(
    _ path: String, _ make: (inout Draft) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> Digest {
    var digester = Digester()
    try put(path) { () throws(Diagnostic) in
      var draft = Draft(path, besides: try present(path), in: self)
      try draft.begin()
      try make(&draft)
      let finding = try draft.finish()
      digester = draft.digester
      return finding
    }
    return digester.finish()
  }

  /// Puts a copy of the file at `source`, which is read piece by piece. Otherwise as `put`.
  @discardableResult
  package func copy(_ source: String, to path: String) throws(Diagnostic) -> Digest {
    var digester = Digester()
    try put(path) { () throws(Diagnostic) in
      let file = try SourceFile(source, fileSystem)
      try file.add(to: &digester, fileSystem)
      return try settle(path, file)
    }
    return digester.finish()
  }

  /// The first bytes of what is published at `path`; none when nothing is.
  package func beginning(of path: String, count: Int) throws(Diagnostic) -> [UInt8] {
    guard let target, let file = try fileSystem.open(path, in: target) else { return [] }
    return try fileSystem.read(file, from: 0, upTo: count)
  }

  /// Whether anything will be published.
  package var isWriting: Bool { stage != nil }

  /// Leaves the output as it is and removes what was staged. Done by itself at the end of this value's life.
  package func abandon() { stage?.discard() }

  private func put(_ path: String, settle: () throws(Diagnostic) -> Finding) throws(Diagnostic) {
    do throws(Diagnostic) {
      if let fault = OutputPath.fault(in: path) {
        throw Diagnostic(.error, "output/path", at: Place(path), "网址“\(path)”不能用：\(fault)", hint: "请改正网址")
      }
      try claims.withLock { (claims) throws(Diagnostic) in try claims.claim(path) }
      let finding = try settle()
      claims.withLock { $0.note(path, finding) }
    } catch {
      _ = claims.withLock { $0.fail(error) }
      throw error
    }
  }

  /// Stages `content` where it differs from what is there.
  private func settle(_ path: String, _ content: borrowing some Content & ~Copyable) throws(Diagnostic) -> Finding {
    let finding = try find(path, content)
    if finding != .same { try staging { (stage) throws(Diagnostic) in try stage.write(path, content) } }
    return finding
  }

  /// Writes into the stage, if there is one. After a failure nothing will be published, and a full disk is worth one
  /// message, not one for every page.
  func staging(_ write: (Stage) throws(Diagnostic) -> Void) throws(Diagnostic) {
    guard let stage, claims.withLock({ $0.failure == nil }) else { return }
    do throws(Diagnostic) {
      try write(stage)
    } catch {
      if claims.withLock({ $0.fail(error) }) { throw error }
    }
  }

  private func find(_ path: String, _ content: borrowing some Content & ~Copyable) throws(Diagnostic) -> Finding {
    guard let twin = try present(path) else { return .absent }
    if twin.size == content.size, try content.equals(twin.file, fileSystem) { return .same }
    try requireOwn(path)
    return .different
  }

  /// The output's file at `path`; `nil` when nothing is there.
  func present(_ path: String) throws(Diagnostic) -> PresentFile? {
    guard let target, let file = try fileSystem.open(path, in: target) else { return nil }
    let status = try fileSystem.status(of: file)
    guard status.kind == .file else {
      throw Diagnostic(
        .error, "system/output-occupied", at: Place(file.name.description), "该处应是文件，却是文件夹或别的东西", hint: "请移走它，或换一个输出文件夹")
    }
    return PresentFile(file: file, size: status.st_size)
  }

  /// Throws where the file at `path` is not Fuwen's to replace.
  func requireOwn(_ path: String) throws(Diagnostic) {
    if listed?.holds(path) == true { return }
    throw Diagnostic(
      .error, "system/output-foreign", at: Place(FileName(path, in: target).description), "该处已有别人放的文件，内容与要写的不同，没有覆盖它",
      hint: "请移走该文件，或换一个空的输出文件夹")
  }
}
