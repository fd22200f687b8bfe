import Disclosure
import Testing

@Suite("Answer schemes")
struct AnswerSchemeTests {
  private static let qinyang = scheme("甲乙丙", [("甲类", "解决"), ("乙类", "计划解决"), ("丙类", "留作参考")])
  private static let shanghai = scheme("文字", [("解决采纳", "解决采纳"), ("正在解决", "正在解决"), ("留作参考", "留作参考")])

  private static func scheme(
    _ name: String, kinds: [Kind] = [], years: ClosedRange<Int> = AnswerScheme.allYears, _ classes: [(String, String)]
  ) -> AnswerScheme {
    AnswerScheme(
      name: name, kinds: kinds, years: years,
      classes: classes.map { AnswerScheme.ResultClass(code: $0.0, label: $0.1, meaning: "", solved: false) })
  }

  @Test(
    "finds a class by code or label",
    arguments: [
      ("A", "A"), ("a", "A"), ("A类", "A"), ("a类", "A"), ("Ａ", "A"), ("Ａ类", "A"), ("D", "D"), ("已解决或基本解决", "A"),
      ("留作参考", "D"),
      ("", nil), ("E", nil), ("类", nil), ("AB", nil), ("解决", nil), ("B.", nil),
    ])
  func national(_ text: String, _ code: String?) {
    #expect(AnswerScheme.national.resultClass(named: text)?.code == code)
  }

  @Test("finds classes that have no letters")
  func wordCodes() {
    #expect(Self.qinyang.resultClass(named: "甲类")?.code == "甲类")
    #expect(Self.qinyang.resultClass(named: "乙")?.code == "乙类")
    #expect(Self.qinyang.resultClass(named: "A") == nil)
    #expect(Self.shanghai.resultClass(named: "正在解决")?.code == "正在解决")
    #expect(Self.shanghai.resultClass(named: "正在") == nil)
  }

  @Test("only the first national class counts as solved")
  func solved() {
    #expect(AnswerScheme.national.classes.map(\.solved) == [true, false, false, false])
  }

  @Test("a column's scheme depends on kind and year; the first that fits is in force")
  func choosing() {
    var column = Column()
    #expect(column.scheme(for: .proposal, in: 2024)?.name == AnswerScheme.national.name)
    column.schemes = [
      Self.scheme("旧", years: 2018...2022, []), Self.scheme("提案", kinds: [.proposal], years: 2023...2199, []),
      Self.scheme("新", years: 2023...2024, []),
    ]
    let expected: [(Kind, Int, String?)] = [
      (.proposal, 2017, nil), (.proposal, 2018, "旧"), (.suggestion, 2022, "旧"), (.proposal, 2023, "提案"),
      (.suggestion, 2023, "新"), (.motion, 2024, "新"), (.suggestion, 2025, nil), (.proposal, 2025, "提案"),
    ]
    for (kind, year, name) in expected {
      #expect(column.scheme(for: kind, in: year)?.name == name, "\(kind) \(year)")
    }
  }
}
