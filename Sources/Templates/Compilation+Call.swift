/// Filters, tests, and what is called.
extension Compilation {
  func filter(
    _ name: String, _ base: Expression, _ arguments: Expression.Arguments, isSoft: Bool
  ) throws -> Code {
    let filter = try function("过滤器", name, in: Function.filters)
    let input = try code(base, isSoft: filter.takes == .anything, mayIterate: filter.takes == .sequence)
    if name == "map", !arguments.positional.isEmpty { return try map(input, arguments) }
    if name == "selectattr" || name == "rejectattr" { try checkSelection(name, arguments) }
    return try apply(filter, "过滤器“\(name)”", to: input, arguments, isSoft: isSoft)
  }

  func test(_ name: String, _ base: Expression, _ arguments: Expression.Arguments) throws -> Code {
    let test = try function("测试", name, in: Function.tests)
    if let named = arguments.named.first {
      throw Fault(.syntax, "测试的参数不写名字", hint: "只写值，如 divisibleby(3)", at: named.offset)
    }
    return try apply(
      test, "测试“\(name)”", to: try code(base, isSoft: test.takes == .anything), arguments, isSoft: true)
  }

  private func function(_ kind: String, _ name: String, in functions: [String: Function]) throws -> Function {
    guard let function = functions[name] else { throw Fault.unknown(kind, name, among: functions.keys.sorted()) }
    if name == "safe", case let place = source.place(at: offset), !safeUses.contains(place) { safeUses.append(place) }
    return function
  }

  private func apply(
    _ function: Function, _ title: String, to input: Code, _ arguments: Expression.Arguments, isSoft: Bool
  ) throws -> Code {
    let bound = try bind(arguments, to: function.parameters.map(\.key), of: title)
    var (shapes, values): ([Shape?], [Code]) = ([], [])
    for (argument, (name, fallback)) in zip(bound, function.parameters) {
      guard let argument else {
        guard let fallback else { throw Fault(.syntax, "\(title)缺少参数“\(name)”") }
        shapes.append(nil)
        values.append(Code(.any) { _ in fallback })
        continue
      }
      let code = try code(argument, isSoft: function.takes == .anything && shapes.isEmpty)
      shapes.append(try name == "attribute" ? attributeShape(argument, of: input.shape.element ?? .any) : code.shape)
      values.append(code)
    }
    let code = operation(on: [input] + values, gives: function.result(input.shape, shapes)) {
      try function.apply($0[0], Function.Call(arguments: $0.dropFirst()))
    }
    if isSoft || !function.mayGiveNothing { return code }
    return required(code) { _ in Fault(.value, "\(title)没有结果", hint: "先用 if 判断，或在后面加 |default(…)") }
  }

  /// `map` with the name of another filter and its arguments.
  private func map(_ items: Code, _ arguments: Expression.Arguments) throws -> Code {
    let first = arguments.positional[0]
    guard case .literal(.string(let name)) = first.kind else {
      throw Fault(.unsupported, "map 的过滤器要直接写出名字", hint: "如 map(\"upper\") 或 map(attribute=\"名称\")", at: first.offset)
    }
    let rest = Expression.Arguments(positional: Array(arguments.positional.dropFirst()), named: arguments.named)
    let (slot, spot) = (newSlot(), spot)
    let item = Code(items.shape.element ?? .any, slot: slot)
    let result = try at(first.offset) {
      try apply(function("过滤器", name, in: Function.filters), "过滤器“\(name)”", to: item, rest, isSoft: false)
    }
    if case .iterator = result.shape { throw Fault(.unsupported, "map 里不能用 \(name)", hint: "用 for", at: first.offset) }
    return Code(.iterator(result.shape)) { machine in
      let items = try items.read(&machine)
      machine.spot = spot
      var results: [Value] = []
      for item in try items.elements() {
        machine.slots[slot] = item
        results.append(try result.read(&machine))
      }
      return .list(results)
    }
  }

