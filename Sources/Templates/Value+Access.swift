import Diagnostics

extension Value {
  /// Whether Python takes it for true.
  var isTrue: Bool {
    switch self {
    case .none, .undefined: false
    case .bool(let value): value
    case .int(let value): value != 0
    case .double(let value): value != 0
    case .string(let text), .markup(let text): !text.isEmpty
    case .list(let items): !items.isEmpty
    case .record(let record): !record.values.isEmpty
    }
  }

  var isUndefined: Bool { if case .undefined = self { true } else { false } }

  var isMarkup: Bool { if case .markup = self { true } else { false } }

  /// The text of a string or of markup.
  var string: String? {
    switch self {
    case .string(let text), .markup(let text): text
    default: nil
    }
  }

  /// The record, if it has keys and is no tuple.
  var mapping: Record? {
    if case .record(let record) = self, !record.shape.isTuple { record } else { nil }
  }

  /// What a loop over it goes through.
  func elements() throws(Fault) -> [Value] {
    switch self {
    case .list(let items): return items
    case .record(let record): return record.shape.isTuple ? record.values : record.shape.names.map(Value.string)
    case .string(let text): return text.unicodeScalars.map { .string(String($0)) }
    case .markup(let text): return text.unicodeScalars.map { .string(String($0)) }
    default: throw Fault(.value, "\(title)不能循环", hint: "这里要一个列表")
    }
  }

  /// The text that printing gives, as Python's `str` writes it.
  func printed() throws(Fault) -> String {
    switch self {
    case .string(let text), .markup(let text): return text
    case .int(let number): return String(number)
    case .double(let number): return number.printed
    case .bool(let truth): return truth ? "True" : "False"
    case .none: throw Fault(.value, "这里没有值（none），不能输出", hint: "用 if 判断，或给默认值：default(\"…\", true)")
    case .list: throw Fault.printedList
    case .record, .undefined: throw Fault.printed(title)
    }
  }

  /// Field `name`, as Jinja's `value.name` finds it; but for names of Python's methods, see `isMember`.
  func field(_ name: String) throws(Fault) -> Value {
    switch self {
    case .record(let record):
      if let index = record.shape.index(of: name) { return record.values[index] }
      if Value.isMember(name, ofTuple: record.shape.isTuple) { throw Value.memberFault(name) }
      return .undefined
    case .none where !name.hasPrefix("__"): return .undefined
    default: throw Fault(.value, "\(title)没有字段“\(name)”")
    }
  }

  /// What `value[key]` finds; text looks a field up, a number a place counted from 0, or from the end if negative.
  func item(_ key: Value) throws(Fault) -> Value {
    switch (self, key) {
    case (.none, _), (.bool, .int), (.int, .int), (.double, .int): return .undefined
    case (.record(let record), .string(let name)), (.record(let record), .markup(let name)):
      if let index = record.shape.index(of: name), !record.shape.isTuple { return record.values[index] }
      return try field(name)
    case (.record(let record), _) where record.shape.isTuple: return try Value.list(record.values).item(key)
    case (.record, .int), (.record, .bool): return .undefined
    case (.list(let items), .int(let place)): return items.item(at: place)
    case (.string(let text), .int(let place)):
      return Array(text.unicodeScalars).map { .string(String($0)) }.item(at: place)
    case (.markup(let text), .int(let place)):
      return Array(text.unicodeScalars).map { .markup(String($0)) }.item(at: place)
    default: throw Fault(.value, "\(title)不能用\(key.title)取其中的项")
    }
  }

  /// What is found along `path`, whose parts are names of fields and places in lists.
  func item(along path: [Value]) throws(Fault) -> Value {
    var value = self
    for key in path {
      if value.isUndefined { throw Fault(.unknownName, "没有字段“\(try path[0].printed())”") }
      value = try value.item(key)
    }
    return value
  }

  /// Why `name` was not found in this value.
  func missingField(_ name: String) -> Fault {
    if case .record(let record) = self { return .unknown("字段", name, among: record.shape.names) }
    return Fault(.value, "\(title)没有字段“\(name)”")
  }

  /// As people call it.
  var title: String {
    switch self {
    case .none: "空值（none）"
    case .bool: "真假值"
    case .int, .double: "数"
    case .string: "文字"
    case .markup: "HTML"
    case .list: "列表"
    case .record(let record): record.shape.isTuple ? "一组值" : "记录"
    case .undefined: "没有的值"
    }
  }

  /// Whether Python's records or tuples have a method `name`, which Jinja would find instead of a field.
  static func isMember(_ name: String, ofTuple isTuple: Bool) -> Bool {
    name.hasPrefix("__") || (isTuple ? tupleMembers : recordMembers).contains(name)
  }

  static func memberFault(_ name: String) -> Fault {
    Fault(.unsupported, "“.\(name)”在 Jinja 里是方法，这里没有", hint: "过滤器见 |items；字段叫这个名字时写作 [\"\(name)\"]")
  }

  private static let tupleMembers: Set = ["count", "index"]
  private static let recordMembers: Set = [
    "clear", "copy", "fromkeys", "get", "items", "keys", "pop", "popitem", "setdefault", "update", "values",
  ]
}

extension Value {
  /// This value, if lists and records are not inside each other too deep to be gone through, and released, safely.
  func checkedNesting() throws(Fault) -> Value {
    var budget = 1000
    guard nesting(&budget) <= Limits.nesting else { throw Fault(.limit, "列表和记录嵌套太深") }
    return self
  }

  /// How deep lists and records are inside each other, as far as `budget` values show.
  private func nesting(_ budget: inout Int) -> Int {
    let children: [Value]
    switch self {
    case .list(let items): children = items
    case .record(let record): children = record.values
    default: return 0
    }
    var deepest = 0
    for child in children {
      budget -= 1
      if budget < 0 { break }
      deepest = max(deepest, child.nesting(&budget))
    }
    return deepest + 1
  }
}

extension [Value] {
  func item(at place: Int) -> Value {
    let index = place < 0 ? count + place : place
    return indices.contains(index) ? self[index] : .undefined
  }
}

extension Double {
  /// As Python's `repr` writes it: the shortest digits that read back, with an exponent below 1e-4 and from 1e16 on.
  var printed: String {
    // Swift begins with the exponent at 2^53.
    (0x1p53..<1e16).contains(magnitude) ? "\(Int(self)).0" : description
  }
}
