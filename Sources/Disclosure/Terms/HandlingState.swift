/// 办理状态: how an answering row stands on a day.
package enum HandlingState: String, Sendable, Hashable, CaseIterable {
  case answered = "已答复"
  case handling = "办理中"
  case extended = "延期办理"
  case overdue = "逾期未答复"
}