  /// `selectattr` and `rejectattr` take an attribute, and perhaps the name of a test and what it compares with.
  private func checkSelection(_ name: String, _ arguments: Expression.Arguments) throws {
    let given = arguments.positional
    guard !given.isEmpty, arguments.named.isEmpty else {
      throw Fault(.syntax, "\(name) 要字段的名字", hint: "如 \(name)(\"年份\", \"==\", 2024)")
    }
    guard given.count > 1 else { return }
    guard case .literal(.string(let test)) = given[1].kind else {
      throw Fault(
        .unsupported, "\(name) 的测试要直接写出名字", hint: "如 \(name)(\"年份\", \"==\", 2024)", at: given[1].offset)
    }
    let wanted = try at(given[1].offset) { try function("测试", test, in: Function.tests).parameters.count }
    guard given.count == wanted + 2 else {
      throw Fault(.syntax, "\(name) 的参数个数不对", hint: "测试“\(test)”\(wanted == 0 ? "后面没有参数" : "后面要一个参数")")
    }
  }

  /// What is known of the attribute that `argument` names, of values of `shape`; a name that is not there is an error.
  private func attributeShape(_ argument: Expression, of shape: Shape) throws -> Shape {
    guard case .literal(let literal) = argument.kind, let text = literal.string else { return .any }
    var found = shape
    for attribute in text.parts(at: ",") {
      found = shape
      for part in attribute.parts(at: ".") {
        switch found {
        case .record(let record) where !record.isTuple || Int(part) == nil:
          guard let place = record.index(of: part) else {
            throw Fault.unknown("字段", part, among: record.names, at: argument.offset)
          }
          found = record.shapes[place]
        case .list(let element) where Int(part) != nil: found = element
        case .any, .record: found = .any
        default: throw Fault.fieldless(found.title, part, at: argument.offset)
        }
      }
    }
    return found
  }

  /// One expression for each of `names`, `nil` where none is given.
  func bind(
    _ arguments: Expression.Arguments, to names: [String], of title: String
  ) throws -> [Expression?] {
    guard arguments.positional.count <= names.count else {
      let most = names.isEmpty ? "没有参数" : "最多 \(names.count) 个参数"
      throw Fault(.syntax, title + most, at: arguments.positional[names.count].offset)
    }
    var bound = arguments.positional.map(Optional.some)
    bound += Array(repeating: nil, count: names.count - bound.count)
    for (name, value, offset) in arguments.named {
      guard let place = names.firstIndex(of: name) else {
        throw Fault.unknown("\(title)的参数", name, among: names, at: offset)
      }
      guard bound[place] == nil else { throw Fault(.syntax, "参数“\(name)”给了两次", at: offset) }
      bound[place] = value
    }
    return bound
  }

  func call(_ callee: Expression, _ arguments: Expression.Arguments) throws -> Code {
    if case .name("range") = callee.kind, try binding(of: "range") == nil {
      guard let first = arguments.positional.first else {
        throw Fault(.syntax, "range 要一到三个参数", hint: "如 range(3)，或 range(1, 4)")
      }
      let rest = Expression.Arguments(positional: Array(arguments.positional.dropFirst()), named: arguments.named)
      return try apply(Function.range, "range", to: code(first), rest, isSoft: false)
    }
    guard let action = try callAction(callee, arguments) else { throw try uncallable(callee) }
    if context.escaping == .markdown, try macro(callee)?.escaping != .html {
      throw Fault(.unsupported, "Markdown 里宏的结果只能直接输出", hint: "写作 {{ … }}")
    }
    return captured(action)
  }

  private func uncallable(_ callee: Expression) throws -> Fault {
    switch callee.kind {
    case .field(_, let name):
      let hint = Function.filters[name] == nil ? "用过滤器" : "用过滤器 |\(name)"
      return Fault(.unsupported, "这里不能调用方法“.\(name)()”", hint: hint, at: callee.offset)
    case .name(let name):
      let isFilter = Function.filters[name] != nil
      if !isFilter { _ = try code(callee) }
      return Fault(.value, "“\(name)”不是宏，不能调用", hint: isFilter ? "过滤器写作 值|\(name)" : "变量后面不写括号")
    default: return Fault(.value, "这里只能调用宏", hint: "值后面不写括号；过滤器写作 值|名字")
    }
  }
}
