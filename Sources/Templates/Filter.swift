import Diagnostics

/// What stands behind a `|`, with Jinja's parameters and results.
struct Filter: Sendable {
  typealias Function = @Sendable (Value, Call) throws(Fault) -> Value

  /// What a filter is called with, after the value it filters.
  struct Call {
    /// One for each parameter.
    let arguments: [Value]
    /// Whether text that meets markup is escaped, as everywhere but in ``Escaping/none``.
    let escapes: Bool
  }

  /// Names and defaults, in order; without a default an argument is needed.
  let parameters: KeyValuePairs<String, Value?>
  /// What is known of the result, where the filtered value has a shape.
  let result: @Sendable (Shape) -> Shape
  /// Whether it goes through what it filters once, so that it may be an iterator.
  let takesIterator: Bool
  /// Whether it gives `undefined` where there is nothing to give.
  let mayGiveNothing: Bool
  let apply: Function

  init(
    _ parameters: KeyValuePairs<String, Value?> = [:], takesIterator: Bool = false, mayGiveNothing: Bool = false,
    apply: @escaping Function, gives result: @escaping @Sendable (Shape) -> Shape
  ) {
    self.parameters = parameters
    self.result = result
    self.takesIterator = takesIterator
    self.mayGiveNothing = mayGiveNothing
    self.apply = apply
  }

  private static func gives(_ shape: Shape) -> @Sendable (Shape) -> Shape { { _ in shape } }
  private static let element: @Sendable (Shape) -> Shape = { $0.element ?? .any }
  private static let list: @Sendable (Shape) -> Shape = { .list($0.element ?? .any) }
  private static let iterator: @Sendable (Shape) -> Shape = { .iterator($0.element ?? .any) }

  static let all: [String: Filter] = {
    var all: [String: Filter] = [
      "abs": Filter(apply: magnitude, gives: gives(.number)),
      "batch": Filter(["linecount": nil, "fill_with": Value.none], takesIterator: true, apply: batches) {
        .iterator(.list($0.element ?? .any))
      },
      "default": Filter(["default_value": "", "boolean": false], apply: withDefault) { $0 },
      "escape": Filter(apply: escaped, gives: gives(.markup)),
      "first": Filter(takesIterator: true, mayGiveNothing: true, apply: first, gives: element),
      "groupby": Filter(
        ["attribute": nil, "default": Value.none, "case_sensitive": false], takesIterator: true, apply: groups
      ) { .list(.record(RecordShape(groupOf: .any, items: $0.element ?? .any))) },
      "int": Filter(["default": 0, "base": 10], apply: wholeNumber, gives: gives(.number)),
      "items": Filter(apply: items) { .iterator(.record(RecordShape(tuple: [.text, $0.fieldValue]))) },
      "join": Filter(["d": "", "attribute": Value.none], takesIterator: true, apply: joined, gives: gives(.any)),
      "last": Filter(mayGiveNothing: true, apply: last, gives: element),
      "length": Filter(apply: length, gives: gives(.number)),
      "list": Filter(takesIterator: true, apply: listed, gives: list),
      "lower": Filter(apply: lower, gives: gives(.text)),
      "max": Filter(
        ["case_sensitive": false, "attribute": Value.none], takesIterator: true, mayGiveNothing: true, apply: largest,
        gives: element),
      "min": Filter(
        ["case_sensitive": false, "attribute": Value.none], takesIterator: true, mayGiveNothing: true, apply: smallest,
        gives: element),
      "replace": Filter(["old": nil, "new": nil, "count": Value.none], apply: replaced, gives: gives(.text)),
      "reverse": Filter(takesIterator: true, apply: reversed) {
        if case .text = $0 { .text } else { .iterator($0.element ?? .any) }
      },
      "round": Filter(["precision": 0, "method": "common"], apply: rounded, gives: gives(.number)),
      "safe": Filter(apply: safe, gives: gives(.markup)),
      "sort": Filter(
        ["reverse": false, "case_sensitive": false, "attribute": Value.none], takesIterator: true, apply: sorted,
        gives: list),
      "string": Filter(apply: text, gives: gives(.text)),
      "sum": Filter(["attribute": Value.none, "start": 0], takesIterator: true, apply: sum, gives: gives(.any)),
      "tojson": Filter(["indent": Value.none], apply: json, gives: gives(.markup)),
      "trim": Filter(["chars": Value.none], apply: trimmed, gives: gives(.text)),
      "truncate": Filter(
        ["length": 255, "killwords": false, "end": "...", "leeway": Value.none], apply: truncated, gives: gives(.text)),
      "unique": Filter(
        ["case_sensitive": false, "attribute": Value.none], takesIterator: true, apply: unique, gives: iterator),
      "upper": Filter(apply: upper, gives: gives(.text)),
      "urlencode": Filter(takesIterator: true, apply: urlEncoded, gives: gives(.text)),
      "中文日期": Filter(apply: chineseDate, gives: gives(.text)),
      "中文数字": Filter(apply: chineseNumber, gives: gives(.text)),
      "百分比": Filter(["位数": 1], apply: percentage, gives: gives(.text)),
      "摘要": Filter(["字数": 100], apply: summary, gives: gives(.text)),
    ]
    for (alias, name) in ["count": "length", "d": "default", "e": "escape"] { all[alias] = all[name] }
    return all
  }()

