/// A line and a column of a text, both counted from 1, columns in Unicode scalars.
struct TextPosition {
  private(set) var line = 1
  private(set) var column = 1
  /// Whether the last byte was a CR, so that an LF after it belongs to the same line break.
  private var afterReturn = false

  /// The beginning of a text.
  init() {}

  /// The position of the byte at `offset` in UTF-8 text whose lines end with LF, CRLF or CR.
  init(of offset: Int, in bytes: some Sequence<UInt8>) {
    for byte in bytes.prefix(offset) { advance(over: byte) }
  }

  /// Moves over the next byte of UTF-8 text.
  mutating func advance(over byte: UInt8) {
    switch byte {
    case .lineFeed where afterReturn:
      afterReturn = false
    case .lineFeed, .carriageReturn:
      line += 1
      column = 1
      afterReturn = byte == .carriageReturn
    default:
      if !byte.continuesScalar { column += 1 }
      afterReturn = false
    }
  }
}

extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let blank = UInt8(ascii: " ")
  static let comma = UInt8(ascii: ",")
  static let doubleQuote = UInt8(ascii: "\"")

  /// Whether a byte of UTF-8 is not the first one of its scalar.
  var continuesScalar: Bool { self & 0xC0 == 0x80 }
}
