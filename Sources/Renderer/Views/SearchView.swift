/// 检索: the page of the search, and the ways in for those who cannot use it.
struct SearchView: Sendable {
  static let address = "search/index.html"

  /// The index's folder, relative to the column's root.
  let index: String
  let lists: ListIndex

  private var entrances: [NamedLink] {
    Facet.allCases.filter { !$0.folder.isEmpty && lists.values[$0] != nil }.map {
      NamedLink(name: "按" + $0.name, address: EntrancesView.address(of: $0))
    }
  }

  static let schema = Schema<SearchView>([
    .text("索引") { $0.index },
    .list("入口", NamedLink.schema) { $0.entrances },
  ])
}
