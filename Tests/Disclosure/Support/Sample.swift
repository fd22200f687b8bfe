import Diagnostics
import Disclosure

/// Values for tests, as short as they can be written.
enum Sample {
  static let asOf = day("2024-06-30")

  static func day(_ text: String) -> CalendarDate { CalendarDate(text: text) ?? CalendarDate(dayNumber: 0) }

  static func excuse(_ rule: PersonalData.Rule, _ content: String) -> Excuse {
    Excuse(rule: rule.rawValue, content: content, place: Place("a.md"))
  }

  // MARK: - Records

  static let session = Session("省十四届人大二次会议")

  static func reply(_ file: String = "content/replies/1.md", _ change: (inout Reply) -> Void = { _ in }) -> Reply {
    var reply = Reply(source: NarrativeSource(file: file, offset: 0, line: 1))
    change(&reply)
    return reply
  }

  /// A row that is open as it stands: answered, reviewed, due.
  static func row(_ change: (inout Assignment) -> Void = { _ in }) -> Assignment { row(.lead, change) }

  static func row(
    _ role: Role, unit: String = "示例省教育厅", _ change: (inout Assignment) -> Void = { _ in }
  ) -> Assignment {
    var row = Assignment(
      unit: UnitDirectory.Unit(name: unit, code: "jyt"), role: role, roleLabel: role.rawValue,
      origin: Origin(place: Place("content/records/1.csv", row: 2)))
    row.disclosure = .open
    row.publishedOn = day("2024-06-01")
    if role.answers {
      row.repliedOn = day("2024-05-20")
      row.replies = [reply()]
    }
    change(&row)
    return row
  }

  static func proposal(
    _ number: String, kind: Kind = .suggestion, year: Int = 2024, _ rows: [Assignment],
    _ change: (inout Proposal) -> Void = { _ in }
  ) throws -> Proposal {
    guard let session else { throw Diagnostic(.error, "sample", at: Place("Sample.swift"), "no session") }
    var proposal = Proposal(
      key: ProposalKey(session: session, kind: kind, number: number), year: year, title: "关于某事的建议", assignments: rows,
      origin: Origin(place: Place("content/records/1.csv", row: 2)))
    change(&proposal)
    return proposal
  }

  static func proposal(_ rows: [Assignment], _ change: (inout Proposal) -> Void = { _ in }) throws -> Proposal {
    try proposal("0048", rows, change)
  }

  /// A report that is open as it stands.
  static func document(_ change: (inout Document) -> Void = { _ in }) -> Document {
    var document = Document(
      source: NarrativeSource(file: "content/reports/a.md", offset: 0, line: 1), address: "zongjie/a.html",
      form: .report,
      title: "情况报告", date: day("2024-05-01"))
    document.disclosure = .open
    document.publishedOn = day("2024-06-01")
    change(&document)
    return document
  }

  // MARK: - The gate

  static func open(
    _ proposals: [Proposal] = [], documents: [Document] = [], files: [String: Int] = [:],
    areRepliesComplete: Bool = true,
    _ change: (inout Column) -> Void = { _ in }
  ) -> Gate.Result {
    var column = Column()
    change(&column)
    let catalogue = Catalogue(
      column: column, proposals: proposals, documents: documents, files: files, rejected: 0,
      areRepliesComplete: areRepliesComplete)
    return Gate(asOf: asOf).open(catalogue)
  }

  /// What the gate says of an open document's text.
  static func review(_ text: String, of document: Document = document()) -> [Diagnostic] {
    guard let published = open(documents: [document]).column.documents.first else { return [] }
    return Gate(asOf: asOf).admit(Array(text.utf8), of: published).1
  }
}
