extension String {
  /// The text in one line, with U+FFFD for each character that a terminal or a log would obey instead of showing it:
  /// control characters, breaks of lines and paragraphs, and marks that change the direction of what follows.
  package var visible: String {
    guard unicodeScalars.contains(where: \.isObeyed) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { $0.isObeyed ? "\u{FFFD}" : $0 }))
  }

  /// The same of each line, which may end with CRLF.
  package var visibleLines: String {
    unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0.last == "\r" ? $0.dropLast() : $0).visible }
      .joined(separator: "\n")
  }
}

extension Unicode.Scalar {
  fileprivate var isObeyed: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
