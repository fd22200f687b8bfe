extension Unicode.Scalar {
  /// East Asian Width W, F or H without emoji, or Hangul, as the CJK-friendly amendment to CommonMark has it.
  package var isCJK: Bool {
    switch value {
    case 0x1100...0x11FF,  // Hangul letters
      0x20A9, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F,
      0x2E80...0x303E, 0x3041...0x3247, 0x3250...0xA4CF,  // radicals, punctuation, Kana, Han, Yi
      0xA960...0xA97F, 0xAC00...0xD7FF,  // Hangul
      0xF900...0xFAFF, 0xFE10...0xFE1F, 0xFE30...0xFE6F, 0xFF01...0xFFDC, 0xFFE0...0xFFEE,  // compatibility forms
      0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1D300...0x1D37F,
      0x20000...0x3FFFD:  // Han, supplementary planes
      true
    case 0x1F200...0x1F265:
      !properties.isEmojiPresentation
    default:
      false
    }
  }
}

extension String {
  /// How many columns of a terminal or a table of fixed width it takes: Chinese characters and emoji take two, what is
  /// put on top of others none.
  package var displayWidth: Int { unicodeScalars.reduce(0) { $0 + $1.displayWidth } }
}

extension Unicode.Scalar {
  fileprivate var displayWidth: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: 0
    default: isCJK || properties.isEmojiPresentation ? 2 : 1
    }
  }
}
