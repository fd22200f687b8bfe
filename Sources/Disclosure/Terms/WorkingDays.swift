/// 工作日历: weekends, public holidays and the weekend days worked in exchange (调休).
package struct WorkingDays: Sendable {
  package let holidays: Set<CalendarDate>
  package let workedWeekends: Set<CalendarDate>

  package init(holidays: Set<CalendarDate> = [], workedWeekends: Set<CalendarDate> = []) {
    self.holidays = holidays
    self.workedWeekends = workedWeekends
  }

  package func isWorking(_ day: CalendarDate) -> Bool {
    if workedWeekends.contains(day) { return true }
    return day.weekday <= 5 && !holidays.contains(day)
  }

  /// How many working days lie after `start`, up to and with `end`; 0 when `end` is not later.
  package func count(after start: CalendarDate, through end: CalendarDate) -> Int {
    guard start < end else { return 0 }
    return (1...end.days(since: start)).count { isWorking(start.adding(days: $0)) }
  }
}
