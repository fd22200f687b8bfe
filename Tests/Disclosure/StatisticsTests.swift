import Disclosure
import Testing

@Suite("Statistics")
struct StatisticsTests {
  /// The definitions that the manual gives.
  @Test(
    "rounds half up to one decimal",
    arguments: [
      (297, 773, "38.4%"), (357, 773, "46.2%"), (54, 93, "58.1%"), (26, 93, "28.0%"), (86, 93, "92.5%"),
      (7, 93, "7.5%"),
      (71, 181, "39.2%"), (93, 181, "51.4%"), (13, 181, "7.2%"), (4, 181, "2.2%"), (40, 51, "78.4%"), (11, 56, "19.6%"),
      (434, 792, "54.8%"), (792, 838, "94.5%"), (16, 23, "69.6%"), (2, 16, "12.5%"), (2, 2, "100.0%"), (0, 5, "0.0%"),
      (1, 3, "33.3%"), (2, 3, "66.7%"), (1, 2000, "0.1%"), (1, 2001, "0.0%"), (1999, 2000, "100.0%"), (1, 800, "0.1%"),
      (3, 800, "0.4%"), (0, 0, "—"),
    ])
  func percentages(_ n: Int, _ d: Int, _ percent: String) {
    var ratio = Ratio()
    ratio.n = n
    ratio.d = d
    #expect(ratio.percent == percent)
    #expect(ratio.tenths == (d == 0 ? nil : Int((1000 * Double(n) / Double(d) + 0.5).rounded(.down))))
  }

  private func figures(_ proposals: [Proposal]) throws -> Statistics {
    if proposals.isEmpty { return Statistics() }
    return try #require(Sample.open(proposals).column.statistics[Statistics.Scope()])
  }

  @Test("over nothing there is no rate")
  func nothing() throws {
    let figures = try figures([])
    #expect((figures.total, figures.proposals, figures.answering) == (0, 0, 0))
    for ratio in [figures.answered, figures.onTime, figures.disclosed, figures.solved] {
      #expect((ratio.n, ratio.d, ratio.percent) == (0, 0, "—"))
    }
    let assistance = try self.figures([try Sample.proposal([Sample.row(.assist), Sample.row(.reference)])])
    #expect((assistance.total, assistance.proposals, assistance.answered.d, assistance.disclosed.d) == (2, 1, 0, 0))
  }

  @Test("the 质监局 of 2018: 16 rows, 2 of them answered, both public")
  func qualityBureau() throws {
    var proposals = try (1...2).map { try Sample.proposal("\($0)", [Sample.row(.lead)]) }
    proposals += try (3...16).map { try Sample.proposal("\($0)", [Sample.row(.assist) { $0.disclosure = nil }]) }
    let figures = try figures(proposals)
    #expect((figures.total, figures.proposals, figures.answering) == (16, 16, 2))
    #expect((figures.disclosed.n, figures.disclosed.d, figures.disclosed.percent) == (2, 2, "100.0%"))
  }

  @Test("Shenzhen's bureau of 2023: 66 rows, 25 that answer, 23 answered")
  func marketBureau() throws {
    var number = 0
    func rows(_ count: Int, _ role: Role) throws -> [Proposal] {
      try (0..<count).map { _ in
        number += 1
        return try Sample.proposal("\(number)", kind: .proposal, [Sample.row(role)])
      }
    }
    var proposals = try rows(3, .sole) + rows(16, .lead) + rows(6, .separate) + rows(41, .assist)
    for index in 0..<2 { proposals[index].assignments[0].repliedOn = nil }
    let figures = try figures(proposals)
    #expect((figures.total, figures.answering) == (66, 25))
    #expect((figures.answered.n, figures.answered.d) == (23, 25))
  }

  @Test("divided proposals count once as proposals and as often as they are answered")
  func divided() throws {
    let figures = try figures([
      try Sample.proposal([Sample.row(.separate), Sample.row(.separate), Sample.row(.assist)])
    ])
    #expect((figures.proposals, figures.total, figures.answering) == (1, 3, 2))
  }

