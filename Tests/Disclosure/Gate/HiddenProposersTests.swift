import Disclosure
import Testing

@Suite("Proposers' names in documents")
struct HiddenProposersTests {
  private func findings(in text: String, policy: Column.ProposerDisplay, scope: Statistics.Scope) throws -> [String] {
    let proposal = try Sample.proposal([Sample.row()]) {
      $0.proposer = "赵甲乙、石 韧、民盟示例省委员会、买买提·吐尔逊、李建国、刘万、杨市、钱一名"
    }
    let result = Sample.open([proposal], documents: [Sample.document { $0.scope = scope }]) {
      $0.proposerDisplay = policy
    }
    let document = try #require(result.column.documents.first)
    return Gate(asOf: Sample.asOf).admit(Array(text.utf8), of: document).1.map { "\($0.place) \($0.rule)" }
  }

  @Test(arguments: [
    "赵甲乙代表提出了建议。", "代表赵甲乙说", "石韧委员", "走访石 韧代表", "领衔代表　石　韧", "赵甲乙等12名代表提出",
    "赵甲乙、钱代表", "领衔代表：赵甲乙", "代表（赵甲乙）到现场", "买买提·吐尔逊代表", "买买提吐尔逊等三位全国人大代表", "代表钱丙、赵甲乙",
    "感谢李建国代表", "李建国全国人大代表", "李建国等12名省人大代表", "钱丙、李建国等两位委员", "刘万代表", "刘万、钱丙2名代表", "杨市代表", "钱一名委员",
  ])
  func named(_ text: String) throws {
    let scope = Statistics.Scope(year: 2024)
    #expect(try findings(in: text, policy: .surname, scope: scope).count == 1, "\(text)")
    #expect(try findings(in: text, policy: .hidden, scope: scope).count == 1)
    #expect(try findings(in: text, policy: .fullName, scope: scope) == [])
    #expect(try findings(in: text, policy: .surname, scope: Statistics.Scope(year: 2020)) == [])
  }

  @Test(arguments: [
    "建国以来的代表", "12万代表", "全市代表", "一名代表", "赵代表", "坚韧的石韧性好", "赵甲乙路", "钱丙代表", "代表建议", "等12名代表", "钱丙等3名代表、",
    "民盟示例省委员会委员",
  ])
  func others(_ text: String) throws {
    #expect(try findings(in: text, policy: .surname, scope: Statistics.Scope()) == [])
  }

  @Test("tells the place, and an excuse lets it stand")
  func place() throws {
    #expect(
      try findings(in: "甲\n丙赵甲乙代表", policy: .surname, scope: Statistics.Scope())
        == ["content/reports/a.md:2:2 gate/proposer-name"])
  }
}
