/// The proposals of a document's 统计范围 of which nothing is public, so that its text can be searched for their
/// numbers and titles.
struct WithheldItems: Sendable {
  /// The kinds with such a number.
  private var withheld: [String: Set<Kind>] = [:]
  private var published: [String: Set<Kind>] = [:]
  private var titles: Set<String> = []

  init() {}

  /// - Parameter published: the keys of the proposals that the public may see.
  init(of scope: Statistics.Scope, in proposals: [Proposal], published keys: Set<ProposalKey>) {
    var shown: Set<String> = []
    for proposal in proposals where scope.contains(proposal) && proposal.assignments.contains(where: scope.contains) {
      let key = proposal.key
      if keys.contains(key) {
        published[key.number, default: []].insert(key.kind)
        shown.insert(Self.bare(proposal.title))
      } else {
        withheld[key.number, default: []].insert(key.kind)
        titles.insert(Self.bare(proposal.title))
      }
    }
    titles.subtract(shown)
  }

  /// Where a text names one: 第0487号建议, 0487号建议, a bare 第0487号 whose number has four characters or more, and
  /// 《…》 around a title. A number that a published proposal has too is taken for that one's.
  func findings(in text: [UInt8]) -> [PersonalData.Finding] {
    withheld.isEmpty
      ? []
      : (numbers(in: text) + quotedTitles(in: text)).map { PersonalData.Finding(.withheldItem, $0, of: text) }
  }

  // MARK: - Numbers

  private static let sign = Array("号".utf8)

  private func numbers(in text: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    while let sign = text.range(of: Self.sign, from: start) {
      start = sign.upperBound
      if let range = number(in: text, before: sign) { found.append(range) }
    }
    return found
  }

  /// From 第 to the sign, where it is the number of a withheld proposal.
  private func number(in text: [UInt8], before sign: Range<Int>) -> Range<Int>? {
    let end = text.skipping(Self.isBlank, backFrom: sign.lowerBound)
    let first = text.skipping(Self.isPartOfNumber, backFrom: end)
    guard first < end, let number = ProposalNumber.normalise(String(decoding: text[first..<end], as: UTF8.self)),
      let kinds = withheld[number]
    else { return nil }
    let ahead = text.skipping(Self.isBlank, backFrom: first)
    let hasOrdinal = text.holds("第", before: ahead)
    let from = hasOrdinal ? ahead - "第".utf8.count : first
    let behind = Self.word(in: text, from: sign.upperBound)
    if let meant = Self.kinds.first(where: { behind.hasPrefix($0.word) })?.kinds {
      guard hasOrdinal || !Self.isOfPaper(text, before: from) else { return nil }
      return kinds.isDisjoint(with: meant) || !meant.isDisjoint(with: published[number] ?? [])
        ? nil : from..<sign.upperBound
    }
    guard hasOrdinal, number.count >= Self.tellingLength, published[number] == nil,
      !Self.others.contains(where: behind.hasPrefix), !Self.isOfPaper(text, before: from)
    else { return nil }
    return from..<sign.upperBound
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

  /// The next characters, without blanks and 重点 before them.
  private static func word(in text: [UInt8], from start: Int) -> Substring {
    let start = text.skipping(isBlank, from: start)
    let word = String(decoding: text[start..<min(text.count, start + 18)], as: UTF8.self)
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

  // MARK: - Titles

  private static let opening = Array("《".utf8)
  private static let closing = Array("》".utf8)

  private func quotedTitles(in text: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    while let open = text.range(of: Self.opening, from: start),
      let close = text.range(of: Self.closing, from: open.upperBound)
    {
      let title = String(decoding: text[open.upperBound..<close.lowerBound], as: UTF8.self)
      if titles.contains(Self.bare(title)) { found.append(open.lowerBound..<close.upperBound) }
      start = open.upperBound
    }
    return found
  }

  private static func bare(_ title: String) -> String { title.filter { !$0.isWhitespace } }
}
