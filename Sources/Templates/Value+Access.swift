/// What Python and Jinja see in a value.
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

  var isNone: Bool { if case .none = self { true } else { false } }

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

  /// What is known of it when a template is compiled.
  var shape: Shape {
    switch self {
    case .none, .undefined: .any
    case .bool: .truth
    case .int, .double: .number
    case .string: .text
    case .markup: .markup
    case .list: .list(.any)
    case .record(let record): .record(record.shape)
    }
  }

  /// As people call it.
  var title: String { isNone ? "空值（none）" : isUndefined ? "没有的值" : shape.title }

  /// What a loop over it goes through.
  func elements() throws -> [Value] {
    switch self {
    case .list(let items): return items
    case .record(let record): return record.shape.isTuple ? record.values : record.shape.names.map(Value.string)
    case .string(let text), .markup(let text): return text.unicodeScalars.map { .string(String($0)) }
    default: throw Fault(.value, "\(title)不能循环", hint: "这里要一个列表")
    }
  }

  /// Its items for as many variables.
  func spread(over count: Int) throws -> [Value] {
    if case .string = self { throw Fault(.value, "文字不能分给几个变量", hint: "只写一个变量") }
    guard mapping == nil else { throw Fault(.value, "记录不能分给几个变量", hint: "用 |items") }
    let values = try elements()
    guard values.count == count else { throw Fault(.value, "有 \(values.count) 个值，却有 \(count) 个变量") }
    return values
  }

  /// The text that printing gives, as Python's `str` writes it.
  func printed() throws -> String {
    switch self {
    case .string(let text), .markup(let text): return text
    case .int(let number): return String(number)
    case .double(let number): return number.printed
    case .bool(let truth): return truth ? "True" : "False"
    case .none: throw Fault(.value, "这里没有值（none），不能输出", hint: "用 if 判断，或给默认值：default(\"…\", true)")
    case .list, .record, .undefined: throw Fault.printed(title)
    }
  }

  /// The HTML of it, as the output would have it.
  func escaped() throws -> String {
    if case .markup(let text) = self { return text }
    var bytes: [UInt8] = []
    bytes.append(escaping: try printed())
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Fields and items.
extension Value {
  /// The field at `place`, if it is a record of `shape`. This value keeps the record alive, to the end even where nobody
  /// else holds it, so that no reference to it is counted.
  @inline(__always)
  func field(_ place: Int, of shape: RecordShape) -> Value? {
    withExtendedLifetime(self) {
      guard let record = uncounted, record._withUnsafeGuaranteedRef({ $0.shape === shape }) else { return Value?.none }
      return record._withUnsafeGuaranteedRef { $0.values[place] }
    }
  }

  @inline(__always)
  private var uncounted: Unmanaged<Record>? {
    if case .record(let record) = self { Unmanaged.passUnretained(record) } else { nil }
  }

  /// Field `name`, as Jinja's `value.name` finds it, but for names of Python's methods. One that is not there is a fault,
  /// or `undefined` if `isSoft`.
  func field(_ name: String, isSoft: Bool) throws -> Value {
    switch self {
    case .record(let record):
      if let index = record.shape.index(of: name) { return record.values[index] }
      if let fault = record.shape.memberFault(name) { throw fault }
      if isSoft { return .undefined }
    case .none where isSoft && !name.hasPrefix("__"): return .undefined
    default: break
    }
    throw missing(.string(name))
  }

  /// What `value[key]` finds; text looks a field up, a number a place counted from 0, or from the end if negative.
  func item(_ key: Value) throws -> Value {
    switch (self, key) {
    case (.record(let record), .string(let name)), (.record(let record), .markup(let name)):
      if let index = record.shape.index(of: name), !record.shape.isTuple { return record.values[index] }
      return try field(name, isSoft: true)
    case (.list, .int(let place)), (.string, .int(let place)), (.markup, .int(let place)),
      (.record, .int(let place)) where mapping == nil:
      let items = try elements()
      let index = place < 0 ? items.count + place : place
      guard items.indices.contains(index) else { return .undefined }
      return isMarkup ? .markup(try items[index].printed()) : items[index]
    case (.none, _), (.bool, .int), (.int, .int), (.double, .int), (.record, .int),
      (.record, .bool) where mapping != nil:
      return .undefined
    default: throw Fault(.value, "\(title)不能用\(key.title)取其中的项", hint: "列表用 [0] 取第一项，记录用 [\"名称\"] 取字段")
    }
  }

  /// What is found along `path`, whose parts are names of fields and places in lists; where nothing is, `fallback`, or
  /// a fault. Only the last part may be `undefined`.
  func item(along path: [Value], or fallback: Value? = nil) throws -> Value {
    var value = self
    for (place, key) in path.enumerated() {
      let found = try value.item(key)
      if found.isUndefined {
        if let fallback, !fallback.isUndefined || place == path.count - 1 { return fallback }
        throw value.missing(key)
      }
      value = found
    }
    return value
  }

  /// Why there is nothing at `key` in this value.
  func missing(_ key: Value) -> Fault {
    guard let name = key.string else {
      return Fault(.value, "\(title)没有第 \((try? key.printed()) ?? "") 项", hint: "从 0 数起；先用 if 判断，或在后面加 |default(…)")
    }
    if case .record(let record) = self { return .unknown("字段", name, among: record.shape.names) }
    return isNone ? Fault(.value, "\(title)没有字段“\(name)”", hint: "先用 if 判断") : .fieldless(title, name)
  }

  /// The parts of an attribute such as `单位.名称` or `items.0`; none where none is wanted.
  var path: [Value] {
    get throws {
      if isNone { return [] }
      if case .int = self { return [self] }
      guard let text = string else { throw Fault(.value, "attribute 要是文字", hint: "写字段的名字，如 attribute=\"名称\"") }
      return text.parts(at: ".").map { part in
        let isNumber = part.utf8.allSatisfy { (48...57).contains($0) }
        return (isNumber ? Int(part).map(Value.int) : nil) ?? .string(part)
      }
    }
  }

  /// This value, if lists and records are not inside each other too deep to be gone through, and released, safely.
  func checkedNesting() throws -> Value {
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

extension RecordShape {
  /// Why `name` is no field, if Python's records or tuples have a method of that name, which Jinja would find.
  func memberFault(_ name: String) -> Fault? {
    let members: Set = isTuple ? RecordShape.tupleMembers : RecordShape.recordMembers
    guard name.hasPrefix("__") || members.contains(name) else { return nil }
    return Fault(.unsupported, "“.\(name)”在 Jinja 里是方法，这里没有", hint: "过滤器见 |items；字段叫这个名字时写作 [\"\(name)\"]")
  }

  private static let tupleMembers: Set = ["count", "index"]
  private static let recordMembers: Set = [
    "clear", "copy", "fromkeys", "get", "items", "keys", "pop", "popitem", "setdefault", "update", "values",
  ]
}

extension Double {
  /// As Python's `repr` writes it: the shortest digits that read back, with an exponent below 1e-4 and from 1e16 on.
  var printed: String {
    // Swift begins with the exponent at 2^53.
    (0x1p53..<1e16).contains(magnitude) ? "\(Int(self)).0" : description
  }
}
