import Diagnostics

/// What names mean.
extension Compilation {
  func binding(of name: String) throws -> Binding? {
    var (isOutside, isOutsideFile, isOutsideMacro) = (false, false, false)
    for scope in context.scope.chain {
      if let binding = scope.bindings[name], !(isOutside && binding.state == .unset) {
        if case .loop = binding.kind, isOutsideFile {
          throw Fault(.unsupported, "被引入的文件里不能用外面的 loop", hint: "先 set 一个变量，如 {% set 序号 = loop.index %}")
        }
        return binding
      }
      if isOutsideMacro, scope.laterNames.contains(name) {
        throw Fault(.unsupported, "宏里用的“\(name)”，在所继承的模板里才 set", hint: "作为参数传给宏")
      }
      isOutside = isOutside || scope.boundary == .file || scope.boundary == .block
      isOutsideFile = isOutsideFile || scope.boundary == .file
      isOutsideMacro = isOutsideMacro || scope.boundary == .macro
    }
    return context.scope.isOpen && !Parser.reserved.contains(name) ? Binding(kind: .dynamic, state: .perhaps) : nil
  }

  func variable(_ name: String, isSoft: Bool) throws -> Code {
    guard let binding = try binding(of: name) else { throw unknownVariable(name) }
    switch (binding.kind, binding.state) {
    case (.pending, _): throw Fault(.unknownName, "“\(name)”在后面才定义")
    case (.macro, _): throw Fault(.unsupported, "“\(name)”是宏，不是变量", hint: "写作 \(name)(…)")
    case (.module, _): throw Fault(.unsupported, "“\(name)”不是变量", hint: "写作 \(name).名字")
    case (.loop, _): throw Fault(.unsupported, "loop 不是变量", hint: "写作 loop.index 等")
    case (_, .unset): throw Fault(.unknownName, "变量“\(name)”在后面才有")
    case (_, .missing): throw unknownVariable(name)
    default: break
    }
    let code = value(of: binding, name, isSoft: isSoft)
    guard case .perhaps = binding.state, !isSoft else { return code }
    return required(code, or: Fault(.unknownName, "变量“\(name)”没有值"))
  }

  /// What reads a variable or a field of the data.
  private func value(of binding: Binding, _ name: String, isSoft: Bool) -> Code {
    switch (binding.kind, data) {
    case (.variable(let slot), _): return Code(binding.shape, at: .slot(slot)) { machine in machine.slots[slot] }
    case (.field(let place), .record(let shape)):
      let (name, spot) = (shape.names[place], spot)
      return Code(shape.shapes[place], at: .field(place)) { machine in
        if machine.data.shape === shape { return machine.data.values[place] }
        machine.spot = spot
        return try Value.record(machine.data).field(name, isSoft: isSoft)
      }
    default:
      let spot = spot
      return Code(.any) { machine in
        if let found = machine.data[name] { return found }
        if isSoft { return .undefined }
        machine.spot = spot
        throw Fault.unknown("变量", name, among: machine.data.shape.names)
      }
    }
  }

  private func unknownVariable(_ name: String) -> Fault {
    .unknown("变量", name, among: context.scope.chain.flatMap { $0.bindings.keys.sorted() })
  }

  /// `code`, which stops the page with `fault` where there is nothing.
  func required(_ code: Code, or fault: Fault) -> Code {
    let spot = spot
    return Code(code.shape) { machine in
      let value = try code.read(&machine)
      if value.isUndefined {
        machine.spot = spot
        throw fault
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
      let slot = newSlot()
      var binding = Binding(kind: .variable(slot: slot), state: .unset)
      if !isSetFirst, let outer = try inherited(name) {
        (binding.state, binding.shape) = (outer.state, outer.value.shape)
        actions.append(Action { machine in machine.slots[slot] = try outer.value.read(&machine) })
      }
      scope.bindings[name] = binding
    }
    return actions
  }

  /// What the scope outside has by this name, if it is no macro or the like.
  private func inherited(_ name: String) throws -> (state: Binding.State, value: Code)? {
    guard let outer = try binding(of: name) else { return (.missing, Code(.any) { _ in .undefined }) }
    switch outer.kind {
    case .variable, .field, .dynamic:
      return outer.state == .unset ? nil : (outer.state, value(of: outer, name, isSoft: true))
    default: return nil
    }
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
