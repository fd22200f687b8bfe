/// The SHA-256 of some bytes (FIPS 180-4); Nettle uses the processor's own instructions where it has them.
package struct Digest: Sendable, Hashable, CustomStringConvertible {
  /// Its bytes, eight in each as they lie in memory: there are millions, and a vector would keep 32 more free.
  private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  init(_ fill: (UnsafeMutableRawBufferPointer) -> Void) { withUnsafeMutableBytes(of: &words, fill) }

  package init(of bytes: [UInt8]) {
    var digester = Digester()
    digester.add(bytes)
    self = digester.finish()
  }

  /// `nil` unless it is 64 hexadecimal digits in small letters.
  package init?(_ text: some Collection<UInt8>) {
    guard text.count == 64 else { return nil }
    var bytes = [UInt8](repeating: 0, count: 32)
    for (index, letter) in text.enumerated() {
      let value: UInt8
      switch letter {
      case 0x30...0x39: value = letter - 0x30
      case 0x61...0x66: value = letter - 0x61 + 10
      default: return nil
      }
      bytes[index / 2] = bytes[index / 2] << 4 | value
    }
    self.init { $0.copyBytes(from: bytes) }
  }

  package static func == (left: Digest, right: Digest) -> Bool { left.words == right.words }

  package func hash(into hasher: inout Hasher) { withUnsafeBytes(of: words) { hasher.combine(bytes: $0) } }

  /// 64 hexadecimal digits.
  package var description: String { String(decoding: text, as: UTF8.self) }

  var text: [UInt8] {
    withUnsafeBytes(of: words) { bytes in
      [UInt8](unsafeUninitializedCapacity: 64) { letters, count in
        for (index, byte) in bytes.enumerated() {
          letters[2 * index] = Self.letter(byte >> 4)
          letters[2 * index + 1] = Self.letter(byte & 15)
        }
        count = 64
      }
    }
  }

  private static func letter(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x61 + digit - 10 }
}
