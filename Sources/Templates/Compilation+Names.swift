import Diagnostics

/// What names mean.
extension Compilation {
  enum Meaning {
    case binding(Binding)
    /// A field of the page's data.
    case field(RecordShape, Int)
    /// A name in data that is known at run time only.
    case dynamic
    case nothing
  }

  func meaning(of name: String, at offset: Int) throws(Failure) -> Meaning {
    var scope = context.scope
    var isOutside = false
    var isOutsideFile = false
    var isInMacro = false
    while true {
      if let binding = scope[name], !(isOutside && binding.isUnset) {
        if case .loop = binding.kind, isOutsideFile {
          throw fault(.unsupported, "被引入的文件里不能用外面的 loop", at: offset, hint: "先 set 一个变量，如 {% set 序号 = loop.index %}")
        }
        return .binding(binding)
      }
      if isInMacro, scope.laterNames.contains(name) {
        throw fault(.unsupported, "宏里用的“\(name)”，在所继承的模板里才 set", at: offset, hint: "作为参数传给宏")
      }
      isOutside = isOutside || scope.boundary == .file || scope.boundary == .block
      isOutsideFile = isOutsideFile || scope.boundary == .file
      isInMacro = isInMacro || scope.boundary == .macro
      guard let parent = scope.parent else { break }
      scope = parent
    }
    guard scope.seesData else { return .nothing }
    guard case .record(let shape) = data else { return .dynamic }
    return shape.index(of: name).map { .field(shape, $0) } ?? .nothing
  }

  /// Names that might have been meant.
  var visibleNames: [String] {
    var names: [String] = []
    var scope: Scope? = context.scope
    while let current = scope {
      names += current.names
      scope = current.parent
    }
    if context.scope.seesData, case .record(let shape) = data { names += shape.names }
    return names
  }

  func writeName(_ name: String, at offset: Int, isSoft: Bool) throws(Failure) -> Shape {
    switch try meaning(of: name, at: offset) {
    case .binding(let binding):
      guard case .variable(let slot) = binding.kind else { throw failure(binding.misuse(of: name), at: offset) }
      try writeLoad(slot, binding, name, at: offset, isSoft: isSoft)
      return binding.shape
    case .field(let shape, let index):
      try emit(.data(step(shape, index)), at: offset)
      return shape.shapes[index]
    case .dynamic where Parser.reserved.contains(name): throw failure(unknownName(name), at: offset)
    case .dynamic:
      try emit(.dataNamed(text(name), isSoft: isSoft), at: offset)
      return .any
    case .nothing: throw failure(unknownName(name), at: offset)
    }
  }

  private func writeLoad(
    _ slot: Int32, _ binding: Binding, _ name: String, at offset: Int, isSoft: Bool
  ) throws(Failure) {
    switch binding.state {
    case .unset: throw fault(.unknownName, "变量“\(name)”在后面才有", at: offset)
    case .missing: throw failure(unknownName(name), at: offset)
    case .perhaps, .set: try emit(.load(slot), at: offset)
    }
    if case .perhaps = binding.state, !isSoft {
      try emitRequire(Fault(.unknownName, "变量“\(name)”没有值"), at: offset)
    }
  }

  private func unknownName(_ name: String) -> Fault {
    let hints = [
      "loop": "loop 只在 for 里有", "super": "写作 super()，在 block 里", "self": "没有 self", "caller": "没有 call 块",
      "varargs": "把参数一个个写出来", "kwargs": "把参数一个个写出来", "dict": "写作 {\"键\": 值}", "cycler": "用 loop.index",
      "joiner": "用 loop.first", "lipsum": "", "range": "写作 range(…)", "namespace": "循环里求和用 sum，计数用 length",
    ]
    if let hint = hints[name] {
      return Fault(.unsupported, "这里不能用“\(name)”", hint: hint.isEmpty ? nil : hint)
    }
    return .unknown("变量", name, among: visibleNames)
  }

