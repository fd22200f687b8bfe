extension String {
  /// Without blanks at its ends, of whatever width.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isBlank }), let last = lastIndex(where: { !$0.isBlank }) else {
      return ""
    }
    return String(self[first...last])
  }

  /// Without any blanks, which are layout in official texts.
  var bare: String { filter { !$0.isBlank } }
}

extension Character {
  var isBlank: Bool { isWhitespace || self == "\u{200B}" || self == "\u{FEFF}" }

  var isHan: Bool { unicodeScalars.first?.properties.isIdeographic ?? false }
}
