extension Scan {
  mutating func open(_ kind: Bracket.Kind, at offset: Int, isWide: Bool = true) {
    brackets.append(Bracket(kind: kind, spot: spot(offset), isWide: isWide))
    bracketCounts[Int(kind.rawValue)] += 1
    if kind.quotes { quotations += 1 }
  }

  mutating func close(_ kind: Bracket.Kind, at offset: Int, isWide: Bool = true) {
    guard bracketCounts[Int(kind.rawValue)] > 0 else { return closeUnopened(kind, at: offset, isWide) }
    while let last = brackets.last, last.kind != kind { abandon(pop(last)) }
    guard let opening = brackets.last.map({ pop($0) }) else { return }
    if kind == .round, !(opening.isWide && isWide) { notePair(opening, closing: offset, isWide: isWide) }
  }

  /// What stays open at the end of a paragraph.
  mutating func closeBrackets() {
    while let last = brackets.last { abandon(pop(last)) }
    unit?.open.reverse()
    if isInStraightQuotes { quotations -= 1 }
    isInStraightQuotes = false
  }

  private mutating func pop(_ last: Bracket) -> Bracket {
    brackets.removeLast()
    bracketCounts[Int(last.kind.rawValue)] -= 1
    if last.kind.quotes { quotations -= 1 }
    return last
  }

  private mutating func abandon(_ bracket: Bracket) {
    if bracket.isWide {
      unit?.open.append(bracket)
    } else if text.hasChinese(before: bracket.offset) || text.hasChinese(from: bracket.offset + 1) {
      noteHalfWidth(at: bracket.spot, canMend: false)
    }
  }

  private mutating func closeUnopened(_ kind: Bracket.Kind, at offset: Int, _ isWide: Bool) {
    guard isWide else {
      if text.hasChinese(before: offset) || text.hasChinese(from: offset + 1) { noteHalfWidth(at: spot(offset)) }
      return
    }
    // 1）甲；2）乙
    if kind == .round, isLabel(before: offset) { return }
    let bracket = Bracket(kind: kind, spot: spot(offset), isWide: true)
    unit?.unopened.append(bracket)
    // What stands before it may be a quotation from the paragraph before.
    if kind.quotes, let first = unit?.firstMendable { mendable.removeSubrange(first...) }
  }

  private func isLabel(before offset: Int) -> Bool {
    text.isASCIIWord(at: offset - 1) || Self.numerals.contains(text.three(at: offset - 3))
  }

  /// 一 to 十 and ① to ⑩.
  static let numerals: Set<UInt32> = [
    0xE4B880, 0xE4BA8C, 0xE4B889, 0xE59B9B, 0xE4BA94, 0xE585AD, 0xE4B883, 0xE585AB, 0xE4B99D, 0xE58D81, 0xE291A0,
    0xE291A1, 0xE291A2, 0xE291A3, 0xE291A4, 0xE291A5, 0xE291A6, 0xE291A7, 0xE291A8, 0xE291A9,
  ]

  /// Round brackets of which one or both are half-width: a pair is as wide as the text it stands in.
  private mutating func notePair(_ opening: Bracket, closing: Int, isWide: Bool) {
    let inside = opening.offset + (opening.isWide ? 3 : 1)
    let isChinese =
      opening.isWide || isWide
      || (text.hasChinese(before: opening.offset) || text.hasChinese(from: inside)
        || text.hasChinese(before: closing) || text.hasChinese(from: closing + 1))
        && (!text.isASCIIWord(at: opening.offset - 1) || text[inside..<closing].contains { $0 >= 0x80 })
    guard isChinese else { return }
    if !opening.isWide { noteHalfWidth(at: opening.spot) }
    if !isWide { noteHalfWidth(at: spot(closing)) }
  }

  // MARK: - Half-width marks

  static let marks = Array(",:;()?!.".utf8)

  static func list(_ bits: Int) -> String {
    marks.indices.filter { bits & 1 << $0 != 0 }.map { String(UnicodeScalar(marks[$0])) }.joined(separator: " ")
  }

  mutating func noteHalfWidth(at spot: Spot, canMend: Bool = true) {
    guard note(.halfWidth, at: spot) else { return }
    unit?.halfWidthMarks |= 1 << (Self.marks.firstIndex(of: text[spot.offset]) ?? 0)
    if canMend, quotations == 0 { mendable.append(spot.offset) }
  }
}
