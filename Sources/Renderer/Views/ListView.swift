import Disclosure
import Templates

/// 列表: one page of a list of published proposals.
struct ListView: Sendable {
  let scope: ListScope
  let pageNumber: Int
  let index: ListIndex
  /// The rows of all items, ready for templates.
  let rows: [Value]
  let figures: FigureSource

  /// How many links of one facet a list shows before it points to the page of all.
  private static let shownOptions = 15

  static let schema = Schema<ListView>([
    .text("标题") { $0.scope.title },
    .text("说明") { "共 \($0.index.count($0.scope)) 件，按答复日期从新到旧排列。" },
    .number("总数") { $0.index.count($0.scope) },
    .ready("单位", .record(UnitPanel.schema.shape)) { $0.panel.map(UnitPanel.schema.record) ?? .none },
    .ready("行", .list(.record(RowView.schema.shape))) { view in
      .list(view.index.page(view.pageNumber, of: view.scope).map { view.rows[$0] })
    },
    .list("分面", EntranceGroup.schema) { $0.facets },
    .list("已选", choiceSchema) { $0.scope.choices.map(Choice.init) },
    .record("分页", Pagination.schema) { Pagination(paging: $0.index.paging(of: $0.scope), current: $0.pageNumber) },
  ])

  /// On the first page only.
  private var panel: UnitPanel? { pageNumber == 1 ? UnitPanel(scope, source: figures) : nil }

  private var facets: [EntranceGroup] {
    index.options(from: scope).map { facet, options in
      let links = index.mostUsed(options, limit: Self.shownOptions).map { option in
        EntranceLink(
          name: option.value.label, address: option.scope.address, count: option.count,
          isCurrent: option.scope == scope)
      }
      return EntranceGroup(
        name: facet.name, address: facet.folder.isEmpty ? "" : EntrancesView.address(of: facet), links: links,
        count: options.count)
    }
  }

  private struct Choice: Sendable {
    let name: String
    let value: String
    let without: String

    init(_ choice: (value: Facet.Value, without: ListScope)) {
      name = choice.value.facet.name
      value = choice.value.label
      without = choice.without.address
    }
  }

  private static let choiceSchema = Schema<Choice>([
    .text("名称") { $0.name }, .text("值") { $0.value }, .text("去掉地址") { $0.without },
  ])
}
