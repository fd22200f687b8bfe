import Disclosure
import Testing

@Suite("Working days")
struct WorkingDaysTests {
  /// 国办发明电〔2022〕16号, 国办发明电〔2023〕7号, 国办发明电〔2024〕12号.
  private let calendar = WorkingDays(
    holidays: days(
      "2023-01-02 2023-01-23 2023-01-24 2023-01-25 2023-01-26 2023-01-27 2023-04-05 2023-05-01 2023-05-02 2023-05-03 "
        + "2023-06-22 2023-06-23 2023-09-29 2023-10-02 2023-10-03 2023-10-04 2023-10-05 2023-10-06 2024-01-01 "
        + "2024-02-12 2024-02-13 2024-02-14 2024-02-15 2024-02-16 2024-04-04 2024-04-05 2024-05-01 2024-05-02 "
        + "2024-05-03 2024-06-10 2024-09-16 2024-09-17 2024-10-01 2024-10-02 2024-10-03 2024-10-04 2024-10-07 "
        + "2025-01-01 2025-01-28 2025-01-29 2025-01-30 2025-01-31 2025-02-03 2025-02-04 2025-04-04 2025-05-01 "
        + "2025-05-02 2025-05-05 2025-06-02 2025-10-01 2025-10-02 2025-10-03 2025-10-06 2025-10-07 2025-10-08"),
    workedWeekends: days(
      "2023-01-28 2023-01-29 2023-04-23 2023-05-06 2023-06-25 2023-10-07 2023-10-08 2024-02-04 2024-02-18 2024-04-07 "
        + "2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12 2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11"
    ))

  private static func days(_ text: String) -> Set<CalendarDate> {
    Set(text.split(separator: " ").compactMap { CalendarDate(text: String($0)) })
  }

  @Test(
    "counts over weekends, holidays and worked weekends",
    arguments: [
      // 春节 2023: 28 and 29 January were worked.
      ("2023-01-20", "2023-01-31", 4),
      // 劳动节 2023: 6 May was worked.
      ("2023-04-28", "2023-05-08", 4),
      // 中秋、国庆 2023: 7 and 8 October were worked.
      ("2023-09-28", "2023-10-09", 3),
      // 春节 2024: New Year's Eve was a working day, 18 February was worked.
      ("2024-02-08", "2024-02-19", 3),
      ("2024-04-30", "2024-05-13", 7),
      ("2024-09-13", "2024-10-14", 17),
      // 春节 2025: 26 January and 8 February were worked.
      ("2025-01-24", "2025-02-10", 7),
      ("2025-09-26", "2025-10-13", 7),
      ("2024-03-04", "2024-03-05", 1), ("2024-03-01", "2024-03-04", 1), ("2024-03-01", "2024-03-03", 0),
      ("2024-03-04", "2024-03-04", 0), ("2024-03-05", "2024-03-04", 0), ("2024-03-04", "2024-04-01", 20),
    ])
  func spans(_ start: String, _ end: String, _ count: Int) throws {
    let start = try #require(CalendarDate(text: start))
    let end = try #require(CalendarDate(text: end))
    #expect(calendar.count(after: start, through: end) == count)
  }

  @Test("the twenty working days after a reply can end on a worked Saturday")
  func twentyDays() throws {
    let reply = try #require(CalendarDate(text: "2025-09-08"))
    let last = try #require(CalendarDate(text: "2025-10-11"))
    #expect(last.weekday == 6)
    #expect(calendar.count(after: reply, through: last.adding(days: -1)) == 19)
    #expect(calendar.count(after: reply, through: last) == 20)
    #expect(calendar.count(after: reply, through: last.adding(days: 1)) == 20)
    #expect(calendar.count(after: reply, through: last.adding(days: 2)) == 21)
  }

  @Test("without a calendar only weekends are free")
  func plain() throws {
    let monday = try #require(CalendarDate(text: "2025-09-29"))
    #expect(
      (0..<7).map { WorkingDays().isWorking(monday.adding(days: $0)) } == [true, true, true, true, true, false, false])
    let past = try #require(CalendarDate(text: "1960-01-04"))
    #expect(
      (0..<7).map { WorkingDays().isWorking(past.adding(days: $0)) } == [true, true, true, true, true, false, false])
  }
}
