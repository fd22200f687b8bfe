/// The proposals that texts must not name, so that a document's text can be searched for their titles, and for the
/// numbers of those in its 统计范围: other years and kinds use the same numbers again.
struct WithheldItems: Sendable {
  /// The kinds with such a number, zeros before it aside.
  private var withheld: [Fingerprint: Set<Kind>] = [:]
  private var nameable: [Fingerprint: Set<Kind>] = [:]
  private var titles = WithheldTitles()

  init() {}

  /// Of a text without 统计范围: only titles tell which proposal is meant.
  init(titles: WithheldTitles) { self.titles = titles }

  /// - Parameters:
  ///   - keys: of the proposals that the public may see.
  ///   - titles: of all withheld proposals.
  init(
    of scope: Statistics.Scope, in proposals: [Proposal], nameable keys: Set<ProposalKey>, titles: WithheldTitles
  ) {
    self.titles = titles
    for proposal in proposals where scope.contains(proposal) && proposal.assignments.contains(where: scope.contains) {
      let number = Self.print(of: proposal.key.number)
      if keys.contains(proposal.key) {
        nameable[number, default: []].insert(proposal.key.kind)
      } else {
        withheld[number, default: []].insert(proposal.key.kind)
      }
    }
  }

  /// Where a text names one: 第0487号建议, 0487号建议, each of 第0487、0512号建议, a bare 第0487号 whose number has four
  /// characters or more, and a title. A number that a published proposal has too is taken for that one's.
  func findings(in text: [UInt8]) -> [PersonalData.Finding] {
    let numbers = withheld.isEmpty ? [] : numbers(in: text)
    let named = titles.isEmpty ? [] : titles.ranges(in: text)
    return (numbers + named).map { PersonalData.Finding(.withheldItem, $0, of: text) }
  }

  // MARK: - Numbers

  private static let sign = Array("号".utf8)

  private func numbers(in text: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    while let sign = text.range(of: Self.sign, from: start) {
      start = sign.upperBound
      found += numbers(in: text, before: sign)
    }
    return found + labelled(in: text)
  }

  private static let label = Array("编号".utf8)

  /// 编号0487 without a sign; shorter numbers only in 编号487的建议.
  private func labelled(in text: [UInt8]) -> [Range<Int>] {
    text.ranges(of: Self.label).compactMap { label in
      let start = text.skipping(Self.isBeforeNumber, from: label.upperBound)
      let end = text.skipping(Self.isPartOfNumber, from: start)
      guard let number = ProposalNumber.normalise(String(decoding: text[start..<end], as: UTF8.self)),
        let kinds = withheld[Self.print(of: number)], text.scalar(at: text.skipping(Self.isBlank, from: end)) != "号"
      else { return nil }
      let nameable = nameable[Self.print(of: number)] ?? []
      let behind = Self.word(in: text, from: end).trimmingPrefix("的")
      guard let meant = Self.kinds.first(where: { behind.hasPrefix($0.word) })?.kinds else {
        return number.count >= Self.tellingLength && nameable.isEmpty ? label.lowerBound..<end : nil
      }
      return !kinds.isDisjoint(with: meant) && meant.isDisjoint(with: nameable) ? label.lowerBound..<end : nil
    }
  }

  private static func isBeforeNumber(_ scalar: Unicode.Scalar) -> Bool {
    isBlank(scalar) || ["为", "是", "：", ":", "第"].contains(scalar)
  }

  /// From each number of a withheld proposal, with its 第, to the sign.
  private func numbers(in text: [UInt8], before sign: Range<Int>) -> [Range<Int>] {
    let listed = Self.listed(in: text, before: sign.lowerBound)
    guard let first = listed.last else { return [] }
    let hasOrdinal = listed.contains(where: \.hasOrdinal)
    let behind = Self.word(in: text, from: Self.endOfList(in: text, from: sign.upperBound))
    let meant = Self.kinds(named: behind) ?? Self.kinds(in: text, before: first.start)
    if meant == nil || !hasOrdinal, Self.isOfPaper(text, before: first.start) { return [] }
    return listed.compactMap { one in
      guard let number = ProposalNumber.normalise(String(decoding: text[one.digits], as: UTF8.self)),
        let kinds = withheld[Self.print(of: number)]
      else { return nil }
      let isNamed =
        if let meant {
          !kinds.isDisjoint(with: meant) && meant.isDisjoint(with: nameable[Self.print(of: number)] ?? [])
        } else {
          hasOrdinal && number.count >= Self.tellingLength && nameable[Self.print(of: number)] == nil
            && !Self.others.contains(where: behind.hasPrefix)
        }
      return isNamed ? one.start..<sign.upperBound : nil
    }
  }

