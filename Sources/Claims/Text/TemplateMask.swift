/// Takes the template language's tags out of a source, line by line the same, so that places stay right.
enum TemplateMask {
  /// `{{ … }}` becomes one sign, filled up with blanks; other tags, and whatever depends on a condition or a loop,
  /// become blanks.
  static func apply(to source: String.UnicodeScalarView) -> [Unicode.Scalar] {
    var text = Array(source)
    var depth = 0
    var index = 0
    while index < text.count {
      guard let tag = tag(at: index, in: text) else {
        if depth > 0, text[index] != "\n" { text[index] = " " }
        index += 1
        continue
      }
      if tag.kind == "%" { depth = max(0, depth + change(of: text[tag.range])) }
      let isValue = tag.kind == "{" && depth == 0
      for position in tag.range where text[position] != "\n" { text[position] = " " }
      // Blanks before and after are dropped with all others; the sign stands at the tag's begin.
      if isValue { text[tag.range.lowerBound] = Letter.merged }
      index = tag.range.upperBound
    }
    return text
  }

  private static func tag(
    at start: Int, in text: [Unicode.Scalar]
  ) -> (kind: Unicode.Scalar, range: Range<Int>)? {
    guard text[start] == "{", start + 1 < text.count, let end = ends[text[start + 1]] else { return nil }
    var index = start + 2
    while index + 1 < text.count {
      if text[index] == end, text[index + 1] == "}" { return (text[start + 1], start..<index + 2) }
      index += 1
    }
    return nil
  }

  private static let ends: [Unicode.Scalar: Unicode.Scalar] = ["{": "}", "%": "%", "#": "#"]

  private static func change(of tag: ArraySlice<Unicode.Scalar>) -> Int {
    let word = tag.drop { "{%-+ \n".unicodeScalars.contains($0) }.prefix { $0.properties.isAlphabetic }
    let name = String(String.UnicodeScalarView(word))
    if name.hasPrefix("end") { return -1 }
    return ["if", "for", "macro", "call", "filter", "raw"].contains(name) ? 1 : 0
  }
}
