import Diagnostics
import Disclosure
import Proofreading

extension Proofreader {
  /// Keeps silent on what a narrative's 已核 names; what is wrong with that is for others to report.
  init(head: PlacedNode?, isLetter: Bool) {
    let items = (try? head?["已核"]?.items()) ?? []
    self.init(
      excuses: items.compactMap { item in
        guard let rule = item.node["规则"]?.scalarText, let content = item.node["内容"]?.scalarText else { return nil }
        return Rule(rawValue: rule).map { Excuse($0, content: content) }
      }, isLetter: isLetter)
  }

  init(excuses: [Disclosure.Excuse]) {
    self.init(
      excuses: excuses.compactMap { excuse in Rule(rawValue: excuse.rule).map { Excuse($0, content: excuse.content) } })
  }

  /// What is to be said of a narrative: of its title and document number, then of its text.
  func diagnostics(of body: ArraySlice<UInt8>, below head: PlacedNode?, from source: NarrativeSource) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if let title = head?["标题"], let text = title.node.scalarText {
      found += diagnostics(ofTitle: text, at: title.place)
    }
    if let number = head?["发文字号"], let text = number.node.scalarText {
      found += diagnostics(ofDocumentNumber: text, at: number.place)
    }
    return found + diagnostics(of: body, at: Place(source.file, line: source.line))
  }

  /// What is to be said of the ledger's titles and document numbers; a proposal's letters may vouch for them.
  static func diagnostics(of proposals: [Proposal]) -> [Diagnostic] {
    proposals.flatMap { proposal in
      let proofreader = Proofreader(excuses: proposal.assignments.flatMap { $0.replies.flatMap(\.excuses) })
      return proofreader.diagnostics(ofTitle: proposal.title, at: proposal.origin.place(of: .title))
        + proposal.assignments.filter { !$0.documentNumber.isEmpty }.flatMap { assignment in
          proofreader.diagnostics(
            ofDocumentNumber: assignment.documentNumber, at: assignment.origin.place(of: .documentNumber))
        }
    }
  }
}
