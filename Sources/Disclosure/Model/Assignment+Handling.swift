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
}
