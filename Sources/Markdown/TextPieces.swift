import Diagnostics

/// Cuts a text of the parser into what is shown and the template fragments between, without marks and without the
/// characters that enclose the number of a fragment.
struct TextPieces: Sequence, IteratorProtocol {
  enum Piece {
    case text(Bytes)
    /// The index of a fragment that may or may not exist.
    case fragment(Int)
  }

  private let text: Bytes
  private var offset = 0

  init(_ text: Bytes) { self.text = text }

  mutating func next() -> Piece? {
    while offset < text.count {
      let end = firstSpecial(from: offset)
      if end > offset {
        defer { offset = end }
        return .text(text[rebased: offset..<end])
      }
      if let (index, length) = token(at: offset) {
        offset += length
        return .fragment(index)
      }
      offset += text[offset] == EmphasisMark.byte ? 1 : Noncharacter.length
    }
    return nil
  }

  /// A number of up to six digits between U+FDD0 and U+FDD1.
  private func token(at start: Int) -> (index: Int, length: Int)? {
    guard Noncharacter(in: text, at: start) == .opening else { return nil }
    var end = start + Noncharacter.length
    var index = 0
    while end < text.count, 0x30...0x39 ~= text[end], index < 100_000 {
      index = 10 * index + Int(text[end] - 0x30)
      end += 1
    }
    guard end > start + Noncharacter.length, Noncharacter(in: text, at: end) == .closing else { return nil }
    return (index, end + Noncharacter.length - start)
  }

  /// The first byte at or after `start` that is a mark or begins U+FDD0 or U+FDD1.
  private func firstSpecial(from start: Int) -> Int {
    var index = start
    while index + 9 <= text.count {
      let bytes = EightBytes(in: text, at: index)
      let following = EightBytes(in: text, at: index + 1)
      if bytes.contain(EmphasisMark.byte)
        || bytes.contain(Noncharacter.bytes.0, with: Noncharacter.bytes.1, of: following)
      {
        for candidate in index..<index + 8 where isSpecial(candidate) { return candidate }
      }
      index += 8
    }
    while index < text.count, !isSpecial(index) { index += 1 }
    return index
  }

  private func isSpecial(_ index: Int) -> Bool {
    text[index] == EmphasisMark.byte || Noncharacter(in: text, at: index) != nil
  }
}

/// U+FDD0 and U+FDD1, which no text for interchange holds.
private enum Noncharacter {
  case opening, closing

  static let bytes: (UInt8, UInt8) = (0xEF, 0xB7)
  static let length = 3

  init?(in text: Bytes, at index: Int) {
    guard index + 2 < text.count, text[index] == Self.bytes.0, text[index + 1] == Self.bytes.1 else { return nil }
    switch text[index + 2] {
    case 0x90: self = .opening
    case 0x91: self = .closing
    default: return nil
    }
  }
}

extension Bytes {
  /// The text as people see it, without fragments.
  var string: String {
    var result: [UInt8] = []
    for case .text(let text) in TextPieces(self) { result.append(contentsOf: text) }
    return String(decoding: result, as: UTF8.self)
  }

  var holdsFragment: Bool {
    TextPieces(self).contains { if case .fragment = $0 { true } else { false } }
  }
}
