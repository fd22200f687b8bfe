import Diagnostics

/// Templates that extend each other, the innermost one first.
final class Lineage {
  struct BlockDefinition {
    let body: [Statement]
    let unit: Int32
    let trail: [Place]
  }

  /// What each block is to be, from the template that nothing extends to the one that extends nothing.
  var blocks: [String: [BlockDefinition]] = [:]
  /// The scope at the top of the template that is being written.
  var top = Scope(.none, in: nil, branchDepth: 0)
}

/// Files: what is extended, included and imported.
extension Compilation {
  private struct File {
    let source: Source
    let unit: Int32
    let trail: [Place]
    let statements: [Statement]
    /// The place of `extends`, if it has one.
    let extends: Int?
  }

  /// Writes out a template, with those it extends, in a scope of its own.
  func writeTemplate(_ name: String, at offset: Int?) throws(Failure) {
    try nested(at: offset ?? 0) { () throws(Failure) in
      if let offset { try refuse(name, in: openFiles, at: offset) }
      openFiles.append(name)
      context.lineage = Lineage()
      context.block = nil
      var files: [File] = []
      var next: (name: String, offset: Int?)? = (name, offset)
      while let (name, offset) = next {
        let statements = try readFile(name, at: offset)
        let extends = try findExtends(in: statements)
        let file = File(
          source: source, unit: context.unit, trail: context.trail, statements: statements, extends: extends)
        try collectBlocks(of: file)
        files.append(file)
        next = nil
        if let extends, case .extends(let parent) = statements[extends].kind {
          let offset = statements[extends].offset
          try refuse(parent, in: files.map(\.source.name), at: offset)
          if try escaping(of: parent, at: offset) != context.escaping {
            throw fault(.unsupported, "Markdown 文件不能继承 HTML 模板", at: offset)
          }
          next = (parent, offset)
        }
      }
      try refuseUnknownBlocks(in: files)
      for (index, file) in files.enumerated() {
        (context.unit, context.trail) = (file.unit, file.trail)
        let scope = Scope(.file, in: context.scope, branchDepth: context.branchDepth)
        for ancestor in files[(index + 1)...] {
          let declarations = Declarations(ancestor.statements)
          scope.laterNames.formUnion(declarations.variables.map(\.name) + declarations.definitions)
        }
        context.scope = scope
        context.lineage.top = scope
        try declare(file.statements)
        if let extends = file.extends {
          try writeBeforeExtends(file.statements[..<extends])
          for statement in file.statements[extends...] { try writeEffect(of: statement, allowsBlocks: true) }
        } else {
          try write(file.statements)
        }
      }
      openFiles.removeLast()
    }
  }

  /// Reads a file and makes it the one that is written.
  private func readFile(_ name: String, at offset: Int?) throws(Failure) -> [Statement] {
    guard !name.isEmpty, !name.hasPrefix("/"), !name.contains("\\"), !name.split(separator: "/").contains("..") else {
      throw missingFile(name, "模板“\(name)”要写成 templates/ 里的相对路径，不能有“..”", hint: nil, at: offset)
    }
    guard parts.units.count < Limits.files else {
      throw fault(.limit, "引入的文件太多，超过 \(Limits.files) 个", at: offset ?? 0)
    }
    guard let text = sources.text(name) else {
      let unknown = Fault.unknown("模板", name, among: sources.names)
      throw missingFile(name, unknown.message, hint: unknown.hint, at: offset)
    }
    let source = Source(name: name, text: text)
    if let offset { context.trail.append(self.source.place(at: offset)) }
    open(source)
    if !files.contains(name) { files.append(name) }
    if let statements = parsed[name] { return statements }
    let statements = try Parser.statements(of: source)
    parsed[name] = statements
    return statements
  }

  private func refuse(_ name: String, in names: [String], at offset: Int) throws(Failure) {
    if names.contains(name) { throw fault(.limit, "模板“\(name)”引入了它自己", at: offset) }
  }

  private func missingFile(_ name: String, _ message: String, hint: String?, at offset: Int?) -> Failure {
    if let offset { return fault(.missingFile, message, at: offset, hint: hint) }
    return Failure(Diagnostic(.error, Fault.Rule.missingFile.rawValue, at: Place(name), message, hint: hint))
  }

  private func findExtends(in statements: [Statement]) throws(Failure) -> Int? {
    var found: Int?
    for (index, statement) in statements.enumerated() {
      guard case .extends = statement.kind else { continue }
      if found != nil { throw fault(.syntax, "extends 只能写一次", at: statement.offset) }
      found = index
    }
    return found
  }

  private func collectBlocks(of file: File) throws(Failure) {
    var seen: Set<String> = []
    for (block, offset) in file.statements.blocks {
      guard seen.insert(block.name).inserted else { throw fault(.syntax, "block“\(block.name)”写了两次", at: offset) }
      let definition = Lineage.BlockDefinition(body: block.body, unit: file.unit, trail: file.trail)
      context.lineage.blocks[block.name, default: []].append(definition)
    }
  }

  /// A block that no template further up has would never be seen.
  private func refuseUnknownBlocks(in files: [File]) throws(Failure) {
    for (index, file) in files.enumerated() where file.extends != nil {
      let known = Set(files[(index + 1)...].flatMap { $0.statements.blocks.map(\.block.name) })
      for statement in file.statements {
        guard case .block(let block) = statement.kind, !known.contains(block.name) else { continue }
        (context.unit, context.trail) = (file.unit, file.trail)
        throw failure(.unknown(" block", block.name, among: known.sorted()), at: statement.offset)
      }
    }
  }

