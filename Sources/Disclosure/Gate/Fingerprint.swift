/// A text by which others are recognised without being kept: what the gate holds back must not travel with what it lets
/// through. FNV-1a, 64 bits, of letters, digits and hyphens, half width: quotation marks, emphasis, blanks and what
/// nobody sees make no other text.
struct Fingerprint: Hashable, Sendable {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325
  /// Of how many characters it is.
  private(set) var length = 0

  /// Of an empty text.
  init() {}

  init(_ text: some StringProtocol) { for scalar in text.unicodeScalars { append(scalar) } }

  mutating func append(_ scalar: Unicode.Scalar) {
    guard let code = Self.code(of: scalar) else { return }
    value = (value ^ UInt64(code)) &* 0x100_0000_01B3
    length += 1
  }

  private static func code(of scalar: Unicode.Scalar) -> UInt32? {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D: scalar.value
    case 0..<0x80: nil
    case 0xFF01...0xFF5E: code(of: Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? scalar.value : nil
    }
  }
}
