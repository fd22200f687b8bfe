/// Text as Jinja compares it: by code points, not by canonical equivalence as `String` does.
struct ExactText: Hashable {
  let text: String

  static func == (left: ExactText, right: ExactText) -> Bool { left.text.isExactly(right.text) }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

extension String {
  func isExactly(_ other: String) -> Bool { utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8) }

  /// Below zero, zero or above: the order by code points, which is that of the UTF-8 bytes.
  func codePointOrder(_ other: String) -> Int {
    isExactly(other) ? 0 : utf8.lexicographicallyPrecedes(other.utf8) ? -1 : 1
  }

  init(_ scalars: some Sequence<Unicode.Scalar>) {
    self.init(UnicodeScalarView(scalars))
  }
}

extension Unicode.Scalar {
  /// As Python's `str.isspace` has it.
  var isPythonSpace: Bool { properties.isWhitespace || (0x1C...0x1F).contains(value) }
}
