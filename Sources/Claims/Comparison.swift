import Disclosure

/// A claim beside the figures of one scope.
struct Comparison {
  let claim: Claim
  let statistics: Statistics
  /// Of the year before, for changes.
  let before: Statistics?

  enum Outcome {
    case right(whole: Bool)
    case wrong
    /// The ledger says nothing on the matter.
    case unknown
  }

  var outcome: Outcome {
    var isKnown = false
    for reading in claim.subject.readings {
      guard let isRight = isRight(reading) else { continue }
      isKnown = true
      if isRight { return .right(whole: isWhole(reading)) }
    }
    return isKnown ? .wrong : .unknown
  }

  private func isWhole(_ reading: Figure.Reading) -> Bool {
    guard !reading.isWhole, case .count(let count) = reading.value(statistics) else { return reading.isWhole }
    return count > 0 && [statistics.answering, statistics.total].contains(count)
  }

  private func isRight(_ reading: Figure.Reading) -> Bool? {
    guard let value = reading.value(statistics) else { return nil }
    switch claim.subject {
    case .value:
      switch value {
      case .count(let count): return claim.amount.equals(count)
      case .rate(let ratio): return claim.amount.equals(ratio)
      }
    case .share:
      guard case .count(let count) = value else { return nil }
      return statistics.wholes.contains { claim.amount.equals(Ratio(count, of: $0)) }
    case .change(_, let direction):
      guard let earlier = before.flatMap(reading.value) else { return nil }
      return FigureChange(from: earlier, to: value).map { $0.agrees(with: claim.amount, direction: direction) } ?? nil
    }
  }
}

extension Statistics {
  /// What shares may be shares of: replies with a class, replies owed, replies given, rows, proposals.
  var wholes: [Int] {
    [results.reduce(0) { $0 + $1.classified }, answering, answered.n, total, proposals].filter { $0 > 0 }
  }
}
