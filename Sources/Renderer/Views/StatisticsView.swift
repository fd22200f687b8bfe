import Disclosure
import Templates

/// 统计页: the figures of a year, or of one kind in a year.
struct StatisticsView: Sendable {
  let scope: Statistics.Scope
  let year: Int
  let source: FigureSource

  init(year: Int, kind: Kind?, source: FigureSource) {
    scope = Statistics.Scope(year: year, kind: kind)
    self.year = year
    self.source = source
  }

  /// `tongji/2024/index.html`, `tongji/2024/jianyi.html`
  static func address(year: Int, kind: Kind? = nil) -> String { "tongji/\(year)/\(kind?.address ?? "index").html" }

  /// `tongji/2024/tongjibiao.xlsx`, `tongji/2024/jianyi-tongjibiao.xlsx`
  static func workbookAddress(year: Int, kind: Kind? = nil) -> String {
    "tongji/\(year)/\(kind.map { $0.address + "-" } ?? "")tongjibiao.xlsx"
  }

  static func title(year: Int, kind: Kind?) -> String { "\(year) 年\(kind?.fullName ?? "")办理统计" }

  private var statistics: Statistics { source.statistics(scope) ?? Statistics() }

  private var yearBefore: Statistics? { scope.yearBefore.flatMap(source.statistics) }

  /// A 承办方式 in the place's own words.
  private struct RoleShare: Sendable {
    let role: Role
    let words: String
    let share: Ratio
  }

  struct UnitFigures: Sendable {
    let bar: Bar
    /// `nil` for the units that may not be named.
    let statistics: Statistics?
  }

  static let schema = Schema<StatisticsView>([
    .number("年份") { $0.year },
    .text("类型") { $0.scope.kind?.rawValue ?? "" },
    .list("年份项", EntranceLink.schema) { $0.yearLinks },
    .list("类型项", EntranceLink.schema) { $0.kindLinks },
    .record("统计", NarrativeFigures.schema) { $0.statistics },
    .ready("去年", .record(NarrativeFigures.schema.shape)) {
      $0.yearBefore.map(NarrativeFigures.schema.record) ?? .none
    },
    .ready("较去年", .record(YearOnYear.schema.shape)) { view in
      view.yearBefore.map { YearOnYear.schema.record(YearOnYear(now: view.statistics, before: $0)) } ?? .none
    },
    .list("状态", Bar.schema) { $0.statistics.stateBars },
    .list("结果", ResultTrend.schema) { $0.source.trends(of: $0.scope) },
    .list("用时", Bar.schema) { $0.statistics.replyDays.bars },
    .list("承办方式", roleSchema) { $0.roles },
    .list("单位", unitSchema) { $0.units },
    .list("主题", Bar.schema) { view in view.statistics.byTopic.bars(of: view.statistics.total, address: view.address) },
    .list("内容分类", Bar.schema) { $0.statistics.byCategory.bars(of: $0.statistics.total) },
    .text("列表地址") { $0.listAddress },
    .text("登记地址") { RegisterView.address(year: $0.year) },
    .text("重点地址") { $0.source.showcases.address(.key, in: $0.year) },
    .text("转化地址") { $0.source.showcases.address(.adoption, in: $0.year) },
    .record("统计表", SummaryFormView.schema) { $0.source.form(of: $0.scope) },
    .text("统计表地址") { workbookAddress(year: $0.year, kind: $0.scope.kind) },
  ])

  private static let roleSchema = Schema<RoleShare>([
    .text("名称") { $0.role.rawValue }, .text("写法") { $0.words }, .number("件数") { $0.share.n },
    .record("占比", Ratio.schema) { $0.share },
  ])

  private static let unitSchema = Schema<UnitFigures>(
    [
      .text("代码") { _ in "" },
      .text("名称") { $0.bar.name },
      .text("地址") { $0.bar.address },
      .number("件数") { $0.bar.share.n },
      .record("占比", Ratio.schema) { $0.bar.share },
      .number("应答复") { $0.statistics?.answering ?? 0 },
    ] + HomeView.mainRates.map { rate in .record(rate.name, Ratio.schema) { $0.statistics?[rate] ?? Ratio() } })

  private var yearLinks: [EntranceLink] {
    source.years.map { year in
      // Of the same kind, where there is one that year.
      let kind = scope.kind.flatMap { source.kinds(in: year).contains($0) ? $0 : nil }
      return EntranceLink(
        name: "\(year) 年", address: Self.address(year: year, kind: kind),
        count: source.statistics(Statistics.Scope(year: year, kind: kind))?.total ?? 0, isCurrent: year == self.year)
    }
  }

  private var kindLinks: [EntranceLink] {
    ([nil] + source.kinds(in: year).map(Optional.some)).map { kind in
      EntranceLink(
        name: kind?.rawValue ?? "全部", address: Self.address(year: year, kind: kind),
        count: source.statistics(Statistics.Scope(year: year, kind: kind))?.total ?? 0, isCurrent: kind == scope.kind)
    }
  }

  private var roles: [RoleShare] {
    Role.allCases.compactMap { role in
      let count = statistics.count(of: role)
      guard count > 0 else { return nil }
      let parts = statistics.byRoleLabel[role]?.parts ?? []
      let isPlain = parts.count == 1 && parts[0].label == role.rawValue
      return RoleShare(
        role: role, words: isPlain ? "" : parts.map { "\($0.label) \($0.count)" }.joined(separator: "、"),
        share: Ratio(count, of: statistics.total))
    }
  }

  private var units: [UnitFigures] {
    let year = source.faceting.year(year)
    return statistics.byUnit.bars(of: statistics.total).map { bar in
      guard let unit = source.unit(named: bar.name) else { return UnitFigures(bar: bar, statistics: nil) }
      let unitList = source.faceting.unit(unit)
      let ofYear = source.address(of: ListScope(unitList, year: year))
      let list = ofYear.isEmpty ? source.address(of: ListScope(unitList)) : ofYear
      let figures = source.statistics(Statistics.Scope(year: scope.year, kind: scope.kind, unit: unit))
      return UnitFigures(bar: Bar(name: bar.name, address: list, share: bar.share), statistics: figures)
    }
  }

  /// A topic's list of the year, which holds all kinds.
  private func address(ofTopic topic: String) -> String {
    guard scope.kind == nil, source.column.column.topicCodes[topic] != nil else { return "" }
    return source.address(of: ListScope(source.faceting.topic(topic), year: source.faceting.year(year)))
  }

  private var listAddress: String {
    let year = source.faceting.year(year)
    return source.address(of: scope.kind.map { ListScope(source.faceting.kind($0), year: year) } ?? ListScope(year))
  }
}
