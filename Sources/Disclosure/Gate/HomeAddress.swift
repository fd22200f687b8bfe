/// Finds home addresses at their numbers: of a house, building or flat behind a word such as 住址 or 家住, and of a flat
/// in a building of a housing estate (幸福小区5栋2单元301室). Offices have such numbers too, but no such words before them.
/// Behind a label such as 家庭住址： an address needs no number in digits.
enum HomeAddress {
  /// From the word to the mark behind the number; `nil` when the number is no home's.
  static func range(in text: [UInt8], at number: DigitRun.Group) -> Range<Int>? {
    let start = number.range.lowerBound
    let (mark, end) = mark(behind: number.range.upperBound, in: text)
    // Most numbers are nowhere near a home, and to decode what stands before all of them takes time.
    let mayBeStated = mark != nil && followsHomeWord(in: text, at: start)
    let mayBeFlat =
      (mark == "室" || mark == "房" || followsUnit(in: text, at: start))
      && (mark != nil || isShort(number) && !isBeforeWord(text, end))
    guard mayBeStated || mayBeFlat else { return nil }
    let clause = clause(in: text, before: start)
    let place = (mayBeStated ? stated(in: clause) : nil) ?? (mayBeFlat ? estate(in: clause) : nil)
    return place.map { start - $0.utf8.count..<end }
  }

  // MARK: - Behind a label

  private static let labelEnd = Array("址".utf8)
  private static let labels = ["家庭住址", "家庭地址", "户籍地址", "居住地址", "身份证地址", "住址"]
  /// What an address has, and an empty form or a remark has not.
  private static let placeWords = ["路", "街", "巷", "村", "小区", "社区", "楼", "栋", "幢", "单元", "室", "苑", "公寓"]

  /// From each label with a colon to the end of what it labels.
  static func labelled(in text: [UInt8]) -> [Range<Int>] {
    text.ranges(of: labelEnd).compactMap { found in
      guard let label = labels.first(where: { text.holds($0, before: found.upperBound) }) else { return nil }
      let colon = text.skipping({ $0 == " " || $0 == "*" }, from: found.upperBound)
      guard let scalar = text.scalar(at: colon), scalar == "：" || scalar == ":" || scalar == "|" else { return nil }
      let end = text.skipping({ !endsLabelled($0) }, from: colon + UTF8.width(scalar))
      let place = String(decoding: text[colon..<end], as: UTF8.self)
      guard place.count > 4, placeWords.contains(where: place.contains) else { return nil }
      return found.upperBound - label.utf8.count..<end
    }
  }

  private static func endsLabelled(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "，", "。", "；", "、", "|", "\n", "\r", "\t": true
    default: false
    }
  }

  // MARK: - Behind the number

  /// 室, 号 and the like behind a number, and where they end.
  private static func mark(behind offset: Int, in text: [UInt8]) -> (mark: Unicode.Scalar?, end: Int) {
    var index = offset
    while index < text.count, isLayout(text[index]) { index += 1 }
    switch text.scalar(at: index) {
    case .some("单"): return ("单", min(text.count, index + "单元".utf8.count))
    case .some(let mark):
      switch mark {
      case "室", "房", "号", "栋", "幢", "组": return (mark, index + UTF8.width(mark))
      default: return (nil, offset)
      }
    case nil: return (nil, offset)
    }
  }

  /// 2单元301, but not 2单元2024年 or 2单元12台电梯.
  private static func isShort(_ number: DigitRun.Group) -> Bool { 2...4 ~= number.count }

  private static func isBeforeWord(_ text: [UInt8], _ end: Int) -> Bool {
    guard let next = text.scalar(at: end) else { return false }
    return "\u{4E00}"..."\u{9FFF}" ~= next && next != "的" && next != "住"
  }

  // MARK: - Before the number

  private static func windowStart(_ end: Int) -> Int { max(0, end - 120) }

  /// Whether 址, 家住 or 现住 stands not far before.
  private static func followsHomeWord(in text: [UInt8], at start: Int) -> Bool {
    (windowStart(start)..<max(windowStart(start), start - 2)).contains { index in
      switch (text[index], text[index + 1], text[index + 2]) {
      case (0xE5, 0x9D, 0x80): true
      case (0xE4, 0xBD, 0x8F): ["家", "现", "现居"].contains { text.holds($0, before: index) }
      default: false
      }
    }
  }

  private static func followsUnit(in text: [UInt8], at start: Int) -> Bool {
    var end = start
    while end > 0, isLayout(text[end - 1]) { end -= 1 }
    return end > 0 && (text[end - 1] == UInt8(ascii: "-") || text.holds("元", before: end))
  }

  private static func isLayout(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == UInt8(ascii: "*") }

  /// What belongs to the number's sentence or cell.
  private static func clause(in text: [UInt8], before end: Int) -> Substring {
    var start = end
    while start > windowStart(end), !endsClause(text, at: start) { start -= 1 }
    return Substring(String(decoding: text[start..<end], as: UTF8.self))
  }

  private static func endsClause(_ text: [UInt8], at end: Int) -> Bool {
    switch text[end - 1] {
    case UInt8(ascii: "|"): true
    case 0x82: text.holds("。", before: end)
    case 0x9B: text.holds("；", before: end)
    default: false
    }
  }

  private static let homeWords = ["家庭住址", "家庭地址", "户籍地址", "居住地址", "住址", "家住", "现住", "现居住"].map { Array($0.utf8) }

  /// The clause from its home word on; 第12号 and 〔2018〕12号 are numbers of papers.
  private static func stated(in clause: Substring) -> Substring? {
    if clause.hasSuffix("第") || clause.hasSuffix("〕") { return nil }
    let bytes = Array(clause.utf8)
    let start = homeWords.compactMap { bytes.range(of: $0)?.lowerBound }.min()
    return start.map { clause[clause.utf8.index(clause.startIndex, offsetBy: $0)...] }
  }

  private static let estates = [
    "小区", "社区", "生活区", "住宅区", "花园", "家园", "嘉园", "庄园", "山庄", "新村", "新城", "公寓", "家属院", "宿舍", "苑", "里",
  ]

  /// The clause from an estate's word on, where only numbers of buildings stand behind it.
  private static func estate(in clause: Substring) -> Substring? {
    var place = clause
    func dropNumbers() { while let last = place.last, isPartOfNumber(last) { place.removeLast() } }
    dropNumbers()
    let numbers = clause[place.endIndex...]
    // 5栋2单元301 and 5-2-301, but no item of a list.
    let parts = numbers.split(separator: "-").count { $0.contains(where: \.isWholeNumber) }
    guard parts > 1 || numbers.contains(where: { "栋幢座楼单号".contains($0) }) else { return nil }
    // 阳光家园B区, but not 幸福小区.
    while place.last == "区", let before = place.dropLast().last, isPartOfNumber(before) {
      place.removeLast()
      dropNumbers()
    }
    return estates.first(where: place.hasSuffix).map { clause[clause.index(place.endIndex, offsetBy: -$0.count)...] }
  }

  private static func isPartOfNumber(_ character: Character) -> Bool {
    character.isWholeNumber || character.isASCII && character.isLetter || "栋幢座号楼单元层东西南北期- \n*".contains(character)
  }
}
