import Disclosure

/// A number with what it counts, as the text has it: `16 件`, `一百八十一件`, `39.2%`, `2.3个百分点`.
struct Amount: Hashable {
  enum Unit: Hashable {
    /// 件.
    case items
    /// 条.
    case points
    /// 个, 家.
    case pieces
    case percent
    case percentagePoints
  }

  /// How the text means it.
  enum Precision: Hashable {
    case exact
    /// 98%以上, 不低于98%.
    case atLeast
    /// 近百件, 约50件, 每件, 第16件, 3—5件: nothing that could be wrong.
    case vague
  }

  /// Without its decimal point; `nil` for what the template merges in.
  var digits: Int?
  /// How many of `digits` stand behind the decimal point.
  var decimals: Int
  var unit: Unit
  var precision = Precision.exact

  /// Compared at as many decimals as the text has, half up; all of them only when it is all of them.
  func equals(_ ratio: Ratio) -> Bool {
    guard let digits, ratio.d > 0 else { return true }
    let scale = Self.power(decimals) * 100
    if precision == .atLeast { return ratio.n * scale >= digits * ratio.d }
    if digits == scale || ratio.n == ratio.d { return digits == scale && ratio.n == ratio.d }
    return digits == (2 * scale * ratio.n + ratio.d) / (2 * ratio.d)
  }

  func equals(_ count: Int) -> Bool {
    guard let digits else { return true }
    return precision == .atLeast ? count >= digits : count == digits
  }

  static func power(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { product, _ in product * 10 } }
}

extension Amount {
  /// The amount that begins at a letter, and where it ends; `nil` when there is no number or nothing that it counts.
  static func read(_ letters: [Letter], at start: Int) -> (amount: Amount, end: Int)? {
    guard var number = number(letters, at: start) else { return nil }
    var index = number.end
    if number.isPercent { return (precise(number.amount(.percent), letters, start, index), index) }
    if index < letters.count, "余多来几".unicodeScalars.contains(letters[index].scalar) {
      number.isVague = true
      index += 1
    }
    guard let unit = units.first(where: { letters.has($0.name, at: index) }) else { return nil }
    index += unit.name.unicodeScalars.count
    // 件次 counts what was done, 件套 things.
    if unit.unit == .items, letters.has("次", at: index) || letters.has("套", at: index) { return nil }
    return (precise(number.amount(unit.unit), letters, start, index), index)
  }

  private static let units: [(name: String, unit: Unit)] = [
    ("个百分点", .percentagePoints), ("%", .percent), ("件", .items), ("条", .points), ("个", .pieces), ("家", .pieces),
  ]

  private struct Number {
    var digits: Int?
    var decimals = 0
    var end: Int
    var isPercent = false
    /// 一件 is an idiom more often than a count: 每一件, 办结一件销号一件.
    var isVague = false

    func amount(_ unit: Unit) -> Amount {
      Amount(digits: digits, decimals: decimals, unit: unit, precision: isVague ? .vague : .exact)
    }
  }

  private static func number(_ letters: [Letter], at start: Int) -> Number? {
    if letters[start].scalar == Letter.merged { return Number(digits: nil, end: start + 1) }
    if letters[start].isDigit { return arabic(letters, at: start) }
    if letters.has("百分之", at: start) {
      guard start + 3 < letters.count else { return nil }
      if letters.has("百", at: start + 3) { return Number(digits: 100, end: start + 4, isPercent: true) }
      guard var number = letters[start + 3].isDigit ? arabic(letters, at: start + 3) : chinese(letters, at: start + 3)
      else { return nil }
      number.isPercent = true
      number.isVague = false
      return number
    }
    return chinese(letters, at: start)
  }

  private static let mostDecimals = 8

  private static func arabic(_ letters: [Letter], at start: Int) -> Number? {
    var number = Number(digits: 0, end: start)
    while number.end < letters.count {
      let letter = letters[number.end]
      if letter.isDigit {
        guard let digits = number.digits, digits < 1_000_000_000 else { return nil }
        number.digits = digits * 10 + Int(letter.scalar.value - 0x30)
        if number.decimals > 0 { number.decimals += 1 }
        guard number.decimals <= mostDecimals else { return nil }
      } else if letter.scalar == ".", number.decimals == 0, isDigit(letters, at: number.end + 1) {
        number.decimals = 1
      } else if letter.scalar != "，" || number.decimals > 0 || !isThousand(letters, after: number.end) {
        break
      }
      number.end += 1
    }
    number.decimals = max(0, number.decimals - 1)
    return number
  }

  private static func isDigit(_ letters: [Letter], at index: Int) -> Bool {
    index < letters.count && letters[index].isDigit
  }

  /// `1,234`: three digits behind a comma, and no more.
  private static func isThousand(_ letters: [Letter], after comma: Int) -> Bool {
    (1...3).allSatisfy {
      isDigit(letters, at: comma + $0) && letters[comma + $0].line == letters[comma].line
        && letters[comma + $0].column == letters[comma].column + $0
    } && !isDigit(letters, at: comma + 4)
  }

  private static func chinese(_ letters: [Letter], at start: Int) -> Number? {
    let run = letters[start...].prefix { $0.isChineseDigit }
    guard !run.isEmpty else { return nil }
    let text = String(String.UnicodeScalarView(run.map(\.scalar)))
    guard let value = ChineseNumeral.value(of: text) else { return nil }
    return Number(digits: value, end: run.endIndex, isVague: text == "一" || text == "零")
  }

  /// With what stands before and behind it.
  private static func precise(_ amount: Amount, _ letters: [Letter], _ start: Int, _ end: Int) -> Amount {
    var amount = amount
    let isPrecededBy = { (words: [String]) in words.contains { letters.has($0, endingAt: start) } }
    if isPrecededBy(vagueBefore) || vagueBehind.contains(where: { letters.has($0, at: end) })
      || (start > 1 && "-~至到.".unicodeScalars.contains(letters[start - 1].scalar) && isNumeral(letters[start - 2]))
      || (amount.unit == .percent && isPrecededBy(["由", "从"]))
      || (amount.unit != .percent && letters.has("以上", at: end))
    {
      amount.precision = .vague
    } else if amount.precision == .exact, isPrecededBy(atLeastBefore) || letters.has("以上", at: end) {
      amount.precision = .atLeast
    }
    return amount
  }

  private static func isNumeral(_ letter: Letter) -> Bool { letter.isDigit || letter.scalar == "%" }

  private static let vagueBefore = [
    "约", "近", "接近", "几", "数十", "第", "每", "首", "首批", "这", "那", "同", "某", "任", "哪", "最多", "至多", "不超过", "至少",
  ]
  /// 95%以上的单位: others than the one that the text is about.
  private static let vagueBehind = ["左右", "上下", "以内", "以下", "多", "以上的"]
  private static let atLeastBefore = ["不低于", "不少于", "超过", "超", "逾", "多于"]
}

extension [Letter] {
  /// Whether a word begins at a letter.
  func has(_ word: String, at start: Int) -> Bool {
    var index = start
    for scalar in word.unicodeScalars {
      guard index >= 0, index < count, self[index].scalar == scalar else { return false }
      index += 1
    }
    return true
  }

  func has(_ word: String, endingAt end: Int) -> Bool { has(word, at: end - word.unicodeScalars.count) }
}
