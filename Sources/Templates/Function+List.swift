/// Filters that go through something.
extension Function {
  static let listFilters: [String: Function] = [
    "batch": Function(
      ["linecount": nil, "fill_with": Value.none], takes: .sequence, gives: { shape, _ in .iterator(.list(shape.item)) }
    ) { value, call in
      let count = try call.int(0)
      guard count > 0 else { throw Fault(.value, "每批的个数要大于 0") }
      guard count <= Limits.range else { throw Fault(.limit, "每批的个数太大，超过 \(Limits.range)") }
      let items = try value.elements()
      let batches = stride(from: 0, to: items.count, by: count).map { start in
        let batch = Array(items[start..<min(start + count, items.count)])
        return Value.list(batch + (call.given(1).map { Array(repeating: $0, count: count - batch.count) } ?? []))
      }
      return try Value.list(batches).checkedNesting()
    },
    "first": Function(takes: .sequence, mayGiveNothing: true, gives: item) { value, _ in
      try value.elements().first ?? .undefined
    },
    "groupby": Function(
      ["attribute": nil, "default": Value.none, "case_sensitive": false], takes: .sequence,
      gives: { shape, arguments in .list(.record(RecordShape(groupOf: arguments[0] ?? .any, items: shape.item))) }
    ) { value, call in
      let (path, fallback, isExact) = (try call[0].path, call.given(1), call[2].isTrue)
      let named = try value.elements().map { ($0, try $0.item(along: path, or: fallback)) }
      var groups: [(name: Value, key: Value, items: [Value])] = []
      for ((item, name), key) in try sorted(named, by: { try $0.1.sortKey([], isExact: isExact) }) {
        if groups.last?.key.equals(key) == true {
          groups[groups.count - 1].items.append(item)
        } else {
          groups.append((name, key, [item]))
        }
      }
      return try Value.list(groups.map { .record(Record(.group, [$0.name, .list($0.items)])) }).checkedNesting()
    },
    "items": Function(gives: { shape, _ in .iterator(.record(RecordShape(tuple: [.text, shape.fieldValue]))) }) {
      value, _ in .list(try value.pairs())
    },
    "join": Function(["d": "", "attribute": Value.none], takes: .sequence, gives: .any) { value, call in
      let path = try call[1].path
      var parts: [Value] = []
      for item in try value.elements() {
        if !parts.isEmpty { parts.append(call[0]) }
        parts.append(try item.item(along: path))
      }
      // A separator that is markup makes all markup, even where it does not come to stand.
      if parts.count < 2, call[0].isMarkup { parts.append(.markup("")) }
      return try Value.concatenated(parts)
    },
    "last": Function(mayGiveNothing: true, gives: item) { value, _ in try value.elements().last ?? .undefined },
    "list": Function(takes: .sequence, gives: { shape, _ in .list(shape.item) }) { value, _ in
      .list(try value.elements())
    },
    "map": Function(
      ["attribute": nil, "default": Value.none], takes: .sequence,
      gives: { _, arguments in
        let field = arguments[0] ?? .any
        return .iterator(arguments[1].map(field.merged) ?? field)
      }
    ) { value, call in
      let (path, fallback) = (try call[0].path, call.given(1))
      return .list(try value.elements().map { try $0.item(along: path, or: fallback) })
    },
    "max": extreme { $0 > 0 },
    "min": extreme { $0 < 0 },
    "rejectattr": selection(keeping: false),
    "reverse": Function(
      takes: .sequence, gives: { shape, _ in if case .text = shape { .text } else { .iterator(shape.item) } }
    ) { value, _ in
      guard let text = value.string else { return .list(try value.elements().reversed()) }
      return try Value(String(text.unicodeScalars.reversed()), isMarkup: value.isMarkup)
    },
    "selectattr": selection(keeping: true),
    "sort": Function(
      ["reverse": false, "case_sensitive": false, "attribute": Value.none], takes: .sequence,
      gives: { shape, _ in .list(shape.item) }
    ) { value, call in
      let paths = try call[2].string?.parts(at: ",").map { try Value.string($0).path } ?? [call[2].path]
      let isExact = call[1].isTrue
      guard case .bool(let isReversed) = call[0] else {
        throw Fault(.value, "sort 的 reverse 要是 true 或 false", hint: "按字段排序写作 sort(attribute=\"名称\")")
      }
      let items = try sorted(value.elements(), isReversed: isReversed) { item in
        .list(try paths.map { try item.sortKey($0, isExact: isExact) })
      }
      return .list(items.map(\.item))
    },
    "sum": Function(["attribute": Value.none, "start": 0], takes: .sequence, gives: .any) { value, call in
      let path = try call[0].path
      if call[1].string != nil { throw Fault(.value, "sum 不能连接文字", hint: "用 join") }
      return try value.elements().reduce(call[1]) { try $0.calculate(.add, $1.item(along: path)) }
    },
    "unique": Function(["case_sensitive": false, "attribute": Value.none], takes: .sequence, gives: iterator) {
      value, call in
      let path = try call[1].path
      var seen: Set<[UInt8]> = []
      return .list(
        try value.elements().filter { item in
          seen.insert(try item.sortKey(path, isExact: call[0].isTrue).identity()).inserted
        })
    },
  ]

