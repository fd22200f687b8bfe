import Diagnostics
import Disclosure

/// A random catalogue in which every text holds a mark of its own, and which marks the contract lets out.
///
/// What is open is decided here once more and not from the program.
struct MarkedCatalogue {
  private(set) var proposals: [Proposal] = []
  private(set) var documents: [Document] = []
  private(set) var column = Column()
  private(set) var files: [String: Int] = [:]

  /// The marks that may, and then must, be found behind the gate.
  private(set) var openMarks: Set<Int> = []
  private(set) var markCount = 0
  private(set) var openRows = 0
  private(set) var openDocuments = 0
  private(set) var items = 0
  private(set) var withheldAnswers = 0
  private(set) var withheldRows: [String: Int] = [:]

  let asOf = Sample.asOf
  private var random: SeededGenerator

  init(seed: UInt64) throws {
    random = SeededGenerator(seed: seed)
    column.proposerDisplay = random.pick(Column.ProposerDisplay.allCases)
    column.namesWithheldItems = random.chance(30)
    for number in 1...random.number(2...8) { try addProposal(number) }
    for _ in 0..<random.number(0...4) { addDocument() }
  }

  var catalogue: Catalogue {
    Catalogue(column: column, proposals: proposals, documents: documents, files: files, rejected: 0)
  }

  // MARK: - Marks

  /// The marks in a text.
  static func marks(in text: String) -> Set<Int> {
    Set(
      text.split(separator: "〈", omittingEmptySubsequences: false).dropFirst().compactMap {
        Int($0.prefix { $0 != "〉" })
      })
  }

  private mutating func mark(_ marks: inout Set<Int>) -> String {
    markCount += 1
    marks.insert(markCount)
    return "〈\(markCount)〉"
  }

  private mutating func day(likely: Bool = true) -> CalendarDate? {
    if random.chance(likely ? 4 : 60) { return nil }
    return asOf.adding(days: random.pick([-400, -40, -20, -5, -1, 0, random.pick([-2, 1, 30])]))
  }

  // MARK: - Proposals

  private mutating func addProposal(_ number: Int) throws {
    var marks: Set<Int> = []
    let kind = random.pick(Kind.allCases)
    let year = random.number(2022...2024)
    let title = mark(&marks)
    let titleMarks = marks
    var rows: [(row: Assignment, isOpen: Bool, marks: Set<Int>)] = []
    for _ in 0..<random.number(1...4) { rows.append(row()) }
    var proposal = try Sample.proposal("\(number)", kind: kind, year: year, rows.map(\.row))
    proposal.title = title
    proposal.proposer = mark(&marks) + "小组"
    proposal.delegation = mark(&marks)
    proposal.sector = mark(&marks)
    proposal.category = mark(&marks)
    proposal.topics = [mark(&marks), mark(&marks)]
    proposal.request = mark(&marks)
    proposal.isRepeated = random.chance(20)
    for topic in proposal.topics { column.topicCodes[topic] = topic }
    proposals.append(proposal)

    let answers = rows.filter(\.row.role.answers)
    let isHeldBack = !answers.isEmpty && !answers.contains(where: \.isOpen)
    for row in rows {
      if row.isOpen, !isHeldBack {
        openMarks.formUnion(row.marks)
        openMarks.formUnion(marks)
        openRows += 1
      } else {
        withheldRows["\(kind.rawValue)\(year)", default: 0] += 1
        if column.namesWithheldItems { openMarks.formUnion(titleMarks) }
      }
    }
    if answers.contains(where: \.isOpen) {
      items += 1
      withheldAnswers += answers.count { !$0.isOpen }
    }
  }

