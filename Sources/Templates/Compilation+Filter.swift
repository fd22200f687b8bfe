import Diagnostics

/// Filters, with the names of attributes in their arguments checked.
extension Compilation {
  func writeFilter(
    _ base: Expression, _ name: String, _ arguments: Expression.Arguments, at offset: Int, isSoft: Bool
  ) throws(Failure) -> Shape {
    switch name {
    case "map": return try writeMap(base, arguments, at: offset)
    case "selectattr", "rejectattr": return try writeSelection(base, name, arguments, at: offset)
    default: break
    }
    let filter = try filter(name, at: offset)
    let isDefault = name == "default" || name == "d"
    let input = try filter.takesIterator ? writeSequence(base) : writeValue(base, isSoft: isDefault)
    var result = filter.result(input)
    let bound = try bind(arguments, to: filter, name, at: offset)
    for (place, parameter) in filter.parameters.enumerated() {
      guard let argument = bound[place] else { continue }
      if parameter.key == "attribute" {
        let key = try attributeShape(argument, of: input.element ?? .any)
        if name == "groupby" { result = .list(.record(RecordShape(groupOf: key, items: input.element ?? .any))) }
      }
    }
    let shapes = try writeArguments(bound, of: filter, at: offset, isFirstSoft: isDefault)
    try emitFilter(filter.apply, shapes.count, at: offset)
    if isDefault { result = input.merged(shapes[0]) }
    if filter.mayGiveNothing, !isSoft { try emitRequire(Fault(.value, "列表是空的，\(name) 没有结果"), at: offset) }
    if isDefault, !isSoft, bound[0] != nil { try emitRequire(Fault(.unknownName, "默认值没有值"), at: offset) }
    return result
  }

  /// The filter of this name, which is noted if it is `safe`.
  private func filter(_ name: String, at offset: Int) throws(Failure) -> Filter {
    guard let filter = Filter.all[name] else {
      if let hint = Filter.substitutes[name] {
        throw fault(.unsupported, "Jinja 的过滤器“\(name)”，这里没有", at: offset, hint: hint.isEmpty ? nil : hint)
      }
      throw failure(.unknown("过滤器", name, among: Filter.all.keys.sorted() + Filter.derived), at: offset)
    }
    let isMarking = ["safe", "escape", "e"].contains(name)
    if isMarking, context.escaping == .none {
      throw fault(.unsupported, "这个模板不转义，用不着 \(name)", at: offset)
    }
    if name == "safe" {
      let place = source.place(at: offset)
      if !safeUses.contains(place) { safeUses.append(place) }
    }
    return filter
  }

  private func bind(
    _ arguments: Expression.Arguments, to filter: Filter, _ name: String, at offset: Int
  ) throws(Failure) -> [Expression?] {
    let bound = try bind(arguments, to: filter.parameters.map(\.key), of: "过滤器“\(name)”", at: offset)
    for (argument, parameter) in zip(bound, filter.parameters) where argument == nil && parameter.value == nil {
      throw fault(.syntax, "过滤器“\(name)”缺少参数“\(parameter.key)”", at: offset)
    }
    return bound
  }

  /// Puts an argument on the stack for each parameter; gives their shapes.
  private func writeArguments(
    _ bound: [Expression?], of filter: Filter, at offset: Int, isFirstSoft: Bool = false
  ) throws(Failure) -> [Shape] {
    var shapes: [Shape] = []
    for (argument, parameter) in zip(bound, filter.parameters) {
      if let argument {
        shapes.append(try writeValue(argument, isSoft: isFirstSoft && shapes.isEmpty))
      } else {
        try emitConstant(parameter.value ?? .none, at: offset)
        shapes.append(.text)
      }
    }
    return shapes
  }

  private func emitFilter(_ apply: @escaping Filter.Function, _ count: Int, at offset: Int) throws(Failure) {
    parts.filters.append(apply)
    let place = Int32(parts.filters.count - 1)
    try emit(.filter(place, arguments: Int32(count), escapes: context.escaping != .none), at: offset)
  }

