/// A text by which others are recognised without being kept: what the gate holds back must not travel with what it lets
/// through. FNV-1a, 64 bits, of all but blanks and emphasis.
struct Fingerprint: Hashable, Sendable {
  private let value: UInt64

  init(_ text: String) {
    value = text.unicodeScalars.reduce(0xCBF2_9CE4_8422_2325) { value, scalar in
      Self.isSkipped(scalar) ? value : (value ^ UInt64(scalar.value)) &* 0x100_0000_01B3
    }
  }

  private static func isSkipped(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "*" || scalar == "_" || scalar.properties.isWhitespace
  }
}
