/// The number in front of a heading on the ladder of official documents: 一、（一）1.（1）.
///
/// Source: GB/T 9704-2012, 7.3.3.
struct LadderNumber {
  /// 1 for 一、, 2 for （一）, 3 for 1. and 4 for （1）.
  let rank: Int
  /// In bytes.
  let length: Int

  /// The number with which a line begins.
  init?(_ line: Bytes) {
    let opening = line.width(ofBracketAt: 0, wide: 0x88, narrow: "(")
    let digits = line.digits(from: opening)
    let numerals = digits == 0 ? line.numerals(from: opening) : 0
    guard digits + numerals > 0 else { return nil }
    let end = opening + digits + numerals
    if opening > 0 {
      let closing = line.width(ofBracketAt: end, wide: 0x89, narrow: ")")
      guard closing > 0 else { return nil }
      self.init(rank: digits > 0 ? 4 : 2, length: end + closing)
    } else if numerals > 0 {
      guard line.holds(Self.comma, at: end) else { return nil }
      self.init(rank: 1, length: end + 3)
    } else if end < line.count, line[end] == UInt8(ascii: ".") {
      self.init(rank: 3, length: end + 1)
    } else if line.holds(Self.comma, at: end) || line.holds(Self.wideDot, at: end) {
      self.init(rank: 3, length: end + 3)
    } else {
      return nil
    }
  }

  private init(rank: Int, length: Int) {
    self.rank = rank
    self.length = length
  }

  private static let comma = Array("、".utf8)
  private static let wideDot = Array("．".utf8)
}

package typealias Bytes = UnsafeBufferPointer<UInt8>

extension Bytes {
  func holds(_ word: [UInt8], at offset: Int) -> Bool {
    guard offset + word.count <= count else { return false }
    for (index, byte) in word.enumerated() where self[offset + index] != byte { return false }
    return true
  }

  /// The width of `（` or `(`, of `）` or `)`; 0 where there is none.
  fileprivate func width(ofBracketAt offset: Int, wide: UInt8, narrow: Unicode.Scalar) -> Int {
    guard offset < count else { return 0 }
    if self[offset] == UInt8(ascii: narrow) { return 1 }
    return holds([0xEF, 0xBC, wide], at: offset) ? 3 : 0
  }

  /// The width of a number of one or two digits.
  fileprivate func digits(from start: Int) -> Int {
    var end = start
    while end < count, end - start < 3, 0x30...0x39 ~= self[end] { end += 1 }
    return end - start < 3 ? end - start : 0
  }

  /// The width of a number of one to three Chinese numerals.
  fileprivate func numerals(from start: Int) -> Int {
    var end = start
    while end + 3 <= count, end - start < 12, isNumeral(at: end) { end += 3 }
    return end - start < 12 ? end - start : 0
  }

  private func isNumeral(at offset: Int) -> Bool {
    switch (self[offset], self[offset + 1], self[offset + 2]) {
    case (0xE4, 0xB8, 0x80), (0xE4, 0xBA, 0x8C), (0xE4, 0xB8, 0x89), (0xE5, 0x9B, 0x9B), (0xE4, 0xBA, 0x94),  // 一二三四五
      (0xE5, 0x85, 0xAD), (0xE4, 0xB8, 0x83), (0xE5, 0x85, 0xAB), (0xE4, 0xB9, 0x9D), (0xE5, 0x8D, 0x81):  // 六七八九十
      true
    default: false
    }
  }
}
