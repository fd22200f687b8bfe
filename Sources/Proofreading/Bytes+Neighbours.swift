typealias Bytes = UnsafeBufferPointer<UInt8>

extension Bytes {
  func string(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }

  /// The three bytes from an offset on as one number; 0 where there are fewer.
  func three(at offset: Int) -> UInt32 {
    guard offset >= 0, offset + 3 <= count else { return 0 }
    return UInt32(self[offset]) << 16 | UInt32(self[offset + 1]) << 8 | UInt32(self[offset + 2])
  }

  /// The offset of the scalar before one; -1 at the beginning.
  func offset(before offset: Int) -> Int {
    var start = offset - 1
    while start > 0, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  func offset(after offset: Int) -> Int {
    let byte = self[offset]
    return offset + (byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4)
  }

  func isHan(at offset: Int) -> Bool {
    guard offset >= 0, offset < count else { return false }
    switch self[offset] {
    case 0xE4...0xE9: return true
    case 0xE3: return self[offset + 1] >= 0x90
    case 0xF0: return self[offset + 1] >= 0xA0
    default: return false
    }
  }

  /// Whether two characters of U+4000 to U+9FFF stand there, none of them one that begins with E5 B9, as 年 does. Eight
  /// bytes must be there to be looked at.
  func hasTwoCommonHan(at offset: Int) -> Bool {
    let word = UInt64(littleEndian: UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    return word & 0xF0_0000F0 == 0xE0_0000E0 && 0x3F0 >> (word & 0xF) & 1 != 0 && 0x3F0 >> (word >> 24 & 0xF) & 1 != 0
      && word & 0xFFFF != 0xB9E5 && word >> 24 & 0xFFFF != 0xB9E5
  }

  /// Whether a Han character or a mark that only Chinese uses stands there.
  func isChinese(at offset: Int) -> Bool {
    guard offset >= 0, offset < count else { return false }
    switch self[offset] {
    case 0xE3: return self[offset + 1] >= 0x90 || self[offset + 1] == 0x80 && self[offset + 2] != 0x80
    case 0xEF: return self[offset + 1] == 0xBC || self[offset + 1] == 0xBD
    default: return isHan(at: offset)
    }
  }

  /// Through how many signs Chinese is looked for, so that the work stays proportional to the text.
  private static var longestRun: Int { 64 }

  /// Whether Chinese stands before an offset or from it on, marks of emphasis and quotation and half-width ones aside.
  func hasChinese(before offset: Int) -> Bool {
    var index = self.offset(before: offset)
    while index >= 0, offset - index < Self.longestRun, isTransparent(at: index) { index = self.offset(before: index) }
    return isChinese(at: index)
  }

  func hasChinese(from offset: Int) -> Bool {
    var index = offset
    while index < count, index - offset < Self.longestRun, isTransparent(at: index) {
      index = self.offset(after: index)
    }
    return isChinese(at: index)
  }

  private func isTransparent(at offset: Int) -> Bool {
    switch self[offset] {
    case UInt8(ascii: "*"), UInt8(ascii: "_"): true
    case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "!"): true
    case UInt8(ascii: "("), UInt8(ascii: ")"): true
    case 0xE2: 0xE28098...0xE2809D ~= three(at: offset)  // ‘ ’ “ ”
    default: false
    }
  }

  /// Whether a blank stands there: ASCII, U+3000 or no-break.
  func isBlank(at offset: Int) -> Bool {
    guard offset >= 0, offset < count else { return false }
    return self[offset] == 0x20 || self[offset] == 0x09 || three(at: offset) == 0xE38080
      || self[offset] == 0xC2 && offset + 1 < count && self[offset + 1] == 0xA0
  }

  func isASCIIWord(at offset: Int) -> Bool {
    guard offset >= 0, offset < count else { return false }
    return self[offset].isASCIIWord
  }
}

extension UInt8 {
  var isDigit: Bool { 0x30...0x39 ~= self }
  var isASCIIWord: Bool { isDigit || 0x41...0x5A ~= self & 0xDF }
}
