/// Expressions.
extension Compilation {
  /// `isSoft` lets a missing field or variable give `undefined`, for `is defined` and `default`; an iterator will do only
  /// if it `mayIterate`.
  func code(_ expression: Expression, isSoft: Bool = false, mayIterate: Bool = false) throws -> Code {
    try at(expression.offset) {
      let code = try compile(expression.kind, isSoft: isSoft)
      if !mayIterate, case .iterator = code.shape {
        throw Fault(.unsupported, "这里的结果只能用一次", hint: "先用 |list 变成列表")
      }
      return code
    }
  }

  private func compile(_ kind: Expression.Kind, isSoft: Bool) throws -> Code {
    switch kind {
    case .literal(let value): return Code(value.shape) { _ in value }
    case .name(let name): return try variable(name, isSoft: isSoft)
    case .field(let base, let name): return try field(name, of: base, isSoft: isSoft)
    case .item(let base, let key): return try item(key, of: base, isSoft: isSoft)
    case .list(let items):
      let items = try items.map { try code($0) }
      return operation(on: items, gives: .list(.merged(items.map(\.shape)))) { try Value.list($0).checkedNesting() }
    case .record(let names, let values):
      let values = try values.map { try code($0) }
      let shapes = values.map(\.shape)
      let shape = names.map { RecordShape(Array(zip($0, shapes))) } ?? RecordShape(tuple: shapes)
      return operation(on: values, gives: .record(shape)) { try Value.record(Record(shape, $0)).checkedNesting() }
    case .prefix(.not, let value):
      let value = try code(value)
      return Code(.truth) { machine in .bool(try !value.read(&machine).isTrue) }
    case .prefix(let sign, let value):
      return operation(on: [try code(value)], gives: .number) { try $0[0].signed(sign) }
    case .binary(let operation, let left, let right): return try binary(operation, left, right)
    case .conditional(let value, let test, let otherwise):
      let (test, value, otherwise) = (try code(test), try code(value), try code(otherwise))
      return Code(value.shape.merged(otherwise.shape)) { machine in
        try test.read(&machine).isTrue ? value.read(&machine) : otherwise.read(&machine)
      }
    case .filter(let base, let name, let arguments): return try filter(name, base, arguments, isSoft: isSoft)
    case .test(let base, let name, let arguments): return try test(name, base, arguments)
    case .call(let callee, let arguments): return try call(callee, arguments)
    }
  }

  /// What `work` makes of the values of `operands`.
  func operation(
    on operands: [Code], gives shape: Shape, _ work: @escaping @Sendable ([Value]) throws -> Value
  ) -> Code {
    let (read, count, spot) = (readers(of: operands), operands.count, spot)
    return Code(shape) { machine in
      var values: [Value] = []
      values.reserveCapacity(count)
      try read(&machine, &values)
      machine.spot = spot
      return try work(values)
    }
  }

  /// What appends the values of `codes`: as a chain, which needs no counting of references.
  func readers(of codes: [Code]) -> @Sendable (inout Machine, inout [Value]) throws -> Void {
    var chain: @Sendable (inout Machine, inout [Value]) throws -> Void = { _, _ in }
    for code in codes {
      chain = { [before = chain] machine, values in
        try before(&machine, &values)
        values.append(try code.read(&machine))
      }
    }
    return chain
  }

  private func binary(_ operation: Operator, _ left: Expression, _ right: Expression) throws -> Code {
    let isSearch = operation == .contained || operation == .notContained
    let (left, right, spot) = (try code(left), try code(right, mayIterate: isSearch), spot)
    let shape: Shape =
      switch operation.strength {
      case .comparison: .truth
      case .concatenation: .any
      default: left.shape.merged(right.shape)
      }
    if operation == .and || operation == .or {
      return Code(shape) { machine in
        let value = try left.read(&machine)
        return value.isTrue == (operation == .or) ? value : try right.read(&machine)
      }
    }
    return Code(shape) { machine in
      let (left, right) = (try left.read(&machine), try right.read(&machine))
      machine.spot = spot
      return try left.calculate(operation, right)
    }
  }

