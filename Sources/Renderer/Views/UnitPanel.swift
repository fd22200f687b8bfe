import Disclosure

/// 单位: what a unit handled, above the list of its published replies.
struct UnitPanel: Sendable {
  let scope: Statistics.Scope
  let source: FigureSource

  /// `nil` for lists that are no unit's.
  init?(_ list: ListScope, source: FigureSource) {
    guard let value = list.value, value.facet == .unit, let unit = source.unit(named: value.label) else { return nil }
    scope = Statistics.Scope(year: list.year.flatMap { Int($0.code) }, unit: unit)
    guard source.statistics(scope) != nil else { return nil }
    self.source = source
  }

  static let schema = Schema<UnitPanel>([
    .text("范围") { $0.scope.year.map { "\($0) 年" } ?? "历年" },
    .record("统计", NarrativeFigures.schema) { $0.source.statistics($0.scope) ?? Statistics() },
    .list("结果", ResultTrend.schema) { $0.source.trends(of: $0.scope) },
  ])
}
