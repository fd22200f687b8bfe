/// What makes a proposal one: numbers repeat every session and between kinds.
package struct ProposalKey: Sendable {
  package let session: Session
  package let kind: Kind
  package let number: String
  /// `jianyi/sheng-14-2/0216.html`
  package let address: String

  package init(session: Session, kind: Kind, number: String) {
    self.session = session
    self.kind = kind
    self.number = number
    address = "\(kind.address)/\(session.address)/\(number).html"
  }

  /// `省十四届人大二次会议建议第0216号`, for the office.
  package var label: String { "\(session.name)\(kind.rawValue)第\(number)号" }
}

/// The address says all of it.
extension ProposalKey: Hashable {
  package static func == (left: ProposalKey, right: ProposalKey) -> Bool { left.address == right.address }

  package func hash(into hasher: inout Hasher) { hasher.combine(address) }
}

extension ProposalKey {
  /// What proposals are ordered by: kind, session and number. To be made once for each, as its texts are made anew.
  package struct Rank: Comparable, Sendable {
    private let kind: String
    private let session: String
    private let number: String

    package init(_ key: ProposalKey) {
      (kind, session, number) = (key.kind.address, key.session.address, key.number)
    }

    package static func < (left: Rank, right: Rank) -> Bool {
      if left.kind != right.kind { return left.kind < right.kind }
      if left.session != right.session { return left.session < right.session }
      return ProposalNumber.precedes(left.number, right.number)
    }
  }
}
