import Glibc

/// The operators, with Python's results.
extension Value {
  /// It as a number; Python's truths count as 0 and 1.
  var number: Value? {
    switch self {
    case .bool(let value): .int(value ? 1 : 0)
    case .int, .double: self
    default: nil
    }
  }

  var integer: Int? { if case .int(let value)? = number { value } else { nil } }

  var double: Double? { if case .double(let value) = self { value } else { integer.map(Double.init) } }

  /// What `operation` gives of it and `right`.
  func calculate(_ operation: Operator, _ right: Value) throws -> Value {
    if operation == .concatenate { return try Value.concatenated([self, right]) }
    if operation.strength == .comparison { return .bool(try compares(operation, right)) }
    if let left = integer, let right = right.integer { return try Value.calculate(operation, left, right) }
    if let left = double, let right = right.double {
      let result = try Value.calculate(operation, left, right)
      // Python has infinities here; in constants, Jinja trips over them.
      guard result.isFinite else { throw Value.tooLarge }
      return .double(result)
    }
    guard operation == .add else {
      throw Fault(.unsupported, "\(title)和\(right.title)不能用 \(operation.rawValue) 计算", hint: hint(with: right))
    }
    if string != nil, right.string != nil { return try Value.concatenated([self, right]) }
    guard case (.list(let left), .list(let right)) = (self, right) else {
      throw Fault(
        .value, "\(title)和\(right.title)不能相加", hint: isNone || right.isNone ? hint(with: right) : "文字和数用 ~ 连接")
    }
    guard left.count + right.count <= Limits.list else { throw Value.tooLong }
    return .list(left + right)
  }

  private static func calculate(_ operation: Operator, _ left: Int, _ right: Int) throws -> Value {
    let result: (partialValue: Int, overflow: Bool)
    switch operation {
    case .add: result = left.addingReportingOverflow(right)
    case .subtract: result = left.subtractingReportingOverflow(right)
    case .multiply: result = left.multipliedReportingOverflow(by: right)
    case .floorDivide, .modulo:
      guard right != 0 else { throw zeroDivision }
      guard right != -1 else { return operation == .modulo ? 0 : try calculate(.subtract, 0, left) }
      let (quotient, remainder) = left.quotientAndRemainder(dividingBy: right)
      let isRoundedUp = remainder != 0 && (remainder < 0) != (right < 0)
      return .int(operation == .modulo ? remainder + (isRoundedUp ? right : 0) : quotient - (isRoundedUp ? 1 : 0))
    default:
      // Beyond 2^53 a whole number may not be exact as a floating point number.
      guard max(left.magnitude, right.magnitude) <= 1 << 53 else { throw tooLarge }
      return .double(try calculate(operation, Double(left), Double(right)))
    }
    if result.overflow { throw tooLarge }
    return .int(result.partialValue)
  }

  private static func calculate(_ operation: Operator, _ left: Double, _ right: Double) throws -> Double {
    switch operation {
    case .add: return left + right
    case .subtract: return left - right
    case .multiply: return left * right
    default: if right == 0 { throw zeroDivision }
    }
    if operation == .divide { return left / right }
    // As CPython's `_float_div_mod` does.
    var remainder = fmod(left, right)
    var quotient = (left - remainder) / right
    if remainder != 0, (right < 0) != (remainder < 0) {
      remainder += right
      quotient -= 1
    } else if remainder == 0 {
      remainder = copysign(0, right)
    }
    if operation == .modulo { return remainder }
    let whole = quotient.rounded(.down)
    return quotient == 0 ? copysign(0, left / right) : quotient - whole > 0.5 ? whole + 1 : whole
  }

  /// What a leading `-` or `+` gives.
  func signed(_ sign: Operator) throws -> Value {
    switch number {
    case .int(let value): return sign == .subtract ? try Value.calculate(.subtract, 0, value) : .int(value)
    case .double(let value): return .double(sign == .subtract ? -value : value)
    default: throw Fault(.value, "\(title)前不能用\(sign == .subtract ? "负" : "正")号", hint: hint(with: 0))
    }
  }

  /// What to do where it should be of the kind of `other`.
  func hint(with other: Value) -> String? {
    if isNone || other.isNone { return "没有值时先用 if 判断，或写作 …|default(…, true)" }
    if (string == nil) != (other.string == nil), number != nil || other.number != nil { return "文字先用 |int 变成整数" }
    return nil
  }

  private func compares(_ comparison: Operator, _ right: Value) throws -> Bool {
    switch comparison {
    case .equal: return equals(right)
    case .unequal: return !equals(right)
    case .contained: return try right.contains(self)
    case .notContained: return try !right.contains(self)
    default: break
    }
    let order = try order(right)
    switch comparison {
    case .less: return order < 0
    case .lessOrEqual: return order <= 0
    case .greater: return order > 0
    default: return order >= 0
    }
  }

