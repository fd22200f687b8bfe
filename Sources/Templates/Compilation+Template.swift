import Diagnostics

/// Templates that extend each other.
struct Lineage {
  /// What each block is to be, from the template that nothing extends to the one that extends nothing.
  var blocks: [String: [(block: Template.Block, unit: Int)]] = [:]
  /// The scope at the top of the template that is being compiled.
  var top = Scope(in: nil)
}

/// Files: what is extended, included and imported.
extension Compilation {
  /// What a template does, with those it extends, in a scope of its own; and that scope.
  func template(_ name: String) throws -> (action: Action, scope: Scope) {
    try refuse(name, in: openFiles)
    return try nested {
      openFiles.append(name)
      (context.lineage, context.block, context.isSilent) = (Lineage(), nil, false)
      var family = [try file(name)]
      while let parent = family[family.count - 1].template.parent {
        offset = parent.offset
        try refuse(parent.name, in: family.map { units[$0.unit].source.name })
        guard try escaping(of: parent.name) == context.escaping else {
          throw Fault(.unsupported, "Markdown 文件不能继承 HTML 模板", hint: "用 include 引入它")
        }
        family.append(try file(parent.name))
      }
      for (template, unit) in family {
        for block in template.blocks { context.lineage.blocks[block.name, default: []].append((block, unit)) }
      }
      var (actions, scopes): ([Action], [Scope]) = ([], [])
      for (place, (template, unit)) in family.enumerated() {
        let ancestors = family[(place + 1)...].map(\.template)
        (context.unit, offset, context.isSilent) = (unit, 0, false)
        context.scope = Scope(.file, in: context.scope)
        context.scope.laterNames = Set(
          ancestors.flatMap { $0.body.names.variables.map(\.name) + $0.body.names.definitions })
        context.lineage.top = context.scope
        scopes.append(context.scope)
        if let parent = template.parent { try check(template.blocks, behind: parent.offset, in: ancestors) }
        actions.append(try action(of: template.body))
      }
      openFiles.removeLast()
      return (Action(actions), scopes[0])
    }
  }

  /// A block of a template that extends others would not be seen, or not where it stands, if none of `ancestors` had it,
  /// or if it stood before `extends` or in another tag.
  private func check(_ blocks: [Template.Block], behind offset: Int, in ancestors: [Template]) throws {
    let known = Set(ancestors.flatMap { $0.blocks.map(\.name) })
    for block in blocks where !block.tags.contains("block") {
      guard block.tags.isEmpty, block.offset > offset else {
        throw Fault(.unsupported, "继承的模板里，block 要写在 extends 后面，不能写在别的标签里", at: block.offset)
      }
      guard known.contains(block.name) else {
        throw Fault.unknown(" block", block.name, among: known.sorted(), at: block.offset)
      }
    }
  }

  /// Reads a file and makes it the one that is compiled.
  private func file(_ name: String) throws -> (template: Template, unit: Int) {
    guard !name.isEmpty, !name.hasPrefix("/"), !name.contains("\\"), !name.split(separator: "/").contains("..") else {
      throw Fault(.missingFile, "模板“\(name)”要写成 templates/ 里的相对路径，不能有“..”")
    }
    guard units.count < Limits.files else { throw Fault(.limit, "引入的文件太多，超过 \(Limits.files) 个") }
    guard let text = sources.text(name) else {
      let unknown = Fault.unknown("模板", name, among: sources.names)
      throw Fault(.missingFile, unknown.message, hint: unknown.hint)
    }
    open(
      Source(name: name, text: text), trail: units.isEmpty ? [] : units[context.unit].trail + [source.place(at: offset)]
    )
    let template = try templates[name] ?? Parser.template(of: source)
    templates[name] = template
    return (template, context.unit)
  }

  /// Begins with another file, or with a macro of this one, reached by what the trail says.
  func open(_ source: Source, trail: [Place]) {
    units.append(Program.Unit(source: source, trail: trail))
    (context.unit, offset) = (units.count - 1, 0)
  }

  private func refuse(_ name: String, in names: [String]) throws {
    if names.contains(name) { throw Fault(.limit, "模板“\(name)”引入了它自己") }
  }

  /// A block, as the first template has it that overrides it, or from `level` on.
  func block(_ name: String, level: Int = 0, outside: Scope) throws -> Action {
    guard let definitions = context.lineage.blocks[name], level < definitions.count else {
      throw Fault(.unknownName, "上级模板里没有 block“\(name)”，不能用 super()", hint: "删去 super()，或在上级模板里写这个 block")
    }
    return try nested {
      let (block, unit) = definitions[level]
      (context.unit, offset) = (unit, block.offset)
      context.block = (name, level, outside)
      context.scope = Scope(.block, in: outside)
      return try action(of: block.body)
    }
  }

  /// The block that the running one overrides.
  func superBlock() throws -> Action {
    guard let block = context.block else { throw Fault(.syntax, "super() 只能写在 block 里") }
    return try self.block(block.name, level: block.level + 1, outside: block.outside)
  }

  func include(_ name: String) throws -> Action {
    if context.isSilent { throw Fault(.unsupported, "继承的模板里，include 要写进 block") }
    let (outer, inner) = (context.escaping, try escaping(of: name))
    context.escaping = inner
    let action = try template(name).action
    context.escaping = outer
    return outer == .markdown && inner == .html ? Self.fragment(action) : action
  }

  /// How a file is escaped that is reached from here: in Markdown, all but Markdown is HTML.
  private func escaping(of name: String) throws -> Escaping {
    if context.escaping == .html, name.hasSuffix(".md") {
      throw Fault(.unsupported, "HTML 模板里不能引入 Markdown 文件", hint: "把内容写成 .html 文件")
    }
    return context.escaping == .markdown && !name.hasSuffix(".md") ? .html : context.escaping
  }

  /// The names that a file gives to those that import it; it sees nothing of theirs.
  func module(_ name: String) throws -> Scope {
    if let scope = modules[name] { return scope }
    let inner = try escaping(of: name)
    let (action, scope) = try nested {
      context.escaping = inner
      context.isInMacro = false
      context.scope = Scope(in: nil)
      return try template(name)
    }
    try checkMacros(of: scope)
    // What it prints is not shown.
    prologue.append(Action { machine in _ = try machine.text(of: action) })
    modules[name] = scope
    return scope
  }

  func define(_ macro: Statement.Macro) throws {
    if context.isInMacro {
      throw Fault(.unsupported, "被宏引入的文件里不能再定义宏", hint: "放进另一个文件，用 import 引入")
    }
    let definition = MacroDefinition(
      macro: macro, offset: offset, unit: context.unit, scope: context.scope, escaping: context.escaping)
    try define(macro.name, Binding(kind: .macro(definition)))
  }
}
