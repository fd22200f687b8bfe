/// A day of the Gregorian calendar, without time or zone.
package struct CalendarDate: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01.
  package let dayNumber: Int32

  package init(dayNumber: Int32) { self.dayNumber = dayNumber }

  /// `nil` when there is no such day; years 1900…2199.
  package init?(year: Int, month: Int, day: Int) {
    guard (1900...2199).contains(year), (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year)
    else { return nil }
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    dayNumber = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Reads the forms that ledgers have: `2018-10-12`, `2018/10/12`, `2018.10.12`, `2018年10月12日`, the serial number
  /// of a spreadsheet (1900 system), with full-width digits too; a time of day behind the date is dropped.
  package init?(text: String) {
    if let (year, month, day) = Self.isoParts(of: text) {
      self.init(year: year, month: month, day: day)
      return
    }
    var characters = text.halfWidth.drop { $0 == " " }
    if let blank = characters.lastIndex(where: { $0 == " " || $0 == "T" }),
      Self.isTime(characters[blank...].dropFirst())
    {
      characters = characters[..<blank]
    }
    while characters.last == " " { characters.removeLast() }
    if characters.contains("年") { characters.removeAll { $0 == " " } }
    let parts = characters.split(separator: ".")
    if parts.count == 2, Int(parts[0]) ?? 0 > 9999, parts[1].allSatisfy(\.isWholeNumber) { characters = parts[0] }
    var numbers: [Int] = []
    var digits = 0
    var separators = ""
    for character in characters {
      if let digit = character.wholeNumberValue, character.isASCII {
        if digits == 0 { numbers.append(0) }
        guard digits < 5 else { return nil }
        digits += 1
        numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + digit
      } else {
        guard digits > 0 else { return nil }
        separators.append(character)
        digits = 0
      }
    }
    switch (numbers.count, separators) {
    case (3, "--"), (3, "//"), (3, ".."), (3, "年月日"), (3, "年月"):
      self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    case (1, ""):
      self.init(serial: numbers[0])
    default:
      return nil
    }
  }

  /// `14:30`, `14:30:00`
  private static func isTime(_ text: Substring) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
    return (2...3).contains(parts.count) && (0..<24).contains(parts[0])
      && parts.dropFirst().allSatisfy { (0..<60).contains($0) }
  }

  /// Of `2018-10-12`, the form that nearly every ledger has, without a look at its characters.
  private static func isoParts(of text: String) -> (year: Int, month: Int, day: Int)? {
    guard text.utf8.count == 10 else { return nil }
    var numbers = (0, 0, 0)
    for (position, byte) in text.utf8.enumerated() {
      switch (position, byte) {
      case (4, UInt8(ascii: "-")), (7, UInt8(ascii: "-")): break
      case (0...3, 0x30...0x39): numbers.0 = numbers.0 * 10 + Int(byte - 0x30)
      case (5...6, 0x30...0x39): numbers.1 = numbers.1 * 10 + Int(byte - 0x30)
      case (8...9, 0x30...0x39): numbers.2 = numbers.2 * 10 + Int(byte - 0x30)
      default: return nil
      }
    }
    return numbers
  }

  /// The day of a spreadsheet's serial number in the 1900 system, which counts a 29 February 1900 that never was;
  /// or in the 1904 system, which is 1,462 days behind. Only serials from 1990 to 2099 are taken for dates.
  package init?(serial: Int, countsFrom1904: Bool = false) {
    let delay = countsFrom1904 ? 1_462 : 0
    guard (32_874 - delay...73_050 - delay).contains(serial) else { return nil }
    dayNumber = Int32(serial + delay - 25_569)
  }

  package static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.dayNumber < right.dayNumber }

  /// Year, month and day.
  package var parts: (year: Int, month: Int, day: Int) {
    // Hinnant's civil_from_days.
    let shifted = Int(dayNumber) + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  package var year: Int { parts.year }

  /// 1 Monday … 7 Sunday.
  package var weekday: Int { ((Int(dayNumber) + 3) % 7 + 7) % 7 + 1 }

  /// The same day so many months later, or the last day of that month where it is shorter.
  package func adding(months: Int) -> CalendarDate {
    let (year, month, day) = parts
    let total = year * 12 + month - 1 + months
    let target = (year: total / 12, month: total % 12 + 1)
    let last = Self.days(in: target.month, of: target.year)
    return CalendarDate(year: target.year, month: target.month, day: min(day, last)) ?? self
  }

  package func days(since earlier: CalendarDate) -> Int { Int(dayNumber - earlier.dayNumber) }

  package func adding(days: Int) -> CalendarDate { CalendarDate(dayNumber: dayNumber + Int32(days)) }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDate: CustomStringConvertible {
  /// `2018-10-12`
  package var description: String {
    let (year, month, day) = parts
    return String(unsafeUninitializedCapacity: 10) { bytes in
      var rest = (year * 100 + month) * 100 + day
      for place in (0..<10).reversed() {
        if place == 4 || place == 7 {
          bytes[place] = UInt8(ascii: "-")
        } else {
          bytes[place] = UInt8(ascii: "0") + UInt8(rest % 10)
          rest /= 10
        }
      }
      return 10
    }
  }

  /// `2018年10月12日`
  package var chinese: String {
    let (year, month, day) = parts
    return "\(year)年\(month)月\(day)日"
  }
}
