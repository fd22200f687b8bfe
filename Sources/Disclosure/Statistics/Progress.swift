/// 办理状态: how an answering row stands on a day.
package enum Progress: String, Sendable, Hashable, CaseIterable {
  case answered = "已答复"
  case handling = "办理中"
  case extended = "延期办理"
  case overdue = "逾期未答复"
}

/// Whether a reply kept its limit.
package enum Timeliness: String, Sendable, Hashable, CaseIterable {
  case inTime = "按时"
  /// Late by the first limit, within the extended one.
  case inExtension = "延期内"
  case late = "逾期"
}

extension Assignment {
  /// 办理时限, or what it was extended to.
  package var limit: CalendarDate? { extendedTo ?? dueOn }

  package func progress(asOf day: CalendarDate) -> Progress {
    if let repliedOn, repliedOn <= day { return .answered }
    if let limit, limit <= day { return .overdue }
    return extendedTo == nil ? .handling : .extended
  }

  /// `nil` without a reply or a limit.
  package var timeliness: Timeliness? {
    guard let repliedOn, let limit else { return nil }
    if repliedOn > limit { return .late }
    return extendedTo == nil || dueOn.map { repliedOn <= $0 } ?? false ? .inTime : .inExtension
  }
}
