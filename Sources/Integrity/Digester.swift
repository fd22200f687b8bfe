import CNettle

/// Takes bytes piece by piece.
package struct Digester: Sendable {
  private var state = sha256_ctx()

  package init() { nettle_sha256_init(&state) }

  package mutating func add(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return }
    nettle_sha256_update(&state, bytes.count, start.assumingMemoryBound(to: UInt8.self))
  }

  package mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { add($0) } }

  /// The digest of all bytes so far; the next byte is the first of another text.
  package mutating func finish() -> Digest {
    Digest { bytes in
      guard let start = bytes.baseAddress else { return }
      nettle_sha256_digest(&state, bytes.count, start.assumingMemoryBound(to: UInt8.self))
    }
  }
}
