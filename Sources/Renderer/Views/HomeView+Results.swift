/// 结果: the result classes over the years.
extension HomeView {
  /// How many years stand side by side.
  private static let shownYears = 5

  /// One result class over the years.
  struct Result: Sendable {
    let link: NamedLink
    let years: [Share]
  }

  /// The proposals of one year with a published reply in one class, of those in any class.
  struct Share: Sendable {
    let year: String
    let count: Int
    let total: Int
    let address: String
  }

  var results: [Result] {
    let results = lists.values[.result] ?? []
    let years = (lists.values[.year] ?? []).prefix(Self.shownYears)
    return results.map { result in
      Result(
        link: NamedLink(name: result.label, address: ListScope(result).address()),
        years: years.map { year in
          let scope = ListScope(result, year: year)
          let total = results.reduce(0) { $0 + lists.count(ListScope($1, year: year)) }
          return Share(
            year: year.code, count: lists.count(scope), total: total,
            address: lists.count(scope) > 0 ? scope.address() : "")
        })
    }
  }

  static let resultSchema = Schema<Result>([
    .text("名称") { $0.link.name }, .text("地址") { $0.link.address }, .list("各年", shareSchema) { $0.years },
  ])

  private static let shareSchema = Schema<Share>([
    .text("年份") { $0.year }, .number("件数") { $0.count }, .number("合计") { $0.total }, .text("地址") { $0.address },
  ])
}
