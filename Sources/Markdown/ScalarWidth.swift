import Diagnostics

extension Unicode.Scalar {
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
