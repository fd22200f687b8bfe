import Disclosure

/// A sentence as words that the check knows, and signs between them.
struct Sentence {
  let letters: [Letter]
  let tokens: [Token]

  init(_ letters: [Letter], _ lexicon: Lexicon) {
    self.letters = letters
    var tokens: [Token] = []
    var index = 0
    while index < letters.count {
      let (meaning, end) = Self.token(letters, at: index, lexicon)
      tokens.append(Token(meaning: meaning, range: index..<end))
      index = end
    }
    self.tokens = tokens
  }

  func text(_ range: Range<Int>) -> String { letters[range].map(\.scalar).text }

  func meaning(at index: Int) -> Token.Meaning { tokens.indices.contains(index) ? tokens[index].meaning : .boundary }

  // MARK: - Sentences of a block

  static func sentences(_ letters: [Letter]) -> [ArraySlice<Letter>] {
    letters.split { "。！？".unicodeScalars.contains($0.scalar) }
  }

  // MARK: - Words

  private static func token(
    _ letters: [Letter], at start: Int, _ lexicon: Lexicon
  ) -> (Token.Meaning, end: Int) {
    if letters[start].scalar == "《" { return (.boundary, endOfTitle(letters, at: start)) }
    if let (year, end) = year(letters, at: start) { return (year, end) }
    let word = lexicon.word(letters, at: start)
    if let (amount, end) = Amount.read(letters, at: start), end >= word?.end ?? 0 { return (.amount(amount), end) }
    if let (code, end) = classCode(letters, at: start, lexicon) { return (.classCode(code), end) }
    if let end = unknownUnit(letters, at: start), end > word?.end ?? 0 { return (.unit(nil), end) }
    if let word { return word }
    var end = start + 1
    // A number that counts nothing known is one sign: 14期, 51次.
    while letters[start].isDigit, end < letters.count, letters[end].isDigit { end += 1 }
    return (.other, end)
  }

  /// What stands in 《》 is another's text.
  private static func endOfTitle(_ letters: [Letter], at start: Int) -> Int {
    (letters[start...].firstIndex { $0.scalar == "》" } ?? start) + 1
  }

  /// `2018年`, `2019—2021年`, `9月底`.
  private static func year(_ letters: [Letter], at start: Int) -> (Token.Meaning, end: Int)? {
    guard letters[start].isDigit, start == 0 || !letters[start - 1].isDigit else { return nil }
    let run = letters[start...].prefix { $0.isDigit }
    let end = run.endIndex
    if letters.has("年", at: end), run.count == 4, let year = Int(run.map(\.scalar).text), (1990...2099).contains(year) {
      let isRange = start > 0 && "-~至到".unicodeScalars.contains(letters[start - 1].scalar)
      let next = end + 1
      if isRange || letters.has("至", at: next) || letters.has("以来", at: next) || letters.has("起", at: next) {
        return (.otherTime, next)
      }
      return (.year(year), letters.has("年度", at: end) ? next + 1 : next)
    }
    if run.count == 4, end < letters.count, "-~至".unicodeScalars.contains(letters[end].scalar),
      letters[(end + 1)...].prefix(while: { $0.isDigit }).count == 4
    {
      return (.otherTime, end)
    }
    if run.count < 3, letters.has("月", at: end), ["底", "末", "份", "前"].contains(where: { letters.has($0, at: end + 1) })
    {
      return (.otherTime, end + 1)
    }
    return nil
  }

  /// `A类`, and the first letters of `A、B、C类`.
  private static func classCode(
    _ letters: [Letter], at start: Int, _ lexicon: Lexicon
  ) -> (String, end: Int)? {
    let codes = lexicon.classes.map(\.code).filter { $0.unicodeScalars.count == 1 }
    func code(at index: Int) -> String? { codes.first { letters.has($0, at: index) } }
    guard let first = code(at: start) else { return nil }
    var index = start + 1
    while ["、", "和", "及"].contains(where: { letters.has($0, at: index) }), code(at: index + 1) != nil { index += 2 }
    if index > start + 1, letters.has("类", at: index) || letters.has("四类", at: index) || letters.has("三类", at: index) {
      return (first, start + 1)
    }
    return nil
  }

  /// `省粮食和储备局`: a unit that neither settings nor ledgers know; its figures are nobody's here.
  private static func unknownUnit(_ letters: [Letter], at start: Int) -> Int? {
    guard "省市州县区".unicodeScalars.contains(letters[start].scalar),
      !["委", "人大", "政协", "政府", "直", "级", "内", "领导", "长"].contains(where: { letters.has($0, at: start + 1) })
    else { return nil }
    var index = start + 1
    while index < min(letters.count, start + 14) {
      let scalar = letters[index].scalar
      if "，、；：（）“”|".unicodeScalars.contains(scalar) || letters[index].isDigit { return nil }
      // 全省工作大局 is no bureau.
      let isWord = ["大局", "布局", "格局", "结局", "全局", "开局"].contains { letters.has($0, endingAt: index + 1) }
      if "厅局".unicodeScalars.contains(scalar) && !isWord || letters.has("委员会", at: index)
        || (scalar == "委" && !letters.has("委员", at: index))
      {
        let end = letters.has("委员会", at: index) ? index + 3 : index + 1
        return index - start < 2 || letters.has("办公厅", endingAt: end) ? nil : end
      }
      index += 1
    }
    return nil
  }
}
