import Disclosure

/// The result classes of one scheme, a row for each year or body: classes of different schemes are never compared.
struct ResultTrend: Sendable {
  /// The classes of one year, or of one body.
  struct Row: Sendable {
    let name: String
    let counts: ResultCounts
    let addresses: [String]

    fileprivate var classes: [Class] {
      counts.scheme.classes.indices.map { index in
        Class(
          result: counts.scheme.classes[index], count: counts.counts[index], share: counts.shares[index],
          before: counts.counts[..<index].reduce(0, +), address: addresses[index])
      }
    }
  }

  fileprivate struct Class: Sendable {
    let result: AnswerScheme.ResultClass
    let count: Int
    let share: Ratio
    /// How many are in the classes before it.
    let before: Int
    let address: String
  }

  let scheme: AnswerScheme
  /// Of years, the newest first.
  let rows: [Row]

  static let schema = Schema<ResultTrend>([.text("方案") { $0.scheme.name }, .list("各行", rowSchema) { $0.rows }])

  private static let rowSchema = Schema<Row>([
    .text("名称") { $0.name },
    .number("合计") { $0.counts.classified },
    .list("类别", classSchema) { $0.classes },
    .text("占比说明") { $0.counts.roundingNote ?? "" },
  ])

  private static let classSchema = Schema<Class>([
    .text("代码") { $0.result.code },
    .text("名称") { $0.result.label.isEmpty ? $0.result.code : $0.result.label },
    .text("含义") { $0.result.meaning },
    .number("件数") { $0.count },
    .record("占比", Ratio.schema) { $0.share },
    .number("此前") { $0.before },
    .text("地址") { $0.address },
  ])
}

extension FigureSource {
  /// How many years stand side by side.
  private static let shownYears = 5

  /// The classes of a scope and of the same scope in the years before it.
  func trends(of scope: Statistics.Scope) -> [ResultTrend] {
    let shown = years.filter { year in scope.year.map { year <= $0 } ?? true }.prefix(Self.shownYears)
    var trends: [ResultTrend] = []
    for year in shown {
      let figures = column.statistics[Statistics.Scope(year: year, kind: scope.kind, unit: scope.unit)]
      for counts in figures?.results ?? [] {
        // Lists by result hold all kinds and units.
        let isOfAll = scope.kind == nil && scope.unit == nil
        let row = ResultTrend.Row(
          name: "\(year) 年", counts: counts,
          addresses: counts.scheme.classes.map { isOfAll ? address(of: $0, counts.scheme, in: year) : "" })
        if let index = trends.firstIndex(where: { $0.scheme == counts.scheme }) {
          trends[index] = ResultTrend(scheme: counts.scheme, rows: trends[index].rows + [row])
        } else {
          trends.append(ResultTrend(scheme: counts.scheme, rows: [row]))
        }
      }
    }
    return trends
  }

  private func address(of result: AnswerScheme.ResultClass, _ scheme: AnswerScheme, in year: Int) -> String {
    guard let index = column.column.schemes.firstIndex(of: scheme) else { return "" }
    return address(of: ListScope(faceting.result(result, inScheme: index), year: faceting.year(year)))
  }
}
