/// Eight neighbouring bytes of a text, looked at together.
///
/// Public, as only what is public is inlined into other modules. Source of the method: "Determine if a word has a zero
/// byte" and "… a byte less than n" in Sean Anderson's Bit Twiddling Hacks.
@frozen
public struct EightBytes {
  @usableFromInline let word: UInt64

  /// The bytes from `offset` on, of which there must be eight.
  @inlinable
  public init(in text: UnsafeBufferPointer<UInt8>, at offset: Int) {
    word = UInt64(littleEndian: UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Whether all stand for parts of characters beyond ASCII, as nearly always in Chinese.
  @inlinable
  public var areBeyondASCII: Bool { word & Self.highBits == Self.highBits }

  /// Whether one of them is `byte`.
  @inlinable
  public func contain(_ byte: UInt8) -> Bool { Self.zeroes(in: difference(from: byte)) != 0 }

  /// Whether one of them is `first` and the byte at the same place of `others` is `second`.
  @inlinable
  public func contain(_ first: UInt8, with second: UInt8, of others: EightBytes) -> Bool {
    Self.zeroes(in: difference(from: first) | others.difference(from: second)) != 0
  }

  /// A word whose bytes are zero where these are `byte`, whatever those of their bits are that are ignored.
  @inlinable
  public func difference(from byte: UInt8, ignoring bits: UInt8 = 0) -> UInt64 {
    (word ^ Self.repeated(byte)) & Self.repeated(~bits)
  }

  /// The highest bit of each byte of a word that is zero, and perhaps of bytes behind the first of these.
  @inlinable
  public static func zeroes(in word: UInt64) -> UInt64 { (word &- repeated(1)) & ~word & highBits }

  /// The highest bit of each byte below `limit`, which is ASCII, and perhaps of bytes behind the first of these.
  @inlinable
  public func marks(below limit: UInt8) -> UInt64 { (word &- Self.repeated(limit)) & ~word & Self.highBits }

  /// The highest bit of each byte that is an ASCII digit.
  @inlinable
  public var digits: UInt64 {
    let moved = word ^ Self.repeated(0x30)
    return ~((moved & ~Self.highBits) &+ Self.repeated(0x80 - 10) | moved) & Self.highBits
  }

  /// The place of the first byte that is marked; 8 where none is.
  @inlinable
  public static func firstPlace(in marks: UInt64) -> Int { marks.trailingZeroBitCount / 8 }

  @inlinable
  static var highBits: UInt64 { 0x8080_8080_8080_8080 }

  @inlinable
  static func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }
}
