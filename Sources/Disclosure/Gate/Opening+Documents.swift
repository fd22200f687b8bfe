import Diagnostics

/// Reports and bulletins.
extension Gate.Opening {
  mutating func consider(_ document: Document) {
    if let reason = gate.reason(toWithhold: document) {
      withheld.append(Withheld(label: document.form.rawValue, file: document.source.file, row: nil, reason: reason))
      return
    }
    publishedCount += 1
    var document = document
    document.withheldItems = withheldItems(of: document.scope)
    document.hiddenProposers = hiddenProposers(of: document.scope)
    diagnostics += Screen(of: document).diagnostics(of: document)
    diagnostics += faults(inCasesOf: document, published: publishedKeys, answered: answeredKeys)
    offer(document.attachments)
    if document.origin.isEmpty { document.origin = catalogue.column.host }
    documents.append(Published(document))
  }

  private mutating func hiddenProposers(of scope: Statistics.Scope) -> HiddenProposers {
    if let proposers = hiddenProposers[scope] { return proposers }
    let proposers = HiddenProposers(of: scope, in: catalogue.proposals, policy: policy)
    hiddenProposers[scope] = proposers
    return proposers
  }

  private mutating func withheldItems(of scope: Statistics.Scope) -> WithheldItems {
    if let items = withheldItems[scope] { return items }
    let items = WithheldItems(
      of: scope, in: catalogue.proposals, nameable: nameableKeys, titles: withheldTitles)
    withheldItems[scope] = items
    return items
  }

  /// What is wrong with the 典型案例, and with the notes of the 统计表: each must be of a published proposal of the
  /// document's scope.
  private func faults(
    inCasesOf document: Document, published: Set<ProposalKey>, answered: Set<ProposalKey>
  ) -> [Diagnostic] {
    let notes = document.facts.map { $0.notes + $0.examples } ?? []
    if document.cases.isEmpty, notes.isEmpty { return [] }
    let keys = catalogue.proposals.filter {
      document.scope.contains($0) && $0.assignments.contains(where: document.scope.contains)
    }.map(\.key)
    let cases = document.cases.compactMap { fault(in: $0, among: keys, answered: answered) }
    // Numbers that are not there were reported when the file was read.
    return cases
      + notes.filter { note in
        let noted = keys.filter { $0.number == note.number }
        return !noted.isEmpty && published.isDisjoint(with: noted)
      }.map { withheldCase($0.number, at: $0.place) }
  }

  private func fault(
    in reference: CaseReference, among keys: [ProposalKey], answered: Set<ProposalKey>
  ) -> Diagnostic? {
    let number = reference.number
    let named = keys.filter(reference.means)
    let open = named.filter(answered.contains)
    if open.count == 1 { return nil }
    if open.count > 1 {
      return Diagnostic(
        .error, "document/case", at: reference.place, "统计范围里有几件第\(number)号",
        hint: "写明类型或届次，例如：{编号: \"\(number)\", 类型: \(open[0].kind.rawValue)}")
    }
    if !named.isEmpty { return withheldCase(number, at: reference.place) }
    return Diagnostic(
      .error, "document/case", at: reference.place, "统计范围里没有第\(number)号",
      hint: nearestName(to: number, among: keys.filter(answered.contains).map(\.number)).map { "是不是第\($0)号？" }
        ?? "核对编号，或文件头的“统计范围”")
  }

  private func withheldCase(_ number: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "document/case", at: place, "第\(number)号的答复没有公开，不能写在这里", hint: "没有公开的件只能计入件数；换一件，或先公开它的答复")
  }
}
