import Disclosure

/// A step on a proposal's way, 交办 → 沟通 → 会办 → 答复 → 公开 → 反馈 → 跟踪.
struct Milestone: Sendable {
  let step: String
  let date: CalendarDate?
  let note: String

  static let schema = Schema<Milestone>([
    .text("事项") { $0.step }, .text("日期") { $0.date?.description ?? "" }, .text("说明") { $0.note },
  ])
}
