/// Macros.
extension Compilation {
  /// The macro that `callee` names, if it names one.
  func macro(_ callee: Expression) throws -> MacroDefinition? {
    var found: Binding?
    switch callee.kind {
    case .name(let name): found = try binding(of: name)
    case .field(let owner, let name): found = try member(name, of: owner)
    default: break
    }
    if case .macro(let definition)? = found?.kind { return definition }
    return nil
  }

  /// What prints the result of a macro or of `super()`, if `callee` is one.
  func callAction(_ callee: Expression, _ arguments: Expression.Arguments) throws -> Action? {
    if case .name("super") = callee.kind { return try superBlock() }
    guard let definition = try macro(callee) else { return nil }
    guard definition.escaping == context.escaping || (definition.escaping == .html && context.escaping == .markdown)
    else { throw Fault(.unsupported, "HTML 里不能用 Markdown 文件里的宏", hint: "把宏写进 .html 文件") }
    let names = definition.macro.parameters.map(\.name)
    let given = try bind(arguments, to: names, of: "宏“\(definition.macro.name)”").map { try $0.map { try code($0) } }
    let entry = try entry(of: definition, given.map { $0?.shape })
    let (read, spot) = (readers(of: given.compactMap(\.self)), spot)
    return Action { machine in
      var values: [Value] = []
      try read(&machine, &values)
      try machine.call(entry, values, at: spot)
    }
  }

  /// The macro for arguments of these shapes, `nil` for those that are not given.
  private func entry(of definition: MacroDefinition, _ shapes: [Shape?]) throws -> Int {
    let known = macros.firstIndex { found in
      found.definition.scope === definition.scope && found.definition.macro.name == definition.macro.name
        && found.shapes == shapes
    }
    if let known { return known }
    let entry = macros.count
    macros.append((definition, shapes, nil))
    try nested {
      context.calls.append(spot)
      open(units[definition.unit].source, trail: [])
      context.scope = Scope(.macro, in: definition.scope)
      context.escaping = definition.escaping
      context.block = nil
      context.isInMacro = true
      context.isSilent = false
      try at(definition.offset) {
        let start = slotCount
        let action = Action(try parameters(of: definition.macro, shapes) + [action(of: definition.macro.body)])
        macros[entry].code = Program.Macro(slots: start..<slotCount, action: action)
      }
    }
    return entry
  }

  /// Compiles the macros of an imported file for arguments of any shape: a name that is misspelt in one is found even
  /// where nothing calls it.
  func checkMacros(of module: Scope) throws {
    for name in module.bindings.keys.sorted() {
      guard let binding = module.bindings[name], !binding.isImported, case .macro(let definition) = binding.kind
      else { continue }
      _ = try entry(of: definition, definition.macro.parameters.map { _ in .any })
    }
  }

  /// Arguments are in the first slots; the others are made from their defaults, or stay undefined.
  private func parameters(of macro: Statement.Macro, _ shapes: [Shape?]) throws -> [Action] {
    let scope = context.scope
    for case (let parameter, let shape?) in zip(macro.parameters, shapes) {
      scope.bindings[parameter.name] = Binding(kind: .variable(slot: newSlot()), shape: shape)
    }
    let missing = zip(macro.parameters, shapes).filter { $0.1 == nil }.map { parameter, _ in (parameter, newSlot()) }
    for (parameter, slot) in missing {
      scope.bindings[parameter.name] = Binding(kind: .variable(slot: slot), state: .unset)
    }
    return try missing.map { parameter, slot in
      if let fallback = parameter.fallback { return try set([parameter.name], code(fallback)) }
      scope.bindings[parameter.name] = Binding(kind: .variable(slot: slot), state: .perhaps)
      return Action { machine in machine.slots[slot] = .undefined }
    }
  }
}
