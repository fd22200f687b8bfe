import Disclosure

/// 统计: the figures that a report's or bulletin's text may show, of its 统计范围.
enum NarrativeFigures {
  static let schema = Schema<Statistics>([
    .number("总数") { $0.total },
    .number("件数") { $0.proposals },
    .number("应答复") { $0.answering },
    .record("答复率", HomeView.ratioSchema) { $0.answered },
    .record("按时率", HomeView.ratioSchema) { $0.onTime },
    .record("解决率", HomeView.ratioSchema) { $0.solved },
    .record("公开率", HomeView.ratioSchema) { $0.disclosed },
  ])
}
