import Diagnostics

/// Statements, but for those that lead to other files.
extension Compilation {
  func write(_ statements: [Statement]) throws(Failure) {
    for statement in statements { try write(statement) }
  }

  func write(_ statement: Statement) throws(Failure) {
    let offset = statement.offset
    switch statement.kind {
    case .text(let text): try emitText(text, at: offset)
    case .output(let value): try writeOutput(value)
    case .condition(let branches, let otherwise):
      try nested(at: offset) { () throws(Failure) in
        try writeCondition(branches, otherwise: otherwise) { (body: [Statement]) throws(Failure) in try write(body) }
      }
    case .loop(let loop): try nested(at: offset) { () throws(Failure) in try writeLoop(loop, at: offset) }
    case .set(let names, let value): try writeSet(names, value, at: offset)
    case .capture(let name, let body): try writeCapture(name, body, at: offset)
    case .block(let block): try writeBlock(block, at: offset)
    case .macro(let macro): try defineMacro(macro, at: offset)
    case .extends: break
    case .include(let name): try writeInclude(name, at: offset)
    case .importModule(let name, let alias):
      try define(alias, Binding(.module(try module(name, at: offset)), isImported: true), at: offset)
    case .importNames(let name, let names):
      let module = try module(name, at: offset)
      for (name, alias, offset) in names {
        try define(alias, try export(name, of: module, at: offset).imported, at: offset)
      }
    }
  }

  private func writeOutput(_ value: Expression) throws(Failure) {
    if case .call(let callee, let arguments) = value.kind {
      if case .name("super") = callee.kind { return try writeSuper(at: value.offset) }
      if let macro = try macro(callee) {
        let isFragment = context.escaping == .markdown && macro.escaping == .html
        if isFragment { try emit(.beginCapture, at: value.offset) }
        try writeCall(macro, arguments, at: value.offset)
        if isFragment { try emit(.endFragment, at: value.offset) }
        return
      }
    }
    // Text that is reversed is text, and only at run time it is known for text.
    let isReversed = if case .filter(_, "reverse", _) = value.kind { true } else { false }
    let shape = try isReversed ? writeSequence(value) : writeValue(value)
    switch shape {
    case .list: throw failure(.printedList, at: value.offset)
    case .record: throw failure(.printed(shape.title), at: value.offset)
    default: try emit(.emit(context.escaping), at: value.offset)
    }
  }

  func writeCondition(
    _ branches: [(test: Expression, body: [Statement])], otherwise: [Statement],
    _ writeBody: ([Statement]) throws(Failure) -> Void
  ) throws(Failure) {
    var ends: [Int] = []
    for (test, body) in branches {
      try writeValue(test)
      let skip = try emitHole(at: test.offset)
      context.branchDepth += 1
      try writeBody(body)
      context.branchDepth -= 1
      ends.append(try emitHole(at: test.offset))
      fill(skip, with: Instruction.jumpUnless)
    }
    context.branchDepth += 1
    try writeBody(otherwise)
    context.branchDepth -= 1
    for end in ends { fill(end, with: Instruction.jump) }
  }

  private func writeLoop(_ loop: Statement.Loop, at offset: Int) throws(Failure) {
    let shape = try writeSequence(loop.items)
    guard let element = shape.element else {
      throw fault(.value, "\(shape.title)不能循环", at: loop.items.offset, hint: "for … in 后面要一个列表")
    }
    if let test = loop.test { try writeLoopFilter(loop, test, element) }
    let otherwise = try emitHole(at: loop.items.offset)
    let outside = context.scope
    try writeRound(of: loop, element, at: offset) { () throws(Failure) in
      context.scope["loop"] = Binding(.loop(depth: context.function.loopDepth - 1))
      try declare(loop.body)
      try write(loop.body)
    } next: {
      .nextItem($0)
    }
    let end = try emitHole(at: offset)
    fill(otherwise, with: Instruction.openLoop)
    context.scope = Scope(.none, in: outside, branchDepth: context.branchDepth)
    try declare(loop.otherwise)
    try write(loop.otherwise)
    context.scope = outside
    fill(end, with: Instruction.jump)
  }

  /// Replaces what is on top by the items that pass `test`.
  private func writeLoopFilter(_ loop: Statement.Loop, _ test: Expression, _ element: Shape) throws(Failure) {
    let empty = try emitHole(at: loop.items.offset)
    try writeRound(of: loop, element, at: test.offset) { () throws(Failure) in
      try writeValue(test)
      try emit(.keepItem, at: test.offset)
    } next: {
      .nextKept($0)
    }
    let end = try emitHole(at: test.offset)
    fill(empty, with: Instruction.openLoop)
    try emitConstant([], at: test.offset)
    fill(end, with: Instruction.jump)
  }

  /// What is done for each item, in a scope with the loop's targets.
  private func writeRound(
    of loop: Statement.Loop, _ element: Shape, at offset: Int, _ work: () throws(Failure) -> Void,
    next: (Int32) -> Instruction
  ) throws(Failure) {
    let outside = context.scope
    context.scope = Scope(.none, in: outside, branchDepth: context.branchDepth)
    context.function.loopDepth += 1
    let start = context.function.code.count
    try emit(.loopItem, at: offset)
    for (target, shape) in zip(loop.targets, try writeSpread(element, over: loop.targets.count, at: offset)) {
      let slot = newSlot()
      try emit(.store(slot), at: offset)
      context.scope[target] = Binding(.variable(slot: slot), shape: shape)
    }
    try work()
    try emit(next(distance(to: start)), at: offset)
    context.function.loopDepth -= 1
    context.scope = outside
  }

  /// Spreads the value on top over `count` variables; gives the shape of each.
  private func writeSpread(_ shape: Shape, over count: Int, at offset: Int) throws(Failure) -> [Shape] {
    guard count > 1 else { return [shape] }
    try emit(.unpack(Int32(count)), at: offset)
    switch shape {
    case .record(let record) where record.isTuple && record.shapes.count == count: return record.shapes
    case .record, .text, .markup, .number, .truth:
      throw fault(.value, "\(shape.title)不能分给 \(count) 个变量", at: offset, hint: "for 后面只写一个变量，或用 |items")
    default: return Array(repeating: shape.element ?? .any, count: count)
    }
  }

  private func writeSet(_ names: [String], _ value: Expression, at offset: Int) throws(Failure) {
    let shape = try writeValue(value)
    for (name, shape) in zip(names, try writeSpread(shape, over: names.count, at: offset)) {
      try assign(name, shape, at: offset)
    }
  }

  private func writeCapture(_ name: String, _ body: [Statement], at offset: Int) throws(Failure) {
    if context.escaping == .markdown {
      throw fault(.unsupported, "Markdown 里没有块 set", at: offset, hint: "直接写，或用 include")
    }
    try nested(at: offset) { () throws(Failure) in
      try emit(.beginCapture, at: offset)
      context.scope = Scope(.none, in: context.scope, branchDepth: context.branchDepth)
      try declare(body)
      try write(body)
      try emit(.endCapture(isMarkup: context.escaping == .html), at: offset)
    }
    try assign(name, context.escaping == .html ? .markup : .text, at: offset)
  }
}
