extension Unicode.Scalar {
  /// East Asian Width W, F or H without emoji, or Hangul, as the CJK-friendly amendment to CommonMark has it.
  var isCJK: Bool {
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

  /// One of the letters and syllables that, unlike Chinese, are written with blanks between words.
  private var isHangul: Bool {
    switch value {
    case 0x1100...0x11FF, 0x302E...0x302F, 0x3131...0x318E, 0x3200...0x321E, 0x3260...0x327E, 0xA960...0xA97F,
      0xAC00...0xD7FF, 0xFFA0...0xFFDC:
      true
    default:
      false
    }
  }

  /// How it takes part in a line of Chinese.
  var lineRole: LineRole {
    if isCJK { return isHangul ? .narrow : .wide }
    switch value {
    case 0xB7, 0xD7, 0xF7, 0x2010...0x2027, 0x2030...0x205E, 0x2100...0x27BF: return .either
    default: return .narrow
    }
  }

  enum LineRole {
    case wide, narrow
    /// Punctuation and signs that Chinese and other scripts share, such as “ ” — … ① ℃: wide in Chinese.
    case either
  }
}