  private static let item: Result = { shape, _ in shape.item }
  private static let iterator: Result = { shape, _ in .iterator(shape.item) }

  /// Whole numbers in order; it is applied to the first argument of `range(…)`.
  static let range = Function(["": Value.undefined, " ": 1], gives: .iterator(.number)) { value, call in
    let (start, end) = call[0].isUndefined ? (0, value) : (value, call[0])
    guard let start = start.integer, let end = end.integer, let step = call[1].integer else {
      throw Fault(.value, "range 的参数要是整数", hint: "文字和小数先用 |int 变成整数")
    }
    guard step != 0 else { throw Fault(.value, "range 的步长不能是 0") }
    let items = stride(from: start, to: end, by: step).prefix(Limits.range + 1).map(Value.int)
    guard items.count <= Limits.range else { throw Fault(.limit, "range 太长，超过 \(Limits.range) 项") }
    return .list(items)
  }

  private static func extreme(_ isBetter: @escaping @Sendable (Int) -> Bool) -> Function {
    Function(
      ["case_sensitive": false, "attribute": Value.none], takes: .sequence, mayGiveNothing: true, gives: item
    ) { value, call in
      let path = try call[1].path
      let named = try value.elements().map { (item: $0, key: try $0.sortKey(path, isExact: call[0].isTrue)) }
      guard let first = named.first else { return .undefined }
      return try named.reduce(first) { best, next in
        try isBetter(next.key.order(best.key)) ? next : best
      }.item
    }
  }

  /// The items whose attribute passes a test, or is true; or those whose attribute does not.
  private static func selection(keeping isKept: Bool) -> Function {
    Function(["attribute": nil, "test": Value.none, "value": Value.none], takes: .sequence, gives: iterator) {
      value, call in
      let (path, test) = (try call[0].path, call[1].string.flatMap { tests[$0] })
      let arguments = Call(arguments: [call[2]])
      return .list(
        try value.elements().filter { item in
          let found = try item.item(along: path, or: test?.takes == .anything ? .undefined : nil)
          return try (test?.apply(found, arguments) ?? found).isTrue == isKept
        })
    }
  }

  /// Items with their keys, in the order of the keys; what is equal stays in its order, as in Python.
  private static func sorted<Item>(
    _ items: [Item], isReversed: Bool = false, by key: (Item) throws -> Value
  ) throws -> [(item: Item, key: Value)] {
    try items.map { (item: $0, key: try key($0)) }.sorted { left, right in
      try (isReversed ? right.key.order(left.key) : left.key.order(right.key)) < 0
    }
  }
}

extension Value {
  /// As filters that sort and compare take it: letters of either case are the same, unless `isExact`.
  fileprivate func sortKey(_ path: [Value], isExact: Bool) throws -> Value {
    let value = try item(along: path)
    guard !isExact, let text = value.string else { return value }
    return .string(text.inSmallLetters)
  }

  /// By what `unique` knows it again: numbers and truths by their number.
  fileprivate func identity() throws -> [UInt8] {
    let number = integer ?? double.flatMap(Int.init(exactly:))
    guard let text = string.map({ "'" + $0 }) ?? number?.description ?? double?.description ?? (isNone ? "" : nil)
    else {
      throw Fault(.value, "\(title)不能去重", hint: "用 attribute 指定按哪个字段")
    }
    return Array(text.utf8)
  }

  /// Key and value of each field.
  func pairs() throws -> [Value] {
    guard let record = mapping else { throw Fault(.value, "items 要一条记录，不是\(title)") }
    return zip(record.shape.names, record.values).map { .record(Record(.pair, [.string($0), $1])) }
  }
}

extension Shape {
  /// What is known of each item.
  fileprivate var item: Shape { element ?? .any }

  /// What is known of the values of a record with keys.
  fileprivate var fieldValue: Shape {
    if case .record(let shape) = self { Shape.merged(shape.shapes) } else { .any }
  }
}
