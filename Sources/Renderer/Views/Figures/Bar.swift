import Disclosure

/// One of several that a chart and its table show side by side.
struct Bar: Sendable {
  let name: String
  /// Where its records are listed; empty where they are not.
  var address = ""
  let share: Ratio

  static let schema = Schema<Bar>([
    // Charts print the letter of result classes; other things have none.
    .text("代码") { _ in "" }, .text("名称") { $0.name }, .text("地址") { $0.address }, .number("件数") { $0.share.n },
    .record("占比", Ratio.schema) { $0.share },
  ])
}

extension Breakdown {
  /// The most frequent first, what may not be named last.
  func bars(of total: Int, address: (String) -> String = { _ in "" }) -> [Bar] {
    let bars = parts.map { Bar(name: $0.label, address: address($0.label), share: Ratio($0.count, of: total)) }
    return bars.filter { $0.name != Self.unnamed } + bars.filter { $0.name == Self.unnamed }
  }
}

extension ReplyDays {
  /// Within a month, two, three (代表法), half a year, and beyond.
  private static let limits = [30, 60, 90, 180]

  var bars: [Bar] {
    let names =
      zip([0] + Self.limits, Self.limits).map { low, high in low == 0 ? "\(high) 天以内" : "\(low + 1)—\(high) 天" }
      + ["\(Self.limits.last ?? 0) 天以上"]
    return count == 0 ? [] : zip(names, histogram(upTo: Self.limits)).map { Bar(name: $0, share: Ratio($1, of: count)) }
  }
}

extension Statistics {
  /// 办理状态 of the answering rows.
  var stateBars: [Bar] {
    HandlingState.allCases.compactMap { state in
      byState[state].map { Bar(name: state.rawValue, share: Ratio($0, of: answering)) }
    }
  }
}
