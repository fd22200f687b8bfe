import Glibc

/// Filters that give numbers, and `default`.
extension Function {
  static let numberFilters: [String: Function] = [
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
      guard let integer = Int(exactly: number.rounded(.towardZero)) else { throw Value.tooLarge }
      return .int(integer)
    },
    "length": Function(gives: .number) { value, _ in
      if let text = value.string { return .int(text.unicodeScalars.count) }
      if case .record(let record) = value { return .int(record.values.count) }
      guard case .list(let items) = value else { throw Fault(.value, "\(value.title)没有长度", hint: "length 用于文字、列表和记录") }
      return .int(items.count)
    },
    "round": Function(["precision": 0, "method": "common"], gives: .number) { value, call in
      let precision = try call.int(0)
      guard (0...15).contains(precision) else { throw Fault(.unsupported, "round 的位数从 0 到 15") }
      let number = try value.expectedNumber(for: "round")
      let method = try call.text(1)
      guard ["common", "ceil", "floor"].contains(method) else {
        throw Fault(.value, "round 的方式是 common、ceil 或 floor")
      }
      if let integer = value.integer { return method == "common" ? .int(integer) : .double(number) }
      // Like Python's, printf rounds the exact binary value, and halves to even.
      if method == "common" { return .double(number.reread("%.\(precision)f")) }
      let scale = pow(10, Double(precision))
      guard (number * scale).isFinite else { throw Value.tooLarge }
      // Python rounds to an integer, which knows no -0.
      return .double(((number * scale).rounded(method == "ceil" ? .up : .down) + 0) / scale)
    },
  ]
}

extension Value {
  fileprivate func expectedNumber(for filter: String) throws -> Double {
    guard let double else { throw Fault(.value, "\(filter) 要数，不是\(title)", hint: hint(with: 0)) }
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
  /// The digits, as ASCII, of what Python's `int` or `float` reads as a number.
  fileprivate var pythonDigits: String? {
    let parts = trimmed(where: \.properties.isWhitespace).unicodeScalars.map { scalar in
      let isDigit = scalar.properties.numericType == .decimal
      return isDigit ? String(Int(scalar.properties.numericValue ?? 0)) : String(scalar)
    }.joined().parts(at: "_")
    // `_` stands between two digits.
    let isParted = zip(parts, parts.dropFirst()).allSatisfy { before, after in
      before.last?.isNumber == true && after.first?.isNumber == true
    }
    let digits = parts.joined()
    return isParted && digits.utf8.allSatisfy("0123456789+-.eE".utf8.contains) ? digits : nil
  }
}
