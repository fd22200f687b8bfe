import Disclosure
import Testing

@Suite("The national calendars")
struct NationalCalendarTests {
  @Test("cover 2018 to 2026")
  func years() { #expect(WorkingDays.national.years == Set(2018...2026)) }

  /// Days that the notices name, and whether they were worked.
  @Test(
    arguments: [
      ("2018-02-24", true), ("2018-12-31", false), ("2018-12-29", true), ("2019-05-03", false), ("2019-05-05", true),
      ("2020-01-31", false), ("2020-02-03", true), ("2020-10-08", false), ("2021-09-26", true), ("2022-12-30", true),
      ("2023-10-06", false), ("2023-10-08", true), ("2024-02-09", true), ("2024-09-14", true), ("2025-01-26", true),
      ("2025-10-08", false), ("2026-02-23", false), ("2026-02-28", true), ("2026-10-10", true), ("2026-06-20", false),
    ])
  func days(_ text: String, _ isWorking: Bool) throws {
    let day = try #require(CalendarDate(text: text))
    #expect(WorkingDays.national.isWorking(day) == isWorking, "\(text)")
  }

  @Test("counting over a span is counting day by day")
  func spans() throws {
    let first = try #require(CalendarDate(text: "1969-11-03"))
    for start in stride(from: 0, to: 21_000, by: 97) {
      let day = first.adding(days: start)
      for length in [0, 1, 5, 30, 400] {
        let days = (0..<length).count { WorkingDays.national.isWorking(day.adding(days: $0 + 1)) }
        #expect(WorkingDays.national.count(after: day, through: day.adding(days: length)) == days)
      }
    }
  }

  @Test("a year of site.yaml replaces the shipped one")
  func replacement() throws {
    let holiday = try #require(CalendarDate(text: "2025-10-01"))
    let other = try #require(CalendarDate(text: "2025-12-24"))
    let later = try #require(CalendarDate(text: "2026-10-01"))
    let calendar = WorkingDays.national.replaced(by: WorkingDays(holidays: [other]))
    #expect(calendar.isWorking(holiday) && !calendar.isWorking(other) && !calendar.isWorking(later))
  }
}
