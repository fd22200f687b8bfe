import Ladder

/// What a line break inside a paragraph stands for, by the text on its two sides. On the page it is nothing.
enum LineBreak {
  /// A paragraph of its own begins, without the blank line that makes it one: so a letter is pasted from Word.
  case joint
  /// A sentence goes on: somebody keeps lines short.
  case torn
  case unknown

  /// From how many bytes on a line may have been broken because it was full: 15 characters.
  private static let shortestFull = 45

  /// - Parameter lines: without their blanks at the front, the first with those at its end.
  init(after previous: Bytes, before next: Bytes) {
    var end = previous.count
    while end > 0, previous[end - 1] <= 0x20 { end -= 1 }
    let last = previous.offset(before: end)
    // Template tags are no lines of a text; two blanks and `\` mean the line break.
    guard last >= 0, previous.count - end < 2, previous[last] != UInt8(ascii: "\\"),
      previous[0] != UInt8(ascii: "{"), next[0] != UInt8(ascii: "{"), previous[last] != UInt8(ascii: "}")
    else {
      self = .unknown
      return
    }
    let mark = previous.three(at: last)
    if previous.isHan(at: last) || mark == Self.comma || mark == Self.pause {
      self = Self.isBullet(next) ? .joint : end >= Self.shortestFull ? .torn : .unknown
    } else if Self.isHeading(next) || LadderLine(previous)?.form == .heading {
      self = .unknown
    } else {
      let ends = previous.endsSentence || mark == Self.colon || mark == Self.semicolon && Self.isNumbered(next)
      self = ends || Self.isBullet(next) ? .joint : .unknown
    }
  }

  private static let comma: UInt32 = 0xEFBC8C
  private static let pause: UInt32 = 0xE38081
  private static let colon: UInt32 = 0xEFBC9A
  private static let semicolon: UInt32 = 0xEFBC9B

  /// Those stand on the page by themselves.
  private static func isHeading(_ line: Bytes) -> Bool {
    guard let form = LadderLine(line)?.form else { return false }
    return form != .text
  }

  /// With ①, （1）, 1. and the like.
  private static func isNumbered(_ line: Bytes) -> Bool {
    LadderLine(line) != nil || 0xE291A0...0xE29293 ~= line.three(at: 0)
  }

  /// Word's own bullets are of a private area.
  private static func isBullet(_ line: Bytes) -> Bool {
    switch line.three(at: 0) {
    case 0xE280A2, 0xE2978F, 0xE2978B, 0xE296A0, 0xE296A1, 0xE29786, 0xE29787, 0xE29EA2: true  // • ● ○ ■ □ ◆ ◇ ➢
    case 0xEF8080...0xEF83BF: true  // U+F000 to U+F0FF
    case let three: three >> 8 == 0xC2B7  // ·
    }
  }
}
