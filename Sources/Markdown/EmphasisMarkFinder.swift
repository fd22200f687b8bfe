import Glibc

/// Finds, from the start of a text to its end, the offsets before which an `EmphasisMark` goes.
struct EmphasisMarkFinder {
  private let text: Bytes
  private var nextStar: Int
  private var nextUnderscore: Int
  private var nextAmpersand: Int

  init(_ text: Bytes) {
    self.text = text
    nextStar = text.firstOffset(of: UInt8(ascii: "*"))
    nextUnderscore = text.firstOffset(of: UInt8(ascii: "_"))
    nextAmpersand = text.firstOffset(of: UInt8(ascii: "&"))
  }

  /// The next offset; the length of the text when there is no further one.
  mutating func next() -> Int {
    while true {
      let offset = min(nextStar, nextUnderscore, nextAmpersand)
      guard offset < text.count else { return offset }
      if offset == nextAmpersand {
        nextAmpersand = text.firstOffset(of: UInt8(ascii: "&"), from: offset + 1)
        if isEntityInBracket(at: offset) { return offset }
      } else if let start = startOfRun(at: offset) {
        return start
      }
    }
  }

  /// This version of the library reads past the end of its memory where the entity of `^` follows a `[`, as it takes
  /// that for a footnote. A mark between the two keeps them apart.
  private func isEntityInBracket(at offset: Int) -> Bool {
    offset > 0 && text[offset - 1] == UInt8(ascii: "[")
  }

  /// Passes the run at `offset`; answers where it starts, after an escaped first character, if it needs a mark.
  ///
  /// The rule for Chinese and that of CommonMark differ only for a run with no blank on either side and a character
  /// beyond ASCII on at least one.
  private mutating func startOfRun(at offset: Int) -> Int? {
    let character = text[offset]
    var end = offset + 1
    while end < text.count, text[end] == character { end += 1 }
    if character == UInt8(ascii: "*") {
      nextStar = text.firstOffset(of: character, from: end)
    } else {
      nextUnderscore = text.firstOffset(of: character, from: end)
    }
    let start = isEscaped(offset) ? offset + 1 : offset
    guard start > 0, start < end, end < text.count else { return nil }
    let before = text[start - 1]
    let after = text[end]
    return before > 0x20 && after > 0x20 && (before >= 0x80 || after >= 0x80) ? start : nil
  }

  private func isEscaped(_ offset: Int) -> Bool {
    var start = offset
    while start > 0, text[start - 1] == UInt8(ascii: "\\") { start -= 1 }
    return (offset - start) % 2 == 1
  }
}

extension Bytes {
  /// The offset of the first such byte at or after `start`, or the number of bytes if there is none.
  func firstOffset(of byte: UInt8, from start: Int = 0) -> Int {
    guard let base = baseAddress, start < count, let hit = memchr(base + start, Int32(byte), count - start) else {
      return count
    }
    return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
  }
}
