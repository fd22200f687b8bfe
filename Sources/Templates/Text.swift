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

  func parts(at separator: Character) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map { String($0) }
  }

  init(_ scalars: some Sequence<Unicode.Scalar>) {
    self.init(UnicodeScalarView(scalars))
  }
}

extension Unicode.Scalar {
  /// As Python's `str.isspace` has it.
  var isPythonSpace: Bool { properties.isWhitespace || (0x1C...0x1F).contains(value) }
}
