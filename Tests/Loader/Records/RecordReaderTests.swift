import Diagnostics
import Disclosure
import Testing

@testable import Loader

@Suite struct RecordReaderTests {
  private static let standard: [LedgerField: String] = [
    .kind: "建议", .session: "省十四届人大二次会议", .number: "第０２１６号", .title: "关于电梯的建议", .unit: "教育厅", .role: "主办",
    .assignedOn: "2024-02-20",
  ]

  private func read(
    _ changes: [LedgerField: String], column: Column = Column()
  ) -> (record: Proposal?, diagnostics: [Diagnostic]) {
    var cells = [LedgerCell?](repeating: nil, count: LedgerField.allCases.count)
    for (field, text) in Self.standard.merging(changes, uniquingKeysWith: { $1 }) where !text.isEmpty {
      cells[field.rawValue] = LedgerCell(text: text, line: 2, column: field.rawValue + 1)
    }
    return RecordReader(column: column).read(LedgerRow(place: Place("a.csv", line: 2, row: 2), cells: cells))
  }

  @Test func cellsBecomeValues() throws {
    let (found, diagnostics) = read([
      .proposer: "赵甲", .cosigners: "１２人", .topics: "电梯、 养老；水利", .repeated: "是", .contactModes: "电话，座谈", .meeting: "已见面",
      .repliedOn: "2024年5月20日", .resultClass: "a类", .satisfaction: "基本满意", .disclosure: "主动公开", .form: "摘要",
      .publishedOn: "2024/5/28",
      .secrecyReview: "通过", .keyTypes: "重点建议", .extendedTo: "2024.6.20", .assistUnits: "水利厅、财政厅",
    ])
    #expect(diagnostics == [])
    let record = try #require(found)
    let row = try #require(record.assignments.first)
    #expect(record.key == ProposalKey(session: try #require(Session("省十四届人大二次会议")), kind: .suggestion, number: "0216"))
    #expect(record.year == 2024 && record.cosigners == 12 && record.topics == ["电梯", "养老", "水利"] && record.isRepeated)
    #expect(row.unit == UnitDirectory.Unit(name: "教育厅", code: "jiaoyuting") && row.role == .lead)
    #expect(row.contactModes == ["电话", "座谈"] && row.meeting == .met && row.satisfaction == .basicallySatisfied)
    #expect(row.repliedOn?.description == "2024-05-20" && row.publishedOn?.description == "2024-05-28")
    #expect(
      row.resultClass?.code == "A" && row.disclosure == .open && row.form == .summary && row.secrecyReview == .passed)
    #expect(row.extendedTo?.description == "2024-06-20" && row.assistUnits == ["水利厅", "财政厅"])
  }

  /// What people write where there is nothing to say is nothing; what decides on publication is not guessed at.
  @Test(arguments: ["无", "/", "／", "—", "——", "-", "0"])
  func placeholdersSayNothing(_ sign: String) throws {
    let fields: [LedgerField] = [
      .topics, .assistUnits, .office, .leader, .keyTypes, .contactModes, .conversions, .outcome,
    ]
    let (found, diagnostics) = read(Dictionary(uniqueKeysWithValues: fields.map { ($0, sign) }))
    #expect(diagnostics == [])
    let record = try #require(found)
    let row = try #require(record.assignments.first)
    #expect(record.topics == [] && row.assistUnits == [] && row.office == "" && row.leader == "" && row.keyTypes == [])
    #expect(row.contactModes == [] && row.conversions == [] && row.outcome == "")
    #expect(read([.secrecyReview: sign]).diagnostics.map(\.rule) == ["record/choice"])
    #expect(read([.disclosure: sign]).diagnostics.map(\.rule) == ["record/choice"])
    #expect(read([.publishedOn: sign]).diagnostics.map(\.rule) == ["record/date"])
    #expect(read([.keyTypes: "否"]).record?.assignments.first?.keyTypes == [])
  }

  /// 代表法: three months from the assignment, where the ledger sets no other limit; none for those who owe no reply.
  @Test(
    arguments: [
      ("2024-02-20", "", "主办", "2024-05-20"), ("2023-11-30", "", "分办", "2024-02-29"),
      ("2024-02-20", "2024-08-20", "主办", "2024-08-20"),
      ("2024-02-20", "", "会办", nil), ("", "", "主办", nil),
    ] as [(String, String, String, String?)])
  func limits(_ assigned: String, _ due: String, _ role: String, _ limit: String?) {
    let record = read([.assignedOn: assigned, .dueOn: due, .role: role, .year: "2024"]).record
    #expect(record != nil)
    #expect(record?.assignments.first?.dueOn?.description == limit)
  }

  @Test(
    arguments: [
      ("2023", "2024-02-20", "", 2023), ("", "2024-02-20", "", 2024), ("", "", "2023-05-20", 2023),
      ("二〇二四", "", "", nil), ("", "", "", nil),
    ] as [(String, String, String, Int?)])
  func years(_ year: String, _ assigned: String, _ replied: String, _ expected: Int?) {
    #expect(read([.year: year, .assignedOn: assigned, .repliedOn: replied]).record?.year == expected)
  }

  /// Lists are parted by any of their marks, Windows' line break among them.
  @Test(arguments: ["甲、乙", "甲，乙", "甲\r\n乙", " 甲 \n\u{3000}乙、", "甲；；乙", "甲、乙、甲", "甲，乙、乙"]) func lists(_ cell: String) {
    #expect(read([.topics: cell]).record?.topics == ["甲", "乙"])
  }

  /// A name that two units had goes to the one that had it on the day of the assignment.
  @Test(arguments: [("2018-03-01", "old"), ("2019-03-01", "new")]) func unitOfTheDay(_ day: String, _ code: String) {
    var column = Column()
    let change = CalendarDate(year: 2018, month: 10, day: 31)
    column.units = UnitDirectory([
      (.init(name: "旧局", code: "old"), [.init(name: "监管局", until: change)]),
      (.init(name: "新局", code: "new"), [.init(name: "监管局", from: change?.adding(days: 1))]),
    ])
    let (record, diagnostics) = read([.unit: "监管局", .assignedOn: day], column: column)
    #expect(record?.assignments.first?.unit.code == code)
    #expect(diagnostics == [])
  }

  /// All that is wrong with a row, each at its cell.
  @Test func allMistakesAtOnce() {
    let (record, diagnostics) = read([
      .kind: "意见", .session: "上次", .number: "a/b", .title: "", .unit: "", .role: "", .cosigners: "几", .repeated: "常",
      .repliedOn: "昨天",
      .assignedOn: "2024-13-01", .meeting: "见过",
    ])
    #expect(record == nil)
    #expect(
      Set(diagnostics.compactMap(\.place.field)) == [
        "类型", "届次", "编号", "标题", "承办单位", "承办方式", "联名人数", "连续多年", "答复日期", "交办日期", "见面情况",
      ])
    #expect(diagnostics.allSatisfy { $0.severity == .error && $0.hint?.isEmpty == false })
  }

  @Test(arguments: [
    (LedgerField.repliedOn, "2024-02-19", "答复日期（2024-02-19）早于交办日期（2024-02-20）"),
    (.dueOn, "2024-02-19", "办理时限（2024-02-19）早于交办日期（2024-02-20）"),
    (.extendedTo, "2024-05-01", "延期至（2024-05-01）早于办理时限（2024-05-20）"),
    (.assistSentOn, "2024-01-01", "会办意见送达日期（2024-01-01）早于交办日期（2024-02-20）"),
  ])
  func datesInTheWrongOrder(_ field: LedgerField, _ day: String, _ message: String) {
    let (record, diagnostics) = read([field: day])
    #expect(record == nil)
    #expect(diagnostics.map(\.message) == [message])
    #expect(diagnostics.first?.place.column == field.rawValue + 1)
  }

  @Test func sameDayIsNoMistake() {
    #expect(read([.repliedOn: "2024-02-20", .publishedOn: "2024-02-20", .dueOn: "2024-02-20"]).diagnostics == [])
  }
}
