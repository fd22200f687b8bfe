import Diagnostics
import Disclosure
import Testing

@Suite("Personal data in fields")
struct GateFieldTests {
  private static let secret = "张某13812345678"

  typealias ProposalChange = @Sendable (inout Proposal) -> Void
  typealias RowChange = @Sendable (inout Assignment) -> Void
  typealias ReplyChange = @Sendable (inout Reply) -> Void
  typealias DocumentChange = @Sendable (inout Document) -> Void

  private func check(_ proposal: Proposal, _ place: Place) {
    let found = Sample.open([proposal]).diagnostics
    #expect(found.map(\.rule) == ["gate/personal-data"])
    #expect(found.map(\.place) == [place])
    #expect(found.first?.message.contains("138") == true && found.first?.message.contains("1381") == false)
    // What is not published is not looked at.
    var closed = proposal
    for index in closed.assignments.indices { closed.assignments[index].disclosure = .closed }
    #expect(Sample.open([closed]).diagnostics.isEmpty)
    // A person vouches for it.
    var excused = proposal
    excused.assignments[0].replies[0].excuses = [Sample.excuse(.mobile, "13812345678")]
    #expect(Sample.open([excused]).diagnostics.isEmpty)
  }

  private static let proposalCases: [(String, ProposalChange)] = [
    ("标题", { $0.title = secret }), ("代表团", { $0.delegation = secret }), ("界别", { $0.sector = secret }),
    ("类别", { $0.category = secret }), ("主题", { $0.topics = ["甲", secret] }), ("建议内容", { $0.request = secret }),
  ]

  @Test("looks through a proposal's fields", arguments: proposalCases)
  func proposalFields(_ field: String, _ change: ProposalChange) throws {
    check(try Sample.proposal([Sample.row()], change), Place("content/records/1.csv", row: 2, field: field))
  }

  private static let rowCases: [(String, RowChange)] = [
    ("承办单位", { $0.unit = UnitDirectory.Unit(name: secret, code: "x") }), ("承办方式", { $0.roleLabel = secret }),
    ("会办单位", { $0.assistUnits = ["甲", secret] }), ("责任处室", { $0.office = secret }), ("领办领导", { $0.leader = secret }),
    ("重点类别", { $0.keyTypes = [secret] }), ("沟通方式", { $0.contactModes = [secret] }),
    ("发文字号", { $0.documentNumber = secret }),
    ("采纳情况", { $0.adoption = secret }), ("转化形式", { $0.conversions = [secret] }), ("转化成果", { $0.outcome = secret }),
    ("跟踪结果", { $0.followUp = secret }),
  ]

  @Test("looks through a row's fields", arguments: rowCases)
  func rowFields(_ field: String, _ change: RowChange) throws {
    check(try Sample.proposal([Sample.row(change)]), Place("content/records/1.csv", row: 2, field: field))
  }

  private static let replyCases: [(String, ReplyChange)] = [
    ("标题", { $0.title = secret }), ("主送", { $0.addressee = secret }), ("署名", { $0.signature = secret }),
    ("联系人", { $0.contact = secret }), ("联系电话", { $0.phone = secret }), ("抄送", { $0.copies = secret }),
    ("解读", { $0.interpretation = secret }), ("发文字号", { $0.documentNumber = secret }),
    ("附件", { $0.attachments = [Disclosure.Attachment(name: secret, file: "a.pdf", place: Place("a.md"))] }),
    ("附件", { $0.attachments = [Disclosure.Attachment(name: "甲", file: "13812345678.pdf", place: Place("a.md"))] }),
    ("更正", { $0.corrections = [Correction(date: Sample.asOf, note: secret)] }),
    ("旧网址", { $0.formerAddresses = ["old/13812345678.html"] }),
  ]

  @Test("looks through a letter's front matter", arguments: replyCases)
  func replyFields(_ field: String, _ change: ReplyChange) throws {
    check(try Sample.proposal([Sample.row { change(&$0.replies[0]) }]), Place("content/replies/1.md", field: field))
  }

