import Diagnostics
import Disclosure

@testable import Claims

/// A made-up province's records, as small as the figures allow that the claims in these tests speak of.
enum ExampleLedger {
  static let education = UnitDirectory.Unit(name: "示例省教育厅", code: "jyt")
  static let water = UnitDirectory.Unit(name: "示例省水利厅", code: "slt")

  static func day(_ text: String) -> CalendarDate { CalendarDate(text: text) ?? CalendarDate(dayNumber: 0) }

  static let column: Column = {
    var column = Column()
    column.units = UnitDirectory([
      (education, [UnitDirectory.Alias(name: "省教育厅")]), (water, [UnitDirectory.Alias(name: "省水利厅")]),
    ])
    column.roleLabels = ["承办": .sole, "汇办": .assist]
    return column
  }()

  /// 2024, 建议: 48 of 教育厅 (12 主办, 3 承办, 5 分办, 27 会办, 1 参阅), 16 of 水利厅 (11, 5); 提案: 21 of 教育厅 (8, 13).
  /// 2023: 40 and 15 of 教育厅.
  static let proposals: [Proposal] = {
    var maker = Maker()
    maker.add(12, .lead, education)
    maker.add(3, .sole, education)
    maker.add(5, .separate, education)
    maker.fillAnswers()
    maker.add(27, .assist, education) { index, row in
      row.assistSentOn = day(index == 0 ? "2024-04-20" : "2024-03-10")
      row.keyTypes = index < 2 ? ["省政府重点督办"] : []
    }
    maker.add(1, .reference, education)
    maker.add(11, .lead, water) { $1.satisfaction = .satisfied }
    maker.add(5, .assist, water)
    maker.add(8, .lead, education, .proposal) { $1.satisfaction = .satisfied }
    maker.add(13, .assist, education, .proposal)
    maker.add(40, .lead, education, year: 2023) { index, row in
      row.satisfaction = index < 30 ? .satisfied : .basicallySatisfied
    }
    maker.add(15, .lead, education, .proposal, year: 2023)
    return maker.proposals
  }()

  /// Findings as `引文@行:列`.
  static func check(_ text: String, _ change: (inout Document) -> Void = { _ in }) -> [Diagnostic] {
    var document = Document(
      source: NarrativeSource(file: "content/reports/a.md", offset: 0, line: 10), address: "zongjie/a.html",
      form: .summary, title: "工作总结", date: day("2024-12-20"))
    document.disclosure = .open
    document.publishedOn = day("2024-12-20")
    document.scope = Statistics.Scope(year: 2024, kind: .suggestion, unit: education)
    change(&document)
    let gate = Gate(asOf: day("2024-12-31"))
    let opening = gate.open(
      Catalogue(column: column, proposals: proposals, documents: [document], files: [:], rejected: 0))
    var check = ClaimCheck(opening, of: proposals, gate: gate)
    return opening.column.documents.flatMap { check.diagnostics(of: Array(text.utf8), in: $0) }
  }

  private struct Maker {
    var proposals: [Proposal] = []

    mutating func add(
      _ count: Int, _ role: Role, _ unit: UnitDirectory.Unit, _ kind: Kind = .suggestion, year: Int = 2024,
      _ change: (Int, inout Assignment) -> Void = { _, _ in }
    ) {
      guard let session = Session(year == 2024 ? "省十四届人大二次会议" : "省十四届人大一次会议") else { return }
      for index in 0..<count {
        let number = proposals.count + 1
        var row = Assignment(
          unit: unit, role: role, roleLabel: role == .sole ? "承办" : role.rawValue,
          origin: Origin(place: Place("content/records/\(year).csv", row: number + 1)))
        row.assignedOn = day("\(year)-02-20")
        if role.answers {
          row.dueOn = day("\(year)-08-20")
          row.repliedOn = day("\(year)-06-20")
        }
        change(index, &row)
        proposals.append(
          Proposal(
            key: ProposalKey(session: session, kind: kind, number: "\(number)"), year: year, title: "关于某事的建议",
            assignments: [row], origin: row.origin))
      }
    }

    /// The first twenty: 19 replied to, 18 in time, one extended; A 9, B 6, C 3, D 1; 满意 15, 基本满意 2, 不满意 1;
    /// met 14, waived 4; public 10 (8 in full), on request 3, closed 1; 重点督办 3; 连续多年 4; converted 6; 17 measures.
    mutating func fillAnswers() {
      let classes = Array(repeating: 0, count: 9) + Array(repeating: 1, count: 6) + [2, 2, 2, 3]
      for index in 0..<20 {
        proposals[index].isRepeated = index < 4
        proposals[index].assignments[0] = answer(index, proposals[index].assignments[0], classes)
      }
    }

    private func answer(_ index: Int, _ assignment: Assignment, _ classes: [Int]) -> Assignment {
      var row = assignment
      row.meeting = index < 14 ? .met : index < 18 ? .waived : .notMet
      row.contactModes = index < 18 ? ["电话"] : ["未联系"]
      row.keyTypes = index < 3 ? ["省政府重点督办"] : []
      row.conversions = index < 4 ? ["政策措施"] : index < 6 ? ["工作实效"] : []
      row.adoptedPoints = index == 0 ? 12 : index == 1 ? 5 : nil
      row.adoption = index < 8 ? "采纳" : index < 11 ? "部分采纳" : ""
      if index == 19 {
        row.repliedOn = nil
        row.extendedTo = day("2025-06-30")
        return row
      }
      if index == 18 { row.repliedOn = day("2024-09-01") }
      row.resultClass = AnswerScheme.national.classes[classes[index]]
      row.satisfaction =
        index < 15 ? .satisfied : index < 17 ? .basicallySatisfied : index == 17 ? .dissatisfied : .noFeedback
      row.disclosure = index < 10 ? .open : index < 13 ? .onRequest : index == 13 ? .closed : nil
      row.publishedOn = index < 10 ? day("2024-07-01") : nil
      row.form = index < 8 ? .fullText : .summary
      return row
    }
  }
}
