import Disclosure
import Workers

/// All lists of the column, made in one pass over its items.
struct ListIndex: Sendable {
  /// How many proposals a page of a list shows.
  private static let pageSize = 50

  /// The items of each list by their position in the column, newest first.
  let members: [ListScope: [Int]]
  /// The values of each facet, in the order in which pages show them.
  let values: [Facet: [Facet.Value]]
  /// The lists in the order of their addresses.
  let scopes: [ListScope]

  init(_ items: [PublishedColumn.Item], faceting: Faceting, workers: Int) {
    let byFacet = parallelMap(Facet.allCases, workers: workers) { facet in
      Self.members(of: facet, items, faceting)
    }
    var members = byFacet.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
    if !items.isEmpty { members[ListScope()] = Array(items.indices) }
    self.members = members
    let values = zip(Facet.allCases, byFacet).map { facet, members in
      (facet, members.keys.filter { $0.year == nil }.compactMap(\.value).sorted(by: Facet.Value.precedes))
    }
    self.values = Dictionary(uniqueKeysWithValues: values.filter { !$1.isEmpty })
    scopes = members.keys.map { (folder: $0.folder, scope: $0) }.sorted { $0.folder < $1.folder }.map(\.scope)
  }

  /// The lists of one facet's values.
  private static func members(
    of facet: Facet, _ items: [PublishedColumn.Item], _ faceting: Faceting
  ) -> [ListScope: [Int]] {
    var members: [ListScope: [Int]] = [:]
    for (index, item) in items.enumerated() {
      for value in faceting.values(of: item, facet) {
        members[ListScope(value), default: []].append(index)
        guard facet.isDividedByYear else { continue }
        members[ListScope(value, year: faceting.year(item.proposal.year)), default: []].append(index)
      }
    }
    return members
  }

  func count(_ scope: ListScope) -> Int { members[scope]?.count ?? 0 }

  func paging(of scope: ListScope) -> Paging {
    Paging(count: count(scope), size: Self.pageSize, address: scope.address)
  }

  /// The items on one page, counted from 1.
  func page(_ number: Int, of scope: ListScope) -> ArraySlice<Int> {
    (members[scope] ?? [])[paging(of: scope).lines(of: number)]
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