  private static let documentCases: [(String, DocumentChange)] = [
    ("标题", { $0.title = secret }), ("来源", { $0.origin = secret }), ("发文字号", { $0.documentNumber = secret }),
    ("主送", { $0.addressee = secret }), ("抄送", { $0.copies = secret }), ("编辑", { $0.editor = secret }),
    ("送", { $0.distribution = secret }),
  ]

  @Test("looks through a document's front matter", arguments: documentCases)
  func documentFields(_ field: String, _ change: DocumentChange) {
    let document = Sample.document(change)
    let place = Place("content/reports/a.md", field: field)
    #expect(Sample.open(documents: [document]).diagnostics.map(\.place) == [place])
    var excused = document
    excused.excuses = [Sample.excuse(.mobile, "138 1234 5678")]
    #expect(Sample.open(documents: [excused]).diagnostics.isEmpty)
    var closed = document
    closed.disclosure = nil
    #expect(Sample.open(documents: [closed]).diagnostics.isEmpty)
  }

  @Test("looks through the column's settings")
  func settings() {
    let found = Sample.open { $0.contact = Self.secret }.diagnostics
    #expect(found.map(\.place) == [Place("content/site.yaml", field: "联系方式")])
    #expect(Sample.open { $0.contact = "办公厅，0999-80000100（工作日8:30—17:30）" }.diagnostics.isEmpty)
  }

  @Test("looks through the titles that the register names")
  func namedTitles() throws {
    let proposal = try Sample.proposal([Sample.row { $0.disclosure = .closed }]) { $0.title = Self.secret }
    #expect(Sample.open([proposal]).diagnostics.isEmpty)
    #expect(Sample.open([proposal]) { $0.namesWithheldItems = true }.diagnostics.map(\.rule) == ["gate/personal-data"])
  }

  @Test("an excuse counts for its own proposal and its own number only")
  func foreignExcuses() throws {
    func proposal(_ number: String, excuses: [Excuse]) throws -> Proposal {
      try Sample.proposal(number, [Sample.row { $0.replies[0].excuses = excuses }]) { $0.title = Self.secret }
    }
    for excuse in [
      Sample.excuse(.bankCard, "13812345678"), Sample.excuse(.mobile, "13812345679"), Sample.excuse(.mobile, "138"),
      Sample.excuse(.mobile, ""),
    ] {
      #expect(Sample.open([try proposal("1", excuses: [excuse])]).diagnostics.count == 1, "\(excuse)")
    }
    let right = Sample.excuse(.mobile, "１３８-1234-5678")
    #expect(Sample.open([try proposal("1", excuses: [right]), try proposal("2", excuses: [])]).diagnostics.count == 1)
  }

  private static let nameCases: [(String, ProposalChange)] = [
    ("标题", { $0.title = "关于韩辰代表所提的建议" }), ("建议内容", { $0.request = "韩 辰建议" }),
    ("转化成果", { $0.assignments[0].outcome = "采纳韩辰的建议" }), ("标题", { $0.assignments[0].replies[0].title = "对韩辰代表建议的答复" }),
    ("抄送", { $0.assignments[0].replies[0].copies = "李四代表" }),
  ]

  @Test("finds hidden proposers in fields", arguments: nameCases)
  func hiddenNames(_ field: String, _ change: ProposalChange) throws {
    let proposal = try Sample.proposal([Sample.row { $0.replies[0].addressee = "韩辰、李四代表：" }]) {
      $0.proposer = "韩辰"
      change(&$0)
    }
    for policy in [Column.ProposerDisplay.surname, .hidden] {
      let found = Sample.open([proposal]) { $0.proposerDisplay = policy }.diagnostics
      #expect(found.map(\.rule) == ["gate/proposer-name"])
      #expect(found.first?.place.field == field)
      #expect(found.first?.message.contains("辰") == false)
    }
    #expect(Sample.open([proposal]) { $0.proposerDisplay = .fullName }.diagnostics.isEmpty)
  }
}
