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
  /// The folder that no other build may hold, be it for another output.
  private let content: Folder?

  /// The output `folder` need not exist, but its parent must; a symbolic link is followed. It may neither lie in one
  /// of the `sources`, such as `content` and `templates`, nor hold one.
  ///
  /// - Parameter content: a folder, if it is there, with files that a build reads at its beginning and replaces at its end.
  /// - Throws: `system/…`; among them `system/output-busy` when another build writes the same output, and
  ///   `system/content-busy` when one holds the same content.
  package init(
    _ folder: String, apartFrom sources: [String] = [], holding content: String? = nil, mode: Mode = .write,
    fileSystem: FileSystem = .real
  ) throws(Diagnostic) {
    self.fileSystem = fileSystem
    output = try OutputFolder(folder, apartFrom: sources, fileSystem)
    // Before a look at the output, as it holds off other builds.
    stage = mode == .write ? try Stage(for: output, fileSystem) : nil
    self.content = if mode == .write, let content { try Self.hold(content, fileSystem) } else { nil }
    target = try fileSystem.openFolder(output.path, label: output.given)
    listed = if let target { try Manifest.read(in: target, fileSystem) } else { nil }
  }

  private static func hold(_ content: String, _ fileSystem: FileSystem) throws(Diagnostic) -> Folder? {
    guard let path = try fileSystem.resolve(content), let folder = try fileSystem.openFolder(path, label: content)
    else {
      return nil
    }
    // Where the file system has no locks for folders, as some shares, nobody is held off.
    guard (try? fileSystem.lock(folder)) == false else { return folder }
    throw Diagnostic(
      .error, "system/content-busy", at: Place(content), "另一次生成正在用这份原稿", hint: "请等它结束后再生成；两次一起写，公开历史会丢掉一次")
  }

  /// Puts one file. Several threads may do so at once.
  ///
  /// `path` is relative to the output, with `/` between its parts, none of which starts with a dot.
  ///
  /// - Returns: the digest of its bytes.
  /// - Throws: `output/…` when the path cannot be used, `system/…` when the file cannot be compared or written.
  @discardableResult
  package func put(_ path: String, _ bytes: RawSpan) throws(Diagnostic) -> Digest {
    try put(path) { (draft) throws(Diagnostic) in
      try bytes.withUnsafeBytes { (bytes) throws(Diagnostic) in try draft.append(bytes) }
    }
  }

  /// Puts a copy of the file at `source`, which is read piece by piece. Otherwise as `put`.
  @discardableResult
  package func copy(_ source: String, to path: String) throws(Diagnostic) -> Digest {
    try put(path) { (draft) throws(Diagnostic) in
      try SourceFile(source, fileSystem).read(fileSystem) { (piece) throws(Diagnostic) in try draft.append(piece) }
    }
  }

  /// Puts a file that `make` appends piece by piece. Otherwise as `put`.
  @discardableResult
  package func put(
    _ path: String, _ make: (inout Draft) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> Digest {
    do throws(Diagnostic) {
      if let fault = OutputPath.fault(in: path) {
        throw Diagnostic(.error, "output/path", at: Place(path), "网址“\(path)”不能用：\(fault)", hint: "请改正网址")
      }
      try claims.withLock { (claims) throws(Diagnostic) in try claims.claim(path) }
      var draft = Draft(path, besides: try present(path), in: self)
      try draft.begin()
      try make(&draft)
      let (finding, digest) = try draft.finish()
      claims.withLock { $0.note(path, finding) }
      return digest
    } catch {
      _ = claims.withLock { $0.fail(error) }
      throw error
    }
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
