import Integrity
import Synchronization

/// The digests of all files that were read through one folder: what a column was made of.
package final class Readings: Sendable {
  private let digests = Mutex<[String: Digest]>([:])

  package init() {}

  /// Takes down a file, once: what is read again is refused unless it is the same.
  func note(_ path: String, _ bytes: [UInt8]) {
    if digests.withLock({ $0[path] != nil }) { return }
    let digest = Digest(of: bytes)
    digests.withLock { $0[path] = digest }
  }

  /// Takes down what the build itself has made of a file, which the next build will read.
  package func renew(_ path: String, _ bytes: [UInt8]) {
    let digest = Digest(of: bytes)
    digests.withLock { $0[path] = digest }
  }

  /// In the order of the paths' code points.
  package var all: [(path: String, digest: Digest)] {
    digests.withLock { $0.map { ($0.key, $0.value) } }.sorted { $0.0 < $1.0 }
  }
}
