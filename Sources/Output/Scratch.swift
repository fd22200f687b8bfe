import Diagnostics
import Glibc
import Synchronization

/// Bytes that a build puts aside and reads again before its end: in a file that lies on the output's file system and has
/// no name, so that a kill leaves nothing of it. Several threads may use it at once.
package final class Scratch: Sendable {
  private let file: File
  private let publication: Publication
  /// In bytes.
  private let size = Mutex(0)

  init(_ file: consuming File, of publication: Publication) {
    self.file = file
    self.publication = publication
  }

  /// Takes some bytes, and says where they begin.
  ///
  /// - Throws: `system/…`; then nothing will be published.
  package func append(_ bytes: borrowing RawSpan) throws(Diagnostic) -> Int {
    try bytes.withUnsafeBytes { (bytes) throws(Diagnostic) in
      try size.withLock { (size) throws(Diagnostic) -> Int in
        try publication.staging { (_) throws(Diagnostic) in try publication.fileSystem.write(bytes, to: file) }
        defer { size += bytes.count }
        return size
      }
    }
  }

  /// Some of the bytes that begin at `start`.
  package func read(_ range: Range<Int>, of start: Int) throws(Diagnostic) -> [UInt8] {
    let bytes = try publication.fileSystem.read(file, from: start + range.lowerBound, upTo: range.count)
    guard bytes.count == range.count else { throw Diagnostic(.read, refusedWith: EIO, at: file.name.description) }
    return bytes
  }
}

extension Publication {
  /// A new scratch file; `nil` where nothing is written.
  package func scratch() throws(Diagnostic) -> Scratch? {
    var scratch: Scratch?
    try staging { (stage) throws(Diagnostic) in scratch = Scratch(try stage.createUnnamed(), of: self) }
    return scratch
  }
}
