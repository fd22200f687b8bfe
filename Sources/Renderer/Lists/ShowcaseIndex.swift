import Disclosure

/// The answers to show again, by year.
struct ShowcaseIndex: Sendable {
  /// How many answers a page shows.
  private static let pageSize = 100

  struct Line: Sendable {
    let group: String
    /// The position of the item in the column, and of the answer among the item's.
    let item: Int
    let answer: Int
  }

  /// One year's answers.
  private struct Year: Sendable {
    /// By group, in each the newest first; an answer stands in each of its groups.
    var lines: [Line] = []
    /// The number of different answers.
    var count = 0
    var groupCounts: [String: Int] = [:]

    /// The largest group first; the order within a group stays.
    mutating func sort() {
      let groups = Dictionary(grouping: lines, by: \.group)
      groupCounts = groups.mapValues(\.count)
      lines = groups.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.flatMap(\.value)
    }
  }

  private var years: [Showcase: [Int: Year]] = [:]

  init(_ column: PublishedColumn) {
    for (index, item) in column.items.enumerated() {
      for (place, answer) in item.answers.enumerated() {
        for showcase in Showcase.allCases {
          let groups = showcase.groups(of: answer)
          guard !groups.isEmpty else { continue }
          let lines = groups.map { Line(group: $0, item: index, answer: place) }
          years[showcase, default: [:]][item.proposal.year, default: Year()].lines += lines
          years[showcase]?[item.proposal.year]?.count += 1
        }
      }
    }
    for (showcase, byYear) in years {
      for year in byYear.keys { years[showcase]?[year]?.sort() }
    }
  }

  func lines(_ showcase: Showcase, in year: Int) -> [Line] { years[showcase]?[year]?.lines ?? [] }

  /// The number of different answers.
  func count(_ showcase: Showcase, in year: Int) -> Int { years[showcase]?[year]?.count ?? 0 }

  func count(of group: String, _ showcase: Showcase, in year: Int) -> Int {
    years[showcase]?[year]?.groupCounts[group] ?? 0
  }

  func paging(_ showcase: Showcase, in year: Int) -> Paging {
    Paging(count: lines(showcase, in: year).count, size: Self.pageSize, address: showcase.address(year: year))
  }

  /// Empty where the year has nothing of it.
  func address(_ showcase: Showcase, in year: Int) -> String {
    lines(showcase, in: year).isEmpty ? "" : showcase.address(year: year)
  }
}
