import Diagnostics

/// Expressions: code that leaves one value on the stack, and what is known of its shape.
extension Compilation {
  /// `isSoft` lets a missing field or variable give `undefined`, for `is defined` and `default`.
  @discardableResult
  func writeValue(_ expression: Expression, isSoft: Bool = false) throws(Failure) -> Shape {
    let shape = try writeSequence(expression, isSoft: isSoft)
    if case .iterator = shape {
      throw fault(.unsupported, "这里的结果只能用一次", at: expression.offset, hint: "先用 |list 变成列表")
    }
    return shape
  }

  /// Like `writeValue`, where an iterator will do.
  func writeSequence(_ expression: Expression, isSoft: Bool = false) throws(Failure) -> Shape {
    let offset = expression.offset
    try goDeeper(at: offset)
    defer { depth -= 1 }
    switch expression.kind {
    case .literal(let value): return try writeLiteral(value, at: offset)
    case .name(let name): return try writeName(name, at: offset, isSoft: isSoft)
    case .attribute(let base, let name): return try writeAttribute(base, name, at: offset, isSoft: isSoft)
    case .item(let base, let key): return try writeItem(base, key, at: offset, isSoft: isSoft)
    case .list(let items): return try writeList(items, at: offset)
    case .tuple(let items): return try writeRecord(RecordShape(tuple: try writeValues(items)), at: offset)
    case .record(let fields): return try writeRecord(fields, at: offset)
    case .negation(let value): return try writeUnary(value, .negate, .number, at: offset)
    case .plus(let value): return try writeUnary(value, .affirm, .number, at: offset)
    case .not(let value): return try writeUnary(value, .not, .truth, at: offset)
    case .and(let left, let right): return try writeEither(left, right, at: offset, jump: Instruction.jumpIfFalse)
    case .or(let left, let right): return try writeEither(left, right, at: offset, jump: Instruction.jumpIfTrue)
    case .arithmetic(let operation, let left, let right):
      return try writeArithmetic(operation, left, right, at: offset)
    case .concatenation(let items): return try writeConcatenation(items, at: offset)
    case .comparison(let first, let rest): return try writeComparison(first, rest, at: offset)
    case .conditional(let value, let test, let otherwise):
      return try writeConditional(value, test, otherwise, at: offset)
    case .filter(let base, let name, let arguments):
      return try writeFilter(base, name, arguments, at: offset, isSoft: isSoft)
    case .test(let base, let name, let arguments): return try writeTest(base, name, arguments, at: offset)
    case .call(let callee, let arguments): return try writeCall(callee, arguments, at: offset)
    }
  }

  private func writeLiteral(_ value: Value, at offset: Int) throws(Failure) -> Shape {
    try emitConstant(value, at: offset)
    switch value {
    case .string: return .text
    case .int, .double: return .number
    case .bool: return .truth
    default: return .any
    }
  }

  private func writeList(_ items: [Expression], at offset: Int) throws(Failure) -> Shape {
    let shapes = try writeValues(items)
    try emit(.list(Int32(items.count)), at: offset)
    return .list(shapes.dropFirst().reduce(shapes.first ?? .any) { $0.merged($1) })
  }

  private func writeRecord(
    _ fields: [(key: String, value: Expression)], at offset: Int
  ) throws(Failure) -> Shape {
    let shapes = try writeValues(fields.map(\.value))
    return try writeRecord(RecordShape(Array(zip(fields.map(\.key), shapes))), at: offset)
  }

  private func writeArithmetic(
    _ operation: Arithmetic, _ left: Expression, _ right: Expression, at offset: Int
  ) throws(Failure) -> Shape {
    let shape = try writeValue(left).merged(try writeValue(right))
    try emit(.calculate(operation), at: offset)
    return shape
  }

  private func writeConcatenation(_ items: [Expression], at offset: Int) throws(Failure) -> Shape {
    _ = try writeValues(items)
    try emit(.concatenate(Int32(items.count), escapes: context.escaping != .none), at: offset)
    return .any
  }

  private func writeConditional(
    _ value: Expression, _ test: Expression, _ otherwise: Expression, at offset: Int
  ) throws(Failure) -> Shape {
    try writeValue(test)
    let skip = try emitHole(at: offset)
    let shape = try writeValue(value)
    let end = try emitHole(at: offset)
    fill(skip, with: Instruction.jumpUnless)
    let other = try writeValue(otherwise)
    fill(end, with: Instruction.jump)
    return shape.merged(other)
  }

