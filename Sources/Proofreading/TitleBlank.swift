/// Blanks in a title that layout has left. A blank between parallel phrases (健全机制 务求实效) is meant.
enum TitleBlank {
  /// The offset of the first one.
  static func first(in text: Bytes) -> Int? {
    var index = 0
    while index < text.count {
      guard text.isBlank(at: index) else {
        index = text.offset(after: index)
        continue
      }
      let start = index
      var count = 0
      while text.isBlank(at: index) {
        index = text.offset(after: index)
        count += 1
      }
      if isLayout(text, start..<index, count: count) { return start }
    }
    return nil
  }

  /// A few characters on both sides, for the message.
  static func passage(around offset: Int, in text: Bytes) -> String {
    var (start, end) = (offset, offset)
    for _ in 0..<6 where start > 0 { start = text.offset(before: start) }
    while text.isBlank(at: end) { end = text.offset(after: end) }
    for _ in 0..<6 where end < text.count { end = text.offset(after: end) }
    return (start > 0 ? "…" : "") + text.string(start..<end) + (end < text.count ? "…" : "")
  }

  private static func isLayout(_ text: Bytes, _ blank: Range<Int>, count: Int) -> Bool {
    if blank.lowerBound == 0 || blank.upperBound == text.count { return true }
    let before = text.offset(before: blank.lowerBound)
    guard isWide(text, before), isWide(text, blank.upperBound) else { return false }
    if count > 1 || isMark(text.three(at: before)) || isClosing(text.three(at: blank.upperBound)) { return true }
    if isOpening(text.three(at: before)) { return true }
    guard text.isHan(at: before), text.isHan(at: blank.upperBound) else { return false }
    // Single characters are aligned with longer words: 石 韧.
    return isAlone(text, before, outwards: text.offset(before:))
      || isAlone(text, blank.upperBound, outwards: text.offset(after:)) || splitsTerm(text, blank)
  }

  /// Whether a Han character is a word of its own, and no unit of a number (`2024 年`).
  private static func isAlone(_ text: Bytes, _ character: Int, outwards: (Int) -> Int) -> Bool {
    var next = outwards(character)
    if text.isHan(at: next) { return false }
    while text.isBlank(at: next) { next = outwards(next) }
    return !text.isASCIIWord(at: next)
  }

  /// Words of these titles that belong together; a session's name always goes with what follows it.
  private static let terms: [([UInt8], [UInt8])] = [
    ("次会议", ""), ("全会", ""), ("", "的"), ("的", ""), ("关于", ""), ("代表", "建议"), ("委员", "提案"), ("人大", "代表"),
    ("政协", "委员"), ("政协", "提案"), ("建议", "办理"), ("提案", "办理"), ("办理", "工作"), ("办理", "情况"), ("办理", "结果"),
    ("工作", "总结"), ("工作", "报告"), ("情况", "报告"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  private static func splitsTerm(_ text: Bytes, _ blank: Range<Int>) -> Bool {
    terms.contains { left, right in
      text[..<blank.lowerBound].suffix(left.count).elementsEqual(left)
        && text[blank.upperBound...].starts(with: right)
    }
  }

  private static func isWide(_ text: Bytes, _ offset: Int) -> Bool {
    text.isChinese(at: offset) || text.three(at: offset) >> 16 == 0xE2
  }

  /// ，、。：；
  private static func isMark(_ sign: UInt32) -> Bool {
    [0xEFBC8C, 0xE38081, 0xE38082, 0xEFBC9A, 0xEFBC9B].contains(sign)
  }

  /// What no blank stands before: ”）》and the marks.
  private static func isClosing(_ sign: UInt32) -> Bool {
    [0xE2809D, 0xEFBC89, 0xE3808B].contains(sign) || isMark(sign)
  }

  /// What no blank stands behind: “（《.
  private static func isOpening(_ sign: UInt32) -> Bool { [0xE2809C, 0xEFBC88, 0xE3808A].contains(sign) }
}
