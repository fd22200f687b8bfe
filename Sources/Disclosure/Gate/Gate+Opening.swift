import Diagnostics
import Workers

extension Gate {
  /// One opening of the gate, or a part of it, as it gathers what passes and what stays.
  struct Opening: Sendable {
    let gate: Gate
    let catalogue: Catalogue
    let withheldTitles: WithheldTitles
    /// Of the whole ledger.
    private let proposers: HiddenProposers
    private var items: [PublishedColumn.Item] = []
    private var mentions: [PublishedColumn.Mention] = []
    private var withdrawn: [PublishedColumn.WithdrawnItem] = []
    var documents: [Published<Document>] = []
    var withheld: [Withheld] = []
    private var counts: [PublishedColumn.WithheldGroup: Int] = [:]
    private var named: [PublishedColumn.NamedWithheld] = []
    private var files: [String: Int] = [:]
    private var topics: Set<String> = []
    private var labels: Statistics.PublicLabels
    private var table = StatisticsTable()
    var publishedCount = 0
    var withheldItems: [Statistics.Scope: WithheldItems] = [:]
    var hiddenProposers: [Statistics.Scope: HiddenProposers] = [:]
    /// Of open proposals without a letter, where letters could not be read: what is wrong with those is told instead.
    private var awaitedKeys: Set<ProposalKey> = []
    /// Of the proposals that have a page, and of those that have a line of the register; known before documents are
    /// considered.
    lazy var answeredKeys = awaitedKeys.union(items.map(\.proposal.key))
    lazy var publishedKeys = answeredKeys.union(mentions.map(\.proposal.key))
    /// Of those that documents may name: the site's policy can let the register name withheld ones too.
    lazy var nameableKeys = publishedKeys.union(named.map(\.key))
    var diagnostics: [Diagnostic] = []

    init(gate: Gate, catalogue: Catalogue, withheldTitles: WithheldTitles, proposers: HiddenProposers) {
      self.gate = gate
      self.catalogue = catalogue
      self.withheldTitles = withheldTitles
      self.proposers = proposers
      labels = Statistics.PublicLabels(catalogue.column)
    }

    /// Takes over what another part gathered, behind what this one has.
    mutating func add(_ part: Opening) {
      items += part.items
      mentions += part.mentions
      withdrawn += part.withdrawn
      documents += part.documents
      withheld += part.withheld
      counts.merge(part.counts, uniquingKeysWith: +)
      named += part.named
      files.merge(part.files) { size, _ in size }
      topics.formUnion(part.topics)
      awaitedKeys.formUnion(part.awaitedKeys)
      labels.formUnion(part.labels)
      table += part.table
      publishedCount += part.publishedCount
      diagnostics += part.diagnostics
    }

    // MARK: - Proposals

    mutating func consider(_ proposal: Proposal) {
      table.count(proposal, column: catalogue.column, gate: gate)
      var open: [Assignment] = []
      var withheldAnswers = 0
      for (assignment, reason) in zip(proposal.assignments, gate.reasons(toWithhold: proposal)) {
        if reason == .letterMissing { missLetter(assignment, of: proposal) }
        if let reason {
          withhold(assignment, of: proposal, reason)
          if assignment.role.answers { withheldAnswers += 1 }
        } else {
          open.append(opened(assignment))
        }
      }
      let letters = withdrawnLetters(of: proposal)
      if !open.isEmpty {
        publish(proposal, with: open, withdrawals: letters, withheldAnswers: withheldAnswers)
      } else if !letters.isEmpty {
        withdrawn.append(PublishedColumn.WithdrawnItem(key: proposal.key, year: proposal.year, letters: letters))
      }
    }

    /// That a letter was withdrawn is said whatever its row has become since.
    private func withdrawnLetters(of proposal: Proposal) -> [PublishedColumn.WithdrawnLetter] {
      proposal.assignments.flatMap { assignment in
        (assignment.role.answers ? assignment.replies : []).compactMap { reply in
          guard let withdrawal = reply.withdrawal, gate.isWithdrawn(reply) else { return nil }
          return PublishedColumn.WithdrawnLetter(
            withdrawal: withdrawal, name: reply.name(of: assignment.unit), formerAddresses: reply.formerAddresses,
            place: reply.place)
        }
      }
    }

    /// A slip of the year, and what was withdrawn is public again.
    private func withdrawalAhead(of reply: Reply) -> Diagnostic? {
      guard let withdrawal = reply.withdrawal else { return nil }
      return Diagnostic(
        .warning, "reply/withdrawal-ahead", at: reply.place.at(field: "撤回"),
        "撤回日期（\(withdrawal.date)）还没有到，这份答复仍然公开", hint: "现在就撤回的，改正日期；到那天才撤回的，那天再生成一次")
    }