  /// `map(attribute=…)`, or `map` with the name of another filter and its arguments.
  private func writeMap(
    _ base: Expression, _ arguments: Expression.Arguments, at offset: Int
  ) throws(Failure) -> Shape {
    let element = try writeSequence(base).element ?? .any
    guard let first = arguments.positional.first else { return try writeAttributeMap(element, arguments, at: offset) }
    guard case .literal(.string(let name)) = first.kind else {
      throw fault(.unsupported, "map 的过滤器要直接写出名字", at: first.offset, hint: "如 map(\"upper\") 或 map(attribute=\"名称\")")
    }
    let filter = try filter(name, at: first.offset)
    var rest = arguments
    rest.positional.removeFirst()
    let bound = try bind(rest, to: filter, name, at: offset)
    let shape = filter.result(element)
    if case .iterator = shape { throw fault(.unsupported, "map 里不能用 \(name)", at: first.offset, hint: "用 for") }
    let count = try writeArguments(bound, of: filter, at: offset).count
    try emitFilter(
      { value, call throws(Fault) in
        .list(
          try value.elements().map { (item: Value) throws(Fault) in
            let result = try filter.apply(item, call)
            if result.isUndefined { throw Fault(.value, "\(name) 没有结果") }
            return result
          })
      }, count, at: offset)
    return .iterator(shape)
  }

  private func writeAttributeMap(
    _ element: Shape, _ arguments: Expression.Arguments, at offset: Int
  ) throws(Failure) -> Shape {
    let bound = try bind(arguments, to: ["attribute", "default"], of: "过滤器“map”", at: offset)
    guard let attribute = bound[0] else {
      throw fault(.syntax, "map 要过滤器的名字，或 attribute=…", at: offset)
    }
    var shape = try attributeShape(attribute, of: element)
    try writeValue(attribute)
    if let fallback = bound[1] {
      shape = shape.merged(try writeValue(fallback))
    } else {
      try emitConstant(.none, at: offset)
    }
    try emitFilter(
      { value, call throws(Fault) in
        let path = try call.path(0)
        let fallback = call.isNone(1) ? nil : call.arguments[1]
        return .list(
          try value.elements().map { (item: Value) throws(Fault) in try item.value(along: path, or: fallback) })
      }, 2, at: offset)
    return .iterator(shape)
  }

  /// `selectattr` and `rejectattr`: an attribute, and perhaps the name of a test and what it compares with.
  private func writeSelection(
    _ base: Expression, _ name: String, _ arguments: Expression.Arguments, at offset: Int
  ) throws(Failure) -> Shape {
    let element = try writeSequence(base).element ?? .any
    guard let attribute = arguments.positional.first, arguments.named.isEmpty else {
      throw fault(.syntax, "\(name) 要字段的名字", at: offset, hint: "如 \(name)(\"年份\", \"==\", 2024)")
    }
    _ = try attributeShape(attribute, of: element)
    try writeValue(attribute)
    var test: Test?
    if arguments.positional.count > 1 {
      guard case .literal(.string(let testName)) = arguments.positional[1].kind else {
        throw fault(.unsupported, "\(name) 的测试要直接写出名字", at: arguments.positional[1].offset)
      }
      test = try self.test(testName, at: arguments.positional[1].offset)
    }
    guard arguments.positional.count == (test == nil ? 1 : test?.takesArgument == true ? 3 : 2) else {
      throw fault(.syntax, "\(name) 的参数个数不对", at: offset)
    }
    if arguments.positional.count == 3 {
      try writeValue(arguments.positional[2])
    } else {
      try emitConstant(.none, at: offset)
    }
    let isSelecting = name == "selectattr"
    try emitFilter(
      { [test] value, call throws(Fault) in
        let path = try call.path(0)
        var kept: [Value] = []
        for item in try value.elements() {
          let found = try test?.takesUndefined == true ? item.item(along: path) : item.required(along: path)
          let passes = try test?.apply(found, call.arguments[1]) ?? found.isTrue
          if passes == isSelecting { kept.append(item) }
        }
        return .list(kept)
      }, 2, at: offset)
    return .iterator(element)
  }

  /// What is known of the attribute that `argument` names, of values of `shape`; a name that is not there is an error.
  private func attributeShape(_ argument: Expression, of shape: Shape) throws(Failure) -> Shape {
    guard case .literal(let literal) = argument.kind, let text = literal.string else { return .any }
    var found = shape
    for attribute in text.split(separator: ",", omittingEmptySubsequences: false) {
      found = shape
      for part in attribute.split(separator: ".", omittingEmptySubsequences: false) {
        switch found {
        case .record(let record) where !record.isTuple || Int(part) == nil:
          guard let index = record.index(of: String(part)) else {
            throw failure(.unknown("字段", String(part), among: record.names), at: argument.offset)
          }
          found = record.shapes[index]
        case .list(let element) where Int(part) != nil: found = element
        case .any, .record: found = .any
        default: throw fault(.value, "\(found.title)没有字段“\(part)”", at: argument.offset)
        }
      }
    }
    return found
  }
}
