import Testing

@testable import Disclosure

/// What is added up from years, kinds and units is what counting each scope by itself gives.
@Suite struct StatisticsTableTests {
  private static let units = ["jyt", "slt", "sjj"].map { UnitDirectory.Unit(name: "示例省" + $0, code: $0) }
  private static let otherScheme = AnswerScheme(
    name: "两类", kinds: [.proposal], years: 2024...2024,
    classes: [
      AnswerScheme.ResultClass(code: "甲", label: "采纳", meaning: "", solved: true),
      AnswerScheme.ResultClass(code: "乙", label: "参考", meaning: "", solved: false),
    ])

  private var column: Column {
    var column = Column()
    column.schemes = [Self.otherScheme, .national]
    return column
  }

  private func row(_ generator: inout SeededGenerator, _ classes: [AnswerScheme.ResultClass]) -> Assignment {
    var row = Sample.row(generator.pick(Role.allCases))
    row.roleLabel = generator.pick(["主办", "牵头"])
    row.unit = generator.pick(Self.units)
    row.assignedOn = generator.chance(80) ? Sample.day("2024-02-01").adding(days: generator.number(0...30)) : nil
    row.repliedOn = generator.chance(70) ? Sample.day("2024-05-01").adding(days: generator.number(0...90)) : nil
    row.dueOn = generator.chance(70) ? Sample.day("2024-05-01").adding(days: generator.number(0...90)) : nil
    row.extendedTo = generator.chance(20) ? Sample.day("2024-06-10").adding(days: generator.number(0...40)) : nil
    row.assistSentOn = generator.chance(50) ? Sample.day("2024-03-10") : nil
    row.meeting = generator.pick(Assignment.Meeting.allCases + [nil])
    row.contactModes = generator.pick([[], ["电话"], ["未联系"]])
    row.resultClass = generator.pick(classes + [nil])
    row.satisfaction = generator.pick(Assignment.Satisfaction.allCases + [nil])
    row.firstSatisfaction = generator.pick(Assignment.Satisfaction.allCases + [nil])
    row.disclosure = generator.pick([.open, .open, .onRequest, .closed, nil])
    row.form = generator.pick(Assignment.DisclosureForm.allCases)
    row.publishedOn = row.repliedOn?.adding(days: generator.number(0...50))
    row.keyTypes = generator.pick([[], ["重点"], ["重点", "领办"]])
    row.adoption = generator.pick(["", "采纳"])
    row.conversions = generator.pick([[], ["政策措施"], ["政策措施", "长效机制"]])
    row.adoptedPoints = generator.pick([nil, 2])
    return row
  }

  private func proposals(_ generator: inout SeededGenerator) throws -> [Proposal] {
    try (1...generator.number(1...40)).map { number in
      let (kind, year) = (generator.pick(Kind.allCases), generator.number(2022...2024))
      let classes = column.scheme(for: kind, in: year)?.classes ?? []
      let rows = (0..<generator.number(1...3)).map { _ in row(&generator, classes) }
      return try Sample.proposal("\(number)", kind: kind, year: year, rows) {
        $0.category = generator.pick(["", "城乡建设"])
        $0.topics = generator.pick([[], ["养老", "托育"]])
        $0.isRepeated = generator.chance(20)
      }
    }
  }

  @Test(arguments: 0..<100) func sumsOfCells(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let proposals = try proposals(&generator)
    let gate = Gate(asOf: Sample.asOf)
    // As several workers make it.
    var table = StatisticsTable()
    for part in [proposals.prefix(proposals.count / 2), proposals.dropFirst(proposals.count / 2)] {
      var partial = StatisticsTable()
      for proposal in part { partial.count(proposal, column: column, gate: gate) }
      table += partial
    }
    let figures = table.figures
    for year in [nil, 2022, 2023, 2024] {
      for kind in Kind.allCases.map(Optional.some) + [nil] {
        for unit in Self.units.map(Optional.some) + [nil] {
          let scope = Statistics.Scope(year: year, kind: kind, unit: unit)
          let counted = Statistics(of: scope, in: proposals, column: column, gate: gate)
          #expect(ordered(figures[scope] ?? Statistics()) == ordered(counted), "\(scope)")
        }
      }
    }
  }

  private func ordered(_ statistics: Statistics) -> Statistics {
    var ordered = statistics
    ordered.results.sort { $0.scheme.name < $1.scheme.name }
    return ordered
  }
}
