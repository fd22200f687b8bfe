import Diagnostics
import Workers

/// The only door between the catalogue and the renderer (manual: shencha): what is not reviewed, not open or not yet due
/// stays behind it, and open text with private data in it is an error.
package struct Gate: Sendable {
  package let asOf: CalendarDate

  package init(asOf: CalendarDate) { self.asOf = asOf }

  /// What opening the gate gives: the public column, the office's list of what stayed behind, and what is wrong.
  package struct Result: Sendable {
    package let column: PublishedColumn
    package let withheld: [Withheld]
    /// 办理件 and documents.
    package let publishedCount: Int
    package let diagnostics: [Diagnostic]
    /// The figures of all years, kinds and units, for the office: of withheld records too, and with their labels.
    package let figures: [Statistics.Scope: Statistics]
  }

  /// Lets through what is open.
  package func open(_ catalogue: Catalogue, workers: Int = 1) -> Result {
    let size = max(64, catalogue.proposals.count / (8 * workers))
    let pieces = stride(from: 0, to: catalogue.proposals.count, by: size).map {
      catalogue.proposals[$0...].prefix(size)
    }
    let titles = withheldTitles(in: catalogue, pieces, workers: workers)
    let proposers = HiddenProposers(
      of: Statistics.Scope(), in: catalogue.proposals, policy: catalogue.column.proposerDisplay)
    let parts = parallelMap(pieces, workers: workers) { proposals in
      var part = Opening(gate: self, catalogue: catalogue, withheldTitles: titles, proposers: proposers)
      for proposal in proposals { part.consider(proposal) }
      return part
    }
    var opening = Opening(gate: self, catalogue: catalogue, withheldTitles: titles, proposers: proposers)
    for part in parts { opening.add(part) }
    for document in catalogue.documents { opening.consider(document) }
    return opening.result()
  }

  private func withheldTitles(
    in catalogue: Catalogue, _ pieces: [ArraySlice<Proposal>], workers: Int
  ) -> WithheldTitles {
    let parts = parallelMap(pieces, workers: workers) { $0.filter { !shows($0, of: catalogue) } }
    let withheld = Array(parts.joined())
    if withheld.isEmpty { return WithheldTitles() }
    let keys = Set(withheld.map(\.key))
    return WithheldTitles(withheld, shown: catalogue.proposals.lazy.filter { !keys.contains($0.key) }.map(\.title))
  }

  /// Whether the public may see a proposal's title: on its page, or in the register. One whose letter may be among those
  /// that could not be read is no secret yet: what is wrong with them is told instead.
  private func shows(_ proposal: Proposal, of catalogue: Catalogue) -> Bool {
    let isOpen: (WithheldReason?) -> Bool = { $0 == nil || $0 == .letterMissing && !catalogue.areRepliesComplete }
    if reasons(toWithhold: proposal).contains(where: isOpen) { return true }
    let letters = proposal.assignments.filter(\.role.answers).flatMap(\.replies)
    return catalogue.column.namesWithheldItems && !letters.contains(where: isWithdrawn)
  }

  // MARK: - Reasons

  /// Why each assignment of a proposal is withheld; `nil` for those that are open. An assistance may name the proposal
  /// only where the proposal itself is not held back.
  func reasons(toWithhold proposal: Proposal) -> [WithheldReason?] {
    let reasons = proposal.assignments.map(reason(toWithhold:))
    let answers = zip(proposal.assignments, reasons).filter { $0.0.role.answers }
    let isHeldBack = !answers.isEmpty && answers.allSatisfy { $0.1 != nil }
    return isHeldBack ? reasons.map { $0 ?? .nothingToPublish } : reasons
  }

  /// Why an assignment is withheld; `nil` when it is open and, if it answers, one of its letters is.
  package func reason(toWithhold assignment: Assignment) -> WithheldReason? {
    if let reason = reasonInRow(of: assignment) { return reason }
    guard assignment.role.answers else { return nil }
    guard let first = assignment.replies.first else { return .letterMissing }
    return assignment.replies.contains { reason(toWithhold: $0) == nil } ? nil : reason(toWithhold: first)
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

  /// Why a letter of an open row is withheld by its own front matter; `nil` when that says nothing else.
  func reason(toWithhold reply: Reply) -> WithheldReason? {
    switch reply.disclosure {
    case _ where isWithdrawn(reply): .withdrawn
    case .onRequest: .onRequest
    case .closed: .closed
    case .open, nil: [reply.publishedOn, reply.repliedOn].contains { $0.map { $0 > asOf } ?? false } ? .notYet : nil
    }
  }

  func isWithdrawn(_ reply: Reply) -> Bool { reply.withdrawal.map { $0.date <= asOf } ?? false }

  private func reasonInRow(of assignment: Assignment) -> WithheldReason? {
    if assignment.secrecyReview == .failed { return .secrecyFailed }
    if assignment.disclosureReview == .failed { return .disclosureFailed }
    let isAnswered = !assignment.role.answers || assignment.isReplied(asOf: asOf)
    switch assignment.disclosure {
    case nil where !assignment.role.answers: return .nothingToPublish
    case nil: return isAnswered ? .unreviewed : .unanswered
    case .onRequest: return .onRequest
    case .closed: return .closed
    case .open: return isAnswered ? reason(toWithholdUntil: assignment.publishedOn) : .unanswered
    }
  }

  private func reason(toWithholdUntil date: CalendarDate?) -> WithheldReason? {
    guard let date else { return .undated }
    return date > asOf ? .notYet : nil
  }
}