  private func writeValues(_ expressions: [Expression]) throws(Failure) -> [Shape] {
    try expressions.map { (expression: Expression) throws(Failure) in try writeValue(expression) }
  }

  private func writeRecord(_ shape: RecordShape, at offset: Int) throws(Failure) -> Shape {
    try emitRecord(shape, at: offset)
    return .record(shape)
  }

  private func writeUnary(
    _ value: Expression, _ instruction: Instruction, _ shape: Shape, at offset: Int
  ) throws(Failure) -> Shape {
    try writeValue(value)
    try emit(instruction, at: offset)
    return shape
  }

  private func writeEither(
    _ left: Expression, _ right: Expression, at offset: Int, jump: (Int32) -> Instruction
  ) throws(Failure) -> Shape {
    let shape = try writeValue(left)
    let end = try emitHole(at: offset)
    let other = try writeValue(right)
    fill(end, with: jump)
    return shape.merged(other)
  }

  private func writeComparison(
    _ first: Expression, _ rest: [(Comparison, Expression)], at offset: Int
  ) throws(Failure) -> Shape {
    try writeValue(first)
    var ends: [(hole: Int, comparison: Comparison)] = []
    for (index, (comparison, right)) in rest.enumerated() {
      let isLast = index == rest.count - 1
      let isSearch = comparison == .contained || comparison == .notContained
      if isLast, isSearch { _ = try writeSequence(right) } else { try writeValue(right) }
      if isLast {
        try emit(.compare(comparison), at: offset)
      } else {
        ends.append((try emitHole(at: offset), comparison))
      }
    }
    for (hole, comparison) in ends { fill(hole) { .compareOrJump(comparison, $0) } }
    return .truth
  }

  private func writeAttribute(
    _ base: Expression, _ name: String, at offset: Int, isSoft: Bool
  ) throws(Failure) -> Shape {
    if let member = try member(name, of: base, at: offset) {
      guard case .variable(let slot) = member.kind else {
        throw fault(.unsupported, "“\(name)”是宏，不是变量", at: offset, hint: "写作 \(name)(…)")
      }
      try emit(.load(slot), at: offset)
      if !isSoft { try emitRequire(Fault(.unknownName, "变量“\(name)”没有值"), at: offset) }
      return member.shape
    }
    if case .name("loop") = base.kind, case .binding(let binding) = try meaning(of: "loop", at: base.offset),
      case .loop(let depth) = binding.kind
    {
      return try writeLoopField(name, depth, at: offset, isSoft: isSoft)
    }
    return try writeField(name, of: try writeValue(base), at: offset, isSoft: isSoft)
  }

  private func writeLoopField(
    _ name: String, _ depth: Int32, at offset: Int, isSoft: Bool
  ) throws(Failure) -> Shape {
    guard let field = LoopField(rawValue: name) else {
      if name == "cycle" || name == "changed" {
        throw fault(.unsupported, "没有 loop.\(name)", at: offset, hint: "用 if 和 loop.index、loop.previtem")
      }
      throw failure(.unknown(" loop 的字段", name, among: LoopField.allCases.map(\.rawValue)), at: offset)
    }
    try emit(.loopField(field, depth, isSoft: isSoft), at: offset)
    switch field {
    case .first, .last: return .truth
    case .previtem, .nextitem: return .any
    default: return .number
    }
  }

  private func writeField(
    _ name: String, of shape: Shape, at offset: Int, isSoft: Bool
  ) throws(Failure) -> Shape {
    switch shape {
    case .record(let record):
      if Value.isMember(name, ofTuple: record.isTuple) { throw failure(Value.memberFault(name), at: offset) }
      guard let index = record.index(of: name) else {
        throw failure(.unknown("字段", name, among: record.names), at: offset)
      }
      try emit(.field(step(record, index), isSoft: isSoft), at: offset)
      return record.shapes[index]
    case .any:
      if Value.isMember(name, ofTuple: false) { throw failure(Value.memberFault(name), at: offset) }
      try emit(.fieldNamed(text(name), isSoft: isSoft), at: offset)
      return .any
    case .list, .iterator:
      throw fault(.value, "列表没有字段“\(name)”", at: offset, hint: "用 for 逐项取，或用 [0] 取第一项")
    default: throw fault(.value, "\(shape.title)没有字段“\(name)”", at: offset)
    }
  }

