extension WorkingDays {
  /// The calendars that the State Council's General Office announces each autumn for the next year
  /// (国务院办公厅关于部分节假日安排的通知); a year behind the last is added here when its notice is out, or by
  /// `site.yaml` before that.
  package static let national = {
    var holidays: Set<CalendarDate> = []
    var worked: Set<CalendarDate> = []
    for notice in notices {
      holidays.formUnion(days(notice.off, of: notice.year))
      worked.formUnion(days(notice.worked, of: notice.year))
    }
    return WorkingDays(holidays: holidays, workedWeekends: worked)
  }()

  private struct Notice {
    let year: Int
    /// Its 发文字号.
    let source: String
    /// `MMDD` or `MMDD-MMDD`.
    let off: String
    let worked: String
  }

  private static let notices = [
    Notice(
      year: 2018, source: "国办发明电〔2017〕12号；国办发明电〔2018〕15号",
      off: "0101 0215-0221 0405-0407 0429-0501 0616-0618 0922-0924 1001-1007 1230-1231",
      worked: "0211 0224 0408 0428 0929-0930 1229"),
    Notice(
      year: 2019, source: "国办发明电〔2018〕15号；国办发明电〔2019〕3号",
      off: "0101 0204-0210 0405-0407 0501-0504 0607-0609 0913-0915 1001-1007",
      worked: "0202-0203 0428 0505 0929 1012"),
    Notice(
      year: 2020, source: "国办发明电〔2019〕16号；国办发明电〔2020〕1号",
      off: "0101 0124-0202 0404-0406 0501-0505 0625-0627 1001-1008",
      worked: "0119 0426 0509 0628 0927 1010"),
    Notice(
      year: 2021, source: "国办发明电〔2020〕27号",
      off: "0101-0103 0211-0217 0403-0405 0501-0505 0612-0614 0919-0921 1001-1007",
      worked: "0207 0220 0425 0508 0918 0926 1009"),
    Notice(
      year: 2022, source: "国办发明电〔2021〕11号；国办发明电〔2022〕16号",
      off: "0101-0103 0131-0206 0403-0405 0430-0504 0603-0605 0910-0912 1001-1007 1231",
      worked: "0129-0130 0402 0424 0507 1008-1009"),
    Notice(
      year: 2023, source: "国办发明电〔2022〕16号；国办发明电〔2023〕7号",
      off: "0101-0102 0121-0127 0405 0429-0503 0622-0624 0929-1006 1230-1231",
      worked: "0128-0129 0423 0506 0625 1007-1008"),
    Notice(
      year: 2024, source: "国办发明电〔2023〕7号",
      off: "0101 0210-0217 0404-0406 0501-0505 0610 0915-0917 1001-1007",
      worked: "0204 0218 0407 0428 0511 0914 0929 1012"),
    Notice(
      year: 2025, source: "国办发明电〔2024〕12号",
      off: "0101 0128-0204 0404-0406 0501-0505 0531-0602 1001-1008",
      worked: "0126 0208 0427 0928 1011"),
    Notice(
      year: 2026, source: "国办发明电〔2025〕7号",
      off: "0101-0103 0215-0223 0404-0406 0501-0505 0619-0621 0925-0927 1001-1007",
      worked: "0104 0214 0228 0509 0920 1010"),
  ]

  private static func days(_ text: String, of year: Int) -> [CalendarDate] {
    text.split(separator: " ").flatMap { run -> [CalendarDate] in
      let ends = run.split(separator: "-").compactMap { Int($0) }.compactMap {
        CalendarDate(year: year, month: $0 / 100, day: $0 % 100)
      }
      guard let first = ends.first, let last = ends.last else { return [] }
      return (0...last.days(since: first)).map(first.adding(days:))
    }
  }
}
