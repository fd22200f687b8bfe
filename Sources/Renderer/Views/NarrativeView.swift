import Disclosure
import Templates

/// What the text of a report or bulletin sees besides its own words.
struct NarrativeView: Sendable {
  let scope: Statistics.Scope
  let statistics: Statistics
  /// Of the year before; `nil` where no year is named, or where it has no records.
  let yearBefore: Statistics?
  let units: [UnitFigures]
  /// The rows of the scope's published items, ready for templates, in the order of kind, session and number.
  let suggestions: [Value]
  let proposals: [Value]
  let cases: [Case]
  /// 统计表, with the facts that the document states.
  let form: SummaryForm
  /// The settings, ready for templates.
  let site: Value
  /// The address of the page on which the text will stand.
  let address: String

  struct UnitFigures: Sendable {
    let unit: UnitDirectory.Unit
    /// Its list of published replies; empty where there are none.
    let address: String
    let statistics: Statistics
  }

  /// 典型案例.
  struct Case: Sendable {
    let row: Value
    let text: String
  }

  static let schema = Schema<NarrativeView>([
    .ready("站点", .record(SiteView.schema.shape)) { $0.site },
    .record("页面", pageSchema) { $0 },
    .record("统计范围", scopeSchema) { $0.scope },
    .record("统计", NarrativeFigures.schema) { $0.statistics },
    .ready("去年", .record(NarrativeFigures.schema.shape)) {
      $0.yearBefore.map(NarrativeFigures.schema.record) ?? .none
    },
    .ready("较去年", .record(YearOnYear.schema.shape)) { view in
      view.yearBefore.map { YearOnYear.schema.record(YearOnYear(now: view.statistics, before: $0)) } ?? .none
    },
    .list("单位", unitSchema) { $0.units },
    .ready("件", rows) { .list($0.suggestions + $0.proposals) },
    .ready("建议", rows) { .list($0.suggestions) },
    .ready("提案", rows) { .list($0.proposals) },
    .list("典型案例", caseSchema) { $0.cases },
    .record("统计表", SummaryFormView.schema) { $0.form },
  ])

  private static let rows = Shape.list(.record(RowView.schema.shape))

  /// As in page templates, where a page has more.
  private static let pageSchema = Schema<NarrativeView>([.text("根") { Address.root(of: $0.address) }])

  private static let unitSchema = Schema<UnitFigures>([
    .text("名称") { $0.unit.name },
    .text("地址") { $0.address },
    .record("统计", NarrativeFigures.schema) { $0.statistics },
  ])

  private static let caseSchema = Schema<Case>([
    .ready("件", .record(RowView.schema.shape)) { $0.row }, .text("简介") { $0.text },
  ])

  private static let scopeSchema = Schema<Statistics.Scope>([
    .text("名称") { $0.title },
    .text("年份") { $0.year.map(String.init) ?? "" },
    .text("类型") { $0.kind?.rawValue ?? "" },
    .text("届次") { $0.session?.name ?? "" },
    .text("承办单位") { $0.unit?.name ?? "" },
  ])
}

extension Statistics.Scope {
  /// `2024年提案`, `示例省教育厅2024年建议提案`
  var title: String {
    (unit?.name ?? "") + (session?.name ?? year.map { "\($0)年" } ?? "") + (kind?.rawValue ?? Kind.together)
  }

  /// Whether an item has something of it.
  func contains(_ item: PublishedColumn.Item) -> Bool {
    let proposal = item.proposal
    return (year.map { $0 == proposal.year } ?? true) && (kind.map { $0 == proposal.key.kind } ?? true)
      && (session.map { $0 == proposal.key.session } ?? true)
      && (unit.map { unit in (item.answers + item.assistance).contains { $0.unit == unit } } ?? true)
  }
}
