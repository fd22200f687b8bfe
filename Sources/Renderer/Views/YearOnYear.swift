import Disclosure

/// 较去年: the figures of a scope beside those of the year before.
struct YearOnYear: Sendable {
  let now: Statistics
  let before: Statistics

  static let schema = Schema<YearOnYear>(
    NarrativeFigures.counts.map { count in
      .record(count.name, CountChange.schema) {
        CountChange(now: count.value($0.now), before: count.value($0.before), measure: count.measure)
      }
    }
      + Rate.allCases.map { rate in
        .record(rate.name, RateChange.schema) {
          RateChange(now: $0.now[rate].tenths, before: $0.before[rate].tenths)
        }
      })

  struct CountChange: Sendable {
    let now: Int
    let before: Int
    let measure: String

    private var difference: Int { now - before }

    /// Of the year before; a dash where that had none.
    private var growth: String {
      (difference < 0 ? "-" : "") + Ratio(abs(difference), of: before).percent
    }

    private var words: String {
      difference == 0 ? "持平" : "\(difference > 0 ? "增加" : "减少")\(abs(difference))\(measure)"
    }

    static let schema = Schema<CountChange>([
      .number("增减") { $0.difference }, .text("增幅") { $0.before == 0 ? "—" : $0.growth }, .text("说法") { $0.words },
    ])
  }

  /// Between rates as they are printed, so that a reader who subtracts finds the same.
  struct RateChange: Sendable {
    /// In tenths of a per cent; `nil` over nothing.
    let now: Int?
    let before: Int?

    private var difference: Int? { now.flatMap { now in before.map { now - $0 } } }

    private static func points(_ tenths: Int) -> String { "\(abs(tenths) / 10).\(abs(tenths) % 10)" }

    private var words: String {
      guard let difference else { return "—" }
      return difference == 0 ? "持平" : "\(difference > 0 ? "提高" : "下降")\(Self.points(difference))个百分点"
    }

    static let schema = Schema<RateChange>([
      .text("百分点") { change in change.difference.map { ($0 < 0 ? "-" : "") + points($0) } ?? "—" },
      .text("说法") { $0.words },
    ])
  }
}
