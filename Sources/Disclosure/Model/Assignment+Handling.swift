/// The office's rules for a row of the ledger, which figures, audit and claims share.
extension Assignment {
  /// Whether the day of its reply has come.
  package func isReplied(asOf day: CalendarDate) -> Bool { repliedOn.map { $0 <= day } ?? false }

  /// The day by which an assisting unit sends its opinion to the lead: the ledger's, else a month after the assignment;
  /// `nil` where none is owed.
  package var opinionLimit: CalendarDate? {
    role == .assist ? dueOn ?? assignedOn?.adding(months: 1) : nil
  }

  /// Whether 沟通方式 tells of any contact with the proposers.
  package var hasContact: Bool { contactModes.contains { $0 != "未联系" } }

  /// 《政府信息公开条例》第二十六条: so many working days after a reply was made, it is to be public.
  package static let workingDaysToPublish = 20

  /// 办理时限, or what it was extended to.
  package var limit: CalendarDate? { extendedTo ?? dueOn }

  /// How it stands on a day.
  package func state(asOf day: CalendarDate) -> HandlingState {
    if let repliedOn, repliedOn <= day { return .answered }
    if let limit, limit < day { return .overdue }
    return extendedTo == nil ? .handling : .extended
  }

  /// `nil` without a reply or a limit.
  package var timeliness: Timeliness? {
    guard let repliedOn, let limit else { return nil }
    if repliedOn > limit { return .late }
    return extendedTo == nil || dueOn.map { repliedOn <= $0 } ?? false ? .inTime : .inExtension
  }
}
