/// A character of a narrative as the claim check reads it, and where it stands in the file.
struct Letter: Sendable, Hashable {
  /// Half-width letters, digits and %, full-width punctuation, whatever the file has.
  let scalar: Unicode.Scalar
  let line: Int
  /// Counted from 1, in Unicode scalars.
  let column: Int

  /// Stands where the template merges a value in.
  static let merged: Unicode.Scalar = "\u{FFFC}"
  /// Stands between two numbers that only a blank keeps apart.
  static let gap: Unicode.Scalar = "|"

  var isDigit: Bool { ("0"..."9").contains(scalar) }

  var isChineseDigit: Bool { "〇零一二两三四五六七八九十百千".unicodeScalars.contains(scalar) }
}

extension Unicode.Scalar {
  /// The same sign as this check writes it: `１` is `1`, `,` is `，`.
  var canonical: Unicode.Scalar {
    var scalar = self
    if (0xFF01...0xFF5E).contains(value) { scalar = Unicode.Scalar(UInt8(value - 0xFEE0)) }
    return Self.punctuation[scalar] ?? scalar
  }

  private static let punctuation: [Unicode.Scalar: Unicode.Scalar] = [
    ",": "，", ";": "；", ":": "：", "(": "（", ")": "）", "!": "！", "?": "？", "﹪": "%", "～": "~", "－": "-", "–": "-",
    "—": "-",
  ]
}
