import Disclosure
import Testing

@Suite("Numbers of proposals")
struct ProposalNumberTests {
  @Test(
    "brings every way of writing to the bare number",
    arguments: [
      ("1772", "1772"), ("第 1772 号", "1772"), ("1772 号建议", "1772"), ("第1873号", "1873"), ("第0487号", "0487"),
      ("0487", "0487"),
      (" 0487 ", "0487"), ("１７７２", "1772"), ("第１７７２号", "1772"), ("第\u{3000}26\u{3000}号", "26"), ("26\n", "26"),
      ("第2017546号", "2017546"), ("第20180329号", "20180329"), ("第20250688号提案", "20250688"),
      ("第20230505号重点提案", "20230505"),
      ("20230505重点建议", "20230505"), ("2024-015", "2024-015"), ("２０２４－０１５", "2024-015"), ("T12", "T12"), ("Ｔ１２", "T12"),
      ("A-b-3", "A-b-3"), (String(repeating: "7", count: 40), String(repeating: "7", count: 40)),
    ])
  func normalising(_ text: String, _ number: String) {
    #expect(ProposalNumber.normalise(text) == number)
    #expect(ProposalNumber.normalise(number) == number)
  }

  @Test(
    "refuses what cannot be part of an address",
    arguments: [
      "", " ", "第号", "../12", "..", ".", "12/../13", "12/13", "１２／１３", "．．／12", "12\\13", "12%2f", "12.html", "12?x",
      "12#a", "12_3",
      "州人大第214号建议", "十二", "12\u{200B}", "12\u{0}", "-12", "12-", "-", "①", "١٢", "é", "12😀",
      String(repeating: "7", count: 41),
    ])
  func refusing(_ text: String) {
    #expect(ProposalNumber.normalise(text) == nil)
  }

  @Test("stands by value, then by what follows")
  func order() {
    let sorted = [
      "01", "1", "2", "T3", "09", "9", "10", "12", "T12", "12-1", "12-2", "12-10", "13", "0487", "1772", "2024-9",
      "20230505",
      "20250688", String(repeating: "8", count: 39), String(repeating: "1", count: 40),
    ]
    for (position, left) in sorted.enumerated() {
      for (otherPosition, right) in sorted.enumerated() {
        #expect(ProposalNumber.precedes(left, right) == (position < otherPosition), "\(left) \(right)")
      }
    }
  }
}
