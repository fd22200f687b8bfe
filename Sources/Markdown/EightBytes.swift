/// Eight neighbouring bytes of a text, looked at together.
///
/// Source of the method: "Determine if a word has a zero byte" in Sean Anderson's Bit Twiddling Hacks.
struct EightBytes {
  private var word: UInt64

  /// The bytes from `offset` on, of which there must be eight.
  init(in text: Bytes, at offset: Int) {
    word = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  /// Whether all stand for parts of characters beyond ASCII, as nearly always in Chinese.
  var areBeyondASCII: Bool { word & Self.highBits == Self.highBits }

  func contain(_ byte: UInt8) -> Bool { Self.hasZero(word ^ Self.repeated(byte)) }

  /// Whether one of them is `first` and the byte at the same place of `others` is `second`.
  func contain(_ first: UInt8, with second: UInt8, of others: EightBytes) -> Bool {
    Self.hasZero((word ^ Self.repeated(first)) | (others.word ^ Self.repeated(second)))
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  private static func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  private static func hasZero(_ word: UInt64) -> Bool { (word &- repeated(1)) & ~word & highBits != 0 }
}