  @Test(
    "an answer is in time by its limit, or by what it was extended to",
    arguments: [
      ("2024-05-20", "2024-05-20", nil, 1, 1), ("2024-05-21", "2024-05-20", nil, 0, 1),
      ("2024-05-21", "2024-05-20", "2024-05-21", 1, 1),
      ("2024-05-22", "2024-05-20", "2024-05-21", 0, 1), (nil, "2024-05-20", nil, 0, 1), (nil, "2024-06-30", nil, 0, 1),
      (nil, "2024-07-01", nil, 0, 0), ("2024-05-20", "2024-07-01", nil, 0, 0), (nil, "2024-05-20", "2024-07-01", 0, 0),
      ("2024-05-20", nil, nil, 0, 0), ("2024-07-02", "2024-06-20", nil, 0, 1),
    ] as [(String?, String?, String?, Int, Int)])
  func onTime(_ repliedOn: String?, _ dueOn: String?, _ extendedTo: String?, _ n: Int, _ d: Int) throws {
    let row = Sample.row {
      $0.repliedOn = repliedOn.map(Sample.day)
      $0.dueOn = dueOn.map(Sample.day)
      $0.extendedTo = extendedTo.map(Sample.day)
    }
    let ratio = try figures([try Sample.proposal([row])]).onTime
    #expect((ratio.n, ratio.d) == (n, d))
  }

  @Test("only answers given by the as-of date count, and of these the public and the classified ones")
  func shares() throws {
    func result(_ solved: Bool) -> AnswerScheme.ResultClass { AnswerScheme.national.classes[solved ? 0 : 1] }
    let rows = [
      Sample.row { $0.resultClass = result(true) },
      Sample.row { $0.resultClass = result(false) },
      Sample.row { $0.disclosure = .closed },
      Sample.row {
        $0.replies[0].disclosure = .closed
        $0.resultClass = result(false)
      },
      Sample.row {
        $0.repliedOn = Sample.asOf.adding(days: 1)
        $0.resultClass = result(true)
      },
      Sample.row {
        $0.repliedOn = nil
        $0.resultClass = result(true)
      },
    ]
    let figures = try figures([try Sample.proposal(rows)])
    #expect((figures.answered.n, figures.answered.d) == (4, 6))
    #expect((figures.disclosed.n, figures.disclosed.d) == (2, 4))
    // A class without a date is what the ledger says; one of a later date is not known yet.
    #expect((figures.solved.n, figures.solved.d) == (2, 4))
  }

  @Test("counts by year and kind, and by what a document asks for")
  func scopes() throws {
    let unit = UnitDirectory.Unit(name: "示例省水利厅", code: "slt")
    let proposals = [
      try Sample.proposal("1", [Sample.row(), Sample.row(.assist) { $0.unit = unit }]),
      try Sample.proposal("2", year: 2023, [Sample.row()]),
      try Sample.proposal("1", kind: .proposal, [Sample.row { $0.unit = unit }]),
    ]
    let scopes: [(Statistics.Scope, Int)] = [
      (Statistics.Scope(), 4), (Statistics.Scope(year: 2024), 3), (Statistics.Scope(year: 2023), 1),
      (Statistics.Scope(kind: .suggestion), 3),
      (Statistics.Scope(year: 2024, kind: .proposal), 1), (Statistics.Scope(session: Session("省十四届人大二次会议")), 4),
      (Statistics.Scope(session: Session("省十三届人大二次会议")), 0), (Statistics.Scope(unit: unit), 2),
      (Statistics.Scope(kind: .suggestion, unit: unit), 1),
      (Statistics.Scope(year: 2023, unit: unit), 0),
    ]
    let documents = scopes.map { scope, _ in Sample.document { $0.scope = scope } }
    let statistics = Sample.open(proposals, documents: documents).column.statistics
    for (scope, total) in scopes { #expect(statistics[scope]?.total == total, "\(scope)") }
  }
}