    private mutating func publish(
      _ proposal: Proposal, with open: [Assignment], withdrawals: [PublishedColumn.WithdrawnLetter],
      withheldAnswers: Int
    ) {
      let replies = open.flatMap(\.replies)
      let names = hiddenNames(of: proposal, addressees: replies.map(\.addressee))
      let withheldItems = WithheldItems(titles: withheldTitles)
      let screen = Screen(
        hiddenNames: names, withheld: withheldItems, proposers: proposers, excuses: replies.flatMap(\.excuses))
      let shown = shown(proposal, hiding: names, with: open)
      diagnostics += screen.diagnostics(of: shown) + replies.compactMap(withdrawalAhead)
      publishedCount += open.count
      topics.formUnion(shown.topics)
      labels.insert(shown)
      let answers = shown.assignments.filter(\.role.answers)
      let assistance = shown.assignments.filter { !$0.role.answers }
      // Its assignments stand beside it, and its texts have been looked through.
      var alone = shown
      alone.assignments = []
      alone.origin = shown.origin.narrowed(to: .number)
      func published(_ assignment: Assignment) -> Published<Assignment> {
        var assignment = assignment
        assignment.origin =
          assignment.origin === shown.origin ? alone.origin : assignment.origin.narrowed(to: .number)
        return Published(assignment)
      }
      if answers.isEmpty {
        mentions += assistance.map { PublishedColumn.Mention(proposal: Published(alone), assignment: published($0)) }
      } else {
        for reply in answers.flatMap(\.replies) { offer(reply.attachments) }
        let lastReply = answers.compactMap(\.lastReply).max() ?? gate.asOf
        let lastPublication = answers.flatMap(\.publications).max()
        let corrections = answers.flatMap { $0.replies.flatMap(\.corrections) }.map(\.date)
        let changes = corrections + withdrawals.map(\.withdrawal.date)
        items.append(
          PublishedColumn.Item(
            proposal: Published(alone), answers: answers.map(published),
            assistance: assistance.map(published), withheldAnswers: withheldAnswers,
            withdrawals: withdrawals, lastReply: lastReply, lastPublication: lastPublication,
            lastChange: changes.reduce(lastPublication ?? lastReply, max), hiddenNames: names,
            withheldItems: withheldItems, hiddenProposers: proposers))
      }
    }

    /// The assignment without its inside fields and without letters that are not open themselves; opinions to the lead
    /// are internal.
    private func opened(_ assignment: Assignment) -> Assignment {
      var open = assignment
      open.dissatisfaction = ""
      open.withheldReason = ""
      open.secrecyReview = nil
      open.disclosureReview = nil
      open.replies = assignment.role.answers ? assignment.replies.filter { gate.reason(toWithhold: $0) == nil } : []
      // The row's number is its first letter's.
      if assignment.replies.contains(where: { $0.sequence == .first && gate.reason(toWithhold: $0) != nil }) {
        open.documentNumber = ""
      }
      for index in open.replies.indices { open.replies[index].corrections.removeAll { $0.date > gate.asOf } }
      return open
    }

    // MARK: - Proposers

    var policy: Column.ProposerDisplay { catalogue.column.proposerDisplay }

    private func shown(_ proposal: Proposal, hiding names: [String], with open: [Assignment]) -> Proposal {
      let kind = proposal.key.kind
      var shown = proposal
      shown.proposer = ProposerName.shown(proposal.proposer, kind: kind, policy: policy)
      shown.assignments = open
      for row in open.indices {
        for (index, reply) in open[row].replies.enumerated() {
          shown.assignments[row].replies[index].addressee = ProposerName.masked(
            reply.addressee, persons: names, kind: kind, policy: policy)
        }
      }
      return shown
    }

    /// The full names that no text may hold: the proposers', and whom else the letters address.
    private func hiddenNames(of proposal: Proposal, addressees: [String] = []) -> [String] {
      guard policy != .fullName else { return [] }
      let proposers = ProposerName.names(in: proposal.proposer).filter(ProposerName.isPerson)
      return proposers + Set(addressees.flatMap(ProposerName.persons)).subtracting(proposers).sorted()
    }

    // MARK: - What is offered and withheld

    mutating func offer(_ attachments: [Attachment]) {
      for attachment in attachments {
        if let index = catalogue.files.index(forKey: attachment.file) {
          let (file, size) = catalogue.files[index]
          files[file] = size
        }
      }
    }

