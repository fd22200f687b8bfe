import Disclosure

/// What an approval takes from behind the gate: the decisions, and by what to know text that must not be shown again.
package struct ApprovalBasis: Sendable {
  let column: String
  let asOf: CalendarDate
  let decisions: [Approval.Decision]
  /// Titles that only withheld items have, and proposers' names that the policy hides.
  private let hidden: [String]
  /// The addresses of proposals with a letter that is withheld.
  private let closed: Set<String>

  package init(_ catalogue: Catalogue, _ opening: Gate.Result, _ gate: Gate) {
    column = catalogue.column.name
    asOf = gate.asOf
    decisions = Self.decisions(catalogue, gate)
    let shown = Set(
      opening.column.items.map(\.proposal.title) + opening.column.mentions.map(\.proposal.title)
        + opening.column.namedWithheld.map(\.title))
    let titles = Set(
      catalogue.proposals.map(\.title)
        + catalogue.documents.filter { gate.reason(toWithhold: $0) != nil }.map(\.title))
    let names =
      catalogue.column.proposerDisplay == .fullName
      ? [] : catalogue.proposals.flatMap { ProposerName.names(in: $0.proposer) }.filter(ProposerName.isPerson)
    hidden = (titles.subtracting(shown).union(names)).sorted()
    closed = Set(
      catalogue.proposals.filter { proposal in
        proposal.assignments.contains { $0.role.answers && !$0.replies.isEmpty && gate.reason(toWithhold: $0) != nil }
      }.map(\.key.address))
  }

  /// Whether a page's former text may be shown, as far as its proposal tells.
  package func isOpen(_ address: String) -> Bool { !closed.contains(address) }

  /// Whether a former line of a published page holds what is not public, or what was private and is mended.
  package func isHidden(_ line: String) -> Bool {
    hidden.contains(where: line.contains) || !PersonalData.findings(in: Array(line.utf8)).isEmpty
  }

  private static func decisions(_ catalogue: Catalogue, _ gate: Gate) -> [Approval.Decision] {
    let replies = catalogue.proposals.flatMap { proposal in
      proposal.assignments.filter(\.role.answers).map { assignment in
        let key = proposal.key
        let reason = gate.reason(toWithhold: assignment)
        return Approval.Decision(
          number: key.label, unit: reason == nil ? assignment.unit.name : "",
          title: reason == nil ? proposal.title : "", address: reason == nil ? key.address : "",
          withheld: reason?.publicClass)
      }
    }
    let documents = catalogue.documents.map { document in
      let reason = gate.reason(toWithhold: document)
      return Approval.Decision(
        number: document.form.rawValue, unit: "", title: reason == nil ? document.title : "",
        address: reason == nil ? document.address : "", withheld: reason?.publicClass)
    }
    return replies + documents
  }
}
