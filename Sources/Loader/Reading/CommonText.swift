/// The characters that Chinese texts are made of, of which hardly anything has to be checked: the library's check of UTF-8
/// takes three times as long on them.
enum CommonText {
  /// How many bytes at the start of a text are right as UTF-8, and hold no character beyond U+FFFF and no
  /// `ControlCharacter`; always whole characters, and not all of them.
  static func length(of text: UnsafeRawBufferPointer) -> Int {
    var index = 0
    while index + 8 <= text.count {
      let word = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      if word & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0, isLead(word), isLead(word >> 24) {
        index += 6
      } else if word & 0x8080_8080_8080_8080 == 0, !holdsControls(word) {
        index += 8
      } else if word & 0x80 == 0, isSeen(UInt8(truncatingIfNeeded: word)) {
        index += 1
      } else if word & 0xC0_C0F0 == 0x80_80E0, isLead(word) {
        index += 3
      } else if word & 0xC0E0 == 0x80C0, word & 0x1E != 0, word & 0xE0FF != 0x80C2 {
        index += 2
      } else {
        return index
      }
    }
    return index
  }

  /// Whether one of eight bytes of ASCII is a control character, tabs and line ends too.
  private static func holdsControls(_ word: UInt64) -> Bool {
    let below = word &- 0x2020_2020_2020_2020
    let isDelete = (word ^ 0x7F7F_7F7F_7F7F_7F7F) &- 0x0101_0101_0101_0101
    return (below | isDelete) & 0x8080_8080_8080_8080 != 0
  }

  private static func isSeen(_ byte: UInt8) -> Bool {
    byte >= .blank ? byte < 0x7F : byte == .lineFeed || byte == .carriageReturn || byte == .tab
  }

  /// Whether any two continuation bytes may stand behind the first byte of a word, as they may not behind E0 and ED
  /// (RFC 3629, section 4).
  private static func isLead(_ word: UInt64) -> Bool { 0xDFFE >> (word & 0xF) & 1 != 0 }
}