  /// Gives the names that `statements` define in the current scope their slots, and what the scope outside had.
  func declare(_ statements: [Statement]) throws(Failure) {
    let declarations = Declarations(statements)
    let scope = context.scope
    for name in declarations.definitions { scope[name] = Binding(.pending, .unset) }
    for (name, isSetFirst) in declarations.variables where scope[name] == nil {
      let slot = newSlot()
      let binding = Binding(.variable(slot: slot), .unset)
      if !isSetFirst { try inherit(binding, name, into: slot) }
      scope[name] = binding
    }
  }

  private func inherit(_ binding: Binding, _ name: String, into slot: Int32) throws(Failure) {
    switch try meaning(of: name, at: 0) {
    case .binding(let outer):
      guard case .variable(let outerSlot) = outer.kind, !outer.isUnset else { return }
      try emit(.load(outerSlot), at: 0)
      (binding.state, binding.shape) = (outer.state, outer.shape)
    case .field(let shape, let index):
      try emit(.data(step(shape, index)), at: 0)
      (binding.state, binding.shape) = (.set, shape.shapes[index])
    case .dynamic:
      try emit(.dataNamed(text(name), isSoft: true), at: 0)
      binding.state = .perhaps
    case .nothing:
      try emitConstant(.undefined, at: 0)
      binding.state = .missing
    }
    try emit(.store(slot), at: 0)
  }

  /// Stores the value on top, which has `shape`.
  func assign(_ name: String, _ shape: Shape, at offset: Int) throws(Failure) {
    guard let binding = context.scope[name], !binding.isImported, case .variable(let slot) = binding.kind else {
      throw fault(.unsupported, "“\(name)”是宏或引入的名字，不能再 set", at: offset, hint: "换一个名字")
    }
    try emit(.store(slot), at: offset)
    let shape = shape.isDeeper(than: Limits.nesting) ? .any : shape
    if context.branchDepth == context.scope.branchDepth {
      (binding.state, binding.shape) = (.set, shape)
    } else if case .missing = binding.state {
      (binding.state, binding.shape) = (.perhaps, shape)
    } else {
      binding.shape = binding.shape.merged(shape)
    }
  }

  /// Gives a macro or an import its name.
  func define(_ name: String, _ binding: Binding, at offset: Int) throws(Failure) {
    guard case .pending? = context.scope[name]?.kind else {
      throw fault(.unsupported, "名字“\(name)”在这里已经有了", at: offset, hint: "换一个名字")
    }
    context.scope[name] = binding
  }

  /// What `owner.name` is, if `owner` is a module.
  func member(_ name: String, of owner: Expression, at offset: Int) throws(Failure) -> Binding? {
    guard case .name(let ownerName) = owner.kind,
      case .binding(let binding) = try meaning(of: ownerName, at: owner.offset),
      case .module(let module) = binding.kind
    else { return nil }
    return try export(name, of: module, at: offset)
  }

  func export(_ name: String, of module: Scope, at offset: Int) throws(Failure) -> Binding {
    let exports = module.names.filter { !$0.hasPrefix("_") && module[$0]?.isImported == false }
    guard exports.contains(name), let binding = module[name] else {
      throw failure(.unknown("引入的名字", name, among: exports), at: offset)
    }
    return binding
  }
}

extension Binding {
  /// Why it cannot be used as a variable.
  fileprivate func misuse(of name: String) -> Fault {
    switch kind {
    case .pending, .variable: Fault(.unknownName, "“\(name)”在后面才定义")
    case .macro: Fault(.unsupported, "“\(name)”是宏，不是变量", hint: "写作 \(name)(…)")
    case .module: Fault(.unsupported, "“\(name)”不是变量", hint: "写作 \(name).名字")
    case .loop: Fault(.unsupported, "loop 不是变量", hint: "写作 loop.index 等")
    }
  }
}
