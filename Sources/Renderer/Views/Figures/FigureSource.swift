import Disclosure

/// What pages with figures are made from.
struct FigureSource: Sendable {
  let column: PublishedColumn
  let lists: ListIndex
  let faceting: Faceting
  let showcases: ShowcaseIndex
  /// The years that have records, the newest first.
  let years: [Int]
  private let units: [String: UnitDirectory.Unit]

  init(column: PublishedColumn, lists: ListIndex, faceting: Faceting, showcases: ShowcaseIndex) {
    self.column = column
    self.lists = lists
    self.faceting = faceting
    self.showcases = showcases
    // A document may ask for the figures of a year in which there is nothing.
    years = Set(column.statistics.compactMap { $1.total > 0 ? $0.year : nil }).sorted(by: >)
    let named = column.statistics.keys.compactMap(\.unit).map { ($0.name, $0) }
    units = Dictionary(named, uniquingKeysWith: { first, _ in first })
  }

  func statistics(_ scope: Statistics.Scope) -> Statistics? { column.statistics[scope] }

  /// `nil` for the label under which unnamed units are counted.
  func unit(named name: String) -> UnitDirectory.Unit? { units[name] }

  /// The kinds that have records in a year.
  func kinds(in year: Int) -> [Kind] {
    Kind.allCases.filter { column.statistics[Statistics.Scope(year: year, kind: $0)]?.total ?? 0 > 0 }
  }

  /// Where a list of published proposals stands; empty where there is none.
  func address(of list: ListScope) -> String { lists.count(list) > 0 ? list.address : "" }

  /// Years without a published reply lead to the register, which counts them.
  func address(of year: Int) -> String {
    let list = address(of: ListScope(faceting.year(year)))
    return list.isEmpty ? RegisterView.address(year: year) : list
  }
}
