import Diagnostics

extension Screen {
  /// A text of a record, and where it stands.
  private struct Field {
    let value: String
    let origin: Origin
    var field: LedgerField?

    var place: Place { field.map(origin.place) ?? origin.place }
  }

  /// What is wrong in the fields of a proposal, its assignments and their letters.
  func diagnostics(of proposal: Proposal) -> [Diagnostic] { diagnostics(in: Self.fields(of: proposal)) }

  /// What is wrong in the fields of a report or bulletin.
  func diagnostics(of document: Document) -> [Diagnostic] {
    let values = [
      document.title, document.origin, document.documentNumber, document.addressee, document.copies,
      document.signature, document.conference, document.passage, document.printer, document.masthead,
      document.publisher, document.editor, document.contact, document.licence, document.distribution,
    ]
    return diagnostics(
      in: values.map { Field(value: $0, origin: Origin(place: document.place)) }
        + document.attachments.map { Field(value: $0.name + "\n\n" + $0.file, origin: Origin(place: $0.place)) }
        + document.cases.map { Field(value: $0.text, origin: Origin(place: $0.place)) }
        + Self.fields(of: document.facts, in: document))
  }

  /// What is wrong in the column's settings.
  func diagnostics(of column: Column) -> [Diagnostic] {
    let values = [
      ("站点名称", column.siteName), ("专栏名称", column.name), ("专栏说明", column.summary), ("专栏关键词", column.keywords),
      ("主办单位", column.host), ("联系方式", column.contact),
    ]
    let site = Place("content/site.yaml")
    return diagnostics(in: values.map { Field(value: $1, origin: Origin(place: site.at(field: $0))) })
  }

  private func diagnostics(in fields: [Field]) -> [Diagnostic] {
    // Hardly a record holds anything, and one look at all is quicker than many.
    var all: [UInt8] = []
    for field in fields where !field.value.isEmpty {
      all += field.value.utf8
      all += "\n\n".utf8
    }
    if findings(in: all).isEmpty { return [] }
    return fields.flatMap { diagnostics(of: $0.value, at: $0.place) }
  }

  // MARK: - Fields

  private static func fields(of proposal: Proposal) -> [Field] {
    let fields: [(LedgerField, String)] = [
      (.title, proposal.title), (.proposer, proposal.proposer), (.delegation, proposal.delegation),
      (.sector, proposal.sector), (.category, proposal.category), (.topics, list(proposal.topics)),
      (.request, proposal.request),
    ]
    return fields.map { Field(value: $1, origin: proposal.origin, field: $0) }
      + proposal.assignments.flatMap(Self.fields)
  }

  private static func fields(of assignment: Assignment) -> [Field] {
    let fields: [(LedgerField, String)] = [
      (.unit, assignment.unit.name), (.role, assignment.roleLabel), (.assistUnits, list(assignment.assistUnits)),
      (.office, assignment.office), (.leader, assignment.leader), (.keyTypes, list(assignment.keyTypes)),
      (.contactModes, list(assignment.contactModes)), (.documentNumber, assignment.documentNumber),
      (.adoption, assignment.adoption), (.conversions, list(assignment.conversions)), (.outcome, assignment.outcome),
      (.followUp, assignment.followUp),
    ]
    return fields.map { Field(value: $1, origin: assignment.origin, field: $0) }
      + assignment.replies.flatMap(Self.fields)
  }

  private static func fields(of reply: Reply) -> [Field] {
    var values = [
      reply.title, reply.addressee, reply.signature, reply.contact, reply.phone, reply.copies, reply.interpretation,
      reply.documentNumber ?? "",
    ]
    // An attachment without a name of its own has its file's.
    values += reply.attachments.map { $0.file.hasSuffix($0.name) ? $0.file : $0.name + "\n\n" + $0.file }
    values += reply.corrections.map(\.note)
    return values.map { Field(value: $0, origin: Origin(place: reply.place)) }
  }

  /// The facts of the form that a document may show.
  private static func fields(of facts: SummaryForm.Facts?, in document: Document) -> [Field] {
    guard let facts else { return [] }
    let values =
      [
        facts.dissatisfaction, facts.media, facts.disclosureNote, facts.innovation, facts.advice,
      ] + facts.rules.flatMap { [$0.name, $0.date, $0.summary] }
    return values.map { Field(value: $0, origin: Origin(place: document.place.at(field: "统计表"))) }
      + (facts.notes + facts.examples).map { Field(value: $0.text, origin: Origin(place: $0.place)) }
  }

  private static func list(_ values: [String]) -> String { values.joined(separator: "、") }
}
