extension String {
  /// Whether it has the same code points: `==` looks at canonical equivalence, Jinja does not.
  func isExactly(_ other: String) -> Bool { utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8) }

  /// Below zero, zero or above: the order by code points, which is that of the UTF-8 bytes.
  func codePointOrder(_ other: String) -> Int {
    isExactly(other) ? 0 : utf8.lexicographicallyPrecedes(other.utf8) ? -1 : 1
  }

  /// Without the scalars at both ends that are `left` out.
  func trimmed(where isLeftOut: (Unicode.Scalar) -> Bool) -> String {
    let start = unicodeScalars.drop(while: isLeftOut)
    return String(start.reversed().drop { isLeftOut($0) }.reversed())
  }

  /// In small letters, as Python's `str.lower` has them: at the end of a word a sigma is ς (Final_Sigma in Unicode's
  /// SpecialCasing.txt), which Swift leaves out.
  var inSmallLetters: String {
    guard unicodeScalars.contains("Σ") else { return lowercased() }
    let scalars = Array(unicodeScalars)
    return scalars.indices.map { place in
      guard scalars[place] == "Σ" else { return scalars[place].properties.lowercaseMapping }
      let before = scalars[..<place].last { !$0.properties.isCaseIgnorable }
      let after = scalars[(place + 1)...].first { !$0.properties.isCaseIgnorable }
      return before?.properties.isCased == true && after?.properties.isCased != true ? "ς" : "σ"
    }.joined()
  }

  func parts(at separator: Character) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map { String($0) }
  }

  init(_ scalars: some Sequence<Unicode.Scalar>) {
    self.init(UnicodeScalarView(scalars))
  }
}

extension Unicode.Scalar {
  /// Whether it stays as it is when Python makes names alike (NFKC), and no neighbour can change it: two names that differ
  /// in other characters would be one variable to Jinja. Some that fold with case, such as ß, are left out as well.
  var isPlainInNames: Bool {
    if isASCII || properties.isUnifiedIdeograph { return true }
    switch properties.generalCategory {
    // They join with what is before them, as the letters of Hangul do.
    case .nonspacingMark, .spacingMark, .enclosingMark: return false
    default: if (0x1100...0x11FF).contains(value) { return false }
    }
    let small = properties.lowercaseMapping.unicodeScalars
    return small.allSatisfy { !$0.properties.changesWhenNFKCCaseFolded }
      && (small.first == self || small.map(\.properties.uppercaseMapping).joined().isExactly(String(self)))
  }

  /// As Python's `str.isspace` has it.
  var isPythonSpace: Bool { properties.isWhitespace || (0x1C...0x1F).contains(value) }
}