  func equals(_ other: Value) -> Bool {
    if let left = string, let right = other.string { return left.isExactly(right) }
    switch (self, other) {
    case (.none, .none): return true
    case (.list(let left), .list(let right)): return Value.areEqual(left, right)
    case (.record(let left), .record(let right)):
      guard left.shape.isTuple == right.shape.isTuple, left.values.count == right.values.count else { return false }
      if left.shape.isTuple { return Value.areEqual(left.values, right.values) }
      return zip(left.shape.names, left.values).allSatisfy { name, value in right[name]?.equals(value) == true }
    default:
      guard let left = number, let right = other.number else { return false }
      return Value.order(left, right) == 0
    }
  }

  private static func areEqual(_ left: [Value], _ right: [Value]) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { $0.equals($1) }
  }

  /// Below zero, zero or above.
  func order(_ other: Value) throws -> Int {
    if let left = number, let right = other.number { return Value.order(left, right) }
    if let left = string, let right = other.string { return left.codePointOrder(right) }
    switch (self, other) {
    case (.list(let left), .list(let right)): return try Value.order(left, right)
    case (.record(let left), .record(let right)) where left.shape.isTuple && right.shape.isTuple:
      return try Value.order(left.values, right.values)
    default: throw Fault(.value, "\(title)和\(other.title)不能比大小", hint: hint(with: other))
    }
  }

  static func order(_ left: [Value], _ right: [Value]) throws -> Int {
    for (left, right) in zip(left, right) where !left.equals(right) { return try left.order(right) }
    return left.count - right.count
  }

  /// The order of numbers, exact where one is whole and the other is not.
  private static func order(_ left: Value, _ right: Value) -> Int {
    switch (left, right) {
    case (.int(let left), .int(let right)): return left < right ? -1 : left == right ? 0 : 1
    case (.double(let left), .double(let right)): return left < right ? -1 : left == right ? 0 : 1
    case (.int(let left), .double(let right)):
      if Double(left) != right { return order(.double(Double(left)), .double(right)) }
      return Int(exactly: right).map { left < $0 ? -1 : left == $0 ? 0 : 1 } ?? -1
    default: return -order(right, left)
    }
  }

  private func contains(_ item: Value) throws -> Bool {
    switch self {
    case .list(let items): return items.contains { $0.equals(item) }
    case .record(let record) where record.shape.isTuple: return record.values.contains { $0.equals(item) }
    case .record(let record):
      switch item {
      case .list, .record: throw Fault(.value, "在记录里找的，要是键的名字，不是\(item.title)")
      default: return item.string.map { record.shape.index(of: $0) != nil } ?? false
      }
    case .string(let text), .markup(let text):
      guard let part = item.string else {
        throw Fault(.value, "在文字里找的，也要是文字，不是\(item.title)", hint: "数先用 |string 变成文字")
      }
      return Array(text.utf8).firstIndex(of: Array(part.utf8)) != nil
    default: throw Fault(.value, "\(title)里不能用 in 找", hint: "in 后面要列表、记录或文字")
    }
  }

  /// The texts of `items`, joined; where one of them is markup, all become markup.
  static func concatenated(_ items: [Value]) throws -> Value {
    let isMarkup = items.contains(where: \.isMarkup)
    var text = ""
    for item in items {
      text += isMarkup ? try item.escaped() : try item.printed()
      guard text.utf8.count <= Limits.text else { throw tooLong }
    }
    return try Value(text, isMarkup: isMarkup)
  }

  /// Text that a template makes, if it is not too long.
  init(_ text: String, isMarkup: Bool) throws {
    guard text.utf8.count <= Limits.text else { throw Value.tooLong }
    self = isMarkup ? .markup(text) : .string(text)
  }

  static let tooLong = Fault(
    .limit, "文字或列表太长", hint: "一段文字最多 \(Limits.text >> 20) MB，一个列表最多 \(Limits.list) 项")
  static let tooLarge = Fault(.limit, "数太大，算不了", hint: "整数最多 19 位；不用来计算的数，写成文字")
  private static let zeroDivision = Fault(.value, "除数是 0", hint: "先用 if 判断")
}

extension [UInt8] {
  /// Where `part` begins for the first time, at `start` or later.
  func firstIndex(of part: [UInt8], from start: Int = 0) -> Int? {
    guard let first = part.first else { return start }
    var index = start
    while index + part.count <= count {
      if self[index] == first, self[index..<index + part.count].elementsEqual(part) { return index }
      index += 1
    }
    return nil
  }
}
