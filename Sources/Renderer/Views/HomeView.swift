import Disclosure
import Templates

/// The column's home: the newest replies, the current year, all years, the ways in.
struct HomeView: Sendable {
  let figures: FigureSource
  let rows: [Value]

  private var column: PublishedColumn { figures.column }
  private var lists: ListIndex { figures.lists }

  static let newestCount = 10
  private static let shownDocuments = 6
  /// How many links of one facet the home page shows before it points to the page of all.
  private static let shownEntrances = 8

  struct Year: Sendable {
    let year: Int
    let address: String
    let column: PublishedColumn

    func statistics(_ kind: Kind? = nil) -> Statistics? { column.statistics[Statistics.Scope(year: year, kind: kind)] }

    var suggestions: Int { (statistics(.suggestion)?.total ?? 0) + (statistics(.motion)?.total ?? 0) }
  }

  static let fields: [Schema<HomeView>.Field] = [
    .ready("最新", .list(.record(RowView.schema.shape))) { home in .list(home.newest.map { home.rows[$0] }) },
    .record("本年", thisYearSchema) { $0.thisYear },
    .list("年度", yearSchema) { $0.years },
    .list("结果", ResultTrend.schema) { home in
      home.figures.trends(of: Statistics.Scope(year: home.thisYear.year))
    },
    .list("入口", EntranceGroup.schema) { $0.entrances },
    .list("最新文件", DocumentLink.schema) { home in
      home.column.documents.prefix(shownDocuments).map(DocumentLink.init)
    },
    .record("统计", totalsSchema) { $0 },
    .number("汇总单位数") { $0.column.bodies.count },
    .list("汇总", EntranceLink.schema) { $0.column.bodies.yearLinks(kind: nil) },
  ]

  /// The positions of those that were published last, of which the list has first those that were replied to last.
  private var newest: [Int] {
    var newest: [(day: CalendarDate, item: Int)] = []
    for (index, item) in column.items.enumerated() {
      let day = item.lastPublication ?? item.lastReply
      if newest.count == Self.newestCount, let last = newest.last, day <= last.day { continue }
      newest.insert((day, index), at: newest.firstIndex { $0.day < day } ?? newest.count)
      if newest.count > Self.newestCount { newest.removeLast() }
    }
    return newest.map(\.item)
  }

  /// The newest year with a published reply, or with any record.
  private var thisYear: Year {
    let year = column.items.map { $0.proposal.year }.max() ?? figures.years.first ?? column.asOf.year
    return Year(year: year, address: figures.address(of: year), column: column)
  }

  private var years: [Year] {
    figures.years.map { Year(year: $0, address: figures.address(of: $0), column: column) }
  }

  private var entrances: [EntranceGroup] {
    lists.options(from: ListScope()).map { facet, options in
      let links = lists.mostUsed(options, limit: Self.shownEntrances).map { option in
        EntranceLink(name: option.value.label, address: option.scope.address, count: option.count)
      }
      let address = facet.folder.isEmpty ? ListScope().address : EntrancesView.address(of: facet)
      return EntranceGroup(name: "按" + facet.name, address: address, links: links, count: options.count)
    }
  }

  private static let thisYearSchema = Schema<Year>(
    [
      .number("年份") { $0.year },
      .text("地址") { $0.address },
      .text("统计地址") { StatisticsView.address(year: $0.year) },
      .number("承办") { $0.statistics()?.total ?? 0 },
      .number("应答复") { $0.statistics()?.answering ?? 0 },
    ] + mainRates.map { rate in .record(rate.name, Ratio.schema) { $0.statistics()?[rate] ?? Ratio() } })

  /// Those by which a year, or a unit, is known at a glance.
  static let mainRates: [Rate] = [.answered, .onTime, .solved, .disclosed]

  private static let yearSchema = Schema<Year>([
    .number("年份") { $0.year },
    .text("地址") { $0.address },
    .number("建议") { $0.suggestions },
    .number("提案") { $0.statistics(.proposal)?.total ?? 0 },
    .number("合计") { $0.statistics()?.total ?? 0 },
    .number("公开") { $0.statistics()?.disclosed.n ?? 0 },
  ])

  private static let totalsSchema = Schema<HomeView>([
    .number("总数") { $0.column.statistics[Statistics.Scope()]?.total ?? 0 },
    .number("件数") { $0.column.statistics[Statistics.Scope()]?.proposals ?? 0 },
    .number("公开件数") { $0.column.items.count },
    .number("公开") { $0.column.statistics[Statistics.Scope()]?.disclosed.n ?? 0 },
    .number("未公开") { $0.column.withheldCounts.values.reduce(0, +) },
  ])
}
