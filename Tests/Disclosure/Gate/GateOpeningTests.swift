import Diagnostics
import Disclosure
import Testing

@Suite("What the gate lets through")
struct GateOpeningTests {
  @Test("a correction is not shown before its day")
  func laterCorrections() throws {
    let row = Sample.row { row in
      row.replies = [
        Sample.reply { reply in
          reply.corrections = ["2024-06-15", "2024-07-15"].map { Correction(date: Sample.day($0), note: $0) }
        }
      ]
    }
    let item = try #require(Sample.open([try Sample.proposal([row])]).column.items.first)
    #expect(item.answers[0].replies[0].corrections.map(\.note) == ["2024-06-15"])
    #expect(item.lastChange == Sample.day("2024-06-15"))
  }

  @Test("a divided proposal is shown with its open part only")
  func dividedProposal() throws {
    let rows = [
      Sample.row(.separate, unit: "示例省教育厅"),
      Sample.row(.separate, unit: "示例省水利厅") { $0.disclosure = .onRequest },
      Sample.row(.separate, unit: "示例省财政厅") { $0.repliedOn = nil },
      Sample.row(.assist, unit: "示例省数据局"),
      Sample.row(.assist, unit: "示例省民政厅") { $0.disclosure = nil },
    ]
    let result = Sample.open([try Sample.proposal(rows)])
    let item = try #require(result.column.items.first)
    #expect(item.answers.map(\.unit.name) == ["示例省教育厅"])
    #expect(item.assistance.map(\.unit.name) == ["示例省数据局"])
    #expect(item.withheldAnswers == 2)
    #expect(item.proposal.assignments.isEmpty)
    #expect(result.withheld.map(\.reason) == [.onRequest, .unanswered, .nothingToPublish])
    #expect(result.withheld.map(\.label).first == "省十四届人大二次会议建议第0048号 示例省水利厅")
    #expect(result.publishedCount == 2)
  }

  @Test("an assistance names no proposal whose answers are held back")
  func assistance() throws {
    let closed = Sample.row(.lead, unit: "示例省教育厅") { $0.disclosure = .closed }
    let open = Sample.row(.lead, unit: "示例省教育厅")
    let assist = Sample.row(.assist, unit: "示例省数据局")
    let reference = Sample.row(.reference, unit: "示例省民政厅")

    let alone = Sample.open([try Sample.proposal([assist, reference])])
    #expect(alone.column.mentions.map(\.assignment.unit.name) == ["示例省数据局", "示例省民政厅"])
    #expect(alone.column.items.isEmpty)

    let heldBack = Sample.open([try Sample.proposal([assist, closed, reference])])
    #expect(heldBack.column.mentions.isEmpty && heldBack.column.items.isEmpty)
    #expect(heldBack.withheld.map(\.reason) == [.nothingToPublish, .closed, .nothingToPublish])

    let shown = Sample.open([try Sample.proposal([assist, open])])
    #expect(shown.column.mentions.isEmpty)
    #expect(shown.column.items.first?.assistance.count == 1)
  }

  @Test("an assistance shows no letter: opinions to the lead are internal")
  func assistanceLetters() throws {
    let assist = Sample.row(.assist) { $0.replies = [Sample.reply { $0.title = "会办意见" }] }
    let result = Sample.open([try Sample.proposal([assist])])
    #expect(result.column.mentions.first?.assignment.replies.isEmpty == true)
    #expect(result.column.mentions.first?.proposal.assignments.isEmpty == true)
  }

  @Test("inside fields and letters that are not open stay behind")
  func insideFields() throws {
    let row = Sample.row {
      $0.dissatisfaction = "内部"
      $0.withheldReason = "内部"
      $0.secrecyReview = .passed
      $0.disclosureReview = .passed
      $0.replies = [
        Sample.reply("1.md") { $0.disclosure = .closed }, Sample.reply("2.md") { $0.sequence = .again },
        Sample.reply("3.md") { $0.publishedOn = Sample.asOf.adding(days: 1) },
        Sample.reply("4.md") { $0.repliedOn = Sample.asOf.adding(days: 1) },
      ]
    }
    let item = try #require(Sample.open([try Sample.proposal([row])]).column.items.first)
    for answer in item.answers {
      #expect(answer.dissatisfaction.isEmpty && answer.withheldReason.isEmpty)
      #expect(answer.secrecyReview == nil && answer.disclosureReview == nil)
      #expect(answer.replies.map(\.source.file) == ["2.md"])
    }
  }

