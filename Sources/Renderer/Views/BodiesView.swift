import Disclosure

/// 各单位页: the figures that several bodies have published, side by side, in a scope.
struct BodiesView: Sendable {
  static let name = "各单位"

  let bodies: [Body]
  let scope: Statistics.Scope

  init(bodies: [Body], year: Int?, kind: Kind?) {
    self.bodies = bodies
    scope = Statistics.Scope(year: year, kind: kind)
  }

  /// `huizong/index.html`, `huizong/jianyi.html`, `huizong/2024/index.html`, `huizong/2024/jianyi.html`
  static func address(year: Int? = nil, kind: Kind? = nil) -> String {
    "huizong/" + (year.map { "\($0)/" } ?? "") + "\(kind?.address ?? "index").html"
  }

  static func title(year: Int?, kind: Kind?) -> String {
    "\(year.map { "\($0) 年" } ?? "")\(name)\(kind?.fullName ?? "")办理情况"
  }

  /// 单位: a body with records in the scope.
  private struct Row: Sendable {
    let name: String
    let data: Body.Data
    let figures: BodyFigures
    /// Where the body's own column has these figures.
    let address: String
  }

  /// 未列入: a body without figures in the scope, and why.
  private struct Absence: Sendable {
    let name: String
    let reason: String
  }

  static let schema = Schema<BodiesView>([
    .number("年份") { $0.scope.year ?? 0 },
    .text("类型") { $0.scope.kind?.rawValue ?? "" },
    .list("年份项", EntranceLink.schema) { view in
      [view.bodies.link("各年", Statistics.Scope(kind: view.scope.kind), isCurrent: view.scope.year == nil)]
        + view.bodies.yearLinks(kind: view.scope.kind, current: view.scope.year)
    },
    .list("类型项", EntranceLink.schema) { view in
      ([nil] + view.bodies.kinds(in: view.scope.year).map(Optional.some)).map { kind in
        view.bodies.link(
          kind?.rawValue ?? "全部", Statistics.Scope(year: view.scope.year, kind: kind),
          isCurrent: kind == view.scope.kind)
      }
    },
    .text("最早截至") { $0.days.min()?.description ?? "" },
    .text("最晚截至") { $0.days.max()?.description ?? "" },
    .list("单位", rowSchema) { $0.rows },
    .record("合计", figuresSchema) { view in BodyFigures.sum(view.rows.map(\.figures)) },
    .list("未列入", absenceSchema) { $0.absences },
    .list("件数", Bar.schema) { view in
      let all = view.rows.map(\.figures.total).reduce(0, +)
      return view.rows.map { Bar(name: $0.name, share: Ratio($0.figures.total, of: all)) }
    },
    .list("结果", ResultTrend.schema) { $0.results },
    .text("数据地址") { _ in BodyFile.jsonAddress },
    .text("表格地址") { _ in BodyFile.csvAddress },
  ])

  private static let measureFields: [Schema<BodyFigures>.Field] =
    BodyMeasure.counts.enumerated().map { index, measure in .number(measure.name) { $0.counts[index] } }
    + BodyMeasure.rates.enumerated().map { index, measure in
      .record(measure.name, Ratio.schema) { $0.rates[index] }
    }

  private static let figuresSchema = Schema<BodyFigures>(measureFields)

  private static let rowSchema = Schema<Row>([
    .text("名称") { $0.name }, .text("专栏") { $0.data.title }, .text("网址") { $0.address },
    .text("截至日期") { $0.data.asOf.description },
    .text("件数") { $0.figures.proposals.map(String.init) ?? "—" },
    .text("用时中位数") { $0.figures.medianDays ?? "—" },
    .record("统计", figuresSchema) { $0.figures },
  ])

  private static let absenceSchema = Schema<Absence>([.text("名称") { $0.name }, .text("原因") { $0.reason }])

  private var rows: [Row] {
    bodies.compactMap { body in
      guard let data = body.data, let figures = data.figures[scope] else { return nil }
      let page = scope.year.map { StatisticsView.address(year: $0, kind: scope.kind) } ?? YearsView.address
      return Row(name: body.name, data: data, figures: figures, address: data.address.text + page)
    }
  }

  private var absences: [Absence] {
    bodies.compactMap { body in
      switch body.content {
      case .failure(let fault): Absence(name: body.name, reason: fault.rawValue)
      case .success(let data):
        data.figures[scope] == nil ? Absence(name: body.name, reason: "没有办理件") : nil
      }
    }
  }

  private var days: [CalendarDate] { rows.map(\.data.asOf) }

  /// A scheme at a time, a row for each body that sorts by it, and one for all of them.
  private var results: [ResultTrend] {
    let parts = rows.flatMap { row in row.figures.results.map { ResultTrend.Row($0, of: row.name) } }
    return BodyFigures.sum(rows.map(\.figures)).results.map { sum in
      let bodies = parts.filter { $0.counts.scheme == sum.scheme }
      return ResultTrend(scheme: sum.scheme, rows: bodies + (bodies.count > 1 ? [ResultTrend.Row(sum, of: "合计")] : []))
    }
  }
}

extension ResultTrend.Row {
  fileprivate init(_ counts: ResultCounts, of name: String) {
    self.init(name: name, counts: counts, addresses: counts.scheme.classes.map { _ in "" })
  }
}

extension [Body] {
  private var scopes: Set<Statistics.Scope> { Set(compactMap(\.data).flatMap(\.figures.keys)) }

  /// The years in which any has records, the newest first.
  var years: [Int] { Set(scopes.compactMap(\.year)).sorted(by: >) }

  /// The kinds of which any has records, in a year or in all.
  func kinds(in year: Int?) -> [Kind] {
    let scopes = scopes
    return Kind.allCases.filter { scopes.contains(Statistics.Scope(year: year, kind: $0)) }
  }

  func link(_ name: String, _ scope: Statistics.Scope, isCurrent: Bool = false) -> EntranceLink {
    EntranceLink(
      name: name, address: BodiesView.address(year: scope.year, kind: scope.kind),
      count: compactMap { $0.data?.figures[scope]?.total }.reduce(0, +), isCurrent: isCurrent)
  }

  /// The years' pages, where there is any figure of the kind.
  func yearLinks(kind: Kind?, current: Int? = nil) -> [EntranceLink] {
    let scopes = scopes
    return years.filter { scopes.contains(Statistics.Scope(year: $0, kind: kind)) }.map {
      link("\($0) 年", Statistics.Scope(year: $0, kind: kind), isCurrent: $0 == current)
    }
  }
}
