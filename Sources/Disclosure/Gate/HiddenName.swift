/// A person's full name that no text may hold, however the text writes it: `赵甲`, `赵　甲`, `赵**甲**`, a name that goes on
/// in the next line, and any dot for the one in `买买提·吐尔逊`.
struct HiddenName: Sendable {
  /// In UTF-8, without dots.
  private let first: [UInt8]
  private let rest: [Unicode.Scalar]

  /// `nil` for what is too short to be told from a word.
  init?(_ name: String) {
    let scalars = name.unicodeScalars.filter { !Self.isPassedOver($0) }
    guard scalars.count > 1, let start = scalars.first else { return nil }
    first = Array(String(start).utf8)
    rest = Array(scalars.dropFirst())
  }

  /// Where it stands for the first time.
  func range(in text: [UInt8]) -> Range<Int>? {
    var next = 0
    while let start = text.range(of: first, from: next) {
      if let end = end(in: text, from: start.upperBound) { return start.lowerBound..<end }
      next = start.upperBound
    }
    return nil
  }

  private func end(in text: [UInt8], from start: Int) -> Int? {
    var index = start
    for scalar in rest {
      let start = index
      index = text.skipping(Self.isPassedOver, from: start)
      // A blank line ends a paragraph, and a name.
      guard text.scalar(at: index) == scalar, text[start..<index].count(where: { $0 == 0x0A }) < 2 else { return nil }
      index += UTF8.width(scalar)
    }
    return index
  }

  private static func isPassedOver(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "*", "_", "·", "•", "・", "‧", "\u{200B}", "\u{FEFF}": true
    default: scalar.isBlank
    }
  }
}
