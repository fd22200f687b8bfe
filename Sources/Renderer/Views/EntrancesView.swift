/// 入口页: all values of one facet, with what is behind each.
struct EntrancesView: Sendable {
  let facet: Facet
  let lists: ListIndex

  static func address(of facet: Facet) -> String { facet.folder + "index.html" }

  static func link(to facet: Facet) -> NamedLink {
    NamedLink(name: "按" + facet.name, address: address(of: facet))
  }

  var title: String { "按\(facet.name)查看" }

  private var links: [EntranceLink] {
    (lists.values[facet] ?? []).map { value in
      let scope = ListScope(value)
      let kinds = (lists.values[.kind] ?? []).compactMap { kind -> String? in
        guard facet == .year, let narrowed = scope.setting(kind) else { return nil }
        let count = lists.count(narrowed)
        return count > 0 ? "\(kind.label) \(count) 件" : nil
      }
      return EntranceLink(
        name: value.label, address: scope.address, count: lists.count(scope), note: kinds.joined(separator: "，"))
    }
  }

  static let schema = Schema<EntrancesView>([
    .text("标题") { $0.title },
    .text("说明") { view in
      let overlaps = view.facet.canOverlap ? "；一件属于几项的，各算一次" : ""
      return "共 \(view.lists.values[view.facet]?.count ?? 0) 项，数字是已公开答复的件数\(overlaps)。"
    },
    .list("项", EntranceLink.schema) { $0.links },
  ])
}

extension ListIndex {
  /// The facets that have an 入口页.
  var facetsWithEntrances: [Facet] { Facet.allCases.filter { !$0.folder.isEmpty && values[$0] != nil } }
}
