import Diagnostics

extension Gate {
  /// One opening of the gate, as it gathers what passes and what stays.
  struct Opening {
    let gate: Gate
    let catalogue: Catalogue
    private var items: [PublishedColumn.Item] = []
    private var mentions: [PublishedColumn.Mention] = []
    private var documents: [Published<Document>] = []
    private var withheld: [Withheld] = []
    private var counts: [PublishedColumn.WithheldGroup: Int] = [:]
    private var named: [PublishedColumn.NamedWithheld] = []
    private var files: [String: Int] = [:]
    private var publishedCount = 0
    private var diagnostics: [Diagnostic] = []

    init(gate: Gate, catalogue: Catalogue) {
      self.gate = gate
      self.catalogue = catalogue
    }

    // MARK: - Proposals

    mutating func consider(_ proposal: Proposal) {
      var answers: [Assignment] = []
      var assistance: [Assignment] = []
      var withheldAnswers = 0
      for assignment in proposal.assignments where assignment.role.answers {
        if let reason = gate.reason(toWithhold: assignment) {
          withhold(assignment, of: proposal, reason)
          withheldAnswers += 1
          continue
        }
        let open = opened(assignment)
        if open.replies.isEmpty {
          // Open as a row, but without a letter that is open itself.
          missing(assignment, of: proposal)
          withheldAnswers += 1
        } else {
          publishedCount += 1
          answers.append(open)
        }
      }
      for assignment in proposal.assignments where !assignment.role.answers {
        // An assistance may name the proposal only where the proposal itself is not held back.
        let isHeldBack = answers.isEmpty && withheldAnswers > 0
        if let reason = gate.reason(toWithhold: assignment) ?? (isHeldBack ? .nothingToPublish : nil) {
          withhold(assignment, of: proposal, reason)
        } else {
          publishedCount += 1
          assistance.append(opened(assignment))
        }
      }
      guard !answers.isEmpty || !assistance.isEmpty else { return }
      let shown = shown(proposal, assignments: answers + assistance)
      scan(shown, hiddenExcuses: answers.flatMap { $0.replies.flatMap(\.excuses) })
      let published = Published(shown)
      if answers.isEmpty {
        mentions += assistance.map { PublishedColumn.Mention(proposal: published, assignment: Published($0)) }
      } else {
        for reply in answers.flatMap(\.replies) { offer(reply.attachments) }
        items.append(
          PublishedColumn.Item(
            proposal: published, answers: answers.map(Published.init), assistance: assistance.map(Published.init),
            withheldAnswers: withheldAnswers, hiddenNames: hiddenNames(of: proposal)))
      }
    }

    /// The assignment without its inside fields and without letters that are not open themselves.
    private func opened(_ assignment: Assignment) -> Assignment {
      var open = assignment
      open.dissatisfaction = ""
      open.withheldReason = ""
      open.secrecyReview = nil
      open.disclosureReview = nil
      open.replies = assignment.replies.filter { reply in
        (reply.disclosure ?? .open) == .open && (reply.publishedOn.map { $0 <= gate.asOf } ?? true)
          && (reply.repliedOn.map { $0 <= gate.asOf } ?? true)
      }
      return open
    }

    private func shown(_ proposal: Proposal, assignments: [Assignment]) -> Proposal {
      let policy = catalogue.column.proposerDisplay
      let names = ProposerName.names(in: proposal.proposer)
      var shown = proposal
      shown.proposer = ProposerName.shown(proposal.proposer, kind: proposal.key.kind, policy: policy)
      shown.assignments = assignments.map { assignment in
        var assignment = assignment
        for index in assignment.replies.indices {
          assignment.replies[index].addressee = ProposerName.masked(
            assignment.replies[index].addressee, names: names, kind: proposal.key.kind, policy: policy)
        }
        return assignment
      }
      return shown
    }

    private func hiddenNames(of proposal: Proposal) -> [String] {
      guard catalogue.column.proposerDisplay != .fullName else { return [] }
      return ProposerName.names(in: proposal.proposer).filter(ProposerName.isPerson)
    }

    private mutating func offer(_ attachments: [Attachment]) {
      for attachment in attachments {
        if let size = catalogue.files[attachment.file] { files[attachment.file] = size }
      }
    }

    private mutating func missing(_ assignment: Assignment, of proposal: Proposal) {
      if assignment.replies.isEmpty, catalogue.areRepliesComplete {
        diagnostics.append(
          Diagnostic(
            .error, "reply/missing", at: assignment.origin.place(of: .publishedOn),
            "第\(proposal.key.number)号（\(assignment.unit.name)）主动公开并已到公开日期，却没有复文",
            hint: "在 content/replies/ 下放入复文，文件头写明“编号: \"\(proposal.key.number)\"”；暂不公开的，清空公开日期"))
      }
      withhold(assignment, of: proposal, .undated)
    }

