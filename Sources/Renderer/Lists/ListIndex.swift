import Disclosure

/// All lists of the column, made in one pass over its items.
struct ListIndex: Sendable {
  /// How many proposals a page of a list shows.
  static let pageSize = 50

  /// The items of each list by their position in the column, newest first.
  let members: [ListScope: [Int]]
  /// The values of each facet, in the order in which pages show them.
  let values: [Facet: [Facet.Value]]
  /// The lists in the order of their addresses.
  let scopes: [ListScope]

  init(_ items: [PublishedColumn.Item], faceting: Faceting) {
    var members: [ListScope: [Int]] = [:]
    var values: [Facet: Set<Facet.Value>] = [:]
    for (index, item) in items.enumerated() {
      members[ListScope(), default: []].append(index)
      let year = faceting.year(item.proposal.year)
      for facet in Facet.allCases {
        for value in faceting.values(of: item, facet) {
          values[facet, default: []].insert(value)
          members[ListScope(value), default: []].append(index)
          if facet.isDividedByYear { members[ListScope(value, year: year), default: []].append(index) }
        }
      }
    }
    self.members = members
    self.values = values.mapValues { $0.sorted(by: Facet.Value.precedes) }
    scopes = members.keys.sorted { $0.folder < $1.folder }
  }

  func count(_ scope: ListScope) -> Int { members[scope]?.count ?? 0 }

  func pageCount(_ scope: ListScope) -> Int { max(1, (count(scope) + Self.pageSize - 1) / Self.pageSize) }

  /// The items on one page, counted from 1.
  func page(_ number: Int, of scope: ListScope) -> ArraySlice<Int> {
    let all = members[scope] ?? []
    return all[min((number - 1) * Self.pageSize, all.count)..<min(number * Self.pageSize, all.count)]
  }

  /// A list that a reader can go on to.
  struct Option: Sendable {
    let value: Facet.Value
    let scope: ListScope
    let count: Int
  }

  /// The lists that differ from `scope` in one facet only, by that facet.
  func options(from scope: ListScope) -> [(facet: Facet, options: [Option])] {
    Facet.allCases.map { facet in
      let options = (values[facet] ?? []).compactMap { value -> Option? in
        guard let next = scope.setting(value), let count = members[next]?.count else { return nil }
        return Option(value: value, scope: next, count: count)
      }
      return (facet, options)
    }.filter { !$0.options.isEmpty }
  }

  /// The options with the most proposals, in their own order.
  func mostUsed(_ options: [Option], limit: Int) -> [Option] {
    guard options.count > limit else { return options }
    let order = options.indices.sorted { (options[$1].count, $0) < (options[$0].count, $1) }
    return order.prefix(limit).sorted().map { options[$0] }
  }
}