    private mutating func missLetter(_ assignment: Assignment, of proposal: Proposal) {
      guard catalogue.areRepliesComplete else {
        awaitedKeys.insert(proposal.key)
        return
      }
      diagnostics.append(
        Diagnostic(
          .error, "reply/missing", at: assignment.origin.place(of: .publishedOn),
          "第\(proposal.key.number)号（\(assignment.unit.name)）主动公开并已到公开日期，却没有复文",
          hint: "在 content/replies/ 下放入复文，文件头写明“编号: \"\(proposal.key.number)\"”，连开头的零也要相同；暂不公开的，清空公开日期"))
    }

    private mutating func withhold(_ assignment: Assignment, of proposal: Proposal, _ reason: WithheldReason) {
      let key = proposal.key
      let place = assignment.origin.place
      withheld.append(
        Withheld(
          label: "\(key.label) \(assignment.unit.name)", file: place.file, row: place.row, reason: reason))
      let group = PublishedColumn.WithheldGroup(
        kind: key.kind, year: proposal.year, publicClass: reason.publicClass)
      counts[group, default: 0] += 1
      // Of what was withdrawn no title stays.
      guard catalogue.column.namesWithheldItems, withdrawnLetters(of: proposal).isEmpty else { return }
      named.append(
        PublishedColumn.NamedWithheld(
          key: key, year: proposal.year, title: proposal.title, publicClass: reason.publicClass))
      let excuses = proposal.assignments.flatMap(\.replies).flatMap(\.excuses)
      diagnostics += Screen(hiddenNames: hiddenNames(of: proposal), excuses: excuses)
        .diagnostics(of: proposal.title, at: proposal.origin.place(of: .title))
    }

    // MARK: - Result

    mutating func result() -> Result {
      let figures = table.figures
      let statistics = statistics(figures)
      var settings = catalogue.column
      settings.topicCodes = settings.topicCodes.filter { topics.contains($0.key) }
      let column = PublishedColumn(
        column: settings, asOf: gate.asOf, items: ordered(items), mentions: mentions,
        withdrawn: withdrawn,
        documents: documents, bodies: catalogue.bodies, withheldCounts: counts, namedWithheld: named,
        statistics: statistics, files: files)
      return Result(
        column: column, withheld: withheld, publishedCount: publishedCount,
        diagnostics: Screen().diagnostics(of: settings) + diagnostics
          + documents.compactMap { emptyScope(of: $0, statistics) }, figures: figures)
    }

    /// Figures of nothing are all 0, and look like news.
    private func emptyScope(
      of document: Published<Document>, _ statistics: [Statistics.Scope: Statistics]
    ) -> Diagnostic? {
      guard let place = document.scopePlace, statistics[document.scope]?.total ?? 0 == 0 else { return nil }
      return Diagnostic(
        .warning, "document/empty-scope", at: place, "统计范围里一件也没有，文中的统计数都会是 0",
        hint: "核对年份、类型、届次和承办单位；台账还没有放进 content/records/ 的，先放进去")
    }

    /// Newest reply first, then by number, kind and session. Positions are sorted, since items are large.
    private func ordered(_ items: [PublishedColumn.Item]) -> [PublishedColumn.Item] {
      let keys = items.map { (day: $0.lastReply, key: $0.proposal.key) }
      return items.indices.sorted { left, right in
        let (left, right) = (keys[left], keys[right])
        if left.day != right.day { return left.day > right.day }
        if left.key.number != right.key.number {
          return ProposalNumber.precedes(left.key.number, right.key.number)
        }
        return left.key.address < right.key.address
      }.map { items[$0] }
    }

    /// The figures of all years, kinds and units, and of what documents ask for.
    private func statistics(_ all: [Statistics.Scope: Statistics]) -> [Statistics.Scope: Statistics] {
      var figures = all.filter { scope, _ in scope.unit.map { labels.units.contains($0.name) } ?? true }
      for scope in documents.map(\.scope).flatMap(scopesNeeded) where figures[scope] == nil {
        figures[scope] = Statistics(of: scope, in: catalogue.proposals, column: catalogue.column, gate: gate)
      }
      return figures.mapValues { $0.naming(labels) }
    }

    /// A document's scope, the year before it, and each unit's part of a session, which the table does not have.
    private func scopesNeeded(by scope: Statistics.Scope) -> [Statistics.Scope] {
      var scopes = [scope, scope.yearBefore].compactMap { $0 }
      if scope.session != nil, scope.unit == nil {
        let units = Set(catalogue.proposals.filter(scope.contains).flatMap { $0.assignments.map(\.unit) })
        for unit in units where labels.units.contains(unit.name) {
          scopes.append(Statistics.Scope(year: scope.year, kind: scope.kind, session: scope.session, unit: unit))
        }
      }
      return scopes
    }
  }
}
