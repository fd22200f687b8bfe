/// The persons who made the proposals of a document's 统计范围 and whose full names the site's policy hides. A document
/// is searched for them only beside 代表 and 委员: it names many others, and some names are words.
struct HiddenProposers: Sendable {
  private var names: Set<Fingerprint> = []

  init() {}

  init(of scope: Statistics.Scope, in proposals: [Proposal], policy: Column.ProposerDisplay) {
    guard policy != .fullName else { return }
    for proposal in proposals where scope.contains(proposal) && proposal.assignments.contains(where: scope.contains) {
      let persons = ProposerName.names(in: proposal.proposer).filter(ProposerName.isPerson)
      names.formUnion(persons.map(Fingerprint.init))
    }
  }

  /// 赵甲代表, 赵 甲 代表, 代表赵甲.
  func findings(in text: [UInt8]) -> [PersonalData.Finding] {
    names.isEmpty
      ? []
      : Self.titles.flatMap { title in
        text.ranges(of: title).compactMap {
          name(in: text, before: $0.lowerBound) ?? name(in: text, behind: $0.upperBound)
        }
      }.map { PersonalData.Finding(.proposerName, $0, of: text) }
  }

  private static let titles = ["代表", "委员"].map { Array($0.utf8) }
  /// Of names, in characters, without the blank that aligns those of two.
  private static let lengths = 2...4

  private func name(in text: [UInt8], before end: Int) -> Range<Int>? {
    let end = text.skipping(Self.isBlank, backFrom: end)
    var start = end
    var length = 0
    while start > 0, length < Self.lengths.upperBound {
      start = text.scalarStart(before: text.skipping(Self.isBlank, backFrom: start))
      length += 1
      if holdsName(text, start..<end, length) { return start..<end }
    }
    return nil
  }

  private func name(in text: [UInt8], behind start: Int) -> Range<Int>? {
    let start = text.skipping(Self.isBlank, from: start)
    var end = start
    var length = 0
    while length < Self.lengths.upperBound, let scalar = text.scalar(at: text.skipping(Self.isBlank, from: end)) {
      end = text.skipping(Self.isBlank, from: end) + UTF8.width(scalar)
      length += 1
      if holdsName(text, start..<end, length) { return start..<end }
    }
    return nil
  }

  private func holdsName(_ text: [UInt8], _ range: Range<Int>, _ length: Int) -> Bool {
    guard Self.lengths.contains(length) else { return false }
    return names.contains(Fingerprint(String(decoding: text[range], as: UTF8.self)))
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\u{3000}" }
}
