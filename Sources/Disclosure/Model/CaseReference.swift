import Diagnostics

/// 典型案例: a proposal that a document tells of.
package struct CaseReference: Sendable, Hashable {
  package let number: String
  /// Where the number alone does not tell.
  package let kind: Kind?
  package let session: Session?
  /// 简介.
  package let text: String
  package let place: Place

  package init(number: String, kind: Kind? = nil, session: Session? = nil, text: String = "", place: Place) {
    self.number = number
    self.kind = kind
    self.session = session
    self.text = text
    self.place = place
  }

  package func means(_ key: ProposalKey) -> Bool {
    number == key.number && (kind.map { $0 == key.kind } ?? true) && (session.map { $0 == key.session } ?? true)
  }
}
