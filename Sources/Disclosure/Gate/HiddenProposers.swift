/// The persons who made the proposals of a scope and whose full names the site's policy hides. A text is searched for
/// them only beside 代表 and 委员: it names many others, and some names are words.
struct HiddenProposers: Sendable {
  private var names: Set<Fingerprint> = []
  /// Of names, in characters.
  private var lengths: Set<Int> = []
  private var longest = 0

  init() {}

  init(of scope: Statistics.Scope, in proposals: [Proposal], policy: Column.ProposerDisplay) {
    guard policy != .fullName else { return }
    for proposal in proposals where scope.contains(proposal) && proposal.assignments.contains(where: scope.contains) {
      let persons = ProposerName.names(in: proposal.proposer).filter(ProposerName.isPerson)
      names.formUnion(persons.map { Fingerprint($0) })
    }
    lengths = Set(names.map(\.length)).intersection(Self.lengthsOfNames)
    longest = lengths.max() ?? 0
  }

  /// Beside 代表 and 委员, each on its side, or in a list there.
  func ranges(in text: [UInt8]) -> [Range<Int>] {
    if names.isEmpty { return [] }
    return Self.titles.flatMap { title in
      text.ranges(of: title).compactMap {
        name(in: text, before: $0.lowerBound) ?? name(in: text, behind: $0.upperBound)
      }
    }
  }

  private static let titles = ["代表", "委员"].map { Array($0.utf8) }
  private static let lengthsOfNames = 2...20
  /// How many names of a list are looked at.
  private static let longestList = 12

  /// 赵甲代表, 赵甲等12名代表, 赵甲、钱代表.
  private func name(in text: [UInt8], before title: Int) -> Range<Int>? {
    Self.endsOfNames(in: text, before: title).lazy.compactMap { names(in: text, endingAt: $0) }.first
  }

  private func names(in text: [UInt8], endingAt end: Int) -> Range<Int>? {
    var end = end
    for _ in 0..<Self.longestList {
      var start = end
      var separator: Int?
      while start > 0, text[start..<end].count < 4 * longest,
        case let next = text.scalarStart(before: start), let scalar = text.scalar(at: next)
      {
        if separator == nil, Self.isBetweenNames(scalar) { separator = next }
        start = next
        if holdsName(text, start..<end) { return start..<end }
      }
      guard let separator else { return nil }
      end = separator
    }
    return nil
  }

  /// 代表赵甲, 代表：赵甲, 代表（赵甲）, 代表钱、赵甲.
  private func name(in text: [UInt8], behind title: Int) -> Range<Int>? {
    var start = text.skipping({ Self.isBlank($0) || "：:（(".unicodeScalars.contains($0) }, from: title)
    for _ in 0..<Self.longestList {
      var end = start
      var separator: Int?
      while end - start < 4 * longest, let scalar = text.scalar(at: end) {
        end += UTF8.width(scalar)
        if separator == nil, Self.isBetweenNames(scalar) { separator = end }
        if holdsName(text, start..<end) { return start..<end }
      }
      guard let separator else { return nil }
      start = separator
    }
    return nil
  }

  /// The title's begin, and those of 等12名, 全国人大 and the like before it; names may end in their characters (李建国, 王五).
  private static func endsOfNames(in text: [UInt8], before title: Int) -> [Int] {
    var ends = [text.skipping(isBlank, backFrom: title)]
    func add(_ end: Int) { ends.append(text.skipping(isBlank, backFrom: end)) }
    while let word = bodies.first(where: { text.holds($0, before: ends[ends.count - 1]) }) {
      add(ends[ends.count - 1] - word.utf8.count)
    }
    let last = ends[ends.count - 1]
    let rest = text.skipping({ isBlank($0) || isCount($0) }, backFrom: last)
    if rest < last { add(rest) }
    if text.holds("等", before: rest) { add(rest - "等".utf8.count) }
    return ends
  }

  private static let bodies = ["人大", "政协", "全国", "省", "市", "州", "县", "区"]

  private static func isCount(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType != nil || "余多几名位".unicodeScalars.contains(scalar)
  }

  private static func isBetweenNames(_ scalar: Unicode.Scalar) -> Bool {
    "、，和及与".unicodeScalars.contains(scalar)
  }

  private func holdsName(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    var print = Fingerprint()
    var index = range.lowerBound
    while index < range.upperBound, let scalar = text.scalar(at: index) {
      index += UTF8.width(scalar)
      print.append(scalar)
    }
    return lengths.contains(print.length) && names.contains(print)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\u{3000}" }
}