  private func writeItem(
    _ base: Expression, _ key: Expression, at offset: Int, isSoft: Bool
  ) throws(Failure) -> Shape {
    let shape = try writeValue(base)
    if case .literal(.string(let name)) = key.kind, case .record(let record) = shape {
      guard let index = record.index(of: name) else {
        throw failure(.unknown("字段", name, among: record.names), at: offset)
      }
      try emit(.field(step(record, index), isSoft: isSoft), at: offset)
      return record.shapes[index]
    }
    try writeValue(key)
    try emit(.item(isSoft: isSoft), at: offset)
    switch (shape, key.kind) {
    case (.record(let record), .literal(.int(let place))) where record.shapes.indices.contains(place):
      return record.shapes[place]
    case (.list(let element), _): return element
    case (.text, _): return .text
    default: return .any
    }
  }

  private func writeTest(
    _ base: Expression, _ name: String, _ arguments: Expression.Arguments, at offset: Int
  ) throws(Failure) -> Shape {
    let test = try self.test(name, at: offset)
    try writeValue(base, isSoft: test.takesUndefined)
    let wanted = test.takesArgument ? 1 : 0
    guard arguments.named.isEmpty, arguments.positional.count == wanted else {
      throw fault(.syntax, "测试“\(name)”要 \(wanted) 个参数", at: offset)
    }
    if let argument = arguments.positional.first {
      try writeValue(argument)
    } else {
      try emitConstant(.none, at: offset)
    }
    parts.tests.append(test.apply)
    try emit(.test(Int32(parts.tests.count - 1)), at: offset)
    return .truth
  }

  func test(_ name: String, at offset: Int) throws(Failure) -> Test {
    if let test = Test.all[name] { return test }
    if let hint = Test.substitutes[name] {
      throw fault(.unsupported, "Jinja 的测试“\(name)”，这里没有", at: offset, hint: hint.isEmpty ? nil : hint)
    }
    throw failure(.unknown("测试", name, among: Test.all.keys.sorted()), at: offset)
  }

  private func writeCall(
    _ callee: Expression, _ arguments: Expression.Arguments, at offset: Int
  ) throws(Failure) -> Shape {
    if case .name("range") = callee.kind, try isFree("range", at: offset) {
      guard arguments.named.isEmpty, (1...3).contains(arguments.positional.count) else {
        throw fault(.syntax, "range 要一到三个参数", at: offset)
      }
      _ = try writeValues(arguments.positional)
      try emit(.range(Int32(arguments.positional.count)), at: offset)
      return .iterator(.number)
    }
    let isSuper = if case .name("super") = callee.kind { true } else { false }
    let macro = try macro(callee)
    guard macro != nil || isSuper else { throw try uncallable(callee, at: offset) }
    if context.escaping == .markdown, macro?.escaping != .html {
      throw fault(.unsupported, "Markdown 里宏的结果只能直接输出", at: offset, hint: "写作 {{ … }}")
    }
    try emit(.beginCapture, at: offset)
    if let macro { try writeCall(macro, arguments, at: offset) } else { try writeSuper(at: offset) }
    try emit(.endCapture(isMarkup: context.escaping != .none), at: offset)
    return context.escaping == .none ? .text : .markup
  }

  /// Whether nothing in sight has this name of Jinja's own.
  private func isFree(_ name: String, at offset: Int) throws(Failure) -> Bool {
    switch try meaning(of: name, at: offset) {
    case .nothing, .dynamic: true
    default: false
    }
  }

  private func uncallable(_ callee: Expression, at offset: Int) throws(Failure) -> Failure {
    switch callee.kind {
    case .attribute(_, let name):
      let known = Filter.all[name] != nil
      return fault(
        .unsupported, "这里不能调用方法“.\(name)()”", at: callee.offset, hint: known ? "用过滤器 |\(name)" : "用过滤器")
    case .name(let name):
      _ = try writeName(name, at: callee.offset, isSoft: false)
      return fault(.value, "“\(name)”不是宏，不能调用", at: callee.offset)
    default: return fault(.value, "这里只能调用宏", at: offset)
    }
  }
}
