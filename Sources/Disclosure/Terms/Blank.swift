extension Unicode.Scalar {
  /// White space of any script; the common cases without a look at Unicode's tables.
  package var isBlank: Bool {
    switch value {
    case 0x09...0x0D, 0x20: true
    case 0..<0x80, 0x3001...0xD7FF, 0xFF00...0xFFEF: false
    default: properties.isWhitespace
    }
  }

  /// What begins a new line (Unicode Standard, section 5.8).
  package var isLineBreak: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
