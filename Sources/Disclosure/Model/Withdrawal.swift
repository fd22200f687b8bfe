/// 撤回: since when a reply is no longer shown, and why, as its page goes on to say.
package struct Withdrawal: Sendable, Hashable {
  /// 理由类别.
  package enum Reason: String, Sendable, CaseIterable {
    case mistaken = "内容有误"
    case handledAgain = "重新办理"
    case privacy = "涉及个人隐私"
    case tradeSecret = "涉及商业秘密"
    case disclosureChanged = "公开方式调整"
  }

  package let date: CalendarDate
  package let reason: Reason

  package init(date: CalendarDate, reason: Reason) {
    self.date = date
    self.reason = reason
  }
}
