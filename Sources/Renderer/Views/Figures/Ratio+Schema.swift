import Disclosure

/// 占比 and every rate.
extension Ratio {
  static let schema = Schema<Ratio>([
    .number("n") { $0.n }, .number("d") { $0.d }, .text("百分数") { $0.percent },
  ])
}