  @Test(
    "shows proposers by the policy, wherever they stand",
    arguments: [
      (Column.ProposerDisplay.fullName, "韩辰、李四", "韩辰代表："), (.surname, "韩代表、李代表", "韩代表："), (.hidden, "", "代表："),
    ])
  func proposers(_ policy: Column.ProposerDisplay, _ proposer: String, _ addressee: String) throws {
    let row = Sample.row { $0.replies[0].addressee = "韩辰代表：" }
    let assist = Sample.row(.assist)
    let proposals = [
      try Sample.proposal("1", [row, assist]) { $0.proposer = "韩辰、李四" },
      try Sample.proposal("2", [assist]) { $0.proposer = "韩辰、李四" },
    ]
    let column = Sample.open(proposals) { $0.proposerDisplay = policy }.column
    let item = try #require(column.items.first)
    #expect(item.proposal.proposer == proposer)
    #expect(item.answers.first?.replies.first?.addressee == addressee)
    #expect(column.mentions.first?.proposal.proposer == proposer)
  }

  @Test("names withheld items only where the policy says so, and only number, title and ground")
  func namedWithheld() throws {
    let proposals = [
      try Sample.proposal("1", [Sample.row { $0.disclosure = .onRequest }]) { $0.title = "关于甲的建议" },
      try Sample.proposal("2", kind: .proposal, year: 2023, [Sample.row { $0.repliedOn = nil }]) {
        $0.title = "关于乙的提案"
      },
      try Sample.proposal("3", [Sample.row()]),
    ]
    #expect(Sample.open(proposals).column.namedWithheld.isEmpty)
    let named = Sample.open(proposals) { $0.namesWithheldItems = true }.column.namedWithheld
    #expect(named.map(\.key.number) == ["1", "2"])
    #expect(named.map(\.title) == ["关于甲的建议", "关于乙的提案"])
    #expect(named.map(\.publicClass) == ["依申请公开", "尚未答复"])
    #expect(named.map(\.key.kind) == [.suggestion, .proposal])
    #expect(named.map(\.year) == [2024, 2023])
    #expect(Mirror(reflecting: try #require(named.first)).children.count == 4)
  }

  @Test("counts what is withheld by kind, year and public ground")
  func counts() throws {
    let proposals = [
      try Sample.proposal("1", [Sample.row { $0.disclosure = .onRequest }, Sample.row { $0.disclosure = .onRequest }]),
      try Sample.proposal("2", [Sample.row { $0.disclosure = .closed }]),
      try Sample.proposal("3", [Sample.row { $0.secrecyReview = .failed }]),
      try Sample.proposal("4", kind: .proposal, [Sample.row { $0.disclosure = .closed }]),
      try Sample.proposal("5", year: 2023, [Sample.row { $0.publishedOn = nil }, Sample.row()]),
    ]
    let counts = Sample.open(proposals).column.withheldCounts
    func count(_ kind: Kind, _ year: Int, _ publicClass: String) -> Int? {
      counts[PublishedColumn.WithheldGroup(kind: kind, year: year, publicClass: publicClass)]
    }
    #expect(count(.suggestion, 2024, "依申请公开") == 2)
    #expect(count(.suggestion, 2024, "不予公开") == 2)
    #expect(count(.proposal, 2024, "不予公开") == 1)
    #expect(count(.suggestion, 2023, "尚未公开") == 1)
    #expect(counts.count == 4)
  }

