import Disclosure

/// Which proposals a list shows: all, those with one facet value, or those of one value and one year.
struct ListScope: Hashable, Sendable {
  let value: Facet.Value?
  /// Only beside a value whose facet is divided by year.
  let year: Facet.Value?

  init(_ value: Facet.Value? = nil, year: Facet.Value? = nil) {
    self.value = value
    self.year = year
  }

  /// The folder of its pages, with a slash at its end.
  var folder: String {
    guard let value else { return "quanbu/" }
    return value.facet.folder + value.code + "/" + (year.map { $0.code + "/" } ?? "")
  }

  /// The address of its first page.
  var address: String { folder + "index.html" }

  /// The address of the feed of its newest; only whole facets that readers follow have one.
  var feedAddress: String? {
    guard year == nil else { return nil }
    return switch value?.facet {
    case nil, .kind, .unit, .topic: folder + "feed.xml"
    case .year, .session, .result: nil
    }
  }

  /// The narrowest list with a feed that has all of this one's.
  var feedScope: ListScope {
    let wider = ListScope(value)
    return wider.feedAddress == nil ? ListScope() : wider
  }

  /// The same list with one facet set to `wanted`, if there are such lists.
  func setting(_ wanted: Facet.Value) -> ListScope? {
    if wanted.facet == value?.facet { return ListScope(wanted, year: year) }
    if wanted.facet == .year {
      guard let value else { return ListScope(wanted) }
      return value.facet.isDividedByYear ? ListScope(value, year: wanted) : nil
    }
    guard let value else { return ListScope(wanted) }
    // From a whole year to one value within it.
    if value.facet == .year, wanted.facet.isDividedByYear { return ListScope(wanted, year: value) }
    return nil
  }

  /// The choices made, with the list that is left when each is taken back.
  var choices: [(value: Facet.Value, without: ListScope)] {
    guard let value else { return [] }
    guard let year else { return [(value, ListScope())] }
    return [(value, ListScope(year)), (year, ListScope(value))]
  }

  /// `2024 年提案`, `示例省教育厅办理的建议提案`
  var title: String {
    guard let value else { return "全部\(Kind.together)" }
    let year = year?.label ?? ""
    return switch value.facet {
    case .kind: year + (Kind(rawValue: value.label)?.fullName ?? value.label)
    case .year: value.label + Kind.together
    case .session: value.label
    case .unit: year + value.label + "答复的\(Kind.together)"
    case .topic: year + "“\(value.label)”主题的\(Kind.together)"
    case .result: year + "办理结果为“\(value.label)”的\(Kind.together)"
    }
  }
}
