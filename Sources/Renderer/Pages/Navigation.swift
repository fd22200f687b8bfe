import Disclosure
import Templates

/// 导航: the same entries on every page, one of them marked where the page is its target.
struct Navigation: Sendable {
  private let links: [(name: String, address: String)]
  /// For pages that are no entry's target.
  private let unmarked: Value

  init(_ figures: FigureSource) {
    let (column, lists) = (figures.column, figures.lists)
    var links = [(name: "首页", address: "index.html")]
    if !column.bodies.isEmpty { links.append((BodiesView.name, BodiesView.address())) }
    for (kind, name) in [(Kind.suggestion, "人大建议"), (.proposal, Kind.proposal.fullName)] {
      let address = figures.address(of: ListScope(figures.faceting.kind(kind)))
      if !address.isEmpty { links.append((name, address)) }
    }
    for (facet, name) in [(Facet.unit, "按单位"), (.topic, "按主题"), (.year, "按年份")] where lists.values[facet] != nil {
      links.append((name, EntrancesView.address(of: facet)))
    }
    if !column.documents.isEmpty { links.append(("总结与动态", DocumentListView.address)) }
    if let year = figures.years.first {
      links.append(("统计", YearsView.address))
      links.append(("登记表", RegisterView.address(year: year)))
    }
    links.append(("说明", GuideView.address))
    self.links = links
    unmarked = Self.value(links, on: "")
  }

  /// As the page at an address shows it.
  func value(on address: String) -> Value {
    links.contains { $0.address == address } ? Self.value(links, on: address) : unmarked
  }

  private static func value(_ links: [(name: String, address: String)], on address: String) -> Value {
    .list(
      links.map { name, target in
        NavigationLink.schema.record(NavigationLink(name: name, address: target, isCurrent: target == address))
      })
  }
}
