/// Chinese numerals up to 9999, as sessions and issues are counted: 十三, 二十六, 五百七十, 一千零二.
package enum ChineseNumeral {
  /// The number that `text` stands for, in Chinese or Arabic digits; `nil` when it is none.
  package static func value(of text: some StringProtocol) -> Int? {
    if let number = Int(text) { return number >= 0 ? number : nil }
    var total = 0
    var digit: Int?
    for character in text {
      if let value = digits.firstIndex(of: character) {
        guard digit == nil || digit == 0 else { return nil }
        digit = value
      } else if let unit = units[character] {
        // 十三 is 一十三.
        total += (digit ?? 1) * unit
        digit = nil
      } else {
        return nil
      }
    }
    guard !text.isEmpty else { return nil }
    return total + (digit ?? 0)
  }

  private static let digits: [Character] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
  private static let units: [Character: Int] = ["十": 10, "百": 100, "千": 1000]
}
