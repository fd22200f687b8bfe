import Diagnostics

/// What must not stand in a text that would be published, but for what a person has vouched for.
struct Screen {
  /// Persons' full names that the site's policy hides.
  private let hiddenNames: [HiddenName]
  private let withheld: WithheldItems
  private let proposers: HiddenProposers
  private let excuses: [Excuse]

  init(
    hiddenNames: [String] = [], withheld: WithheldItems = WithheldItems(),
    proposers: HiddenProposers = HiddenProposers(), excuses: [Excuse] = []
  ) {
    self.withheld = withheld
    self.proposers = proposers
    self.hiddenNames = hiddenNames.compactMap(HiddenName.init)
    self.excuses = excuses
  }

  init(of reply: Reply, in item: PublishedColumn.Item) {
    self.init(
      hiddenNames: item.hiddenNames, withheld: item.withheldItems, proposers: item.hiddenProposers,
      excuses: reply.excuses)
  }

  init(of document: Document) {
    self.init(
      withheld: document.withheldItems, proposers: document.hiddenProposers, excuses: document.excuses)
  }

  /// What is wrong in a value that has no lines.
  func diagnostics(of value: String, at place: Place) -> [Diagnostic] {
    unexcused(findings(in: Array(value.utf8))).map { $0.diagnostic(at: place) }
  }

  /// What is wrong in a text, with line and column.
  func diagnostics(of text: [UInt8], from source: NarrativeSource) -> [Diagnostic] {
    var place = Place(source.file, line: source.line)
    var (line, column, position) = (source.line, 1, 0)
    let findings = unexcused(findings(in: text) + PersonalData.closedMarks(in: text))
    return findings.sorted { $0.offset < $1.offset }.map { finding in
      for byte in text[position..<finding.offset] {
        if byte == 0x0A { (line, column) = (line + 1, 1) } else if byte & 0xC0 != 0x80 { column += 1 }
      }
      position = finding.offset
      (place.line, place.column) = (line, column)
      return finding.diagnostic(at: place)
    }
  }

  /// Excused or not; each name once, since to find it is enough.
  func findings(in text: [UInt8]) -> [PersonalData.Finding] {
    let named = hiddenNames.compactMap { $0.range(in: text) }
    let others = proposers.ranges(in: text).filter { other in !named.contains { $0.overlaps(other) } }
    return PersonalData.findings(in: text) + withheld.findings(in: text)
      + (named + others).map { PersonalData.Finding(.proposerName, $0, of: text) }
  }

  private func unexcused(_ findings: [PersonalData.Finding]) -> [PersonalData.Finding] {
    findings.filter { finding in !excuses.contains { $0.covers(finding) } }
  }
}

extension Excuse {
  /// Whether it names all of what was found; signs, blanks and the width of characters do not matter.
  func covers(_ finding: PersonalData.Finding) -> Bool {
    rule == finding.rule.rawValue && names(finding.content)
  }

  /// Whether what it quotes holds a text.
  package func names(_ text: String) -> Bool { Self.bare(content).contains(Self.bare(text)) }

  private static func bare(_ text: String) -> String { text.halfWidth.filter { $0.isLetter || $0.isNumber } }
}
