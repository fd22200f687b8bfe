import Disclosure

/// How a figure changed from one year to the next.
struct FigureChange {
  private let from: Figure.Value
  private let to: Figure.Value

  init?(from: Figure.Value, to: Figure.Value) {
    self.from = from
    self.to = to
    guard !from.isNothing else { return nil }
  }

  /// `nil` where an amount says nothing comparable, such as a rate's growth in per cent.
  func agrees(with amount: Amount, direction: Int) -> Bool? {
    switch (from, to, amount.unit) {
    case (.count(let from), .count(let to), .items): return amount.equals(direction * (to - from))
    case (.count(let from), .count(let to), .percent):
      return amount.rounds(Ratio(direction * (to - from), of: from))
    case (.rate(let from), .rate(let to), .percentagePoints):
      let difference = Ratio(direction * (to.n * from.d - from.n * to.d), of: to.d * from.d)
      let printed = direction * ((to.tenths ?? 0) - (from.tenths ?? 0))
      return amount.rounds(difference) || amount.rounds(Ratio(printed, of: 1000))
    default: return nil
    }
  }

  /// `306 件，上一年 251 件，增加 55 件（21.9%）`.
  var description: String {
    switch (from, to) {
    case (.count(let from), .count(let to)):
      let change = abs(to - from)
      return "\(to) 件，上一年 \(from) 件，\(to < from ? "减少" : "增加") \(change) 件（\(Ratio(change, of: from).percent)）"
    case (.rate(let from), .rate(let to)): return "\(to.percent)，上一年 \(from.percent)"
    default: return ""
    }
  }
}

extension Amount {
  /// Whether it is the ratio, half up; the ratio may be below nothing, where the change went the other way.
  fileprivate func rounds(_ ratio: Ratio) -> Bool {
    guard let digits else { return true }
    guard ratio.n >= 0, ratio.d > 0 else { return false }
    let scale = Self.power(decimals) * 100
    if precision == .atLeast { return ratio.n * scale >= digits * ratio.d }
    return digits == (2 * scale * ratio.n + ratio.d) / (2 * ratio.d)
  }
}
