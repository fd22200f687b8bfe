/// 答复用时: the days from assignment to reply.
package struct ReplyDays: Sendable, Hashable {
  /// Days → rows.
  private var rows: [Int: Int] = [:]

  package init() {}

  mutating func count(_ days: Int) { rows[days, default: 0] += 1 }

  static func += (left: inout ReplyDays, right: ReplyDays) { left.rows.merge(right.rows, uniquingKeysWith: +) }

  package var count: Int { rows.values.reduce(0, +) }

  /// In halves of a day, since between two middle values it may fall on a half; `nil` over nothing.
  package var medianHalves: Int? {
    guard let low = day(atRank: (count + 1) / 2), let high = day(atRank: count / 2 + 1) else { return nil }
    return low + high
  }

  /// `62` or `62.5`, in days.
  package var median: String? { medianHalves.map { $0 % 2 == 0 ? String($0 / 2) : "\($0 / 2).5" } }

  /// The days within which nine of ten were answered (nearest rank); `nil` over nothing.
  package var ninetiethPercentile: Int? { day(atRank: (count * 9 + 9) / 10) }

  /// How many took each time of up to so many days; the last takes the rest. For charts.
  package func histogram(upTo limits: [Int]) -> [Int] {
    var counts = limits.map { _ in 0 } + [0]
    for (days, rows) in rows { counts[limits.firstIndex { days <= $0 } ?? limits.count] += rows }
    return counts
  }

  /// Counted from 1.
  private func day(atRank rank: Int) -> Int? {
    var seen = 0
    for (days, rows) in rows.sorted(by: { $0.key < $1.key }) {
      seen += rows
      if seen >= rank, rank > 0 { return days }
    }
    return nil
  }
}
