extension Scan {
  /// A `.`, which is a half-width 。 behind Chinese, a percentage or a number in a sentence, at the end of a line or before
  /// Chinese. Those of decimals, list numbers, addresses, file names and abbreviations have other neighbours. Answers
  /// where to go on.
  mutating func takeStop(at index: Int, _ end: Int) -> Int {
    let isLast = isLast(from: index + 1, end)
    guard isLast || text.isHan(at: index + 1), index > lineTextStart, text[index - 1] != UInt8(ascii: ".") else {
      return index + 1
    }
    if isPercentage(before: index) || isLast && (isChineseWord(before: index) || isCount(before: index)) {
      noteStop(at: index, canMend: true)
    } else if !isLast, text.isHan(at: text.offset(before: index)), isChineseWord(before: index) {
      // What stands between the parts of a name is to be ·.
      noteStop(at: index, canMend: false)
    }
    return index + 1
  }

  private mutating func noteStop(at index: Int, canMend: Bool) {
    unit?.hasStop = true
    noteHalfWidth(at: spot(index), canMend: canMend)
  }

  /// Where the text of the current line begins.
  private var lineTextStart: Int { unit?.currentLine.lowerBound ?? 0 }

  /// Whether nothing but closing marks and blanks stands in the line, or in the cell of a table, from an offset on.
  private func isLast(from start: Int, _ end: Int) -> Bool {
    var next = start
    while next < end, Self.closers.contains(text[next]) || Self.wideClosers.contains(text.three(at: next)) {
      next = text.offset(after: next)
    }
    while next < end, text.isBlank(at: next) { next = text.offset(after: next) }
    return next >= end || unit?.kind == .tableRow && text[next] == UInt8(ascii: "|")
  }

  private static let closers = Set("*_)".utf8)
  /// ” ’ ） 」 』 】
  private static let wideClosers: Set<UInt32> = [0xE2809D, 0xE28099, 0xEFBC89, 0xE3808D, 0xE3808F, 0xE38091]

  /// Whether Chinese stands there that is no ordinal such as 一 or 第二.
  private func isChineseWord(before end: Int) -> Bool {
    guard text.hasChinese(before: end) else { return false }
    var start = end
    while start > lineTextStart, Self.ordinals.contains(text.three(at: start - 3)) { start -= 3 }
    return start == end || text.isHan(at: text.offset(before: start)) && start > lineTextStart
  }

  /// 第, 甲 to 癸, and numerals.
  private static let ordinals = numerals.union([
    0xE7ACAC, 0xE794B2, 0xE4B999, 0xE4B899, 0xE4B881, 0xE6888A, 0xE5B7B1, 0xE5BA9A, 0xE8BE9B, 0xE5A3AC, 0xE799B8,
  ])

  /// `增长8.5%`
  private func isPercentage(before end: Int) -> Bool {
    let sign = text[end - 1] == UInt8(ascii: "%") ? 1 : text.three(at: end - 3) == 0xEFBC85 ? 3 : 0
    return sign > 0 && chinese(beforeNumberBefore: end - sign) != nil
  }

  /// `今年共办结12`, but not `附件1`.
  private func isCount(before end: Int) -> Bool {
    guard text[end - 1].isDigit, let chinese = chinese(beforeNumberBefore: end) else { return false }
    return chinese - lineTextStart >= Self.shortestSentence
  }

  /// Of what stands before the last character in front of a number, in bytes: three characters.
  private static let shortestSentence = 9

  /// The offset of the Han character that stands before a number, with at most a blank between.
  private func chinese(beforeNumberBefore end: Int) -> Int? {
    var start = end
    while start > lineTextStart, text[start - 1].isDigit || Self.signs.contains(text[start - 1]) { start -= 1 }
    if start > lineTextStart, text[start - 1] == 0x20 { start -= 1 }
    let chinese = text.offset(before: start)
    return start > lineTextStart && text.isHan(at: chinese) ? chinese : nil
  }

  private static let signs = Set(".,:/-~".utf8)
}
