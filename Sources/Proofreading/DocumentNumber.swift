/// 发文字号: 机关代字〔2024〕15号, with hexagonal brackets, without 年, 第 and leading zeros (GB/T 9704-2012, 7.2.5).
enum DocumentNumber {
  /// What is wrong with the number whose bracket opens at an offset, and where it ends; `nil` when nothing is, or when
  /// this is no document number.
  static func fault(in text: Bytes, at bracket: Int) -> (detail: String, end: Int)? {
    guard let number = Parts(in: text, at: bracket), let fault = number.fault else { return nil }
    return ("“\(text.string(bracket..<number.end))”\(fault)", number.end)
  }

  /// What is wrong with a field that should hold nothing but a document number.
  static func fault(inField text: Bytes) -> String? {
    var bracket = 0
    while bracket < text.count {
      if let number = Parts(in: text, at: bracket) {
        guard let fault = number.fault else { return nil }
        return "“\(text.string(bracket..<number.end))”\(fault)"
      }
      bracket = text.offset(after: bracket)
    }
    return "“\(text.string(0..<text.count))”不完整"
  }

  private struct Parts {
    let end: Int
    private let hasRightBrackets: Bool
    private let hasYearSign: Bool
    private let hasOrdinal: Bool
    private let hasLeadingZero: Bool

    var fault: String? {
      var faults: [String] = []
      if !hasRightBrackets { faults.append("年份要用六角括号〔〕") }
      if hasYearSign { faults.append("括号里不写“年”") }
      if hasOrdinal { faults.append("序号前不写“第”") }
      if hasLeadingZero { faults.append("序号前不补 0") }
      return faults.isEmpty ? nil : "：" + faults.joined(separator: "，")
    }

    init?(in text: Bytes, at bracket: Int) {
      guard let opening = Self.bracket(in: text, at: bracket, Self.openings) else { return nil }
      var index = bracket + opening.width
      let year = index
      while index < text.count, text[index].isDigit { index += 1 }
      guard index - year == 4, text[year] == UInt8(ascii: "1") || text[year] == UInt8(ascii: "2") else { return nil }
      Self.skipBlanks(in: text, &index)
      hasYearSign = Self.skip(Self.yearSign, in: text, &index)
      Self.skipBlanks(in: text, &index)
      guard let closing = Self.bracket(in: text, at: index, Self.closings) else { return nil }
      index += closing.width
      hasRightBrackets = opening.isRight && closing.isRight
      // Round brackets hold years of many kinds: only behind an agency's sign are they a number's.
      if opening.isRound, !text.isHan(at: text.offset(before: bracket)) { return nil }
      Self.skipBlanks(in: text, &index)
      hasOrdinal = Self.skip(Self.ordinal, in: text, &index)
      Self.skipBlanks(in: text, &index)
      let number = index
      while index < text.count, text[index].isDigit { index += 1 }
      guard index > number else { return nil }
      hasLeadingZero = text[number] == UInt8(ascii: "0")
      Self.skipBlanks(in: text, &index)
      guard Self.skip(Self.sign, in: text, &index) else { return nil }
      end = index
    }

    private static let yearSign: UInt32 = 0xE5B9B4
    private static let ordinal: UInt32 = 0xE7ACAC
    private static let sign: UInt32 = 0xE58FB7

    private struct Bracket {
      let width: Int
      var isRight = false
      var isRound = false
    }

    /// ASCII ones, then 〔 ﹝ ［ 【 （ or their counterparts.
    private static let openings: ([UInt8], [UInt32]) = (
      [0x5B, 0x28], [0xE38094, 0xEFB99D, 0xEFBCBB, 0xE38090, 0xEFBC88]
    )
    private static let closings: ([UInt8], [UInt32]) = (
      [0x5D, 0x29], [0xE38095, 0xEFB99E, 0xEFBCBD, 0xE38091, 0xEFBC89]
    )

    private static func bracket(in text: Bytes, at offset: Int, _ signs: ([UInt8], [UInt32])) -> Bracket? {
      guard offset < text.count else { return nil }
      if let narrow = signs.0.firstIndex(of: text[offset]) { return Bracket(width: 1, isRound: narrow == 1) }
      guard let wide = signs.1.firstIndex(of: text.three(at: offset)) else { return nil }
      return Bracket(width: 3, isRight: wide == 0, isRound: wide == 4)
    }

    private static func skip(_ character: UInt32, in text: Bytes, _ index: inout Int) -> Bool {
      guard text.three(at: index) == character else { return false }
      index += 3
      return true
    }

    private static func skipBlanks(in text: Bytes, _ index: inout Int) {
      while index < text.count, text[index] == 0x20 { index += 1 }
    }
  }
}