    private mutating func withhold(_ assignment: Assignment, of proposal: Proposal, _ reason: WithheldReason) {
      let place = assignment.origin.place
      withheld.append(
        Withheld(
          label:
            "\(proposal.key.session.name)\(proposal.key.kind.rawValue)第\(proposal.key.number)号 \(assignment.unit.name)",
          file: place.file, row: place.row, reason: reason))
      let group = PublishedColumn.WithheldGroup(
        kind: proposal.key.kind, year: proposal.year, publicClass: reason.publicClass)
      counts[group, default: 0] += 1
      if catalogue.column.namesWithheldItems {
        named.append(
          PublishedColumn.NamedWithheld(
            kind: proposal.key.kind, year: proposal.year, number: proposal.key.number, title: proposal.title,
            publicClass: reason.publicClass))
        scan(proposal.title, at: proposal.origin.place(of: .title), excuses: [])
      }
    }

    // MARK: - Documents

    mutating func consider(_ document: Document) {
      if let reason = gate.reason(toWithhold: document) {
        withheld.append(Withheld(label: document.form.rawValue, file: document.source.file, row: nil, reason: reason))
        return
      }
      publishedCount += 1
      for text in [
        document.title, document.origin, document.documentNumber, document.addressee, document.copies,
        document.editor, document.distribution,
      ] {
        scan(text, at: document.place, excuses: document.excuses)
      }
      documents.append(Published(document))
    }

    // MARK: - Private data in fields

    private mutating func scan(_ proposal: Proposal, hiddenExcuses excuses: [Excuse]) {
      for (text, field) in [
        (proposal.title, LedgerField.title), (proposal.proposer, .proposer), (proposal.delegation, .delegation),
        (proposal.sector, .sector), (proposal.category, .category), (proposal.topics.joined(separator: "、"), .topics),
        (proposal.request, .request),
      ] {
        scan(text, at: proposal.origin.place(of: field), excuses: excuses)
      }
      for assignment in proposal.assignments {
        for (text, field) in [
          (assignment.unit.name, LedgerField.unit), (assignment.roleLabel, .role),
          (assignment.assistUnits.joined(separator: "、"), .assistUnits), (assignment.office, .office),
          (assignment.leader, .leader), (assignment.keyTypes.joined(separator: "、"), .keyTypes),
          (assignment.contactModes.joined(separator: "、"), .contactModes),
          (assignment.documentNumber, .documentNumber), (assignment.adoption, .adoption),
          (assignment.conversions.joined(separator: "、"), .conversions), (assignment.outcome, .outcome),
          (assignment.followUp, .followUp),
        ] {
          scan(text, at: assignment.origin.place(of: field), excuses: excuses)
        }
        for reply in assignment.replies {
          let texts = [
            reply.title, reply.addressee, reply.signature, reply.contact, reply.phone, reply.copies,
            reply.interpretation, reply.documentNumber ?? "",
          ]
          for text in texts + reply.attachments.map(\.name) + reply.corrections.map(\.note) {
            scan(text, at: reply.place, excuses: excuses)
          }
        }
      }
    }

    private mutating func scan(_ text: String, at place: Place, excuses: [Excuse]) {
      guard !text.isEmpty else { return }
      for finding in PersonalData.findings(in: Array(text.utf8)) where !excuses.contains(where: { $0.covers(finding) })
      {
        diagnostics.append(PersonalData.diagnostic(finding, at: place))
      }
    }

    // MARK: - Result

    func result() -> Result {
      let ordered = items.sorted { left, right in
        let dates = (left.lastReply, right.lastReply)
        if dates.0 != dates.1 { return dates.0 > dates.1 }
        let keys = (left.proposal.key, right.proposal.key)
        if keys.0.number != keys.1.number { return ProposalNumber.precedes(keys.0.number, keys.1.number) }
        return keys.0.address < keys.1.address
      }
      var scopes: [Statistics.Scope: [Proposal]] = [:]
      for proposal in catalogue.proposals {
        for scope in Statistics.Scope.all(of: proposal) { scopes[scope, default: []].append(proposal) }
      }
      for document in documents where scopes[document.scope] == nil {
        scopes[document.scope] = catalogue.proposals.compactMap(document.scope.part)
      }
      let statistics = scopes.mapValues { Statistics($0, asOf: gate.asOf, gate: gate) }
      let column = PublishedColumn(
        column: catalogue.column, asOf: gate.asOf, items: ordered, mentions: mentions, documents: documents,
        withheldCounts: counts, namedWithheld: named,
        statistics: statistics, files: files)
      return Result(
        column: column, withheld: withheld, publishedCount: publishedCount, diagnostics: diagnostics)
    }
  }
}

extension PublishedColumn.Item {
  /// The day of the newest published reply.
  package var lastReply: CalendarDate {
    let days = answers.flatMap { answer in answer.replies.map { $0.repliedOn ?? answer.repliedOn ?? $0.writtenOn } }
    return days.compactMap { $0 }.max() ?? CalendarDate(dayNumber: 0)
  }
}
