import Disclosure

/// A number that a narrative states of a statistic.
struct Claim {
  enum Subject {
    /// `主办2件`, `满意率100%`.
    case value([Figure.Reading])
    /// `占39.2%`, of whatever the place counts as all.
    case share([Figure.Reading])
    /// `比上年增加55件`, of one of several things; -1 is 减少.
    case change([Figure.Reading], direction: Int)
  }

  let subject: Subject
  let amount: Amount
  /// The words and the number, and the number alone, in the sentence's letters.
  let range: Range<Int>
  let number: Int
  /// What it may be about, the likeliest first; it is wrong when it is wrong in all of them.
  let scopes: [Statistics.Scope]
  /// The levels (全国, 省, …) whose suggestions it names.
  let levels: Set<Session.Level>
}

extension Claim.Subject {
  var readings: [Figure.Reading] {
    switch self {
    case .value(let readings), .share(let readings), .change(let readings, _): readings
    }
  }
}
