extension Unit {
  /// From how many bytes on a line without a full sentence may be part of a text: 24 characters.
  private static let shortestTorn = 72

  /// Whether this paragraph was torn in the middle of a sentence that the next one finishes.
  func goesOn(in next: Unit, _ text: Bytes) -> Bool {
    guard kind == .paragraph, next.kind == .paragraph, next.hasStop, !next.hasLadderNumber, !endsInHeading
    else { return false }
    guard hasStop || hasComma && range.count >= Self.shortestTorn, !hasTab else { return false }
    let first = next.range.lowerBound
    guard text.isHan(at: first) || text[first].isDigit || Self.openings.contains(text.three(at: first)) else {
      return false
    }
    var end = range.upperBound
    while end > range.lowerBound, text[end - 1] <= 0x20 { end -= 1 }
    let last = text.offset(before: end)
    return text.isHan(at: last) || text.isASCIIWord(at: last) || text[last] == UInt8(ascii: ",")
      || Self.openEnds.contains(text.three(at: last))
  }

  /// “（《
  private static let openings: Set<UInt32> = [0xE2809C, 0xEFBC88, 0xE3808A]
  /// Those, ， and 、
  private static let openEnds: Set<UInt32> = openings.union([0xEFBC8C, 0xE38081])

  /// A line without a sentence: what bears a title's form.
  var looksLikeTitle: Bool { previousLine == nil && !hasStop && !hasComma && !hasTab && range.count <= 240 }

  /// Pairs what one part of a torn paragraph opens and the other closes.
  static func match(_ first: inout Unit, _ second: inout Unit) {
    let pairs = zip(first.open.reversed(), second.unopened).prefix { $0.kind == $1.kind }.count
    first.open.removeLast(pairs)
    second.unopened.removeFirst(pairs)
  }

  /// What has no counterpart, in the order of the text.
  func rest(in text: Bytes) -> [Bracket] {
    if open.isEmpty && unopened.isEmpty { return [] }
    return (open + unopened).sorted { $0.offset < $1.offset }
  }
}
