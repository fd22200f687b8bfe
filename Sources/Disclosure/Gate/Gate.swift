import Diagnostics

/// The only door between the catalogue and the renderer (SPEC.md §2): what is not reviewed, not open or not yet due
/// stays behind it, and open text with private data in it is an error.
package struct Gate: Sendable {
  package let asOf: CalendarDate

  package init(asOf: CalendarDate) { self.asOf = asOf }

  /// What opening the gate gives: the public column, the office's list of what stayed behind, and what is wrong.
  package struct Result: Sendable {
    package let column: PublishedColumn
    package let withheld: [Withheld]
    package let publishedCount: Int
    package let diagnostics: [Diagnostic]
  }

  /// Why an assignment is withheld; `nil` when it is open.
  package func reason(toWithhold assignment: Assignment) -> WithheldReason? {
    if assignment.secrecyReview == .failed { return .secrecyFailed }
    if assignment.disclosureReview == .failed { return .disclosureFailed }
    switch assignment.disclosure {
    case nil where !assignment.role.answers: return .nothingToPublish
    case nil where assignment.repliedOn == nil: return .unanswered
    case nil: return .unreviewed
    case .onRequest: return .onRequest
    case .closed: return .closed
    case .open: break
    }
    if assignment.role.answers, assignment.repliedOn == nil { return .unanswered }
    return reason(toWithholdUntil: assignment.publishedOn)
  }

  /// Why a document is withheld; `nil` when it is open.
  package func reason(toWithhold document: Document) -> WithheldReason? {
    switch document.disclosure {
    case nil: .unreviewed
    case .onRequest: .onRequest
    case .closed: .closed
    case .open: reason(toWithholdUntil: document.publishedOn)
    }
  }

  private func reason(toWithholdUntil date: CalendarDate?) -> WithheldReason? {
    guard let date else { return .undated }
    return date > asOf ? .notYet : nil
  }

  /// Lets through what is open.
  package func open(_ catalogue: Catalogue) -> Result {
    var opening = Opening(gate: self, catalogue: catalogue)
    for proposal in catalogue.proposals { opening.consider(proposal) }
    for document in catalogue.documents { opening.consider(document) }
    return opening.result()
  }
}
