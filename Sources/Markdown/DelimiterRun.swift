import CMarkGFM
import Diagnostics

/// Whether a run of `*` or `_` can open and close emphasis, by the CJK-friendly amendment to CommonMark.
///
/// Source: specification.md of markdown-cjk-friendly, which answers issue 650 of commonmark-spec. In short: Chinese
/// punctuation does not keep a run from flanking, and beside other punctuation a Chinese character counts as a blank.
struct DelimiterRun {
  let canOpen: Bool
  let canClose: Bool

  /// The run of `character` whose mark stands at `mark` and which ends before `end`.
  init(of character: UInt8, from mark: Int, to end: Int, in text: Bytes) {
    let before = Neighbour(before: mark, in: text)
    let after = Neighbour(after: end, in: text)
    let flanksLeft =
      !after.isBlank && (!after.isForeignPunctuation || before.isBlank || before.isForeignPunctuation || before.isCJK)
    let flanksRight =
      !before.isBlank && (!before.isForeignPunctuation || after.isBlank || after.isForeignPunctuation || after.isCJK)
    if character == UInt8(ascii: "_") {
      canOpen = flanksLeft && (!flanksRight || before.isPunctuation)
      canClose = flanksRight && (!flanksLeft || after.isPunctuation)
    } else {
      canOpen = flanksLeft
      canClose = flanksRight
    }
  }
}

/// What the rule asks of the character on one side of a run; an end of the text counts as a blank.
private struct Neighbour {
  let isBlank: Bool
  let isPunctuation: Bool
  let isCJK: Bool
  var isForeignPunctuation: Bool { isPunctuation && !isCJK }

  init(before offset: Int, in text: Bytes) {
    let last = text.lastScalar(before: offset)
    switch last?.value ?? 0 {
    case 0xE0100...0xE01EF:  // ideographic variation selectors follow a Han character
      self.init(last, isCJK: true)
    case 0xFE00...0xFE0E:  // other variation selectors belong to the character before them
      let base = text.lastScalar(before: offset - 3)
      // “ ” ‘ ’ with U+FE01 are the full-width forms of the quotation marks.
      self.init(base, isCJK: base?.isCJK ?? false || last?.value == 0xFE01 && 0x2018...0x201D ~= base?.value ?? 0)
    default:
      self.init(last, isCJK: last?.isCJK ?? false)
    }
  }

  init(after offset: Int, in text: Bytes) {
    // Another run may follow, with its own mark.
    let isMark = offset < text.count && text[offset] == EmphasisMark.byte
    let first = text.firstScalar(from: isMark ? offset + 1 : offset)
    self.init(first, isCJK: first?.isCJK ?? false)
  }

  private init(_ scalar: Unicode.Scalar?, isCJK: Bool) {
    let value = scalar.map { Int32($0.value) }
    isBlank = value.map { cmark_utf8proc_is_space($0) != 0 } ?? true
    isPunctuation = value.map { cmark_utf8proc_is_punctuation($0) != 0 } ?? false
    self.isCJK = isCJK
  }
}

extension Bytes {
  /// The scalar that starts at `offset`, in UTF-8 that is known to be right.
  func firstScalar(from offset: Int) -> Unicode.Scalar? {
    guard let base = baseAddress, offset < count else { return nil }
    var value: Int32 = 0
    return cmark_utf8proc_iterate(base + offset, Int32(count - offset), &value) > 0
      ? Unicode.Scalar(UInt32(value)) : nil
  }

  /// The scalar that ends before `offset`.
  func lastScalar(before offset: Int) -> Unicode.Scalar? {
    var start = offset - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start < 0 ? nil : firstScalar(from: start)
  }
}