  private func field(_ name: String, of base: Expression, isSoft: Bool) throws -> Code {
    if let member = try member(name, of: base) {
      guard case .variable(let slot) = member.kind else {
        throw Fault(.unsupported, "“\(name)”是宏，不是变量", hint: "写作 \(name)(…)")
      }
      let code = Code(member.shape, slot: slot)
      return isSoft ? code : required(code) { _ in .unset(name) }
    }
    if case .name("loop") = base.kind, case .loop(let slot)? = try binding(of: "loop")?.kind {
      return try loopField(name, slot, isSoft: isSoft)
    }
    let base = try code(base)
    switch base.shape {
    case .any:
      if let fault = RecordShape([]).memberFault(name) { throw fault }
      return operation(on: [base], gives: .any) { try $0[0].field(name, isSoft: isSoft) }
    case .record(let shape):
      if let fault = shape.memberFault(name) { throw fault }
      return try field(name, of: base, shape, isSoft: isSoft)
    case .list, .iterator: throw Fault(.value, "列表没有字段“\(name)”", hint: "用 for 逐项取，或用 [0] 取第一项")
    default: throw Fault.fieldless(base.shape.title, name)
    }
  }

  /// A field of records of `shape`; those of other shapes are asked for its name.
  private func field(_ name: String, of base: Code, _ shape: RecordShape, isSoft: Bool) throws -> Code {
    guard let place = shape.index(of: name) else { throw Fault.unknown("字段", name, among: shape.names) }
    let byName = operation(on: [base], gives: shape.shapes[place]) { try $0[0].field(name, isSoft: isSoft) }
    guard let slot = base.slot else {
      return Code(byName.shape) { machine in
        try base.read(&machine).field(place, of: shape) ?? byName.read(&machine)
      }
    }
    return Code(byName.shape) { machine in
      try machine.slots[slot].field(place, of: shape) ?? byName.read(&machine)
    }
  }

  private func loopField(_ name: String, _ slot: Int, isSoft: Bool) throws -> Code {
    guard let (_, shape, field) = Self.loopFields.first(where: { $0.name == name }) else {
      throw Fault.unknown(" loop 的字段", name, among: Self.loopFields.map(\.name))
    }
    let code = Code(shape) { machine in
      guard case (.list(let items), .int(let place)) = (machine.slots[slot], machine.slots[slot + 1]) else {
        return .undefined
      }
      return field(place, items)
    }
    if isSoft { return code }
    let (message, end) = name == "previtem" ? ("这是第一项，没有前一项", "first") : ("这是最后一项，没有后一项", "last")
    return required(code) { _ in Fault(.value, message, hint: "先用 {% if not loop.\(end) %} 判断") }
  }

  /// What `loop` has, by the place of the current item and all items.
  private static let loopFields: [(name: String, shape: Shape, value: @Sendable (Int, [Value]) -> Value)] = [
    ("index", .number, { place, _ in .int(place + 1) }),
    ("index0", .number, { place, _ in .int(place) }),
    ("revindex", .number, { place, items in .int(items.count - place) }),
    ("revindex0", .number, { place, items in .int(items.count - place - 1) }),
    ("first", .truth, { place, _ in .bool(place == 0) }),
    ("last", .truth, { place, items in .bool(place == items.count - 1) }),
    ("length", .number, { _, items in .int(items.count) }),
    ("previtem", .any, { place, items in place > 0 ? items[place - 1] : .undefined }),
    ("nextitem", .any, { place, items in place + 1 < items.count ? items[place + 1] : .undefined }),
    ("depth", .number, { _, _ in 1 }),
    ("depth0", .number, { _, _ in 0 }),
  ]

  private func item(_ key: Expression, of base: Expression, isSoft: Bool) throws -> Code {
    let base = try code(base)
    if case .literal(.string(let name)) = key.kind, case .record(let shape) = base.shape {
      return try field(name, of: base, shape, isSoft: isSoft)
    }
    let shape: Shape =
      switch (base.shape, key.kind) {
      case (.record(let record), .literal(.int(let place))) where record.shapes.indices.contains(place):
        record.shapes[place]
      case (.list(let element), _): element
      case (.text, _): .text
      default: .any
      }
    return operation(on: [base, try code(key)], gives: shape) { values in
      let found = try values[0].item(values[1])
      if !isSoft, found.isUndefined { throw values[0].missing(values[1]) }
      return found
    }
  }
}
