import Diagnostics

/// A finished index: small files in a folder whose name is a hash of them all, so that a reader's cache never has files
/// of two indexes side by side.
package struct SearchIndex: Sendable {
  package struct File: Sendable {
    /// Within the index's folder.
    package let path: String
    package let bytes: [UInt8]
  }

  package let files: [File]

  /// Sixteen hexadecimal digits.
  package var name: String {
    let hash = files.reduce(0xCBF2_9CE4_8422_2325) { hash, file in
      Self.add(file.bytes, to: Self.add(Array(file.path.utf8), to: hash))
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// FNV-1a over eight bytes at a time, and the length.
  private static func add(_ bytes: [UInt8], to hash: UInt64) -> UInt64 {
    bytes.withUnsafeBytes { bytes in
      var hash = (hash ^ UInt64(bytes.count)) &* 0x100_0000_01B3
      var index = 0
      while index < bytes.count {
        var word: UInt64 = 0
        withUnsafeMutableBytes(of: &word) { $0.copyBytes(from: bytes[index..<min(index + 8, bytes.count)]) }
        hash = (hash ^ UInt64(littleEndian: word)) &* 0x100_0000_01B3
        hash ^= hash >> 29
        index += 8
      }
      return hash
    }
  }
}
