/// 检索: the page of the search, and the ways in for those who cannot use it.
struct SearchView: Sendable {
  static let address = "search/index.html"

  /// The index's folder, relative to the column's root.
  let index: String
  let lists: ListIndex

  static let schema = Schema<SearchView>([
    .text("索引") { $0.index },
    .list("入口", NamedLink.schema) { $0.lists.facetsWithEntrances.map(EntrancesView.link) },
  ])
}