  private func writeBeforeExtends(_ statements: ArraySlice<Statement>) throws(Failure) {
    for statement in statements {
      switch statement.kind {
      case .text, .set, .capture, .macro, .importModule, .importNames: try write(statement)
      default: throw fault(.unsupported, "extends 要写在模板的最前面", at: statement.offset)
      }
    }
  }

  /// What a template does that is not printed: one that extends another, outside its blocks, or one that is imported.
  private func writeEffect(of statement: Statement, allowsBlocks: Bool) throws(Failure) {
    switch statement.kind {
    case .text, .extends: break
    case .set, .capture, .macro, .importModule, .importNames: try write(statement)
    case .block where allowsBlocks: break
    case .output where allowsBlocks:
      let start = context.function.code.count
      try write(statement)
      context.function.code.removeSubrange(start...)
      context.function.spots.removeSubrange(start...)
    case .condition(let branches, let otherwise) where allowsBlocks:
      try writeCondition(branches, otherwise: otherwise) { (body: [Statement]) throws(Failure) in
        for statement in body {
          if case .block = statement.kind { throw fault(.unsupported, "这里的 block 不能写在 if 里", at: statement.offset) }
          try writeEffect(of: statement, allowsBlocks: true)
        }
      }
    default:
      let message = allowsBlocks ? "继承的模板里，这要写进 block" : "被 import 的文件，最外层只写宏、set 和 import"
      throw fault(.unsupported, message, at: statement.offset)
    }
  }

  func writeBlock(_ block: Statement.Block, at offset: Int) throws(Failure) {
    let outside = block.isScoped ? context.scope : context.lineage.top
    try writeBlock(block.name, level: 0, outside: outside, at: offset)
  }

  /// The block that the running one overrides.
  func writeSuper(at offset: Int) throws(Failure) {
    guard let block = context.block else { throw fault(.syntax, "super() 只能写在 block 里", at: offset) }
    guard block.level + 1 < context.lineage.blocks[block.name]?.count ?? 0 else {
      throw fault(.unknownName, "上级模板里没有 block“\(block.name)”，不能用 super()", at: offset)
    }
    try writeBlock(block.name, level: block.level + 1, outside: block.outside, at: offset)
  }

  private func writeBlock(_ name: String, level: Int, outside: Scope, at offset: Int) throws(Failure) {
    guard let definition = context.lineage.blocks[name]?[level] else { return }
    try nested(at: offset) { () throws(Failure) in
      (context.unit, context.trail) = (definition.unit, definition.trail)
      context.block = (name, level, outside)
      context.scope = Scope(.block, in: outside, branchDepth: context.branchDepth)
      try declare(definition.body)
      try write(definition.body)
    }
  }

  func writeInclude(_ name: String, at offset: Int) throws(Failure) {
    let outer = context.escaping
    let inner = try escaping(of: name, at: offset)
    let isFragment = outer == .markdown && inner == .html
    if isFragment { try emit(.beginCapture, at: offset) }
    context.escaping = inner
    try writeTemplate(name, at: offset)
    context.escaping = outer
    if isFragment { try emit(.endFragment, at: offset) }
  }

  /// How a file is escaped that is reached from here: in Markdown, all but Markdown is HTML.
  private func escaping(of name: String, at offset: Int) throws(Failure) -> Escaping {
    if context.escaping == .html, name.hasSuffix(".md") {
      throw fault(.unsupported, "HTML 模板里不能引入 Markdown 文件", at: offset)
    }
    return context.escaping == .markdown && !name.hasSuffix(".md") ? .html : context.escaping
  }

  /// The names that a file gives to those that import it; it sees nothing of theirs.
  func module(_ name: String, at offset: Int) throws(Failure) -> Scope {
    if let scope = modules[name] { return scope }
    let inner = try escaping(of: name, at: offset)
    let page = context.function
    let scope = try nested(at: offset) { () throws(Failure) in
      context.trailStart = 0
      context.function = Function()
      context.escaping = inner
      context.branchDepth = 0
      context.block = nil
      context.scope = Scope(.file, in: nil, branchDepth: 0, seesData: false)
      try refuse(name, in: openFiles, at: offset)
      openFiles.append(name)
      let statements = try readFile(name, at: offset)
      try declare(statements)
      for statement in statements { try writeEffect(of: statement, allowsBlocks: false) }
      try checkMacros()
      openFiles.removeLast()
      prologue.code += context.function.code
      prologue.spots += context.function.spots
      return context.scope
    }
    context.function = page
    modules[name] = scope
    return scope
  }
}

extension [Statement] {
  /// All blocks in them, with their places.
  fileprivate var blocks: [(block: Statement.Block, offset: Int)] {
    flatMap { statement -> [(block: Statement.Block, offset: Int)] in
      switch statement.kind {
      case .block(let block): [(block, statement.offset)] + block.body.blocks
      case .condition(let branches, let otherwise): branches.flatMap(\.body.blocks) + otherwise.blocks
      case .loop(let loop): loop.body.blocks + loop.otherwise.blocks
      case .capture(_, let body): body.blocks
      default: []
      }
    }
  }
}
