/// 届次: the meeting at which something was put forward, such as 省十三届人大一次会议 or 政协枝江市七届四次会议.
package struct Session: Sendable, Hashable {
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

  /// `nil` when the text names no level, term or meeting.
  package init?(_ text: String) {
    name = text.filter { !$0.isWhitespace }
    guard let termEnd = name.firstIndex(of: "届") else { return nil }
    guard let term = Self.number(endingAt: termEnd, in: name) else { return nil }
    self.term = term
    let rest = name[termEnd...]
    if rest.contains("闭会") {
      meeting = 0
    } else {
      guard let meetingEnd = rest.firstRange(of: "次会议")?.lowerBound,
        let meeting = Self.number(endingAt: meetingEnd, in: name)
      else { return nil }
      self.meeting = meeting
    }
    guard let level = Self.level(of: name, termEnd: termEnd) else { return nil }
    self.level = level
  }

  /// `sheng-13-1`: ASCII and lasting.
  package var address: String { "\(level.rawValue)-\(term)-\(meeting)" }

  private static func number(endingAt end: String.Index, in text: String) -> Int? {
    var start = end
    while start > text.startIndex {
      let before = text.index(before: start)
      guard ChineseNumeral.value(of: text[before...before]) != nil else { break }
      start = before
    }
    return start < end ? ChineseNumeral.value(of: text[start..<end]) : nil
  }

  private static func level(of name: String, termEnd: String.Index) -> Level? {
    if name.contains("全国") { return .national }
    // The place stands before the term: 省…, 市政协…, 政协枝江市…, 安溪县…
    let place = name[..<termEnd]
    let marks: [(Character, Level)] = [
      ("镇", .town), ("乡", .town), ("县", .county), ("区", .county), ("旗", .county), ("市", .city), ("州", .city),
      ("盟", .city), ("省", .province),
    ]
    if place.contains("自治区") { return .province }
    return marks.first { place.contains($0.0) }?.1
  }
}
