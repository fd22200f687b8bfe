import Diagnostics

/// Templates that extend each other.
struct Lineage {
  /// What each block is to be, from the template that nothing extends to the one that extends nothing.
  var blocks: [String: [(block: Template.Block, unit: Int, trail: [Place])]] = [:]
  /// The scope at the top of the template that is being compiled.
  var top = Scope(.none, in: nil)
}

/// Files: what is extended, included and imported.
extension Compilation {
  private struct File {
    let template: Template
    let unit: Int
    let trail: [Place]
  }

  /// The parts of a file of which not all is printed.
  private enum Part {
    case beforeExtends, afterExtends, branchAfterExtends, module
  }

  /// What a template does, with those it extends, in a scope of its own.
  func template(_ name: String) throws -> Action {
    try refuse(name, in: openFiles)
    return try nested {
      openFiles.append(name)
      context.lineage = Lineage()
      context.block = nil
      var family = [try file(name)]
      while let parent = family[family.count - 1].template.parent {
        offset = parent.offset
        try refuse(parent.name, in: family.map { units[$0.unit].source.name })
        guard try escaping(of: parent.name) == context.escaping else {
          throw Fault(.unsupported, "Markdown 文件不能继承 HTML 模板")
        }
        family.append(try file(parent.name))
      }
      for file in family {
        for block in file.template.blocks {
          context.lineage.blocks[block.name, default: []].append((block, file.unit, file.trail))
        }
      }
      var actions: [Action] = []
      for (place, file) in family.enumerated() {
        (context.unit, context.trail, offset) = (file.unit, file.trail, 0)
        try actions += self.actions(of: file.template, ancestors: family[(place + 1)...].map(\.template))
      }
      openFiles.removeLast()
      return Action(actions)
    }
  }

  private func actions(of template: Template, ancestors: [Template]) throws -> [Action] {
    let scope = Scope(.file, in: context.scope)
    for names in ancestors.map(\.body.names) {
      scope.laterNames.formUnion(names.variables.map(\.name) + names.definitions)
    }
    context.scope = scope
    context.lineage.top = scope
    guard let parent = template.parent else { return try actions(of: template.body) }
    // A block that no template further up has would never be seen.
    let known = Set(ancestors.flatMap { $0.blocks.map(\.name) })
    for block in template.blocks where block.isOutermost && !known.contains(block.name) {
      throw Fault.unknown(" block", block.name, among: known.sorted(), at: block.offset)
    }
    let declared = try declare(template.body.names)
    let before = template.body.statements.prefix { $0.offset < parent.offset }
    return try declared + effects(of: before, in: .beforeExtends)
      + effects(of: template.body.statements[before.count...], in: .afterExtends)
  }

  /// What statements do that are not printed.
  private func effects(of statements: some Sequence<Statement>, in part: Part) throws -> [Action] {
    try statements.compactMap { statement in
      switch (statement.kind, part) {
      case (.text, .beforeExtends), (.set, _), (.capture, _), (.macro, _), (.importModule, _), (.importNames, _):
        return try action(of: statement)
      case (.text, _), (.extends, _), (.block, .afterExtends): return nil
      case (.output, .afterExtends), (.output, .branchAfterExtends):
        _ = try action(of: statement)
        return nil
      case (.condition(let branches, let otherwise), .afterExtends),
        (.condition(let branches, let otherwise), .branchAfterExtends):
        return try at(statement.offset) {
          try condition(branches, otherwise: otherwise) { try effects(of: $0.statements, in: .branchAfterExtends) }
        }
      default:
        let message =
          switch part {
          case .beforeExtends: "extends 要写在模板的最前面"
          case .afterExtends, .branchAfterExtends: "继承的模板里，这要写进 block；block 不能写在 if 里"
          case .module: "被 import 的文件，最外层只写宏、set 和 import"
          }
        throw Fault(.unsupported, message, at: statement.offset)
      }
    }
  }

  /// Reads a file and makes it the one that is compiled.
  private func file(_ name: String) throws -> File {
    guard !name.isEmpty, !name.hasPrefix("/"), !name.contains("\\"), !name.split(separator: "/").contains("..") else {
      throw Fault(.missingFile, "模板“\(name)”要写成 templates/ 里的相对路径，不能有“..”")
    }
    guard units.count < Limits.files else { throw Fault(.limit, "引入的文件太多，超过 \(Limits.files) 个") }
    guard let text = sources.text(name) else {
      let unknown = Fault.unknown("模板", name, among: sources.names)
      throw Fault(.missingFile, unknown.message, hint: unknown.hint)
    }
    if !units.isEmpty { context.trail.append(source.place(at: offset)) }
    open(Source(name: name, text: text))
    if !files.contains(name) { files.append(name) }
    let template = try templates[name] ?? Parser.template(of: source)
    templates[name] = template
    return File(template: template, unit: context.unit, trail: context.trail)
  }

  /// Begins with another file, or with a macro of this one, reached by what the trail says.
  func open(_ source: Source) {
    units.append(Program.Unit(source: source, trail: Array(context.trail[context.trailStart...])))
    (context.unit, offset) = (units.count - 1, 0)
  }

  private func refuse(_ name: String, in names: [String]) throws {
    if names.contains(name) { throw Fault(.limit, "模板“\(name)”引入了它自己") }
  }

  /// A block, as the first template has it that overrides it, or from `level` on.
  func block(_ name: String, level: Int = 0, outside: Scope) throws -> Action {
    guard let definitions = context.lineage.blocks[name], level < definitions.count else {
      throw Fault(.unknownName, "上级模板里没有 block“\(name)”，不能用 super()")
    }
    return try nested {
      let (block, unit, trail) = definitions[level]
      (context.unit, context.trail, offset) = (unit, trail, block.offset)
      context.block = (name, level, outside)
      context.scope = Scope(.block, in: outside)
      return Action(try actions(of: block.body))
    }
  }

  /// The block that the running one overrides.
  func superBlock() throws -> Action {
    guard let block = context.block else { throw Fault(.syntax, "super() 只能写在 block 里") }
    return try self.block(block.name, level: block.level + 1, outside: block.outside)
  }

  func include(_ name: String) throws -> Action {
    let (outer, inner) = (context.escaping, try escaping(of: name))
    context.escaping = inner
    let action = try template(name)
    context.escaping = outer
    return outer == .markdown && inner == .html ? Self.fragment(action) : action
  }

  /// How a file is escaped that is reached from here: in Markdown, all but Markdown is HTML.
  private func escaping(of name: String) throws -> Escaping {
    if context.escaping == .html, name.hasSuffix(".md") { throw Fault(.unsupported, "HTML 模板里不能引入 Markdown 文件") }
    return context.escaping == .markdown && !name.hasSuffix(".md") ? .html : context.escaping
  }

  /// The names that a file gives to those that import it; it sees nothing of theirs.
  func module(_ name: String) throws -> Scope {
    if let scope = modules[name] { return scope }
    let inner = try escaping(of: name)
    try refuse(name, in: openFiles)
    let scope = try nested {
      context.trailStart = 0
      context.escaping = inner
      context.block = nil
      context.isInMacro = false
      context.scope = Scope(.file, in: nil)
      openFiles.append(name)
      let body = try file(name).template.body
      prologue += try declare(body.names) + effects(of: body.statements, in: .module)
      try checkMacros()
      openFiles.removeLast()
      return context.scope
    }
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
