/// Chinese numerals up to 9999, as sessions and issues are counted: 十三, 二十六, 五百七十, 一千零二.
package enum ChineseNumeral {
  private static let digits: [Unicode.Scalar] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
  private static let units: [(name: Unicode.Scalar, value: Int)] = [("千", 1000), ("百", 100), ("十", 10)]

  /// The number that `text` stands for, in Chinese or Arabic digits; `nil` when it is none.
  package static func value(of text: some StringProtocol) -> Int? {
    let text = text.halfWidth
    if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return Int(text).flatMap { (0...9999).contains($0) ? $0 : nil }
    }
    var usual = text.unicodeScalars.map { $0 == "〇" || $0 == "○" ? "零" : $0 == "两" ? "二" : $0 }
    if usual.starts(with: ["一", "十"]) { usual.removeFirst() }
    // What adds up but is never written so, such as 十百, stands for nothing.
    return sum(of: usual).flatMap { scalars(of: $0) == usual ? $0 : nil }
  }

  /// Whether a character can stand in a numeral.
  package static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType != nil || scalar == "○" || scalar == "两"
  }

  /// `number` in Chinese; `nil` beyond 0…9999.
  package static func text(of number: Int) -> String? {
    scalars(of: number).map { String(String.UnicodeScalarView($0)) }
  }

  private static func scalars(of number: Int) -> [Unicode.Scalar]? {
    guard (0...9999).contains(number) else { return nil }
    if number < 10 { return [digits[number]] }
    var text: [Unicode.Scalar] = []
    var rest = number
    for unit in units {
      let digit = rest / unit.value
      rest %= unit.value
      if digit > 0 {
        // 十三, but 一百一十三.
        if !(text.isEmpty && unit.value == 10 && digit == 1) { text.append(digits[digit]) }
        text.append(unit.name)
      } else if !text.isEmpty, rest > 0, text.last != digits[0] {
        text.append(digits[0])
      }
    }
    if rest > 0 { text.append(digits[rest]) }
    return text
  }

  /// The digits times their units, in whatever order they stand.
  private static func sum(of text: [Unicode.Scalar]) -> Int? {
    var total = 0
    var digit: Int?
    for scalar in text {
      if let value = digits.firstIndex(of: scalar) {
        digit = value
      } else if let unit = units.first(where: { $0.name == scalar }) {
        total += (digit ?? 1) * unit.value
        digit = nil
      } else {
        return nil
      }
    }
    return total + (digit ?? 0)
  }
}
