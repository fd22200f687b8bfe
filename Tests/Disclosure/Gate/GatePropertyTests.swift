import Disclosure
import Testing

@Suite("The gate, on random catalogues")
struct GatePropertyTests {
  @Test("lets every mark of what is open through, and no other", arguments: 0..<100)
  func marks(_ seed: Int) throws {
    let marked = try MarkedCatalogue(seed: UInt64(seed))
    let column = Gate(asOf: marked.asOf).open(marked.catalogue).column
    var found: Set<Int> = []
    Self.collectMarks(reachableFrom: column, into: &found)
    #expect(found.subtracting(marked.openMarks).isEmpty, "leaked")
    #expect(marked.openMarks.subtracting(found).isEmpty, "lost")
    var dumped = ""
    dump(column, to: &dumped)
    #expect(MarkedCatalogue.marks(in: dumped) == found)
  }

  /// Through references and private fields too.
  private static func collectMarks(reachableFrom value: Any, into marks: inout Set<Int>) {
    if let text = value as? String {
      marks.formUnion(MarkedCatalogue.marks(in: text))
    } else {
      for child in Mirror(reflecting: value).children { collectMarks(reachableFrom: child.value, into: &marks) }
    }
  }

  @Test("the random catalogues hold much of both")
  func variety() throws {
    let all = try (0..<200).map { try MarkedCatalogue(seed: UInt64($0)) }
    let open = all.reduce(0) { $0 + $1.openMarks.count }
    let total = all.reduce(0) { $0 + $1.markCount }
    #expect(open > total / 5 && open < total * 4 / 5)
    #expect(all.reduce(0) { $0 + $1.withheldAnswers } > 50)
    #expect(all.reduce(0) { $0 + $1.openDocuments } > 50)
  }

  @Test("counts what an independent count counts", arguments: 0..<200)
  func counts(_ seed: Int) throws {
    let marked = try MarkedCatalogue(seed: UInt64(seed))
    let result = Gate(asOf: marked.asOf).open(marked.catalogue)
    let rows = marked.proposals.reduce(0) { $0 + $1.assignments.count }
    #expect(result.publishedCount == marked.openRows + marked.openDocuments)
    #expect(result.publishedCount + result.withheld.count == rows + marked.documents.count)
    #expect(result.column.items.count == marked.items)
    #expect(result.column.items.reduce(0) { $0 + $1.withheldAnswers } == marked.withheldAnswers)
    #expect(result.column.documents.count == marked.openDocuments)
    var withheld: [String: Int] = [:]
    for (group, count) in result.column.withheldCounts {
      withheld["\(group.kind.rawValue)\(group.year)", default: 0] += count
    }
    #expect(withheld == marked.withheldRows)
    #expect(result.column.namedWithheld.count == (marked.column.namesWithheldItems ? rows - marked.openRows : 0))
    #expect(result.diagnostics.allSatisfy { $0.rule == "reply/missing" })
  }

  @Test("figures are those of an independent count", arguments: 0..<200)
  func figures(_ seed: Int) throws {
    let marked = try MarkedCatalogue(seed: UInt64(seed))
    let column = Gate(asOf: marked.asOf).open(marked.catalogue).column
    let kinds = [nil] + Kind.allCases
    let years = [nil, 2022, 2023, 2024]
    for (kind, year) in kinds.flatMap({ kind in years.map { (kind, $0) } }) {
      let proposals = marked.proposals.filter { (kind ?? $0.key.kind) == $0.key.kind && (year ?? $0.year) == $0.year }
      let figures = column.statistics[Statistics.Scope(year: year, kind: kind)]
      #expect((figures == nil) == proposals.isEmpty)
      let answers = proposals.flatMap(\.assignments).filter { ["单独办理", "主办", "分办"].contains($0.role.rawValue) }
      let answered = answers.filter { ($0.repliedOn?.dayNumber ?? .max) <= marked.asOf.dayNumber }
      let due = answers.filter { (($0.extendedTo ?? $0.dueOn)?.dayNumber ?? .max) <= marked.asOf.dayNumber }
      let onTime = due.filter { row in
        (row.repliedOn?.dayNumber ?? .max) <= ((row.extendedTo ?? row.dueOn)?.dayNumber ?? 0)
      }
      let known = answers.filter { ($0.repliedOn?.dayNumber ?? .min) <= marked.asOf.dayNumber }
      let shown = column.items.filter {
        (kind ?? $0.proposal.key.kind) == $0.proposal.key.kind && (year ?? $0.proposal.year) == $0.proposal.year
      }
      guard let figures else { continue }
      #expect(figures.proposals == proposals.count)
      #expect(figures.total == proposals.reduce(0) { $0 + $1.assignments.count })
      #expect(figures.answering == answers.count)
      #expect((figures.answered.n, figures.answered.d) == (answered.count, answers.count))
      #expect((figures.onTime.n, figures.onTime.d) == (onTime.count, due.count))
      let withoutLetter = answered.count {
        $0.disclosure == .open && $0.secrecyReview != .failed && $0.disclosureReview != .failed && $0.replies.isEmpty
          && ($0.publishedOn?.dayNumber ?? .max) <= marked.asOf.dayNumber
      }
      #expect(
        (figures.disclosed.n, figures.disclosed.d)
          == (shown.reduce(withoutLetter) { $0 + $1.answers.count }, answered.count))
      #expect(
        (figures.solved.n, figures.solved.d)
          == (known.count { $0.resultClass?.code == "A" }, known.count { $0.resultClass != nil }))
    }
  }

  @Test("the order of the ledger does not matter to what is open", arguments: 0..<20)
  func order(_ seed: Int) throws {
    let marked = try MarkedCatalogue(seed: UInt64(seed))
    var turned = marked.catalogue
    turned.proposals.reverse()
    let gate = Gate(asOf: marked.asOf)
    func names(_ catalogue: Catalogue) -> [String] {
      gate.open(catalogue).column.items.map(\.proposal.key.address)
    }
    #expect(names(marked.catalogue) == names(turned))
  }
}
