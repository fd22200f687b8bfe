/// A proposal in the hands of one unit (办理件): the row of the ledger.
package struct Assignment: Sendable {
  package var unit: UnitDirectory.Unit
  /// 承办方式 as the place says it.
  package var roleLabel: String
  package var role: Role
  package var assistUnits: [String] = []
  package var office = ""
  package var leader = ""
  package var keyTypes: [String] = []
  package var assignedOn: CalendarDate?
  package var dueOn: CalendarDate?
  package var extendedTo: CalendarDate?

  package var contactModes: [String] = []
  package var meeting: Meeting?
  package var assistSentOn: CalendarDate?

  package var documentNumber = ""
  package var repliedOn: CalendarDate?
  package var resultClass: AnswerScheme.ResultClass?
  package var replyFile: String?

  package var satisfaction: Satisfaction?
  package var dissatisfaction = ""
  package var firstSatisfaction: Satisfaction?

  package var disclosure: Disclosure?
  package var form: DisclosureForm = .fullText
  package var withheldReason = ""
  package var secrecyReview: Review?
  package var disclosureReview: Review?
  package var publishedOn: CalendarDate?

  package var adoption = ""
  package var conversions: [String] = []
  package var outcome = ""
  /// 采纳条数: how many of its points were written into documents.
  package var adoptedPoints: Int?
  package var followUp = ""

  /// In the order 首次, 再次, 补充 and of their dates.
  package var replies: [Reply] = []
  package var origin: Origin

  package init(unit: UnitDirectory.Unit, role: Role, roleLabel: String, origin: Origin) {
    self.unit = unit
    self.role = role
    self.roleLabel = roleLabel
    self.origin = origin
  }

  /// 见面情况.
  package enum Meeting: String, Sendable, CaseIterable {
    case met = "已见面"
    case waived = "代表提出无需见面"
    case notMet = "未见面"
  }

  /// 满意度; `noFeedback` is no opinion and counts in no rate.
  package enum Satisfaction: String, Sendable, CaseIterable {
    case satisfied = "满意"
    case basicallySatisfied = "基本满意"
    case dissatisfied = "不满意"
    case noFeedback = "未反馈"
  }

  /// 公开方式, fixed when the reply was drafted (国办发〔2016〕80号).
  package enum Disclosure: String, Sendable, CaseIterable {
    case open = "主动公开"
    case onRequest = "依申请公开"
    case closed = "不予公开"
  }

  /// 公开形式.
  package enum DisclosureForm: String, Sendable, CaseIterable {
    case fullText = "全文"
    case summary = "摘要"
  }

  /// 保密审查, 公开审查.
  package enum Review: String, Sendable, CaseIterable {
    case passed = "通过"
    case failed = "不通过"
  }
}
