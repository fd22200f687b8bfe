import Glibc

/// Filters on text and numbers.
extension Function {
  static let generalFilters: [String: Function] = [
    "abs": Function(gives: .number) { value, _ in
      if let number = value.integer { return number < 0 ? try value.signed(.subtract) : .int(number) }
      return .double(try value.expectedNumber(for: "abs").magnitude)
    },
    "default": Function(
      ["default_value": "", "boolean": false], takes: .anything, mayGiveNothing: true,
      gives: { shape, arguments in shape.merged(arguments[0] ?? .text) }
    ) { value, call in
      value.isUndefined || (call[1].isTrue && !value.isTrue) ? call[0] : value
    },
    "int": Function(["default": 0, "base": 10], gives: .number) { value, call in
      guard try call.int(1) == 10 else { throw Fault(.unsupported, "int 只认十进制") }
      let digits = value.string?.pythonDigits
      if let integer = value.integer ?? digits.flatMap({ Int($0) }) { return .int(integer) }
      guard let number = value.double ?? digits.flatMap(Double.init), number.isFinite else { return call[0] }
      guard let integer = Int(exactly: number.rounded(.towardZero)) else { throw Fault(.limit, "数太大") }
      return .int(integer)
    },
    "length": Function(gives: .number) { value, _ in
      if let text = value.string { return .int(text.unicodeScalars.count) }
      if case .record(let record) = value { return .int(record.values.count) }
      guard case .list(let items) = value else { throw Fault(.value, "\(value.title)没有长度") }
      return .int(items.count)
    },
    "round": Function(["precision": 0, "method": "common"], gives: .number) { value, call in
      let precision = try call.int(0)
      guard (0...15).contains(precision) else { throw Fault(.unsupported, "round 的位数从 0 到 15") }
      let number = try value.expectedNumber(for: "round")
      let scale = pow(10, Double(precision))
      switch try call.text(1) {
      // Like Python's, printf rounds the exact binary value, and halves to even.
      case "common": return value.integer.map(Value.int) ?? .double(number.reread("%.\(precision)f"))
      // Python rounds to an integer, which knows no -0.
      case "ceil": return .double(((number * scale).rounded(.up) + 0) / scale)
      case "floor": return .double(((number * scale).rounded(.down) + 0) / scale)
      default: throw Fault(.value, "round 的方式是 common、ceil 或 floor")
      }
    },
    "tojson": Function(["indent": Value.none], gives: .markup) { value, call in
      let indent = try call.given(0) == nil ? nil : max(0, call.int(0))
      return .markup(try value.json(indent: indent))
    },
  ]

  static let textFilters: [String: Function] = [
    "escape": Function(gives: .markup) { value, _ in .markup(try value.escaped()) },
    "safe": Function(gives: .markup) { value, _ in .markup(try value.printed()) },
    "string": Function(gives: .text) { value, _ in try value.mapText { $0 } },
    "upper": Function(gives: .text) { value, _ in try value.mapText { $0.uppercased() } },
    "lower": Function(gives: .text) { value, _ in try value.mapText { $0.lowercased() } },
    "trim": Function(["chars": Value.none], gives: .text) { value, call in
      let marks = call.given(0) == nil ? nil : Set(try call.text(0).unicodeScalars)
      let isKept = { (scalar: Unicode.Scalar) in !(marks?.contains(scalar) ?? scalar.isPythonSpace) }
      return try value.mapText { text in
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: isKept), let last = scalars.lastIndex(where: isKept) else {
          return ""
        }
        return String(scalars[first...last])
      }
    },
    "replace": Function(["old": nil, "new": nil, "count": Value.none], gives: .text) { value, call in
      var count = try call.given(2) == nil ? -1 : call.int(2)
      let isMarkup = call.escapes && [value, call[0], call[1]].contains(where: \.isMarkup)
      let utf8 = { (value: Value) in Array((isMarkup ? try value.escaped() : try value.printed()).utf8) }
      let (source, old, new) = (try utf8(value), Array(try call[0].printed().utf8), try utf8(call[1]))
      guard !old.isEmpty else { throw Fault(.unsupported, "replace 要替换的文字是空的") }
      var result: [UInt8] = []
      var position = 0
      while count != 0, let found = source.firstIndex(of: old, from: position) {
        result += source[position..<found]
        result += new
        guard result.count <= Limits.text else { throw Value.tooLong }
        position = found + old.count
        count -= 1
      }
      return try Value(String(decoding: result + source[position...], as: UTF8.self), isMarkup: isMarkup)
    },
    "truncate": Function(
      ["length": 255, "killwords": false, "end": "...", "leeway": Value.none], gives: .text
    ) { value, call in
      guard let text = value.string else { throw Fault(.value, "truncate 要文字，不是\(value.title)") }
      let (length, leeway) = (try call.int(0), try call.given(3) == nil ? 5 : call.int(3))
      let endLength = try call.text(2).unicodeScalars.count
      guard length >= endLength, leeway >= 0 else { throw Fault(.value, "truncate 的长度太小") }
      let scalars = text.unicodeScalars
      guard scalars.count > length + leeway else { return value }
      var kept = scalars.prefix(length - endLength)
      if !call[1].isTrue, let blank = kept.lastIndex(of: " ") { kept = kept[..<blank] }
      return try Value(String(kept), isMarkup: value.isMarkup).calculate(.add, call[2])
    },
    "urlencode": Function(takes: .sequence, gives: { _, _ in .text }) { value, _ in
      switch value {
      case .list, .record:
        let pairs = try (value.mapping == nil ? value.elements() : value.pairs()).map { pair in
          let parts = try pair.elements()
          guard parts.count == 2 else { throw Fault(.value, "urlencode 要一对对的名字和值") }
          return try parts.map { try $0.printed().urlQuoted(inQuery: true) }.joined(separator: "=")
        }
        return .string(pairs.joined(separator: "&"))
      default: return .string(try value.printed().urlQuoted(inQuery: false))
      }
    },
  ]
}

extension Value {
  /// What `change` makes of its text; markup stays markup.
  fileprivate func mapText(_ change: (String) -> String) throws -> Value {
    let text = change(try printed())
    return isMarkup ? .markup(text) : .string(text)
  }

  fileprivate func expectedNumber(for filter: String) throws -> Double {
    guard let double else { throw Fault(.value, "\(filter) 要数，不是\(title)") }
    return double
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
    let isDecimal = { (scalar: Unicode.Scalar) in scalar.properties.numericType == .decimal }
    var scalars = Array(unicodeScalars.drop(while: \.isPythonSpace))
    while scalars.last?.isPythonSpace == true { scalars.removeLast() }
    var digits = ""
    for (place, scalar) in scalars.enumerated() {
      if isDecimal(scalar), let value = scalar.properties.numericValue {
        digits += String(Int(value))
      } else if scalar != "_" {
        digits.unicodeScalars.append(scalar)
      } else if place == 0 || place + 1 == scalars.count || !isDecimal(scalars[place - 1])
        || !isDecimal(scalars[place + 1])
      {
        return ""
      }
    }
    return digits.utf8.allSatisfy("0123456789+-.eE".utf8.contains) ? digits : ""
  }

  fileprivate func urlQuoted(inQuery: Bool) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in utf8 {
      switch UInt8(byte) {
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
