import Disclosure
import Templates

/// 导航: the same entries on every page, one of them marked where the page is its target or stands in its folder.
struct Navigation: Sendable {
  /// By what its entry is marked for: the folder of the target, or the target where that stands at the root.
  private let marked: [Substring: Value]
  /// For pages that belong to no entry.
  private let unmarked: Value

  /// The facets that have an entry.
  static let facets: KeyValuePairs<Facet, String> = [.unit: "按单位", .topic: "按主题", .year: "按年份"]

  init(_ figures: FigureSource) {
    let (column, lists) = (figures.column, figures.lists)
    var links = [(name: "首页", address: "index.html")]
    if !column.bodies.isEmpty { links.append((BodiesView.name, BodiesView.address())) }
    for (kind, name) in [(Kind.suggestion, "人大建议"), (.proposal, Kind.proposal.fullName)] {
      let address = figures.address(of: ListScope(figures.faceting.kind(kind)))
      if !address.isEmpty { links.append((name, address)) }
    }
    for (facet, name) in Self.facets where lists.values[facet] != nil {
      links.append((name, EntrancesView.address(of: facet)))
    }
    if !column.documents.isEmpty { links.append(("总结与动态", DocumentListView.address)) }
    if let year = figures.years.first {
      links.append(("统计", YearsView.address))
      links.append(("登记表", RegisterView.address(year: year)))
    }
    links.append(("说明", GuideView.address))
    let sections = links.map { Self.section(of: $0.address) }
    var marked = Dictionary(sections.map { ($0, Self.value(links, in: $0)) }, uniquingKeysWith: { first, _ in first })
    let ofDocuments = marked[Self.section(of: DocumentListView.address)]
    for section in Set(column.documents.map { Self.section(of: $0.address) }) where marked[section] == nil {
      marked[section] = ofDocuments
    }
    self.marked = marked
    unmarked = Self.value(links, in: "")
  }

  /// As the page at an address shows it.
  func value(on address: String) -> Value { marked[Self.section(of: address)] ?? unmarked }

  private static func section(of address: String) -> Substring {
    address[..<(address.utf8.firstIndex(of: UInt8(ascii: "/")) ?? address.endIndex)]
  }

  private static func value(_ links: [(name: String, address: String)], in section: Substring) -> Value {
    .list(
      links.map { name, target in
        let isCurrent = Self.section(of: target) == section
        return NavigationLink.schema.record(NavigationLink(name: name, address: target, isCurrent: isCurrent))
      })
  }
}