  /// These three are made for each use, by ``Compilation``.
  static let derived = ["map", "selectattr", "rejectattr"]

  /// What to use for filters that only Jinja has.
  static let substitutes = [
    "attr": "用 . 或 [ ]", "capitalize": "", "center": "用样式表", "dictsort": "用 items 再 sort", "filesizeformat": "",
    "float": "",
    "forceescape": "用 escape",
    "format": "用 ~ 连接", "indent": "", "pprint": "用 tojson", "random": "", "reject": "用 for … if",
    "select": "用 for … if",
    "slice": "用 batch", "striptags": "", "title": "", "urlize": "", "wordcount": "用 length", "wordwrap": "用样式表",
    "xmlattr": "把属性写出来",
  ]
}

extension Filter.Call {
  func int(_ place: Int) throws(Fault) -> Int {
    guard let number = arguments[place].integer else { throw Fault(.value, "第 \(place + 1) 个参数要是整数") }
    return number
  }

  func text(_ place: Int) throws(Fault) -> String {
    guard let text = arguments[place].string else { throw Fault(.value, "第 \(place + 1) 个参数要是文字") }
    return text
  }

  func isTrue(_ place: Int) -> Bool { arguments[place].isTrue }

  func isNone(_ place: Int) -> Bool { if case .none = arguments[place] { true } else { false } }

  /// The way to an attribute, empty where none is wanted.
  func path(_ place: Int) throws(Fault) -> [Value] {
    try isNone(place) ? [] : Value.path(arguments[place])
  }
}

extension Value {
  /// The parts of an attribute such as `单位.名称` or `items.0`.
  static func path(_ attribute: Value) throws(Fault) -> [Value] {
    if case .int = attribute { return [attribute] }
    guard let text = attribute.string else { throw Fault(.value, "attribute 要是文字") }
    return text.split(separator: ".", omittingEmptySubsequences: false).map { part in
      part.utf8.allSatisfy { (48...57).contains($0) }
        ? Int(part).map(Value.int) ?? .string(String(part)) : .string(String(part))
    }
  }

  /// What is found along `path`, which must be there.
  func required(along path: [Value]) throws(Fault) -> Value {
    let value = try item(along: path)
    if value.isUndefined, let last = path.last {
      let owner = try item(along: path.dropLast())
      throw owner.missingField(try last.printed())
    }
    return value
  }

  /// As filters that sort and compare take it: letters of either case are the same, unless `isExact`.
  func sortKey(_ path: [Value], isExact: Bool) throws(Fault) -> Value {
    let value = try required(along: path)
    guard !isExact, let text = value.string else { return value }
    return .string(text.lowercased())
  }
}

extension Shape {
  /// What is known of the values of a record with keys.
  fileprivate var fieldValue: Shape {
    guard case .record(let shape) = self, let first = shape.shapes.first else { return .any }
    return shape.shapes.dropFirst().reduce(first) { $0.merged($1) }
  }
}
