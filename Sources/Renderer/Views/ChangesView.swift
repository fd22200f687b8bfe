/// 更正页: a page of the corrections and withdrawals of the whole column.
struct ChangesView: Sendable {
  let changes: [Change]
  /// From 1 on.
  let pageNumber: Int

  static let address = "gengzheng/index.html"

  static func paging(of count: Int) -> Paging { Paging(count: count, size: 100, address: address) }

  private var paging: Paging { Self.paging(of: changes.count) }

  static let schema = Schema<ChangesView>([
    .number("更正数") { view in view.changes.count { $0.form == "更正" } },
    .number("撤回数") { view in view.changes.count { $0.form == "撤回" } },
    .list("行", Change.schema) { Array($0.changes[$0.paging.lines(of: $0.pageNumber)]) },
    .record("分页", Pagination.schema) { Pagination(paging: $0.paging, current: $0.pageNumber) },
  ])
}
