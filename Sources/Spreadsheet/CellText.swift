import Diagnostics

extension String {
  /// The text as a cell can hold it: what XML has no place for becomes U+FFFD, what programs would take for an escaped
  /// character is escaped (ECMA-376, 22.9.2.19), and what is too long for a cell is cut where it ends in dots.
  var cellText: String {
    let text = withoutNoncharacters.replacing(Self.escapeStart, with: "_x005F_")
    guard text.utf16.count > Self.cellLength else { return text }
    var cut = String.UnicodeScalarView()
    var length = Self.dots.utf16.count
    for scalar in text.unicodeScalars {
      length += UTF16.width(scalar)
      if length > Self.cellLength { break }
      cut.append(scalar)
    }
    return String(cut) + Self.dots
  }

  /// The text as a property of the file can hold it, whose controls the library does not escape.
  var propertyText: String { withoutNoncharacters.visible }

  private var withoutNoncharacters: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.value & 0xFFFE == 0xFFFE ? "\u{FFFD}" : $0 }))
  }

  /// In UTF-16, as Excel counts.
  private static let cellLength = 32_767
  private static let dots = "……"
  /// Of `_x0041_`, which stands for A.
  private static var escapeStart: Regex<Substring> {
    #/_(?=x[0-9A-Fa-f]{4}_)/#.matchingSemantics(.unicodeScalar)
  }
}
