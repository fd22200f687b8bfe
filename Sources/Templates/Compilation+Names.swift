/// What names mean.
extension Compilation {
  func binding(of name: String) throws -> Binding? {
    var crossed: Scope.Boundary = []
    for scope in context.scope.chain {
      // Outside of a file or a block Jinja looks up what is set by now, not what will be.
      if let binding = scope.bindings[name], binding.state != .unset || crossed.isDisjoint(with: [.file, .block]) {
        if case .loop = binding.kind, crossed.contains(.file) {
          throw Fault(.unsupported, "被引入的文件里不能用外面的 loop", hint: "先 set 一个变量，如 {% set 序号 = loop.index %}")
        }
        return binding
      }
      if crossed.contains(.macro), scope.laterNames.contains(name) {
        throw Fault(.unsupported, "宏里用的“\(name)”，在所继承的模板里才 set", hint: "作为参数传给宏")
      }
      if scope.boundary == .data, isOpen, !Parser.reserved.contains(name) {
        return field(name, .any, .perhaps, in: scope)
      }
      crossed.formUnion(scope.boundary)
    }
    return nil
  }

  func variable(_ name: String, isSoft: Bool) throws -> Code {
    let binding = try binding(of: name)
    switch (binding?.kind, binding?.state) {
    case (.pending, _): throw Fault(.unknownName, "“\(name)”在后面才定义", hint: "把定义移到前面")
    case (.macro, _): throw Fault(.unsupported, "“\(name)”是宏，不是变量", hint: "写作 \(name)(…)")
    case (.module, _): throw Fault(.unsupported, "“\(name)”不是变量", hint: "写作 \(name).名字")
    case (.loop, _): throw Fault(.unsupported, "loop 不是变量", hint: "写作 loop.index 等")
    case (_, .unset): throw Fault(.unknownName, "变量“\(name)”在后面才有", hint: "先 set，再用")
    case (.variable(let slot), .set): return Code(binding?.shape ?? .any, slot: slot)
    case (.variable(let slot), .perhaps):
      let code = Code(binding?.shape ?? .any, slot: slot)
      if isSoft { return code }
      let isField = fields.contains { $0.slot == slot }
      return required(code) { data in
        isField ? .unknown("变量", name, among: data.shape.names) : .unset(name)
      }
    default: throw Fault.unknown("变量", name, among: context.scope.chain.flatMap { $0.bindings.keys.sorted() })
    }
  }

  /// `code`, which stops the page with a fault where there is nothing.
  func required(_ code: Code, or fault: @escaping @Sendable (Record) -> Fault) -> Code {
    let spot = spot
    return Code(code.shape) { machine in
      let value = try code.read(&machine)
      if value.isUndefined {
        machine.spot = spot
        throw fault(machine.data)
      }
      return value
    }
  }

  /// Gives the names that are defined in the current scope their slots, and what the scope outside has; that is to be
  /// done first.
  func declare(_ names: Names) throws -> [Action] {
    let scope = context.scope
    var actions: [Action] = []
    for name in names.definitions { scope.bindings[name] = Binding(kind: .pending, state: .unset) }
    for (name, isSetFirst) in names.variables where scope.bindings[name] == nil {
      let outer = isSetFirst ? nil : try binding(of: name)
      let slot = newSlot()
      var binding = Binding(kind: .variable(slot: slot), state: isSetFirst || outer != nil ? .unset : .missing)
      if let outer, case .variable(let outerSlot) = outer.kind, outer.state != .unset {
        (binding.state, binding.shape) = (outer.state, outer.shape)
        actions.append(Action { machine in machine.slots[slot] = machine.slots[outerSlot] })
      } else if binding.state == .missing {
        actions.append(Action { machine in machine.slots[slot] = .undefined })
      }
      scope.bindings[name] = binding
    }
    return actions
  }

  /// The slot for a value of `shape` that is given to variable `name`.
  func assign(_ name: String, _ shape: Shape) throws -> Int {
    let scope = context.scope
    guard var binding = scope.bindings[name], !binding.isImported, case .variable(let slot) = binding.kind else {
      throw Fault(.unsupported, "“\(name)”是宏或引入的名字，不能再 set", hint: "换一个名字")
    }
    let isSure = scope.branches == 0
    let shape = shape.isDeeper(than: Limits.nesting) ? .any : shape
    binding.shape = isSure || binding.state == .missing ? shape : binding.shape.merged(shape)
    if isSure || binding.state == .missing { binding.state = isSure ? .set : .perhaps }
    scope.bindings[name] = binding
    return slot
  }

  /// Gives a macro or an import its name.
  func define(_ name: String, _ binding: Binding) throws {
    guard case .pending? = context.scope.bindings[name]?.kind else {
      throw Fault(.unsupported, "名字“\(name)”在这里已经有了", hint: "换一个名字")
    }
    context.scope.bindings[name] = binding
  }

  /// What `owner.name` is, if `owner` is a module.
  func member(_ name: String, of owner: Expression) throws -> Binding? {
    guard case .name(let ownerName) = owner.kind, case .module(let module)? = try binding(of: ownerName)?.kind else {
      return nil
    }
    return try export(name, of: module)
  }

  func export(_ name: String, of module: Scope, at offset: Int? = nil) throws -> Binding {
    guard module.exports.contains(name), let binding = module.bindings[name] else {
      throw Fault.unknown("引入的名字", name, among: module.exports, at: offset)
    }
    return binding
  }
}
