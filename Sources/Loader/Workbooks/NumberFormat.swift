import Disclosure
import Glibc

/// What a cell's number stands for, by the format in which the worksheet shows it (ECMA-376, part 1, section 18.8.30).
enum NumberFormat: Sendable, Hashable {
  case number
  /// `0000`: leading zeros up to so many digits.
  case padded(Int)
  case date
  /// A date of which only the year is shown.
  case year

  /// - Parameter id: one that every program knows; `nil` for others, which the workbook writes out.
  init?(builtIn id: Int) {
    switch id {
    // Beyond 22 they are those of Chinese programs; 18…21 and 32…35 are times of day.
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: self = .date
    case 0...49, 55, 56: self = .number
    default: return nil
    }
  }

  init(code: String) {
    let letters = Self.letters(of: code)
    if letters.count > 1, letters.allSatisfy({ $0 == "0" }) {
      self = .padded(letters.count)
    } else if letters.contains("y") || letters.contains("e") && !letters.contains("0") {
      self = letters.contains("m") || letters.contains("d") ? .date : .year
    } else if letters.contains("d") || letters.contains("m") && !letters.contains("h") && !letters.contains("s") {
      self = .date
    } else {
      self = .number
    }
  }

  /// The first section of a format without quoted text, escaped characters, and what stands in brackets.
  private static func letters(of code: String) -> String {
    var letters = ""
    var rest = code.lowercased()[...]
    while let character = rest.popFirst() {
      switch character {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "[":
        // `[h]` counts hours beyond a day.
        if rest.hasPrefix("h]") || rest.hasPrefix("m]") || rest.hasPrefix("s]") { letters.append("h") }
        rest = rest.drop { $0 != "]" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case ";": return letters
      case "g" where rest.hasPrefix("eneral"): rest = rest.dropFirst(6)
      default: letters.append(character)
      }
    }
    return letters
  }

  /// The number as a ledger in text would have it.
  func text(of number: Double, is1904: Bool) -> String {
    let isWhole = number == number.rounded() && number.magnitude < 1e15
    switch self {
    case .padded(let digits) where isWhole && number >= 0:
      let plain = String(Int(number))
      return String(repeating: "0", count: max(0, digits - plain.count)) + plain
    case .date, .year:
      guard (0..<2_958_466).contains(number) else { fallthrough }
      let date = Self.date(Int(number), is1904: is1904)
      return self == .year ? String(date.prefix(4)) : date
    case .number, .padded:
      return isWhole ? String(Int(number)) : Self.decimal(number)
    }
  }

  /// With 15 digits, as spreadsheets show numbers: 0.1 + 0.2 is 0.3.
  private static func decimal(_ number: Double) -> String {
    var buffer = [CChar](repeating: 0, count: 40)
    withVaList([number]) { _ = vsnprintf(&buffer, buffer.count, "%.15g", $0) }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The day of a serial number, `2018-10-12`.
  ///
  /// The 1900 system counts from 1 January 1900 as 1 and has a 29 February 1900 that never was; the 1904 system counts
  /// from 1 January 1904 as 0 (ECMA-376, part 1, section 18.17.4.1).
  private static func date(_ serial: Int, is1904: Bool) -> String {
    if is1904 { return CalendarDate(dayNumber: Int32(serial - 24_107)).description }
    switch serial {
    case 0: return "1900-01-00"
    case 60: return "1900-02-29"
    default: return CalendarDate(dayNumber: Int32(serial - (serial < 60 ? 25_568 : 25_569))).description
    }
  }
}
