import Disclosure
import Glibc

enum Today {
  /// The day in China (UTC+8) now: the one place where the clock decides, and only for a site without 截至日期.
  static var inChina: CalendarDate { CalendarDate(dayNumber: Int32((time(nil) + 8 * 3600) / 86_400)) }
}
