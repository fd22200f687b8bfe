import Diagnostics

extension String {
  /// The text as a cell can hold it: what XML has no place for becomes U+FFFD, what programs would take for an escaped
  /// character is escaped (ECMA-376, 22.9.2.19), and what is too long for a cell is cut, with dots at its end.
  var cellText: String {
    let text = withoutNoncharacters.withEscapesEscaped
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

  /// In UTF-16, as Excel counts.
  private static let cellLength = 32_767
  private static let dots = "……"

  private var withoutNoncharacters: String {
    guard unicodeScalars.contains(where: \.isLastOfPlane) else { return self }
    return String(UnicodeScalarView(unicodeScalars.map { $0.isLastOfPlane ? "\u{FFFD}" : $0 }))
  }

  /// `_x005F_x0041_` for `_x0041_`, which would stand for A.
  private var withEscapesEscaped: String {
    let bytes = Array(utf8)
    guard bytes.indices.contains(where: { bytes[$0...].beginsWithEscape }) else { return self }
    return String(
      decoding: bytes.indices.flatMap { bytes[$0...].beginsWithEscape ? Array("_x005F_".utf8) : [bytes[$0]] },
      as: UTF8.self)
  }
}

extension Unicode.Scalar {
  /// U+FFFE, U+FFFF and their like in other planes.
  fileprivate var isLastOfPlane: Bool { value & 0xFFFE == 0xFFFE }
}

extension ArraySlice<UInt8> {
  /// `_x`, four hexadecimal digits, `_`
  fileprivate var beginsWithEscape: Bool {
    guard first == UInt8(ascii: "_"), count > 6 else { return false }
    let digits = dropFirst(2).prefix(4)
    return self[startIndex + 1] == UInt8(ascii: "x") && self[startIndex + 6] == UInt8(ascii: "_")
      && digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
  }
}
