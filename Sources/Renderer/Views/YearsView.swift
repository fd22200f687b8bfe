import Disclosure

/// 历年页: the figures of all years side by side.
struct YearsView: Sendable {
  static let address = "tongji/index.html"

  let source: FigureSource

  private struct Year: Sendable {
    let year: Int
    let source: FigureSource
  }

  static let schema = Schema<YearsView>([
    .list("年度", yearSchema) { view in view.source.years.map { Year(year: $0, source: view.source) } },
    .list("件数", Bar.schema) { view in
      let all = view.source.statistics(Statistics.Scope())?.total ?? 0
      return view.source.years.map { year in
        Bar(
          name: "\(year) 年", address: StatisticsView.address(year: year),
          share: Ratio(view.source.statistics(Statistics.Scope(year: year))?.total ?? 0, of: all))
      }
    },
    .list("结果", ResultTrend.schema) { $0.source.trends(of: Statistics.Scope()) },
    .record("统计", NarrativeFigures.schema) { $0.source.statistics(Statistics.Scope()) ?? Statistics() },
  ])

  private static let yearSchema = Schema<Year>([
    .number("年份") { $0.year },
    .text("地址") { StatisticsView.address(year: $0.year) },
    .list("类型项", EntranceLink.schema) { year in
      year.source.kinds(in: year.year).map { kind in
        EntranceLink(
          name: kind.rawValue, address: StatisticsView.address(year: year.year, kind: kind),
          count: year.source.statistics(Statistics.Scope(year: year.year, kind: kind))?.total ?? 0)
      }
    },
    .record("统计", NarrativeFigures.schema) { $0.source.statistics(Statistics.Scope(year: $0.year)) ?? Statistics() },
  ])
}
