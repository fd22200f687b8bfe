import Diagnostics
import Disclosure

/// A field of the data files, the one place that says its name, type, meaning and value.
struct RecordField: Sendable {
  enum Value: Sendable {
    case text(String)
    case number(Int?)
    case truth(Bool)
    case date(CalendarDate?)
    case list([String])
  }

  /// The raw value is its word on pages.
  enum DataType: String, Sendable {
    case text = "文字"
    case number = "整数"
    case truth = "是或否"
    case date = "日期"
    case list = "列表"
  }

  let name: String
  /// The name as JSON has it before a value.
  let label: [UInt8]
  let meaning: String
  let type: DataType
  /// Whether every record has it.
  let isRequired: Bool
  /// All values that it may have; empty where that is open.
  let values: [String]
  let value: @Sendable (DataRecord) -> Value

  private init(
    _ field: LedgerField, _ type: DataType, isRequired: Bool = false, oneOf values: [String] = [],
    _ value: @escaping @Sendable (DataRecord) -> Value
  ) {
    (name, label, meaning) = (field.name, Self.label(field.name), field.meaning)
    (self.type, self.isRequired, self.values, self.value) = (type, isRequired, values, value)
  }

  private init(name: String, meaning: String, _ value: @escaping @Sendable (DataRecord) -> Value) {
    (self.name, label, self.meaning, self.value) = (name, Self.label(name), meaning, value)
    (type, isRequired, values) = (.text, false, [])
  }

  private static func label(_ name: String) -> [UInt8] {
    var label: [UInt8] = []
    JSONText.write(name, into: &label)
    return label + ": ".utf8
  }

  private static func text(
    _ field: LedgerField, isRequired: Bool = false, oneOf values: [String] = [],
    _ get: @escaping @Sendable (DataRecord) -> String
  ) -> RecordField { RecordField(field, .text, isRequired: isRequired, oneOf: values) { .text(get($0)) } }

  private static func number(
    _ field: LedgerField, isRequired: Bool = false, _ get: @escaping @Sendable (DataRecord) -> Int?
  ) -> RecordField { RecordField(field, .number, isRequired: isRequired) { .number(get($0)) } }

  private static func truth(_ field: LedgerField, _ get: @escaping @Sendable (DataRecord) -> Bool) -> RecordField {
    RecordField(field, .truth) { .truth(get($0)) }
  }

  private static func date(
    _ field: LedgerField, _ get: @escaping @Sendable (DataRecord) -> CalendarDate?
  ) -> RecordField { RecordField(field, .date) { .date(get($0)) } }

  private static func list(
    _ field: LedgerField, _ get: @escaping @Sendable (DataRecord) -> [String]
  ) -> RecordField { RecordField(field, .list) { .list(get($0)) } }

  static let all: [RecordField] = [
    .text(.kind, isRequired: true, oneOf: Kind.allCases.map(\.rawValue)) { $0.proposal.key.kind.rawValue },
    .text(.session, isRequired: true) { $0.proposal.key.session.name },
    .number(.year, isRequired: true) { $0.proposal.year },
    .text(.number, isRequired: true) { $0.proposal.key.number },
    .text(.title, isRequired: true) { $0.proposal.title },
    .text(.proposer) { $0.proposal.proposer },
    .number(.cosigners) { $0.proposal.cosigners },
    .text(.delegation) { $0.proposal.delegation },
    .text(.sector) { $0.proposal.sector },
    .text(.category) { $0.proposal.category },
    .list(.topics) { $0.proposal.topics },
    .text(.request) { $0.proposal.request },
    .truth(.repeated) { $0.proposal.isRepeated },
    .text(.unit, isRequired: true) { $0.assignment.unit.name },
    .text(.role, isRequired: true) { $0.assignment.roleLabel },
    .list(.assistUnits) { $0.assignment.assistUnits },
    .text(.office) { $0.assignment.office },
    .text(.leader) { $0.assignment.leader },
    .list(.keyTypes) { $0.assignment.keyTypes },
    .date(.assignedOn) { $0.assignment.assignedOn },
    .date(.dueOn) { $0.assignment.dueOn },
    .date(.extendedTo) { $0.assignment.extendedTo },
    .list(.contactModes) { $0.assignment.contactModes },
    .text(.meeting, oneOf: Assignment.Meeting.allCases.map(\.rawValue)) { $0.assignment.meeting?.rawValue ?? "" },
    .date(.assistSentOn) { $0.assignment.assistSentOn },
    .text(.documentNumber) { $0.assignment.documentNumber },
    .date(.repliedOn) { $0.assignment.repliedOn },
    .text(.resultClass) { $0.assignment.currentResult?.code ?? "" },
    .text(.satisfaction, oneOf: Assignment.Satisfaction.allCases.map(\.rawValue)) {
      $0.assignment.satisfaction?.rawValue ?? ""
    },
    .text(.firstSatisfaction, oneOf: Assignment.Satisfaction.allCases.map(\.rawValue)) {
      $0.assignment.firstSatisfaction?.rawValue ?? ""
    },
    .text(.disclosure, isRequired: true, oneOf: Assignment.Disclosure.allCases.map(\.rawValue)) {
      $0.assignment.disclosure?.rawValue ?? ""
    },
    .text(.form, isRequired: true, oneOf: Assignment.DisclosureForm.allCases.map(\.rawValue)) {
      $0.assignment.form.rawValue
    },
    .date(.publishedOn) { $0.assignment.publishedOn },
    .text(.adoption) { $0.assignment.adoption },
    .list(.conversions) { $0.assignment.conversions },
    .text(.outcome) { $0.assignment.outcome },
    .number(.adoptedPoints) { $0.assignment.adoptedPoints },
    .text(.followUp) { $0.assignment.followUp },
    RecordField(name: "网址", meaning: "答复的网页，从专栏的根目录算起；没有网页的为空") { .text($0.address) },
  ]
}
