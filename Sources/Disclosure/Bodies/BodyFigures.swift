/// The figures of one body in one scope, or the sum of several bodies'.
package struct BodyFigures: Sendable, Hashable {
  /// In the order of `BodyMeasure.counts`.
  package let counts: [Int]
  /// In the order of `BodyMeasure.rates`.
  package let rates: [Ratio]
  /// 答复类别, a scheme at a time.
  package let results: [ResultCounts]
  /// 件数: distinct proposals; `nil` for a sum, as bodies may share some.
  package let proposals: Int?
  /// 用时中位数, in days as it is printed; `nil` over nothing, and for a sum.
  package let medianDays: String?

  package init(counts: [Int], rates: [Ratio], results: [ResultCounts], proposals: Int?, medianDays: String?) {
    self.counts = counts
    self.rates = rates
    self.results = results
    self.proposals = proposals
    self.medianDays = medianDays
  }

  /// 总数: rows.
  package var total: Int { counts.first ?? 0 }

  /// What may be added, added: rows, and the parts of shares. 解决率 only where all bodies sort by one scheme, since what
  /// counts as solved is the scheme's.
  package static func sum(_ figures: [BodyFigures]) -> BodyFigures {
    var (counts, rates) = (BodyMeasure.counts.map { _ in 0 }, BodyMeasure.rates.map { _ in Ratio() })
    var results: [ResultCounts] = []
    for body in figures {
      for (index, count) in body.counts.enumerated() { counts[index] += count }
      for (index, rate) in body.rates.enumerated() { rates[index] += rate }
      results += body.results
    }
    if results.count > 1, let solved = BodyMeasure.rates.firstIndex(of: .solved) {
      rates[solved] = Ratio()
    }
    return BodyFigures(counts: counts, rates: rates, results: results, proposals: nil, medianDays: nil)
  }
}