  private mutating func row() -> (row: Assignment, isOpen: Bool, marks: Set<Int>) {
    var marks: Set<Int> = []
    var inside: Set<Int> = []
    let role = random.pick(Role.allCases)
    var row = Assignment(
      unit: UnitDirectory.Unit(name: mark(&marks), code: mark(&marks)), role: role, roleLabel: mark(&marks),
      origin: Origin(place: Place("content/records/1.csv", row: 2)))
    row.assistUnits = [mark(&marks), mark(&marks)]
    row.office = mark(&marks)
    row.leader = mark(&marks)
    row.keyTypes = [mark(&marks)]
    row.contactModes = [mark(&marks)]
    var number: Set<Int> = []
    row.documentNumber = mark(&number)
    row.replyFile = mark(&marks)
    row.resultClass = resultClass()
    row.dissatisfaction = mark(&inside)
    row.withheldReason = mark(&inside)
    row.adoption = mark(&marks)
    row.conversions = [mark(&marks)]
    row.outcome = mark(&marks)
    row.adoptedPoints = random.number(0...3)
    row.followUp = mark(&marks)

    row.disclosure = random.chance(80) ? .open : random.pick([nil] + Assignment.Disclosure.allCases)
    row.secrecyReview = random.chance(92) ? random.pick([nil, .passed]) : .failed
    row.disclosureReview = random.chance(92) ? random.pick([nil, .passed]) : .failed
    row.repliedOn = day()
    row.publishedOn = day()
    row.dueOn = day()
    row.extendedTo = day(likely: false)

    var openLetters = 0
    for index in 0..<random.number(0...3) {
      let (reply, isOpen, replyMarks) = reply(index)
      row.replies.append(reply)
      // The row's number is that of its first letter.
      if index == 0, !isOpen { number = [] }
      if isOpen, role.answers {
        openLetters += 1
        marks.formUnion(replyMarks)
      }
    }
    marks.formUnion(number)
    let isOpen =
      row.disclosure == .open && row.secrecyReview != .failed && row.disclosureReview != .failed
      && isDue(row.publishedOn)
      && (!role.answers || isDue(row.repliedOn) && openLetters > 0)
    return (row, isOpen, marks)
  }

  private mutating func reply(_ index: Int) -> (reply: Reply, isOpen: Bool, marks: Set<Int>) {
    var marks: Set<Int> = []
    var reply = Reply(source: NarrativeSource(file: mark(&marks), offset: 0, line: 1))
    reply.sequence = index == 0 ? .first : .supplement
    reply.title = mark(&marks)
    reply.addressee = mark(&marks) + "小组："
    reply.signature = mark(&marks)
    reply.contact = mark(&marks)
    reply.phone = mark(&marks)
    reply.copies = mark(&marks)
    reply.interpretation = mark(&marks)
    let file = mark(&marks)
    files[file] = 1
    reply.attachments = [Attachment(name: mark(&marks), file: file, place: Place(mark(&marks)))]
    reply.corrections = [Correction(date: asOf, note: mark(&marks))]
    reply.formerAddresses = [mark(&marks)]
    reply.excuses = [Excuse(rule: mark(&marks), content: mark(&marks), place: Place(mark(&marks)))]
    reply.documentNumber = mark(&marks)
    reply.resultClass = resultClass()
    reply.disclosure = random.chance(60) ? nil : random.pick(Assignment.Disclosure.allCases)
    reply.publishedOn = day(likely: false)
    reply.repliedOn = day(likely: false)
    let isOpen =
      (reply.disclosure ?? .open) == .open && (reply.publishedOn == nil || isDue(reply.publishedOn))
      && (reply.repliedOn == nil || isDue(reply.repliedOn))
    return (reply, isOpen, marks)
  }

  private mutating func resultClass() -> AnswerScheme.ResultClass { random.pick(AnswerScheme.national.classes) }

  private func isDue(_ day: CalendarDate?) -> Bool { day.map { $0 <= asOf } ?? false }

  // MARK: - Documents

  private mutating func addDocument() {
    var marks: Set<Int> = []
    var document = Document(
      source: NarrativeSource(file: mark(&marks), offset: 0, line: 1), address: mark(&marks),
      form: random.pick(Document.Form.allCases), title: mark(&marks), date: asOf)
    document.origin = mark(&marks)
    document.documentNumber = mark(&marks)
    document.addressee = mark(&marks)
    document.copies = mark(&marks)
    document.editor = mark(&marks)
    document.distribution = mark(&marks)
    document.formerAddresses = [mark(&marks)]
    document.excuses = [Excuse(rule: mark(&marks), content: mark(&marks), place: Place(mark(&marks)))]
    document.scope = Statistics.Scope(session: Session("省\(mark(&marks))十四届人大一次会议"))
    document.disclosure = random.chance(60) ? .open : random.pick([nil] + Assignment.Disclosure.allCases)
    document.publishedOn = day()
    documents.append(document)
    if document.disclosure == .open, isDue(document.publishedOn) {
      openMarks.formUnion(marks)
      openDocuments += 1
    }
  }
}