  private static func print(of number: String) -> Fingerprint { Fingerprint(String(number.drop { $0 == "0" })) }

  private struct Listed {
    let digits: Range<Int>
    let hasOrdinal: Bool
    /// Of its 第, or of its digits.
    let start: Int
  }

  private static let separators = ["、", "，", "和", "及", "与", "至"]

  /// The numbers that share a sign, the last first: 第0487、0512和0533号.
  private static func listed(in text: [UInt8], before sign: Int) -> [Listed] {
    var found: [Listed] = []
    var end = sign
    while true {
      let last = text.skipping(isBlank, backFrom: end)
      let first = text.skipping(isPartOfNumber, backFrom: last)
      guard first < last else { return found }
      let ahead = text.skipping(isBlank, backFrom: first)
      let hasOrdinal = text.holds("第", before: ahead)
      let one = Listed(
        digits: first..<last, hasOrdinal: hasOrdinal, start: hasOrdinal ? ahead - "第".utf8.count : first)
      found.append(one)
      let before = text.skipping(isBlank, backFrom: one.start)
      guard let separator = separators.first(where: { text.holds($0, before: before) }) else { return found }
      end = before - separator.utf8.count
    }
  }

  /// Shorter numbers stand for too many other things to be told without 建议 or 提案 behind them.
  private static let tellingLength = 4

  private static let kinds: [(word: String, kinds: Set<Kind>)] = [
    ("建议", [.suggestion, .motion]), ("议案", [.motion]), ("提案", [.proposal]),
  ]

  /// What else has numbers: orders, notices, papers, typhoons, roads, houses.
  private static let others = [
    "令", "公告", "通告", "通知", "文", "公报", "台风", "修正案", "决定", "决议", "批复", "线", "楼", "院", "馆", "地块", "公路", "国道", "省道", "专利",
    "标准",
  ]
  private static let papers = ["令", "公告", "通告", "公报", "文件", "〕", "]", "］", "专利", "标准", "证", "字"]

  private static func isOfPaper(_ text: [UInt8], before end: Int) -> Bool {
    let end = text.skipping(isBlank, backFrom: end)
    return papers.contains { text.holds($0, before: end) }
  }

  /// 建议, 省人大代表建议
  private static func kinds(named word: Substring) -> Set<Kind>? {
    var word = word
    while let title = titles.first(where: word.hasPrefix) { word = word.dropFirst(title.count) }
    return kinds.first { word.hasPrefix($0.word) }?.kinds
  }

  private static let titles = ["全国", "省", "市", "县", "区", "人大", "政协", "代表", "委员"]

  /// 建议第487号
  private static func kinds(in text: [UInt8], before start: Int) -> Set<Kind>? {
    let end = text.skipping(isBlank, backFrom: start)
    return kinds.first { text.holds($0.word, before: end) }?.kinds
  }

  /// Behind the other numbers of 第487号、第0001号建议.
  private static func endOfList(in text: [UInt8], from start: Int) -> Int {
    var start = start
    for _ in 0..<longestList {
      let next = text.skipping({ isBlank($0) || $0 == "第" || $0 == "、" || $0 == "和" }, from: start)
      let end = text.skipping(isPartOfNumber, from: next)
      guard next > start, end > next, text[end...].starts(with: sign) else { break }
      start = end + sign.count
    }
    return start
  }

  /// How many numbers with a sign of their own share a word.
  private static let longestList = 12

  /// The next characters, without blanks and 重点 before them.
  private static func word(in text: [UInt8], from start: Int) -> Substring {
    let start = text.skipping(isBlank, from: start)
    let word = String(decoding: text[start..<min(text.count, start + 36)], as: UTF8.self)
    return word.hasPrefix("重点") ? word.dropFirst(2) : word[...]
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\u{3000}" || scalar == "\n" || scalar == "*"
  }

  private static func isPartOfNumber(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "A"..."Z", "a"..."z", "-", "０"..."９": true
    default: false
    }
  }
}
