extension Statistics {
  /// The figures of the records in a scope.
  package init(of scope: Scope, in proposals: some Sequence<Proposal>, column: Column, gate: Gate) {
    for proposal in proposals where scope.contains(proposal) {
      let rows = proposal.assignments.filter(scope.contains)
      for row in rows { count(row, of: proposal, column: column, gate: gate) }
      self.proposals += rows.isEmpty ? 0 : 1
    }
  }

  /// The proposals in a scope that still owe a reply, for the office's eyes.
  package static func open(
    in scope: Scope, of proposals: some Sequence<Proposal>, asOf: CalendarDate
  ) -> [ProposalKey] {
    proposals.filter { proposal in
      scope.contains(proposal)
        && proposal.assignments.contains { $0.role.answers && scope.contains($0) && !$0.isReplied(asOf: asOf) }
    }.map(\.key)
  }

  /// Counts a row, but not its proposal, which may have several.
  mutating func count(_ row: Assignment, of proposal: Proposal, column: Column, gate: Gate) {
    total += 1
    byRole[row.role, default: 0] += 1
    byRoleLabel[row.role, default: Breakdown()].count(row.roleLabel)
    byUnit.count(row.unit.name)
    if !proposal.category.isEmpty { byCategory.count(proposal.category) }
    for topic in proposal.topics { byTopic.count(topic) }
    for type in row.keyTypes { byKeyType.count(type) }
    if proposal.isRepeated { repeated += 1 }
    if !row.adoption.isEmpty { byAdoption.count(row.adoption) }
    for form in row.conversions { byConversion.count(form) }
    converted.count(!row.conversions.isEmpty)
    adoptedPoints += row.adoptedPoints ?? 0
    if row.role.answers {
      countAnswer(row, of: proposal, column: column, gate: gate)
    } else if row.role == .assist {
      countAssistance(row, asOf: gate.asOf)
    }
  }

  private mutating func countAnswer(_ row: Assignment, of proposal: Proposal, column: Column, gate: Gate) {
    answering += 1
    let repliedOn = row.repliedOn.flatMap { $0 <= gate.asOf ? $0 : nil }
    answered.count(repliedOn != nil)
    byState[row.state(asOf: gate.asOf), default: 0] += 1
    if let due = row.limit, due <= gate.asOf {
      let isOnTime = repliedOn.map { $0 <= due } ?? false
      onTime.count(isOnTime)
      if row.extendedTo != nil { extended.count(isOnTime) }
    }
    if let repliedOn, let assignedOn = row.assignedOn { replyDays.count(repliedOn.days(since: assignedOn)) }
    met.count(row.meeting == .met)
    metOrWaived.count(row.meeting == .met || row.meeting == .waived)
    contacted.count(row.meeting == .met || row.hasContact)
    for type in row.keyTypes { answeringByKeyType.count(type) }

    // What a later day brings is not known on the as-of date.
    let isKnown = row.repliedOn.map { $0 <= gate.asOf } ?? true
    countResult(isKnown ? row.resultClass : nil, of: proposal, column: column)
    feedback.count(isKnown ? row.satisfaction : nil)
    firstFeedback.count(isKnown ? row.firstSatisfaction ?? row.satisfaction : nil)
    countDisclosure(row, workingDays: column.workingDays, gate: gate)
  }

  private mutating func countResult(_ result: AnswerScheme.ResultClass?, of proposal: Proposal, column: Column) {
    if let result, let scheme = column.scheme(for: proposal.key.kind, in: proposal.year),
      let position = scheme.classes.firstIndex(of: result)
    {
      results[scheme].count(classAt: position)
    } else {
      unclassified += 1
    }
  }

  private mutating func countDisclosure(_ row: Assignment, workingDays: WorkingDays, gate: Gate) {
    switch gate.reason(toWithhold: row) {
    case nil, .letterMissing:
      disclosure.open += 1
      fullText.count(row.form == .fullText)
      if let repliedOn = row.repliedOn, let publishedOn = row.publishedOn {
        publishedInTime.count(
          workingDays.count(after: repliedOn, through: publishedOn) <= Assignment.workingDaysToPublish)
      }
    case .onRequest: disclosure.onRequest += 1
    case .closed, .secrecyFailed, .disclosureFailed, .withdrawn: disclosure.closed += 1
    case .unanswered, .unreviewed, .undated, .notYet, .nothingToPublish:
      if row.disclosure == .open { disclosure.pending += 1 } else { disclosure.unreviewed += 1 }
    }
  }

  private mutating func countAssistance(_ row: Assignment, asOf: CalendarDate) {
    guard let due = row.opinionLimit else { return }
    let sentOn = row.assistSentOn.flatMap { $0 <= asOf ? $0 : nil }
    if sentOn != nil || due <= asOf { assistOnTime.count(sentOn.map { $0 <= due } ?? false) }
  }
}
