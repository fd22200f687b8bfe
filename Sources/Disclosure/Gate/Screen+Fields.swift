import Diagnostics

extension Screen {
  /// Takes a text of a record, and where it stands.
  private typealias Visitor = (_ text: String, _ place: @autoclosure () -> Place) -> Void

  /// What is wrong in the fields of a proposal, its assignments and their letters.
  func diagnostics(of proposal: Proposal) -> [Diagnostic] { diagnostics { Self.visit(proposal, $0) } }

  /// What is wrong in the fields of a report or bulletin.
  func diagnostics(of document: Document) -> [Diagnostic] { diagnostics { Self.visit(document, $0) } }

  /// What is wrong in the column's settings.
  func diagnostics(of column: Column) -> [Diagnostic] { diagnostics { Self.visit(column, $0) } }

  private func diagnostics(visiting visit: (Visitor) -> Void) -> [Diagnostic] {
    // Hardly a record holds anything, and one look at all is quicker than many.
    var all: [UInt8] = []
    visit { text, _ in
      guard !text.isEmpty else { return }
      all += text.utf8
      all += [0x0A, 0x0A]
    }
    if findings(in: all).isEmpty { return [] }
    var found: [Diagnostic] = []
    visit { text, place in found += diagnostics(of: text, at: place()) }
    return found
  }

  // MARK: - Fields

  private static func visit(_ proposal: Proposal, _ take: Visitor) {
    func look(_ field: LedgerField, _ text: String) { take(text, proposal.origin.place(of: field)) }
    look(.session, proposal.key.session.name)
    look(.title, proposal.title)
    look(.proposer, proposal.proposer)
    look(.delegation, proposal.delegation)
    look(.sector, proposal.sector)
    look(.category, proposal.category)
    look(.topics, list(proposal.topics))
    look(.request, proposal.request)
    for assignment in proposal.assignments { visit(assignment, take) }
  }

  private static func visit(_ assignment: Assignment, _ take: Visitor) {
    func look(_ field: LedgerField, _ text: String) { take(text, assignment.origin.place(of: field)) }
    look(.unit, assignment.unit.name)
    look(.role, assignment.roleLabel)
    look(.assistUnits, list(assignment.assistUnits))
    look(.office, assignment.office)
    look(.leader, assignment.leader)
    look(.keyTypes, list(assignment.keyTypes))
    look(.contactModes, list(assignment.contactModes))
    look(.documentNumber, assignment.documentNumber)
    look(.adoption, assignment.adoption)
    look(.conversions, list(assignment.conversions))
    look(.outcome, assignment.outcome)
    look(.followUp, assignment.followUp)
    for reply in assignment.replies { visit(reply, take) }
  }

  private static func visit(_ reply: Reply, _ take: Visitor) {
    for (field, text) in [
      ("标题", reply.title), ("主送", reply.addressee), ("署名", reply.signature), ("联系人", reply.contact),
      ("联系电话", reply.phone), ("抄送", reply.copies), ("解读", reply.interpretation),
      ("发文字号", reply.documentNumber ?? ""),
    ] {
      take(text, reply.place.at(field: field))
    }
    for attachment in reply.attachments {
      // One without a name of its own has its file's.
      let isNamedByFile = attachment.file.hasSuffix(attachment.name)
      take(isNamedByFile ? attachment.file : attachment.name + "\n\n" + attachment.file, reply.place.at(field: "附件"))
    }
    for address in reply.formerAddresses { take(address, reply.place.at(field: "旧网址")) }
    for correction in reply.corrections { take(correction.note, reply.place.at(field: "更正")) }
  }

  private static func visit(_ document: Document, _ take: Visitor) {
    for (field, text) in [
      ("标题", document.title), ("来源", document.origin), ("发文字号", document.documentNumber),
      ("主送", document.addressee), ("抄送", document.copies), ("署名", document.signature),
      ("会议文件", document.conference), ("通过说明", document.passage), ("印发机关", document.printer),
      ("刊名", document.masthead), ("编辑单位", document.publisher), ("编辑", document.editor),
      ("联系方式", document.contact), ("批准文号", document.licence), ("送", document.distribution),
    ] {
      take(text, document.place.at(field: field))
    }
    for attachment in document.attachments { take(attachment.name + "\n\n" + attachment.file, attachment.place) }
    for reference in document.cases { take(reference.text, reference.place) }
    // The facts of the form that it may show.
    guard let facts = document.facts else { return }
    let texts = [facts.dissatisfaction, facts.media, facts.disclosureNote, facts.innovation, facts.advice]
    for text in texts + facts.rules.flatMap({ [$0.name, $0.date, $0.summary] }) {
      take(text, document.place.at(field: "统计表"))
    }
    for note in facts.notes + facts.examples { take(note.text, note.place) }
  }

  private static func visit(_ column: Column, _ take: Visitor) {
    for (field, text) in [
      ("站点名称", column.siteName), ("专栏名称", column.name), ("专栏说明", column.summary), ("专栏关键词", column.keywords),
      ("主办单位", column.host), ("联系方式", column.contact),
    ] {
      take(text, Place("content/site.yaml").at(field: field))
    }
    for body in column.bodies { take(body.name, body.place) }
  }

  private static func list(_ values: [String]) -> String { values.joined(separator: "、") }
}
