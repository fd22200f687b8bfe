import Glibc

/// Filters on text and numbers.
extension Filter {
  static func upper(_ value: Value, _ call: Call) throws(Fault) -> Value { try value.mapText { $0.uppercased() } }

  static func lower(_ value: Value, _ call: Call) throws(Fault) -> Value { try value.mapText { $0.lowercased() } }

  static func text(_ value: Value, _ call: Call) throws(Fault) -> Value { try value.mapText { $0 } }

  static func escaped(_ value: Value, _ call: Call) throws(Fault) -> Value { .markup(try value.escaped()) }

  static func safe(_ value: Value, _ call: Call) throws(Fault) -> Value { .markup(try value.printed()) }

  static func trimmed(_ value: Value, _ call: Call) throws(Fault) -> Value {
    let marks = call.isNone(0) ? nil : Set(try call.text(0).unicodeScalars)
    return try value.mapText { text in
      let scalars = text.unicodeScalars
      let isTrimmed = { (scalar: Unicode.Scalar) in marks?.contains(scalar) ?? scalar.isPythonSpace }
      guard let first = scalars.firstIndex(where: { !isTrimmed($0) }),
        let last = scalars.lastIndex(where: { !isTrimmed($0) })
      else { return "" }
      return String(scalars[first...last])
    }
  }

  static func replaced(_ value: Value, _ call: Call) throws(Fault) -> Value {
    let (old, new) = (call.arguments[0], call.arguments[1])
    var count = call.isNone(2) ? -1 : try call.int(2)
    let isMarkup = call.escapes && (value.isMarkup || old.isMarkup || new.isMarkup)
    let source = Array((isMarkup ? try value.escaped() : try value.printed()).utf8)
    let pattern = Array(try old.printed().utf8)
    let replacement = Array((isMarkup ? try new.escaped() : try new.printed()).utf8)
    guard !pattern.isEmpty else { throw Fault(.unsupported, "replace 要替换的文字是空的") }
    var result: [UInt8] = []
    var position = 0
    while count != 0, let found = source.firstIndex(of: pattern, from: position) {
      result += source[position..<found] + replacement
      guard result.count <= Limits.text else { throw Value.tooLong }
      position = found + pattern.count
      count -= 1
    }
    let text = try Value.limited(String(decoding: result + source[position...], as: UTF8.self))
    return isMarkup ? .markup(text) : .string(text)
  }

  static func truncated(_ value: Value, _ call: Call) throws(Fault) -> Value {
    guard let text = value.string else { throw Fault(.value, "truncate 要文字，不是\(value.title)") }
    let length = try call.int(0)
    let end = Value.string(try call.text(2))
    let leeway = call.isNone(3) ? 5 : try call.int(3)
    let endLength = try call.text(2).unicodeScalars.count
    guard length >= endLength, leeway >= 0 else { throw Fault(.value, "truncate 的长度太小") }
    let scalars = text.unicodeScalars
    guard scalars.count > length + leeway else { return value }
    var kept = scalars.prefix(length - endLength)
    if !call.isTrue(1), let blank = kept.lastIndex(of: " ") { kept = kept[..<blank] }
    let start = value.isMarkup ? Value.markup(String(kept)) : .string(String(kept))
    return try start.calculate(.add, call.arguments[2].isMarkup ? call.arguments[2] : end)
  }

  static func magnitude(_ value: Value, _ call: Call) throws(Fault) -> Value {
    if let number = value.integer { return number < 0 ? try Value.int(number).negated() : .int(number) }
    guard let number = value.double else { throw Fault(.value, "abs 要数，不是\(value.title)") }
    return .double(number.magnitude)
  }

  static func rounded(_ value: Value, _ call: Call) throws(Fault) -> Value {
    let precision = try call.int(0)
    guard (0...15).contains(precision) else { throw Fault(.unsupported, "round 的位数从 0 到 15") }
    guard let number = value.double else { throw Fault(.value, "round 要数，不是\(value.title)") }
    let scale = pow(10, Double(precision))
    switch try call.text(1) {
    case "common":
      if let integer = value.integer { return .int(integer) }
      // Like Python's, printf rounds the exact binary value, and halves to even.
      return .double(number.reread("%.\(precision)f"))
    // Python rounds to an integer, which knows no -0.
    case "ceil": return .double(((number * scale).rounded(.up) + 0) / scale)
    case "floor": return .double(((number * scale).rounded(.down) + 0) / scale)
    default: throw Fault(.value, "round 的方式是 common、ceil 或 floor")
    }
  }

  static func wholeNumber(_ value: Value, _ call: Call) throws(Fault) -> Value {
    guard try call.int(1) == 10 else { throw Fault(.unsupported, "int 只认十进制") }
    if let integer = value.integer { return .int(integer) }
    var number = value.double
    if let text = value.string {
      let digits = text.pythonDigits
      if let integer = Int(digits) { return .int(integer) }
      number = Double(digits)
    }
    guard let number, number.isFinite else { return call.arguments[0] }
    guard let integer = Int(exactly: number.rounded(.towardZero)) else { throw Fault(.limit, "数太大") }
    return .int(integer)
  }

  static func urlEncoded(_ value: Value, _ call: Call) throws(Fault) -> Value {
    switch value {
    case .list, .record:
      let pairs = try value.mapping == nil ? value.elements() : items(value, call).elements()
      let parts = try pairs.map { (pair: Value) throws(Fault) in
        let parts = try pair.elements()
        guard parts.count == 2 else { throw Fault(.value, "urlencode 要一对对的名字和值") }
        return try urlQuoted(parts[0].printed(), inQuery: true) + "=" + urlQuoted(parts[1].printed(), inQuery: true)
      }
      return .string(parts.joined(separator: "&"))
    default: return .string(urlQuoted(try value.printed(), inQuery: false))
    }
  }

  private static func urlQuoted(_ text: String, inQuery: Bool) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122, UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "~"):
        result.append(byte)
      case UInt8(ascii: "/") where !inQuery: result.append(byte)
      case UInt8(ascii: " ") where inQuery: result.append(UInt8(ascii: "+"))
      default: result += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension Value {
  /// What `change` makes of its text; markup stays markup.
  fileprivate func mapText(_ change: (String) -> String) throws(Fault) -> Value {
    let text = change(try printed())
    return isMarkup ? .markup(text) : .string(text)
  }
}

extension Double {
  /// What is read back of the digits that C's `printf` writes by `format`.
  func reread(_ format: String) -> Double {
    var digits = [CChar](repeating: 0, count: 400)
    _ = withVaList([self]) { vsnprintf(&digits, digits.count, format, $0) }
    return strtod(digits, nil)
  }
}

extension String {
  /// The ASCII digits, sign, point and exponent of what Python's `int` or `float` reads as a number; empty otherwise.
  fileprivate var pythonDigits: String {
    var scalars = Array(unicodeScalars.drop(while: \.isPythonSpace))
    while scalars.last?.isPythonSpace == true { scalars.removeLast() }
    var digits = ""
    for (place, scalar) in scalars.enumerated() {
      if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
        digits += String(Int(value))
      } else if scalar == "_" {
        let neighbours = [place - 1, place + 1].filter { scalars.indices.contains($0) }
        guard neighbours.count == 2, neighbours.allSatisfy({ scalars[$0].properties.numericType == .decimal }) else {
          return ""
        }
      } else {
        digits.unicodeScalars.append(scalar)
      }
    }
    return digits.utf8.allSatisfy("0123456789+-.eE".utf8.contains) ? digits : ""
  }
}
