/// The figures of a set of records. They count all of them, published or not, since figures alone tell nothing that
/// the gate protects; labels do, see `naming`. A row that lies later than the as-of date counts as not answered yet.
///
/// Each figure says what it counts; *rows* are 办理件 (a proposal in the hands of one unit), *answering* rows those
/// whose unit owes a reply (单独办理, 主办, 分办). Definitions: the manual's tongji.
package struct Statistics: Sendable, Hashable {
  /// 承办总数: rows, not proposals.
  package internal(set) var total = 0
  /// 件数: distinct proposals.
  package internal(set) var proposals = 0
  /// Rows by role; they sum to `total`.
  package internal(set) var byRole: [Role: Int] = [:]
  /// Rows by the place's own word for the role, such as 承办 or 汇办.
  package internal(set) var byRoleLabel: [Role: Breakdown] = [:]

  /// 应答复: answering rows.
  package internal(set) var answering = 0
  /// 答复率: replied by the as-of date, of answering rows.
  package internal(set) var answered = Ratio()
  /// Answering rows by how they stand on the as-of date; they sum to `answering`.
  package internal(set) var byState: [HandlingState: Int] = [:]
  /// 按时率: replied within the limit, or the extended one, of the answering rows due by the as-of date.
  package internal(set) var onTime = Ratio()
  /// Answering rows with an extension that were replied to within it, of all due with one; they are part of `onTime`.
  package internal(set) var extended = Ratio()
  /// 会办按时率: opinions sent within the limit (a month where the ledger names none), of the assisting rows that were
  /// sent or due by the as-of date.
  package internal(set) var assistOnTime = Ratio()

  /// 见面率: 已见面, of answering rows.
  package internal(set) var met = Ratio()
  /// 已见面 or 代表提出无需见面, of answering rows.
  package internal(set) var metOrWaived = Ratio()
  /// 沟通率: any contact, of answering rows.
  package internal(set) var contacted = Ratio()

  /// 答复类别: answering rows by class, a scheme at a time.
  package internal(set) var results: [ResultCounts] = []
  /// Answering rows without a class.
  package internal(set) var unclassified = 0

  /// 满意度 of answering rows, as it stands after second replies.
  package internal(set) var feedback = Feedback()
  /// 初次满意度: the first feedback.
  package internal(set) var firstFeedback = Feedback()

  /// 公开方式 of answering rows.
  package internal(set) var disclosure = DisclosureCounts()
  /// 公开及时率: published within 20 working days after the reply, of public rows with both dates.
  package internal(set) var publishedInTime = Ratio()
  /// 全文公开率: in full, of public rows.
  package internal(set) var fullText = Ratio()

  package internal(set) var replyDays = ReplyDays()

  /// Rows by 承办单位.
  package internal(set) var byUnit = Breakdown()
  /// Rows by 类别.
  package internal(set) var byCategory = Breakdown()
  /// Rows by 主题; a row may have several.
  package internal(set) var byTopic = Breakdown()
  /// Rows by 重点类别; a row may have several.
  package internal(set) var byKeyType = Breakdown()
  /// Answering rows by 重点类别.
  package internal(set) var answeringByKeyType = Breakdown()
  /// 连续多年: rows of proposals that were made in earlier years too.
  package internal(set) var repeated = 0

  /// Rows by 采纳情况.
  package internal(set) var byAdoption = Breakdown()
  /// Rows by 转化形式; a row may have several.
  package internal(set) var byConversion = Breakdown()
  /// 转化率: rows with a 转化形式, of all rows.
  package internal(set) var converted = Ratio()
  /// 采纳条数: measures written into documents.
  package internal(set) var adoptedPoints = 0

  package init() {}

  /// 承办单位数.
  package var units: Int { byUnit.labelCount }

  package func count(of role: Role) -> Int { byRole[role] ?? 0 }

  /// 解决率: in a class that counts as solved, of those classified.
  package var solved: Ratio { results.map(\.solved).reduce(into: Ratio()) { $0 += $1 } }

  /// 公开率: public, of the answering rows that were replied to.
  package var disclosed: Ratio { Ratio(disclosure.open, of: answered.n) }

  /// Public, of all rows.
  package var disclosedOfAll: Ratio { Ratio(disclosure.open, of: total) }
}
