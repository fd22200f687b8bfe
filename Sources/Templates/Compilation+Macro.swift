import Diagnostics

/// Macros and what is called.
extension Compilation {
  func defineMacro(_ macro: Statement.Macro, at offset: Int) throws(Failure) {
    if context.function.isMacro {
      throw fault(.unsupported, "被宏引入的文件里不能再定义宏", at: offset, hint: "放进另一个文件，用 import 引入")
    }
    let definition = MacroDefinition(
      macro, at: offset, unit: context.unit, scope: context.scope, escaping: context.escaping)
    try define(macro.name, Binding(.macro(definition)), at: offset)
  }

  /// The macro that `callee` names, if it names one.
  func macro(_ callee: Expression) throws(Failure) -> MacroDefinition? {
    var found: Binding?
    switch callee.kind {
    case .name(let name):
      if case .binding(let binding) = try meaning(of: name, at: callee.offset) { found = binding }
    case .attribute(let owner, let name): found = try member(name, of: owner, at: callee.offset)
    default: break
    }
    if case .macro(let definition)? = found?.kind { return definition }
    return nil
  }

  /// Calls a macro, which writes to where its caller does.
  func writeCall(
    _ definition: MacroDefinition, _ arguments: Expression.Arguments, at offset: Int
  ) throws(Failure) {
    guard definition.escaping == context.escaping || (definition.escaping == .html && context.escaping == .markdown)
    else { throw fault(.unsupported, "HTML 里不能用 Markdown 文件里的宏", at: offset) }
    let names = definition.macro.parameters.map(\.name)
    let given = try bind(arguments, to: names, of: "宏“\(definition.macro.name)”", at: offset)
    var shapes: [Shape?] = []
    for argument in given {
      guard let argument else {
        shapes.append(nil)
        continue
      }
      shapes.append(try writeValue(argument))
    }
    try emit(.call(try entry(of: definition, shapes, at: offset)), at: offset)
  }

  /// One expression for each of `names`, `nil` where none is given.
  func bind(
    _ arguments: Expression.Arguments, to names: [String], of title: String, at offset: Int
  ) throws(Failure) -> [Expression?] {
    guard arguments.positional.count <= names.count else {
      let most = names.isEmpty ? "没有参数" : "最多 \(names.count) 个参数"
      throw fault(.syntax, title + most, at: arguments.positional[names.count].offset)
    }
    var bound: [Expression?] = names.indices.map {
      arguments.positional.indices.contains($0) ? arguments.positional[$0] : nil
    }
    for (name, value, offset) in arguments.named {
      guard let place = names.firstIndex(of: name) else {
        throw failure(.unknown("\(title)的参数", name, among: names), at: offset)
      }
      guard bound[place] == nil else { throw fault(.syntax, "参数“\(name)”给了两次", at: offset) }
      bound[place] = value
    }
    return bound
  }

  /// The code of a macro for arguments of these shapes, `nil` for those that are not given. `offset` is where it is
  /// called, if it is.
  private func entry(
    of definition: MacroDefinition, _ shapes: [Shape?], at offset: Int?
  ) throws(Failure) -> Int32 {
    let found = definition.instances.first { instance in
      zip(instance.shapes, shapes).allSatisfy { left, right in
        if let left, let right { left.isSame(as: right) } else { left == nil && right == nil }
      }
    }
    if let found { return found.entry }
    let entry = Int32(parts.macros.count)
    let givenCount = shapes.count { $0 != nil }
    parts.macros.append(Program.MacroEntry(start: 0, argumentCount: givenCount, slotCount: 0))
    definition.instances.append((shapes, entry))
    let caller = context.function
    try nested(at: offset ?? definition.offset) { () throws(Failure) in
      if let offset { context.trail.append(source.place(at: offset)) }
      context.trailStart = context.trail.count
      context.unit = definition.unit
      open(source)
      context.scope = Scope(.macro, in: definition.scope, branchDepth: 0)
      context.escaping = definition.escaping
      context.branchDepth = 0
      context.block = nil
      context.function = Function()
      context.function.isMacro = true
      try writeParameters(of: definition.macro, shapes)
      try declare(definition.macro.body)
      try write(definition.macro.body)
      try emit(.returnFromMacro, at: definition.offset)
      parts.macros[Int(entry)].slotCount = context.function.localCount
      macroCode.append((entry, context.function))
    }
    context.function = caller
    return entry
  }

  /// Compiles the macros of an imported file for arguments of any shape: a name that is misspelt in one is found even
  /// where nothing calls it.
  func checkMacros() throws(Failure) {
    for name in context.scope.names {
      guard case .macro(let definition)? = context.scope[name]?.kind, definition.scope === context.scope else {
        continue
      }
      _ = try entry(of: definition, definition.macro.parameters.map { _ in .any }, at: nil)
    }
  }

  /// Arguments are in the first slots; the others are made from their defaults, or stay undefined.
  private func writeParameters(of macro: Statement.Macro, _ shapes: [Shape?]) throws(Failure) {
    for case (let parameter, let shape?) in zip(macro.parameters, shapes) {
      context.scope[parameter.name] = Binding(.variable(slot: newSlot()), shape: shape)
    }
    for case (let parameter, nil) in zip(macro.parameters, shapes) {
      context.scope[parameter.name] = Binding(.variable(slot: newSlot()), .unset)
    }
    for case (let parameter, nil) in zip(macro.parameters, shapes) {
      guard let binding = context.scope[parameter.name] else { continue }
      if let fallback = parameter.fallback {
        let shape = try writeValue(fallback)
        try assign(parameter.name, shape, at: fallback.offset)
      } else {
        binding.state = .perhaps
      }
    }
  }
}
