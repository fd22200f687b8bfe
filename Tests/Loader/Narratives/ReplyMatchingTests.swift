import Diagnostics
import Disclosure
import Testing

@testable import Loader

/// Which row a reply's file belongs to.
@Suite struct ReplyMatchingTests {
  private static let jyt = UnitDirectory.Unit(name: "教育厅", code: "jyt")
  private static let slt = UnitDirectory.Unit(name: "水利厅", code: "slt")

  /// Number 1 in two sessions; number 2 divided between two units, with an assistance; number 3 as suggestion and
  /// proposal; number 4 with the name of its file.
  private static var proposals: [Proposal] {
    get throws {
      func proposal(
        _ number: String, _ kind: Kind = .suggestion, meeting: Int = 2,
        to units: [(UnitDirectory.Unit, Role)] = [(jyt, .lead)],
        file: String? = nil
      ) throws -> Proposal {
        let session = try #require(Session("省十四届人大\(meeting)次会议"))
        let rows = units.map { unit, role in
          let place = Place("\(kind.rawValue)\(meeting)-\(number)-\(unit.code)")
          var row = Assignment(unit: unit, role: role, roleLabel: role.rawValue, origin: Origin(place: place))
          row.replyFile = file
          return row
        }
        let origin = Origin(place: Place("a.csv"))
        return Proposal(
          key: ProposalKey(session: session, kind: kind, number: number), year: 2024, title: "甲", assignments: rows,
          origin: origin)
      }
      return [
        try proposal("1", meeting: 1), try proposal("1"), try proposal("2", to: [(jyt, .separate), (slt, .separate)]),
        try proposal("3"), try proposal("3", .proposal), try proposal("4", file: "x/四号"),
        try proposal("5", to: [(jyt, .lead), (slt, .assist)]),
      ]
    }
  }

  private static let column: Column = {
    var column = Column()
    column.units = UnitDirectory([(jyt, [.init(name: "省教育厅")]), (slt, [])])
    return column
  }()

  /// Each row with the files of its replies, then what is wrong.
  private func match(_ files: [(String, String)]) throws -> (rows: [String], faults: [String]) {
    var matching = ReplyMatching(try Self.proposals, column: Self.column)
    var found = Diagnostics()
    let read = try files.map { path, head in
      let text = head.isEmpty ? "正文" : "---\n\(head)\n---\n正文"
      return try ReplyFile(NarrativeFile(path: "content/replies/" + path, bytes: Array(text.utf8)), reporting: &found)
    }
    matching.match(read, reportingOrphans: true)
    let rows = matching.proposals.flatMap(\.assignments).filter { !$0.replies.isEmpty }.map { row in
      "\(row.origin.place.file): "
        + row.replies.map { String($0.source.file.dropFirst("content/replies/".count)) }.joined(separator: " ")
    }
    return (rows, (found.list + matching.diagnostics.list).map(\.rule).filter { $0 != "reply/file-missing" })
  }

  @Test(
    arguments: [
      ("a.md", "编号: 4", nil, "建议2-4-jyt: a.md"), ("x/四号.md", "", nil, "建议2-4-jyt: x/四号.md"),
      ("x/四号.md", "编号: 第4号", nil, "建议2-4-jyt: x/四号.md"), ("x/四号.md", "编号: 5", "reply/contradiction", ""),
      ("5.md", "", nil, "建议2-5-jyt: 5.md"), ("a/第５号.md", "", nil, "建议2-5-jyt: a/第５号.md"),
      ("5.fuwen.md", "", nil, "建议2-5-jyt: 5.fuwen.md"),
      ("a.md", "编号: 5\n承办单位: 水利厅", "reply/assisting", "建议2-5-slt: a.md"),
      ("1.md", "", "reply/ambiguous", ""), ("a.md", "编号: 1\n届次: 省十四届人大一次会议", nil, "建议1-1-jyt: a.md"),
      ("a.md", "编号: 1\n届次: 示例省第十四届人民代表大会第二次会议", nil, "建议2-1-jyt: a.md"),
      ("a.md", "编号: 2", "reply/ambiguous", ""), ("a.md", "编号: 2\n承办单位: 省教育厅", nil, "建议2-2-jyt: a.md"),
      ("a.md", "编号: 2\n承办单位: 财政厅", "reply/without-row", ""), ("a.md", "编号: 3\n类型: 提案", nil, "提案2-3-jyt: a.md"),
      ("a.md", "编号: 9", "reply/without-row", ""), ("说明.md", "", "reply/without-number", ""),
      ("说明.md", "编号: 9", "reply/without-row", ""),
    ] as [(String, String, String?, String)])
  func findsTheRow(_ path: String, _ head: String, _ fault: String?, _ row: String) throws {
    let (rows, faults) = try match([(path, head)])
    #expect(rows == (row.isEmpty ? [] : [row]))
    #expect(faults == [fault].compactMap { $0 })
  }

  @Test func repliesAreOrderedByDateThenSequence() throws {
    let (rows, faults) = try match([
      ("e.md", "编号: 5\n答复序次: 补充\n答复日期: 2024-09-01"), ("d.md", "编号: 5\n答复序次: 补充\n答复日期: 2024-08-01"),
      ("c.md", "编号: 5\n答复序次: 再次"), ("b.md", "编号: 5"), ("a.md", "编号: 5\n答复序次: 阶段性"),
    ])
    #expect(rows == ["建议2-5-jyt: a.md b.md c.md d.md e.md"])
    #expect(faults == ["reply/undated", "reply/undated"])
  }

  @Test(arguments: [
    ("编号: 5", "编号: 5", false), ("编号: 5", "编号: 5\n答复日期: 2024-09-01", false),
    ("编号: 5\n答复序次: 再次\n成文日期: 2024-09-01", "编号: 5\n答复序次: 再次\n成文日期: 2024-09-01", false),
    ("编号: 5\n答复序次: 补充\n答复日期: 2024-09-01", "编号: 5\n答复序次: 补充\n答复日期: 2024-09-01", false),
    ("编号: 5\n答复序次: 补充\n答复日期: 2024-09-01", "编号: 5\n答复序次: 补充\n答复日期: 2024-09-02", true),
    ("编号: 5", "编号: 5\n答复序次: 再次\n公开日期: 2024-09-01", true),
  ])
  func twoRepliesForOnePlace(_ first: String, _ second: String, _ isFine: Bool) throws {
    let (rows, faults) = try match([("a.md", first), ("b.md", second)])
    #expect(faults == (isFine ? [] : ["reply/duplicate"]))
    #expect(rows == [isFine ? "建议2-5-jyt: a.md b.md" : "建议2-5-jyt: a.md"])
  }
}
