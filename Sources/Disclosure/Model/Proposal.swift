/// A suggestion or proposal (建议、提案), in the hands of one unit or several.
package struct Proposal: Sendable {
  package var key: ProposalKey
  package var year: Int
  package var title: String
  /// 提出人 as the ledger has it; behind the gate, as the site's policy shows it.
  package var proposer: String
  package var cosigners: Int?
  package var delegation: String
  package var sector: String
  package var category: String
  package var topics: [String]
  /// 建议内容: the public summary of what was asked.
  package var request: String
  /// 连续多年: asked before in earlier years.
  package var isRepeated: Bool
  package var assignments: [Assignment]
  package var origin: Origin

  package init(
    key: ProposalKey, year: Int, title: String, proposer: String = "", cosigners: Int? = nil, delegation: String = "",
    sector: String = "", category: String = "", topics: [String] = [], request: String = "", isRepeated: Bool = false,
    assignments: [Assignment] = [], origin: Origin
  ) {
    self.key = key
    self.year = year
    self.title = title
    self.proposer = proposer
    self.cosigners = cosigners
    self.delegation = delegation
    self.sector = sector
    self.category = category
    self.topics = topics
    self.request = request
    self.isRepeated = isRepeated
    self.assignments = assignments
    self.origin = origin
  }
}
