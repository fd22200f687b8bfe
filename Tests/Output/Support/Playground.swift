import Diagnostics
import Foundation
import Glibc
import Output

/// A folder of its own for one test, with an output `public` in it.
final class Playground: Sendable {
  let root: String

  /// In memory, where there is such a file system, many small files are written ten times as fast.
  init(inMemory: Bool = false) throws {
    let memory = "/dev/shm"
    let base = inMemory && access(memory, W_OK) == 0 ? memory : NSTemporaryDirectory()
    let folder = URL(fileURLWithPath: base).resolvingSymlinksInPath().path
    root = folder + "/output-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  var output: String { root + "/public" }

  /// Builds a column of these files.
  @discardableResult
  func build(
    _ files: [String: String], to output: String? = nil, mode: Publication.Mode = .write,
    fileSystem: FileSystem = .real
  ) throws -> Changes {
    let publication = try Publication(output ?? self.output, mode: mode, fileSystem: fileSystem)
    for (path, text) in files.sorted(by: { $0.key < $1.key }) { try publication.put(path, text) }
    return try publication.finish()
  }

  /// The rule and message of the error that building these files ends with.
  func failure(
    _ files: [String: String] = ["index.html": "new"], to output: String? = nil, mode: Publication.Mode = .write,
    fileSystem: FileSystem = .real
  ) -> Diagnostic? {
    do {
      try build(files, to: output, mode: mode, fileSystem: fileSystem)
      return nil
    } catch {
      return error as? Diagnostic
    }
  }

  /// Puts a file there as somebody else would.
  func place(_ path: String, _ text: String) throws {
    let file = URL(fileURLWithPath: root + "/" + path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func link(_ path: String, to destination: String) throws {
    try FileManager.default.createSymbolicLink(atPath: root + "/" + path, withDestinationPath: destination)
  }

  func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: root + "/" + path) }

  func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: root + "/" + path, withIntermediateDirectories: true)
  }

  /// What lies directly in the root.
  var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: root).sorted()) ?? [] }

  /// All files below `folder` with their text, and its empty folders with a `/`; without the manifest.
  func tree(_ folder: String = "public") -> [String: String] {
    let top = root + "/" + folder
    var tree: [String: String] = [:]
    for path in FileManager.default.enumerator(atPath: top)?.compactMap({ $0 as? String }) ?? [] {
      let full = top + "/" + path
      if let names = try? FileManager.default.contentsOfDirectory(atPath: full) {
        if names.isEmpty { tree[path + "/"] = "" }
      } else if path != ".fuwen-manifest" {
        tree[path] = (try? String(contentsOfFile: full, encoding: .utf8)) ?? "(unreadable)"
      }
    }
    return tree
  }

  var manifest: String? { try? String(contentsOfFile: output + "/.fuwen-manifest", encoding: .utf8) }

  /// Everything `stat` says of the output and all that is in it, except when it was last read.
  func stats() -> [String: [Int]] {
    let paths = FileManager.default.enumerator(atPath: output)?.compactMap { $0 as? String } ?? []
    var stats: [String: [Int]] = [:]
    for path in [""] + paths {
      var status = stat()
      lstat(output + "/" + path, &status)
      stats[path] = [
        Int(status.st_ino), Int(status.st_mode), Int(status.st_nlink), status.st_size,
        status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec,
      ]
    }
    return stats
  }

  func mode(_ path: String) -> mode_t {
    var status = stat()
    lstat(root + "/" + path, &status)
    return status.st_mode & 0o7777
  }
}

extension Publication {
  func put(_ path: String, _ text: String) throws(Diagnostic) { try put(path, Array(text.utf8).span.bytes) }
}
