/// Digits that stand together, or are parted by what people and markup put inside long numbers.
struct DigitRun {
  /// Digits with nothing visible between them, or the X at an identity card's end.
  struct Group {
    /// The number of digits.
    var count: Int
    /// The bytes that they take.
    var range: Range<Int>
    /// What parts them from the group before.
    let gap: Gap
  }

  enum Gap: Int { case none, blank, hyphen, dot, line }

  private(set) var groups: [Group] = []

  /// The offset of the first byte behind.
  var end: Int { groups.last?.range.upperBound ?? 0 }

  /// Becomes the run at `start`, in the memory of the one that it was: a letter has dozens. False when no digit stands
  /// there.
  mutating func read(_ text: [UInt8], at start: Int) -> Bool {
    groups.removeAll(keepingCapacity: true)
    var next: (gap: Gap, index: Int)? = (.none, start)
    while let (gap, index) = next {
      if let group = Self.group(in: text, at: index, after: gap) {
        groups.append(group)
      } else if !groups.isEmpty, let length = Self.lengthOfX(in: text, at: index) {
        groups.append(Group(count: 1, range: index..<index + length, gap: gap))
      } else {
        break
      }
      next = Self.gap(in: text, at: end)
    }
    return !groups.isEmpty
  }

  private static func group(in text: [UInt8], at start: Int, after gap: Gap) -> Group? {
    var group = Group(count: 0, range: start..<start, gap: gap)
    var index = start
    while let (_, length) = digit(in: text, at: index) {
      group.count += 1
      group.range = start..<index + length
      index = skippingInvisible(in: text, from: index + length)
    }
    return group.count > 0 ? group : nil
  }

  /// A group's digits; an X counts ten (ISO 7064).
  static func digits(of group: Group, in text: [UInt8]) -> [UInt8] {
    var digits: [UInt8] = []
    var index = group.range.lowerBound
    while index < group.range.upperBound {
      let (digit, length) = digit(in: text, at: index) ?? (10, group.range.count)
      digits.append(digit)
      index = skippingInvisible(in: text, from: index + length)
    }
    return digits
  }

  // MARK: - Characters

  private static func digit(in text: [UInt8], at index: Int) -> (UInt8, length: Int)? {
    guard index < text.count else { return nil }
    if 0x30...0x39 ~= text[index] { return (text[index] - 0x30, 1) }
    // ０…９ are EF BC 90…99.
    guard index + 2 < text.count, text[index] == 0xEF, text[index + 1] == 0xBC, 0x90...0x99 ~= text[index + 2] else {
      return nil
    }
    return (text[index + 2] - 0x90, 3)
  }

  private static func lengthOfX(in text: [UInt8], at index: Int) -> Int? {
    switch text.scalar(at: index) {
    case "X", "x": 1
    case "Ｘ", "ｘ": 3
    default: nil
    }
  }

  private static func skippingInvisible(in text: [UInt8], from index: Int) -> Int {
    guard index < text.count else { return index }
    switch text[index] {
    // The first bytes of what is invisible.
    case UInt8(ascii: "*"), UInt8(ascii: "\\"), 0xC2, 0xE2, 0xEF: return text.skipping(isInvisible, from: index)
    default: return index
    }
  }

  /// Emphasis, escapes and characters without width, which a reader does not see.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "*", "\\", "\u{AD}", "\u{200B}"..."\u{200F}", "\u{202A}"..."\u{202E}", "\u{2060}"..."\u{206F}", "\u{FEFF}":
      true
    default: false
    }
  }

  /// What parts a number from its next digits, and where those stand; `nil` when the number ends.
  private static func gap(in text: [UInt8], at end: Int) -> (gap: Gap, index: Int)? {
    // Most numbers end before a Chinese character, from U+4000 on, where nothing invisible and no gap is.
    guard end < text.count, !(0xE4...0xE9 ~= text[end]) else { return nil }
    var gap = Gap.none
    var index = skippingInvisible(in: text, from: end)
    // Blanks on both sides of a mark, and the two blanks before a hard line break.
    for _ in 0..<4 {
      guard let scalar = text.scalar(at: index), let next = Self.gap(of: scalar) else { break }
      // A line that begins with a mark, or an empty line, begins something else.
      if gap == .line, next != .blank { return nil }
      if next.rawValue > gap.rawValue { gap = next }
      index = skippingInvisible(in: text, from: index + UTF8.width(scalar))
    }
    return index < text.count ? (gap, index) : nil
  }

  private static func gap(of scalar: Unicode.Scalar) -> Gap? {
    switch scalar {
    case " ", "\r", "\u{A0}", "\u{2000}"..."\u{200A}", "\u{202F}", "\u{205F}", "\u{3000}": .blank
    case "-", "_", "(", ")", "·", "\u{2010}"..."\u{2015}", "\u{2212}", "－", "（", "）": .hyphen
    case ".", "．": .dot
    case "\n": .line
    default: nil
    }
  }
}
