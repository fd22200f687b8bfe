import Diagnostics

/// Filters that go through something.
extension Filter {
  static func batches(_ value: Value, _ call: Call) throws(Fault) -> Value {
    let count = try call.int(0)
    guard count > 0 else { throw Fault(.value, "每批的个数要大于 0") }
    guard count <= Limits.range else { throw Fault(.limit, "每批的个数太大，超过 \(Limits.range)") }
    let items = try value.elements()
    let batches = stride(from: 0, to: items.count, by: count).map { start in
      var batch = Array(items[start..<min(start + count, items.count)])
      if !call.isNone(1) { batch += Array(repeating: call.arguments[1], count: count - batch.count) }
      return Value.list(batch)
    }
    return try Value.list(batches).checkedNesting()
  }

  static func withDefault(_ value: Value, _ call: Call) -> Value {
    value.isUndefined || (call.isTrue(1) && !value.isTrue) ? call.arguments[0] : value
  }

  static func first(_ value: Value, _ call: Call) throws(Fault) -> Value {
    try value.elements().first ?? .undefined
  }

  static func last(_ value: Value, _ call: Call) throws(Fault) -> Value {
    try value.elements().last ?? .undefined
  }

  static func length(_ value: Value, _ call: Call) throws(Fault) -> Value {
    if let text = value.string { return .int(text.unicodeScalars.count) }
    if case .record(let record) = value { return .int(record.values.count) }
    guard case .list(let items) = value else { throw Fault(.value, "\(value.title)没有长度") }
    return .int(items.count)
  }

  static func listed(_ value: Value, _ call: Call) throws(Fault) -> Value { .list(try value.elements()) }

  static func reversed(_ value: Value, _ call: Call) throws(Fault) -> Value {
    switch value {
    case .string(let text): .string(String(text.unicodeScalars.reversed()))
    case .markup(let text): .markup(String(text.unicodeScalars.reversed()))
    default: .list(try value.elements().reversed())
    }
  }

  static func joined(_ value: Value, _ call: Call) throws(Fault) -> Value {
    let path = try call.path(1)
    var parts: [Value] = []
    for item in try value.elements() {
      if !parts.isEmpty { parts.append(call.arguments[0]) }
      parts.append(try item.required(along: path))
    }
    // A separator that is markup makes all markup, even where it does not come to stand.
    if parts.count < 2, call.escapes, call.arguments[0].isMarkup { parts.append(.markup("")) }
    return try Value.concatenated(parts[...], escapes: call.escapes)
  }

  static func sum(_ value: Value, _ call: Call) throws(Fault) -> Value {
    let path = try call.path(0)
    var sum = call.arguments[1]
    if sum.string != nil { throw Fault(.value, "sum 不能连接文字", hint: "用 join") }
    for item in try value.elements() { sum = try sum.calculate(.add, try item.required(along: path)) }
    return sum
  }

  static func smallest(_ value: Value, _ call: Call) throws(Fault) -> Value {
    try extreme(of: value, call) { $0 < 0 }
  }

  static func largest(_ value: Value, _ call: Call) throws(Fault) -> Value {
    try extreme(of: value, call) { $0 > 0 }
  }

  private static func extreme(of value: Value, _ call: Call, isBetter: (Int) -> Bool) throws(Fault) -> Value {
    let path = try call.path(1)
    var best: (item: Value, key: Value)?
    for item in try value.elements() {
      let key = try item.sortKey(path, isExact: call.isTrue(0))
      if let found = best, try !(key.order(found.key).map(isBetter) ?? false) { continue }
      best = (item, key)
    }
    return best?.item ?? .undefined
  }

  static func sorted(_ value: Value, _ call: Call) throws(Fault) -> Value {
    let attributes = call.arguments[2].string?.split(separator: ",", omittingEmptySubsequences: false)
    var paths: [[Value]] = []
    for attribute in attributes ?? [] { paths.append(try Value.path(.string(String(attribute)))) }
    if paths.isEmpty { paths = [try call.path(2)] }
    let keyed = try value.elements().map { (item: Value) throws(Fault) in
      (item, try paths.map { (path: [Value]) throws(Fault) in try item.sortKey(path, isExact: call.isTrue(1)) })
    }
    return .list(
      try sorted(keyed, isReversed: call.isTrue(0)) { (left, right) throws(Fault) in try Value.order(left, right) }.map(
        \.item))
  }

  static func items(_ value: Value, _ call: Call) throws(Fault) -> Value {
    guard let record = value.mapping else { throw Fault(.value, "items 要一条记录") }
    return .list(record.pairs)
  }

  static func groups(_ value: Value, _ call: Call) throws(Fault) -> Value {
    let path = try call.path(0)
    let fallback = call.isNone(1) ? nil : call.arguments[1]
    let keyed = try value.elements().map { (item: Value) throws(Fault) in
      let key = try item.value(along: path, or: fallback)
      return ((item, key), try key.sortKey([], isExact: call.isTrue(2)))
    }
    var groups: [(name: Value, key: Value, items: [Value])] = []
    for ((item, name), key) in try sorted(
      keyed, isReversed: false, by: { (left, right) throws(Fault) in try left.order(right) })
    {
      if groups.last?.key.equals(key) == true {
        groups[groups.count - 1].items.append(item)
      } else {
        groups.append((name, key, [item]))
      }
    }
    return try Value.list(groups.map { .record(Record(.group, [$0.name, .list($0.items)])) }).checkedNesting()
  }

  static func unique(_ value: Value, _ call: Call) throws(Fault) -> Value {
    let path = try call.path(1)
    var seen: Set<UniqueKey> = []
    var items: [Value] = []
    for item in try value.elements() {
      let key = try UniqueKey(item.sortKey(path, isExact: call.isTrue(0)))
      if seen.insert(key).inserted { items.append(item) }
    }
    return .list(items)
  }

  /// Sorts by keys, and leaves what is equal in its order, as Python does.
  private static func sorted<Item, Key>(
    _ keyed: [(item: Item, key: Key)], isReversed: Bool, by order: (Key, Key) throws(Fault) -> Int?
  ) throws(Fault) -> [(item: Item, key: Key)] {
    var fault: Fault?
    let sorted = keyed.sorted { left, right in
      do throws(Fault) {
        return try (isReversed ? order(right.key, left.key) : order(left.key, right.key)).map { $0 < 0 } ?? false
      } catch {
        fault = error
        return false
      }
    }
    if let fault { throw fault }
    return sorted
  }
}

extension Record {
  /// Key and value of each field.
  fileprivate var pairs: [Value] {
    zip(shape.names, values).map { .record(Record(.pair, [.string($0), $1])) }
  }
}

extension Value {
  /// What is found along `path`, or `fallback` where nothing is.
  func value(along path: [Value], or fallback: Value?) throws(Fault) -> Value {
    guard let fallback else { return try required(along: path) }
    var value = self
    for key in path {
      value = try value.item(key)
      if value.isUndefined { return fallback }
    }
    return value
  }
}

/// By what `unique` knows a value again: numbers and truths by their number.
private enum UniqueKey: Hashable {
  case none
  case int(Int)
  case double(Double)
  case text(ExactText)

  init(_ value: Value) throws(Fault) {
    switch value {
    case .none: self = .none
    case .string(let text), .markup(let text): self = .text(ExactText(text: text))
    default:
      if let integer = value.integer ?? value.double.flatMap(Int.init(exactly:)) {
        self = .int(integer)
      } else if let double = value.double {
        self = .double(double)
      } else {
        throw Fault(.value, "\(value.title)不能去重", hint: "用 attribute 指定按哪个字段")
      }
    }
  }
}
