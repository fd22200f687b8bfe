/// A text by which others are recognised without being kept: what the gate holds back must not travel with what it lets
/// through. FNV-1a, 64 bits, of all but blanks and emphasis.
struct Fingerprint: Hashable, Sendable {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325
  /// Of how many characters it is.
  private(set) var length = 0

  /// Of an empty text.
  init() {}

  init(_ text: String) { for scalar in text.unicodeScalars { append(scalar) } }

  mutating func append(_ scalar: Unicode.Scalar) {
    if scalar == "*" || scalar == "_" || scalar.properties.isWhitespace { return }
    value = (value ^ UInt64(scalar.value)) &* 0x100_0000_01B3
    length += 1
  }
}