  @Test("offers the attachments of published letters only")
  func attachments() throws {
    func attachment(_ file: String) -> Disclosure.Attachment {
      Disclosure.Attachment(name: file, file: file, place: Place("a.md"))
    }
    let proposals = [
      try Sample.proposal(
        "1",
        [
          Sample.row {
            $0.replies = [
              Sample.reply("1.md") { $0.attachments = [attachment("open.pdf"), attachment("absent.pdf")] },
              Sample.reply("2.md") {
                $0.disclosure = .closed
                $0.attachments = [attachment("closed-letter.pdf")]
              },
            ]
          }
        ]),
      try Sample.proposal(
        "2",
        [
          Sample.row {
            $0.disclosure = .closed
            $0.replies[0].attachments = [attachment("closed-row.pdf")]
          }
        ]),
    ]
    let files = ["open.pdf": 10, "closed-letter.pdf": 20, "closed-row.pdf": 30, "other.pdf": 40]
    #expect(Sample.open(proposals, files: files).column.files == ["open.pdf": 10])
  }

  @Test("keeps the topics of withheld proposals out of the settings")
  func topics() throws {
    let proposals = [
      try Sample.proposal("1", [Sample.row()]) { $0.topics = ["养老"] },
      try Sample.proposal("2", [Sample.row { $0.disclosure = .closed }]) { $0.topics = ["养老", "机密工程"] },
    ]
    let column = Sample.open(proposals) { $0.topicCodes = ["养老": "yanglao", "机密工程": "jimi"] }.column
    #expect(column.column.topicCodes == ["养老": "yanglao"])
  }

  @Test("stands newest reply first, then by number and kind")
  func order() throws {
    func proposal(_ number: String, _ kind: Kind, _ days: String...) throws -> Proposal {
      try Sample.proposal(number, kind: kind, days.map { day in Sample.row { $0.repliedOn = Sample.day(day) } })
    }
    let proposals = [
      try proposal("10", .suggestion, "2024-05-01"), try proposal("9", .suggestion, "2024-05-01"),
      try proposal("9", .proposal, "2024-05-01"), try proposal("1", .suggestion, "2024-04-01"),
      try proposal("2", .suggestion, "2024-03-01", "2024-05-10"), try proposal("3", .suggestion, "2024-06-01"),
    ]
    for turn in proposals.indices {
      let items = Sample.open(Array(proposals[turn...] + proposals[..<turn])).column.items
      #expect(items.map { $0.proposal.key.number } == ["3", "2", "9", "9", "10", "1"])
      #expect(items[2...3].map { $0.proposal.key.kind } == [.suggestion, .proposal])
    }
  }

  @Test(
    "the last reply is the newest published one",
    arguments: [
      ("2024-05-20", []), ("2024-06-10", [("2024-06-10", "2024-06-09")]), ("2024-06-09", [(nil, "2024-06-09")]),
      ("2024-05-20", [(nil, nil)]),
      ("2024-05-20", [("2024-07-01", nil)]),
    ] as [(String, [(String?, String?)])])
  func lastReply(_ day: String, _ further: [(repliedOn: String?, writtenOn: String?)]) throws {
    let row = Sample.row {
      $0.replies += further.map { dates in
        Sample.reply("2.md") {
          $0.sequence = .again
          $0.repliedOn = dates.repliedOn.map(Sample.day)
          $0.writtenOn = dates.writtenOn.map(Sample.day)
        }
      }
    }
    #expect(Sample.open([try Sample.proposal([row])]).column.items.first?.lastReply == Sample.day(day))
  }

  @Test("an open row without a letter is an error, unless letters could not be read")
  func missingLetter() throws {
    let proposals = [try Sample.proposal([Sample.row { $0.replies = [] }])]
    let result = Sample.open(proposals)
    #expect(result.diagnostics.map(\.rule) == ["reply/missing"])
    #expect(result.diagnostics.first?.place.field == "公开日期")
    #expect(result.withheld.map(\.reason) == [.letterMissing])
    #expect(Sample.open(proposals, areRepliesComplete: false).diagnostics.isEmpty)
    // A letter that is not open itself is no letter missing.
    let closed = [try Sample.proposal([Sample.row { $0.replies[0].disclosure = .closed }])]
    #expect(Sample.open(closed).diagnostics.isEmpty)
  }
}
