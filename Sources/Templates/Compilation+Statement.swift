/// Statements, but for those that lead to other files.
extension Compilation {
  /// What the statements of a scope do, with the names that they define.
  func action(of body: Body) throws -> Action {
    Action(try declare(body.names) + body.statements.map { try action(of: $0) })
  }

  private func action(of statement: Statement) throws -> Action {
    try at(statement.offset) {
      switch statement.kind {
      case .text(let text): return try print(text)
      case .output(let value): return try print(value)
      case .condition(let branches, let otherwise):
        return try condition(branches, otherwise: otherwise)
      case .loop(let loop): return try self.loop(loop)
      case .set(let names, let value): return try set(names, code(value))
      case .capture(let name, let body): return try capture(name, body)
      case .block(let name, let isScoped):
        if !context.isSilent { return try block(name, outside: isScoped ? context.scope : context.lineage.top) }
      case .macro(let macro): try define(macro)
      case .extends: context.isSilent = true
      case .include(let name): return try include(name)
      case .importModule(let name, let alias):
        try define(alias, Binding(kind: .module(try module(name)), isImported: true))
      case .importNames(let name, let names):
        let module = try module(name)
        for (name, alias, offset) in names {
          var found = try export(name, of: module, at: offset)
          found.isImported = true
          try define(alias, found)
        }
      }
      return Action([])
    }
  }

  private func print(_ text: String) throws -> Action {
    if context.escaping == .markdown, text.unicodeScalars.contains(where: \.isFragmentMark) {
      throw Fault(.syntax, "文字里不能有 U+FDD0 和 U+FDD1")
    }
    if context.isSilent { return Action([]) }
    let (bytes, spot) = (Array(text.utf8), spot)
    return Action { machine in
      machine.spot = spot
      try machine.print(bytes)
    }
  }

  private func print(_ value: Expression) throws -> Action {
    let action = try printing(value)
    return context.isSilent ? Action([]) : action
  }

  private func printing(_ value: Expression) throws -> Action {
    if case .call(let callee, let arguments) = value.kind, let action = try callAction(callee, arguments) {
      return try context.escaping == .markdown && macro(callee)?.escaping == .html ? Self.fragment(action) : action
    }
    // Text that is reversed is text, and only at run time it is known for text.
    let isReversed = if case .filter(_, "reverse", _) = value.kind { true } else { false }
    let code = try code(value, mayIterate: isReversed)
    switch code.shape {
    case .list, .record: throw Fault.printed(code.shape.title)
    default: break
    }
    let (escaping, spot) = (context.escaping, spot)
    return Action { machine in
      let value = try code.read(&machine)
      machine.spot = spot
      try machine.print(value, escaping)
    }
  }

  private func condition(_ branches: [(test: Expression, body: Body)], otherwise: Body) throws -> Action {
    let scope = context.scope
    let branch = { (body: Body) in
      scope.branches += 1
      defer { scope.branches -= 1 }
      return try self.action(of: body)
    }
    let branches = try branches.map { (test: try code($0.test), action: try branch($0.body)) }
    return try branches.reversed().reduce(branch(otherwise)) { otherwise, branch in
      let (test, action) = branch
      return Action { machine in
        if try test.read(&machine).isTrue { try action.run(&machine) } else { try otherwise.run(&machine) }
      }
    }
  }

  private func loop(_ loop: Statement.Loop) throws -> Action {
    let items = try code(loop.items, mayIterate: true)
    guard let element = items.shape.element else {
      throw Fault(.value, "\(items.shape.title)不能循环", hint: "for … in 后面要一个列表", at: loop.items.offset)
    }
    let (slot, spot) = (newSlot(), Program.Spot(unit: Int32(context.unit), offset: Int32(loop.items.offset)))
    _ = newSlot()
    let outside = context.scope
    defer { context.scope = outside }
    let scope = Scope(in: outside)
    context.scope = scope
    let store = try self.store(element, in: loop.targets) { name, shape in
      let slot = newSlot()
      scope.bindings[name] = Binding(kind: .variable(slot: slot), shape: shape)
      return slot
    }
    let test = try loop.test.map { try code($0) }
    scope.bindings["loop"] = Binding(kind: .loop(slot: slot))
    let action = try self.action(of: loop.body)
    context.scope = Scope(in: outside)
    let otherwise = try self.action(of: loop.otherwise)
    return Action { machine in
      let all = try items.read(&machine)
      machine.spot = spot
      var items = try all.elements()
      if let test {
        items = try items.filter { item in
          try machine.countStep()
          try store(&machine, item)
          return try test.read(&machine).isTrue
        }
      }
      if items.isEmpty { return try otherwise.run(&machine) }
      machine.slots[slot] = .list(items)
      for (place, item) in items.enumerated() {
        machine.spot = spot
        try machine.countStep()
        machine.slots[slot + 1] = .int(place)
        try store(&machine, item)
        try action.run(&machine)
      }
    }
  }

  /// What gives the value of `code` to variables.
  func set(_ names: [String], _ value: Code) throws -> Action {
    let store = try store(value.shape, in: names, slot: assign)
    return Action { machine in try store(&machine, try value.read(&machine)) }
  }

  /// What gives a value of `shape` to variables, for which `slot` finds their slots.
  private func store(
    _ shape: Shape, in names: [String], slot: (String, Shape) throws -> Int
  ) throws -> @Sendable (inout Machine, Value) throws -> Void {
    let slots = try zip(names, spread(shape, over: names.count)).map(slot)
    if slots.count == 1 {
      let slot = slots[0]
      return { machine, value in machine.slots[slot] = value }
    }
    let spot = spot
    return { machine, value in
      machine.spot = spot
      for (slot, value) in zip(slots, try value.spread(over: slots.count)) { machine.slots[slot] = value }
    }
  }

  /// The shapes of `count` variables that share a value of `shape`.
  private func spread(_ shape: Shape, over count: Int) throws -> [Shape] {
    switch shape {
    case _ where count == 1: return [shape]
    case .record(let record) where record.isTuple && record.shapes.count == count: return record.shapes
    case .record, .text, .markup, .number, .truth:
      throw Fault(.value, "\(shape.title)不能分给 \(count) 个变量", hint: "for 后面只写一个变量，或用 |items")
    default: return Array(repeating: shape.element ?? .any, count: count)
    }
  }

  private func capture(_ name: String, _ body: Body) throws -> Action {
    if context.escaping == .markdown {
      throw Fault(.unsupported, "Markdown 里没有块 set", hint: "直接写，或用 include")
    }
    let action = try nested {
      context.scope = Scope(in: context.scope)
      context.isSilent = false
      return try self.action(of: body)
    }
    return try set([name], captured(action))
  }

  /// What `action` prints, as a value.
  func captured(_ action: Action) -> Code {
    Code(.markup) { machine in .markup(try machine.text(of: action)) }
  }

  /// `action`, whose HTML is kept apart from the Markdown around it.
  static func fragment(_ action: Action) -> Action {
    Action { machine in
      let start = machine.output.bytes.count
      try action.run(&machine)
      machine.output.makeFragment(from: start)
    }
  }
}
