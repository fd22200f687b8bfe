import Disclosure
import Testing

@Suite("Calendar dates")
struct CalendarDateTests {
  @Test(
    "reads every form that ledgers have",
    arguments: [
      "2018-10-12", "2018/10/12", "2018.10.12", "2018年10月12日", "2018年10月12", "43385",
      "２０１８-１０-１２", "２０１８年１０月１２日", "2018－10－12", "2018／10／12", "2018．10．12", "４３３８５",
      "2018/10/12 0:00", "2018-10-12 00:00:00", "2018-10-12 ", " 2018-10-12", "\u{3000}2018-10-12\u{3000}",
      "2018 年 10 月 12 日", "2018年 10月 12日",
      "2018-10-12 08:30", "2018/10/12 14:30:05", "2018-10-12T23:59:59", "2018年10月12日 9:05", "43385.604", "43385.0",
    ])
  func reading(_ text: String) {
    #expect(CalendarDate(text: text)?.description == "2018-10-12")
  }

  @Test(
    "reads one-digit months and days",
    arguments: [
      ("2018-1-2", "2018-01-02"), ("2018/1/2", "2018-01-02"), ("2018.1.2", "2018-01-02"), ("2018年1月2日", "2018-01-02"),
      ("2018-01-2", "2018-01-02"),
    ])
  func shortForms(_ text: String, _ day: String) {
    #expect(CalendarDate(text: text)?.description == day)
  }

  @Test(
    "refuses what is no date",
    arguments: [
      "", " ", "2018", "20181012", "2018-10", "2018年10月", "2018-10-12-1", "18-10-12", "2018-10/12", "2018--12",
      "-2018-10-12",
      "2018-10-", "十月十二日", "2018-10-12 24:30", "2018-10-12 08:60", "2018-10-12 8", "2018-10-12x", "2018年10-12",
      "12.10.2018", "123456-1-1", "32873",
      "73051",
      "43385.5.1", "43385.x", "2018 10 12", "2018-1 0-12",
    ])
  func refusing(_ text: String) {
    #expect(CalendarDate(text: text) == nil)
  }

  @Test(
    "refuses days that are none",
    arguments: [
      (2023, 2, 29), (1900, 2, 29), (2100, 2, 29), (2024, 2, 30), (2024, 4, 31), (2024, 6, 31), (2024, 9, 31),
      (2024, 11, 31),
      (2024, 1, 32), (2024, 0, 1), (2024, 13, 1), (2024, 1, 0), (2024, 1, -1), (1899, 12, 31), (2200, 1, 1),
    ])
  func impossibleDays(_ year: Int, _ month: Int, _ day: Int) {
    #expect(CalendarDate(year: year, month: month, day: day) == nil)
    #expect(CalendarDate(text: "\(year)-\(month)-\(day)") == nil)
  }

  @Test(
    "reads serial numbers of the 1900 system",
    arguments: [
      (32_874, "1990-01-01"), (36_525, "1999-12-31"), (36_585, "2000-02-29"), (43_385, "2018-10-12"),
      (45_351, "2024-02-29"),
      (73_050, "2099-12-31"),
    ])
  func serials(_ serial: Int, _ day: String) {
    #expect(CalendarDate(serial: serial)?.description == day)
    #expect(CalendarDate(serial: serial - 1_462, countsFrom1904: true)?.description == day)
    #expect(CalendarDate(serial: .max, countsFrom1904: true) == nil)
  }

  @Test("gives every day from 1900 to 2199 its own number, in order, and back")
  func allDays() throws {
    let first = try #require(CalendarDate(year: 1900, month: 1, day: 1))
    let last = try #require(CalendarDate(year: 2199, month: 12, day: 31))
    var expected = first
    for year in 1900...2199 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      for (month, length) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
        for day in 1...length {
          let date = try #require(CalendarDate(year: year, month: month + 1, day: day))
          try #require(date == expected && date.parts == (year, month + 1, day))
          expected = date.adding(days: 1)
        }
      }
    }
    #expect(expected.days(since: last) == 1)
    #expect(last.days(since: first) == 300 * 365 + 73 - 1)
  }

  @Test(
    "knows the weekday",
    arguments: [
      ("1900-01-01", 1), ("1949-10-01", 6), ("1969-12-28", 7), ("1969-12-31", 3), ("1970-01-01", 4), ("2000-01-01", 6),
      ("2000-02-29", 2), ("2018-10-12", 5), ("2024-02-29", 4), ("2025-10-01", 3), ("2026-11-21", 6), ("2199-12-31", 2),
    ])
  func weekday(_ text: String, _ weekday: Int) throws {
    #expect(try #require(CalendarDate(text: text)).weekday == weekday)
  }

  @Test(
    "adds months, at month ends too",
    arguments: [
      ("2024-02-28", 3, "2024-05-28"), ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"),
      ("2024-03-31", 1, "2024-04-30"), ("2024-11-30", 3, "2025-02-28"), ("2023-11-30", 3, "2024-02-29"),
      ("2024-12-31", 12, "2025-12-31"), ("2024-02-29", 12, "2025-02-28"), ("2024-10-15", 6, "2025-04-15"),
      ("2024-05-31", 0, "2024-05-31"), ("2024-03-31", -1, "2024-02-29"), ("2024-01-15", -1, "2023-12-15"),
    ])
  func addingMonths(_ start: String, _ months: Int, _ end: String) throws {
    #expect(try #require(CalendarDate(text: start)).adding(months: months).description == end)
  }

  @Test("writes itself for machines and for people")
  func writing() throws {
    let date = try #require(CalendarDate(year: 2024, month: 5, day: 6))
    #expect(date.description == "2024-05-06")
    #expect(date.chinese == "2024年5月6日")
    #expect(date.year == 2024)
  }

  @Test("stands in the order of time")
  func order() throws {
    let days = try ["2023-12-31", "2024-01-01", "2024-01-02", "2024-02-01", "2025-01-01"].map {
      try #require(CalendarDate(text: $0))
    }
    #expect(days.reversed().sorted() == days)
  }
}
