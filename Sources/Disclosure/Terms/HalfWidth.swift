extension StringProtocol {
  /// The text with full-width letters, digits, signs and blanks (Ａ, １, ／, U+3000) as ASCII; ledgers mix the two.
  package var halfWidth: String {
    var half = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: half.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      case 0x3000: half.append(" ")
      default: half.append(scalar)
      }
    }
    return String(half)
  }
}
