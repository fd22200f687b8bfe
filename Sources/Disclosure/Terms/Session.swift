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
    name =
      text.unicodeScalars.contains(where: \.isBlank)
      ? String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isBlank })) : text
    // Every row and letter names its session, and bytes are looked through in a fraction of the time of characters.
    let bytes = Array(name.utf8)
    guard !Self.committees.contains(where: { bytes.range(of: $0) != nil }), let level = Self.level(of: bytes),
      let termEnd = bytes.range(of: Self.termMark)?.lowerBound, let term = Self.number(endingAt: termEnd, in: bytes),
      term > 0
    else { return nil }
    self.level = level
    self.term = term
    let end: Int
    if let recess = bytes.range(of: Self.recessMark, from: termEnd) {
      meeting = 0
      end = recess.upperBound
    } else {
      guard let mark = bytes.range(of: Self.meetingMark, from: termEnd),
        let meeting = Self.number(endingAt: mark.lowerBound, in: bytes), meeting > 0
      else { return nil }
      self.meeting = meeting
      end = mark.upperBound
    }
    // What somebody wrote behind it would be published with it.
    guard Self.tails.contains(where: bytes[end...].elementsEqual) else { return nil }
  }

  /// The place as the name has it before its level, which many leave out: 枝江 of 政协枝江市七届四次会议.
  package var place: String {
    let bytes = Array(name.utf8)
    guard let level = Self.levelMark(of: bytes)?.offset else { return "" }
    let place = String(decoding: bytes[..<level], as: UTF8.self)
    return Self.bodies.reduce(place) { $0.hasPrefix($1) ? String($0.dropFirst($1.count)) : $0 }
  }

  /// Whether both name places, and not the same one: 枝江市, 宜昌市; but not 恩施州, 恩施土家族苗族自治州.
  package func isOfAnotherPlace(than other: Session) -> Bool {
    let (own, other) = (place, other.place)
    guard !own.isEmpty, !other.isEmpty, !own.hasSuffix(other), !other.hasSuffix(own) else { return false }
    return own.prefix(2) != other.prefix(2)
  }

  /// Whether it is one of a 政协, to which proposals are put forward, or else of a people's congress; `nil` where the
  /// name does not say.
  package var isOfConference: Bool? {
    let bytes = Array(name.utf8)
    if Self.conferences.contains(where: { bytes.range(of: $0) != nil }) { return true }
    return Self.congresses.contains { bytes.range(of: $0) != nil } ? false : nil
  }

  private static let conferences = ["政协", "政治协商会议"].map { Array($0.utf8) }
  private static let congresses = ["人大", "人民代表大会"].map { Array($0.utf8) }
  private static let bodies = ["中国人民政治协商会议", "政协", "人大"]

  /// `sheng-13-1`: ASCII and lasting.
  package var address: String { "\(level.rawValue)-\(term)-\(meeting)" }

  private static let committees = ["常委会", "常务委员会"].map { Array($0.utf8) }
  private static let termMark = Array("届".utf8)
  private static let recessMark = Array("闭会".utf8)
  private static let meetingMark = Array("次会议".utf8)
  private static let tails = ["", "期间", "）", ")", "期间）", "期间)"].map { Array($0.utf8) }
  private static let nation = Array("全国".utf8)

  private static func number(endingAt end: Int, in text: [UInt8]) -> Int? {
    let start = text.skipping(ChineseNumeral.isPart, backFrom: end)
    return ChineseNumeral.value(of: String(decoding: text[start..<end], as: UTF8.self))
  }

  private static func level(of name: [UInt8]) -> Level? {
    name.range(of: nation) != nil ? .national : levelMark(of: name)?.level
  }

  /// The last mark is the narrowest: 广东省深圳市, 贵州省, 镇江市.
  private static func levelMark(of name: [UInt8]) -> (level: Level, offset: Int)? {
    var end = name.count
    while end > 0 {
      let start = name.scalarStart(before: end)
      switch name.scalar(at: start) {
      case "省": return (.province, start)
      case "市", "州", "盟": return (.city, start)
      case "区" where name.holds("自治", before: start): return (.province, start)
      case "县", "区", "旗": return (.county, start)
      case "乡", "镇": return (.town, start)
      default: end = start
      }
    }
    return nil
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
