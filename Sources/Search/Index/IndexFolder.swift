/// Files of the index in a folder whose name is a hash of them all: so a reader's cache never has files of two indexes
/// side by side, and what a change does not concern stays as it is.
struct IndexFolder: Sendable {
  struct File: Sendable {
    let name: String
    let bytes: [UInt8]
  }

  let files: [File]
  /// Sixteen hexadecimal digits.
  let name: String

  init(_ files: [File]) {
    self.files = files
    let hash = files.reduce(0xCBF2_9CE4_8422_2325) { hash, file in
      Self.add(file.bytes, to: Self.add(Array(file.name.utf8), to: hash))
    }
    let digits = String(hash, radix: 16)
    name = String(repeating: "0", count: 16 - digits.count) + digits
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
