/// 工作日历: weekends, public holidays and the weekend days worked in exchange (调休).
package struct WorkingDays: Sendable {
  /// Those that fall on Monday to Friday, in order.
  private let holidays: [CalendarDate]
  /// In order.
  private let workedWeekends: [CalendarDate]
  /// The years whose holidays are known; in others only weekends are free.
  package let years: Set<Int>

  /// - Parameter holidays: days off, weekends among them or not.
  package init(holidays: Set<CalendarDate> = [], workedWeekends: Set<CalendarDate> = []) {
    self.holidays = holidays.filter(\.isWeekday).sorted()
    self.workedWeekends = workedWeekends.filter { !$0.isWeekday }.sorted()
    years = Set((holidays.union(workedWeekends)).map(\.year))
  }

  package func isWorking(_ day: CalendarDate) -> Bool { count(after: day.adding(days: -1), through: day) == 1 }

  /// How many working days lie after `start`, up to and with `end`; 0 when `end` is not later.
  package func count(after start: CalendarDate, through end: CalendarDate) -> Int {
    guard start < end else { return 0 }
    return end.weekdaysSinceEpoch - start.weekdaysSinceEpoch - holidays.count(after: start, through: end)
      + workedWeekends.count(after: start, through: end)
  }

  /// The days that either calendar knows.
  package func union(_ other: WorkingDays) -> WorkingDays {
    WorkingDays(
      holidays: Set(holidays + other.holidays), workedWeekends: Set(workedWeekends + other.workedWeekends))
  }
}

extension CalendarDate {
  fileprivate var isWeekday: Bool { weekday <= 5 }

  /// Mondays to Fridays from Monday 1969-12-29 up to and with this day; negative before.
  fileprivate var weekdaysSinceEpoch: Int {
    let days = Int(dayNumber) + 4
    let weeks = (days >= 0 ? days : days - 6) / 7
    return weeks * 5 + min(days - weeks * 7, 5)
  }
}

extension [CalendarDate] {
  /// Of days in order.
  fileprivate func count(after start: CalendarDate, through end: CalendarDate) -> Int {
    position(behind: end) - position(behind: start)
  }

  /// The index of the first day later than `day`.
  private func position(behind day: CalendarDate) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
