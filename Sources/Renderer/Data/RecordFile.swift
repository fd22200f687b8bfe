import Diagnostics
import Disclosure

/// `data/records.json` and `data/records.csv`: the published assignments with their public fields.
enum RecordFile {
  static let jsonAddress = "data/records.json"
  static let csvAddress = "data/records.csv"

  /// One published assignment.
  private struct Record: Sendable {
    let proposal: Published<Proposal>
    let assignment: Published<Assignment>
    let address: String
  }

  private enum Value: Sendable {
    case text(String)
    case number(Int?)
    case truth(Bool)
    case list([String])
  }

  private struct Field: Sendable {
    let name: String
    /// The name as JSON has it before a value.
    let label: [UInt8]
    let value: @Sendable (Record) -> Value

    init(_ field: LedgerField, _ value: @escaping @Sendable (Record) -> Value) {
      self.init(field.name, value)
    }

    init(_ name: String, _ value: @escaping @Sendable (Record) -> Value) {
      self.name = name
      var label: [UInt8] = []
      JSONText.write(name, into: &label)
      self.label = label + ": ".utf8
      self.value = value
    }
  }

  private static let fields: [Field] = [
    Field(.kind) { .text($0.proposal.key.kind.rawValue) },
    Field(.session) { .text($0.proposal.key.session.name) },
    Field(.year) { .number($0.proposal.year) },
    Field(.number) { .text($0.proposal.key.number) },
    Field(.title) { .text($0.proposal.title) },
    Field(.proposer) { .text($0.proposal.proposer) },
    Field(.cosigners) { .number($0.proposal.cosigners) },
    Field(.delegation) { .text($0.proposal.delegation) },
    Field(.sector) { .text($0.proposal.sector) },
    Field(.category) { .text($0.proposal.category) },
    Field(.topics) { .list($0.proposal.topics) },
    Field(.request) { .text($0.proposal.request) },
    Field(.repeated) { .truth($0.proposal.isRepeated) },
    Field(.unit) { .text($0.assignment.unit.name) },
    Field(.role) { .text($0.assignment.roleLabel) },
    Field(.assistUnits) { .list($0.assignment.assistUnits) },
    Field(.office) { .text($0.assignment.office) },
    Field(.leader) { .text($0.assignment.leader) },
    Field(.keyTypes) { .list($0.assignment.keyTypes) },
    Field(.assignedOn) { .text($0.assignment.assignedOn?.description ?? "") },
    Field(.dueOn) { .text($0.assignment.dueOn?.description ?? "") },
    Field(.extendedTo) { .text($0.assignment.extendedTo?.description ?? "") },
    Field(.contactModes) { .list($0.assignment.contactModes) },
    Field(.meeting) { .text($0.assignment.meeting?.rawValue ?? "") },
    Field(.assistSentOn) { .text($0.assignment.assistSentOn?.description ?? "") },
    Field(.documentNumber) { .text($0.assignment.documentNumber) },
    Field(.repliedOn) { .text($0.assignment.repliedOn?.description ?? "") },
    Field(.resultClass) { .text($0.assignment.currentResult?.code ?? "") },
    Field(.satisfaction) { .text($0.assignment.satisfaction?.rawValue ?? "") },
    Field(.firstSatisfaction) { .text($0.assignment.firstSatisfaction?.rawValue ?? "") },
    Field(.disclosure) { .text($0.assignment.disclosure?.rawValue ?? "") },
    Field(.form) { .text($0.assignment.form.rawValue) },
    Field(.publishedOn) { .text($0.assignment.publishedOn?.description ?? "") },
    Field(.adoption) { .text($0.assignment.adoption) },
    Field(.conversions) { .list($0.assignment.conversions) },
    Field(.outcome) { .text($0.assignment.outcome) },
    Field(.adoptedPoints) { .number($0.assignment.adoptedPoints) },
    Field(.followUp) { .text($0.assignment.followUp) },
    Field("网址") { .text($0.address) },
  ]

  private static func forEachRecord(of column: PublishedColumn, _ body: (Record) -> Void) {
    for item in column.items {
      for assignment in item.answers + item.assistance {
        body(Record(proposal: item.proposal, assignment: assignment, address: item.proposal.key.address))
      }
    }
    for mention in column.mentions {
      body(Record(proposal: mention.proposal, assignment: mention.assignment, address: ""))
    }
  }

  // MARK: - JSON

  /// An array of objects, one a line, with every field in the same order; dates are ISO 8601, unknown numbers null.
  static func writeJSON(_ column: PublishedColumn, into bytes: inout [UInt8]) {
    bytes += "[".utf8
    var separator = "\n"
    forEachRecord(of: column) { record in
      bytes += separator.utf8
      separator = ",\n"
      var comma = "{"
      for field in fields {
        bytes += comma.utf8
        comma = ", "
        bytes += field.label
        switch field.value(record) {
        case .text(let text): JSONText.write(text, into: &bytes)
        case .number(let number): bytes += (number.map(String.init) ?? "null").utf8
        case .truth(let truth): bytes += (truth ? "true" : "false").utf8
        case .list(let list): JSONText.write(list, into: &bytes)
        }
      }
      bytes += "}".utf8
    }
    bytes += "\n]\n".utf8
  }

  // MARK: - CSV

  /// RFC 4180 with a byte order mark, so that Excel and WPS read it as UTF-8; lists are joined with 、.
  static func writeCSV(_ column: PublishedColumn, into bytes: inout [UInt8]) {
    bytes += CSVText.byteOrderMark
    bytes += fields.map(\.name).joined(separator: ",").utf8
    bytes += "\r\n".utf8
    forEachRecord(of: column) { record in
      for (index, field) in fields.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        switch field.value(record) {
        case .text(let text): CSVText.write(text, into: &bytes)
        case .number(let number): bytes += (number.map(String.init) ?? "").utf8
        case .truth(let truth): bytes += (truth ? "是" : "否").utf8
        case .list(let list): CSVText.write(list.joined(separator: "、"), into: &bytes)
        }
      }
      bytes += "\r\n".utf8
    }
  }
}
