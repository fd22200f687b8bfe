/// Filters that Jinja has not, for official Chinese.
extension Function {
  static let chineseFilters: [String: Function] = [
    "中文日期": Function(gives: .text) { value, _ in try chineseDate(value) },
    "中文数字": Function(gives: .text) { value, _ in try chineseNumber(value) },
    "百分比": Function(["位数": 1], gives: .text) { value, call in try percentage(value, decimals: call.int(0)) },
    "摘要": Function(["字数": 100], gives: .text) { value, call in try summary(value, length: call.int(0)) },
  ]

  /// `2024-05-20` as 2024年5月20日.
  private static func chineseDate(_ value: Value) throws -> Value {
    // Pages have dozens of them, so that no arrays are made.
    var text = value.string ?? ""
    let date = text.withUTF8 { text -> String? in
      guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
        let year = number(text[..<4]), let month = number(text[5..<7]), let day = number(text[8...]),
        (1...12).contains(month), (1...days(in: month, of: year)).contains(day)
      else { return nil }
      return String(unsafeUninitializedCapacity: text.count + 9) { date in
        var end = 0
        func add(_ bytes: some Sequence<UInt8>) {
          for byte in bytes {
            date[end] = byte
            end += 1
          }
        }
        add(text[..<4])
        add("年".utf8)
        add(text[(month < 10 ? 6 : 5)..<7])
        add("月".utf8)
        add(text[(day < 10 ? 9 : 8)...])
        add("日".utf8)
        return end
      }
    }
    guard let date else { throw Fault(.value, "中文日期要 2024-05-20 这样的日期", hint: value.hint(with: "")) }
    return .string(date)
  }

  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    digits.allSatisfy { (48...57).contains($0) } ? digits.reduce(0) { 10 * $0 + Int($1 - 48) } : nil
  }

  private static func days(in month: Int, of year: Int) -> Int {
    let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeapYear ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// 26 as 二十六; whole numbers of at most 10¹² on either side of 0.
  private static func chineseNumber(_ value: Value) throws -> Value {
    guard case .int(let number) = value, number.magnitude <= 1_000_000_000_000 else {
      throw Fault(.value, "中文数字要一万亿以内的整数，不是\(value.title)", hint: value.hint(with: 0))
    }
    let text = chinese(Int(number.magnitude))
    // 十二, not 一十二.
    return .string((number < 0 ? "负" : "") + (text.hasPrefix("一十") ? String(text.dropFirst()) : text))
  }

  /// The largest unit with its own number before it, and what is left, with 零 where units are passed over.
  private static func chinese(_ number: Int) -> String {
    let units = [(1_000_000_000_000, "万亿"), (100_000_000, "亿"), (10_000, "万"), (1000, "千"), (100, "百"), (10, "十")]
    guard let (unit, name) = units.first(where: { $0.0 <= number }) else {
      return String(Array("零一二三四五六七八九")[number])
    }
    let (count, rest) = number.quotientAndRemainder(dividingBy: unit)
    return chinese(count) + name + (rest == 0 ? "" : (rest < unit / 10 ? "零" : "") + chinese(rest))
  }

  /// A ratio, or a record of `n` and `d`, as 38.4%: rounded half up to the digits asked for.
  private static func percentage(_ value: Value, decimals: Int) throws -> Value {
    guard (0...6).contains(decimals) else { throw Fault(.value, "百分比的小数位数从 0 到 6") }
    let scale = (0..<decimals + 2).reduce(1) { scale, _ in scale * 10 }
    let scaled: Int
    if let record = value.mapping {
      guard case .int(let part)? = record["n"], case .int(let whole)? = record["d"], part >= 0, part < 1 << 32,
        whole >= 0, whole < 1 << 32
      else { throw Fault(.value, "百分比要有整数 n 和 d 的记录") }
      guard whole > 0 else { throw Fault(.value, "百分比的分母 d 是 0", hint: "先用 if 判断") }
      scaled = (part * scale * 2 + whole) / (whole * 2)
    } else {
      guard let ratio = value.double, ratio.magnitude < 1e6 else {
        throw Fault(.value, "百分比要比值，或有 n 和 d 的记录，不是\(value.title)", hint: value.hint(with: value))
      }
      // Fifteen digits are those that were written; what binary fractions add is behind them.
      scaled = Int((ratio * Double(scale)).reread("%.15g").rounded(.toNearestOrAwayFromZero))
    }
    let unit = scale / 100
    let fraction = String(Int(scaled.magnitude) % unit + unit).dropFirst()
    let sign = scaled < 0 ? "-" : ""
    return .string("\(sign)\(Int(scaled.magnitude) / unit)\(decimals > 0 ? "." : "")\(fraction)%")
  }

  /// The first characters of a text, on one line, cut after a sentence or a clause if that keeps half of them.
  private static func summary(_ value: Value, length: Int) throws -> Value {
    guard case .string(let text) = value else {
      throw Fault(.value, "摘要要文字，不是\(value.title)", hint: value.hint(with: ""))
    }
    guard length > 0 else { throw Fault(.value, "摘要的字数要大于 0") }
    let words = text.split(whereSeparator: \.isWhitespace)
    let line = words.joined(separator: " ")
    guard line.count > length else { return .string(line) }
    let start = line.prefix(length)
    let half = start.index(start.startIndex, offsetBy: length / 2)
    if let end = start[half...].lastIndex(where: { "。！？!?".contains($0) }) { return .string(start[...end] + "…") }
    if let end = start[half...].lastIndex(where: { "，、；：,;:".contains($0) }) { return .string(start[..<end] + "…") }
    return .string(start + "…")
  }
}
