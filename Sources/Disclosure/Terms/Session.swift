/// 届次: the meeting at which something was put forward, such as 省十三届人大一次会议 or 政协枝江市七届四次会议.
package struct Session: Sendable {
  package enum Level: String, Sendable, Hashable {
    case national = "quanguo"
    case province = "sheng"
    case city = "shi"
    case county = "xian"
    case town = "zhen"
  }

  /// As the ledger writes it, blanks removed.
  package let name: String
  package let level: Level
  /// 届.
  package let term: Int
  /// 次会议; 0 between meetings (闭会期间).
  package let meeting: Int

  /// `nil` when the text names no level, term or meeting, or a meeting of a standing committee, which is no session.
  package init?(_ text: String) {
    name = text.filter { !$0.isWhitespace }
    guard !name.contains("常委会"), !name.contains("常务委员会"), let level = Self.level(of: name),
      let termEnd = name.firstIndex(of: "届"), let term = Self.number(endingAt: termEnd, in: name), term > 0
    else { return nil }
    self.level = level
    self.term = term
    if name[termEnd...].contains("闭会") {
      meeting = 0
    } else {
      guard let meetingEnd = name[termEnd...].firstRange(of: "次会议")?.lowerBound,
        let meeting = Self.number(endingAt: meetingEnd, in: name), meeting > 0
      else { return nil }
      self.meeting = meeting
    }
  }

  /// `sheng-13-1`: ASCII and lasting.
  package var address: String { "\(level.rawValue)-\(term)-\(meeting)" }

  private static func number(endingAt end: String.Index, in text: String) -> Int? {
    let digits = text[..<end].reversed().prefix { ChineseNumeral.isPart($0) }
    return ChineseNumeral.value(of: String(digits.reversed()))
  }

  private static let marks: [Character: Level] = [
    "省": .province, "市": .city, "州": .city, "盟": .city, "县": .county, "区": .county, "旗": .county, "乡": .town,
    "镇": .town,
  ]

  /// The last mark is the narrowest: 广东省深圳市, 贵州省, 镇江市.
  private static func level(of name: String) -> Level? {
    if name.contains("全国") { return .national }
    return name.replacing("自治区", with: "省").reversed().compactMap { marks[$0] }.first
  }
}

/// However a session is written (省十四届人大…, 示例省第十四届人民代表大会…), it is the same one.
extension Session: Hashable {
  package static func == (left: Session, right: Session) -> Bool {
    (left.level, left.term, left.meeting) == (right.level, right.term, right.meeting)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(level)
    hasher.combine(term)
    hasher.combine(meeting)
  }
}
