import Disclosure

/// Published replies that are shown once more by year: key items, and what came of adopted points.
enum FollowUp: CaseIterable, Sendable {
  case key, adoption

  private var folder: String {
    switch self {
    case .key: "zhongdian"
    case .adoption: "zhuanhua"
    }
  }

  func title(of year: Int) -> String {
    switch self {
    case .key: "\(year) 年重点办理件"
    case .adoption: "\(year) 年意见建议采纳和转化"
    }
  }

  /// The address of its first page.
  func address(year: Int) -> String { "\(folder)/\(year).html" }

  /// The headings under which an answer is shown; none where it does not belong here.
  fileprivate func groups(of answer: Published<Assignment>) -> [String] {
    switch self {
    case .key: answer.keyTypes
    case .adoption:
      answer.conversions.isEmpty && (!answer.outcome.isEmpty || answer.adoptedPoints ?? 0 > 0)
        ? ["其他成果"] : answer.conversions
    }
  }
}

/// The answers to show again, by year.
struct FollowUpIndex: Sendable {
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

  private var years: [FollowUp: [Int: Year]] = [:]

  init(_ column: PublishedColumn) {
    for (index, item) in column.items.enumerated() {
      for (place, answer) in item.answers.enumerated() {
        for followUp in FollowUp.allCases {
          let groups = followUp.groups(of: answer)
          guard !groups.isEmpty else { continue }
          let lines = groups.map { Line(group: $0, item: index, answer: place) }
          years[followUp, default: [:]][item.proposal.year, default: Year()].lines += lines
          years[followUp]?[item.proposal.year]?.count += 1
        }
      }
    }
    for (followUp, byYear) in years {
      for year in byYear.keys { years[followUp]?[year]?.sort() }
    }
  }

  func lines(_ followUp: FollowUp, in year: Int) -> [Line] { years[followUp]?[year]?.lines ?? [] }

  /// The number of different answers.
  func count(_ followUp: FollowUp, in year: Int) -> Int { years[followUp]?[year]?.count ?? 0 }

  func count(of group: String, _ followUp: FollowUp, in year: Int) -> Int {
    years[followUp]?[year]?.groupCounts[group] ?? 0
  }

  func paging(_ followUp: FollowUp, in year: Int) -> Paging {
    Paging(count: lines(followUp, in: year).count, size: Self.pageSize, address: followUp.address(year: year))
  }

  /// Empty where the year has nothing of it.
  func address(_ followUp: FollowUp, in year: Int) -> String {
    lines(followUp, in: year).isEmpty ? "" : followUp.address(year: year)
  }
}
