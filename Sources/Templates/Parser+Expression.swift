import Diagnostics

/// Expressions, with the precedence that Jinja gives the operators.
extension Parser {
  mutating func readExpression(conditional: Bool = true) throws(Diagnostic) -> Expression {
    try goDeeper()
    defer { depth -= 1 }
    let offset = current.offset
    var value = try readOperation(.or)
    while conditional, isName("if") {
      let ifOffset = advance().offset
      let test = try readOperation(.or)
      guard skip(name: "else") else {
        throw fault(.unsupported, "行内的 if 要有 else", at: ifOffset, hint: "写作 … if … else \"\"")
      }
      value = try make(.conditional(value, test: test, otherwise: try readExpression()), at: offset)
    }
    return value
  }

  /// An expression, or several with commas between them.
  mutating func readTuple(conditional: Bool = true) throws(Diagnostic) -> Expression {
    let offset = current.offset
    let first = try readExpression(conditional: conditional)
    guard isSymbol(",") else { return first }
    var items = [first]
    while skip(symbol: ","), current.kind != .tagEnd, !isSymbol(")") {
      items.append(try readExpression(conditional: conditional))
    }
    return try make(.tuple(items), at: offset)
  }

  /// How strongly operators bind, weakest first.
  private enum Level: Int {
    case or, and, not, comparison, sum, concatenation, product, unary

    var next: Level { Level(rawValue: rawValue + 1) ?? .unary }
  }

  private mutating func readOperation(_ level: Level) throws(Diagnostic) -> Expression {
    try goDeeper()
    defer { depth -= 1 }
    let offset = current.offset
    var left: Expression
    if level.rawValue <= Level.not.rawValue, skip(name: "not") {
      left = try make(.not(try readOperation(.not)), at: offset)
    } else {
      left = try readUnary()
    }
    while let found = currentLevel, found.rawValue >= level.rawValue {
      let operatorOffset = current.offset
      switch found {
      case .or:
        advance()
        left = try make(.or(left, try readOperation(.and)), at: operatorOffset)
      case .and:
        advance()
        left = try make(.and(left, try readOperation(.not)), at: operatorOffset)
      case .comparison:
        var rest: [(Comparison, Expression)] = []
        while let comparison = skipComparison() { rest.append((comparison, try readOperation(.sum))) }
        left = try make(.comparison(left, rest), at: operatorOffset)
      case .concatenation:
        var items = [left]
        while skip(symbol: "~") { items.append(try readOperation(.product)) }
        left = try make(.concatenation(items), at: operatorOffset)
      default:
        guard let operation = Arithmetic(rawValue: advance().text) else { return left }
        left = try make(.arithmetic(operation, left, try readOperation(found.next)), at: operatorOffset)
      }
    }
    return left
  }

  /// The level of the operator that stands here, if one does.
  private var currentLevel: Level? {
    switch (current.kind, current.text) {
    case (.name, "or"): .or
    case (.name, "and"): .and
    case (.name, "in"): .comparison
    case (.name, "not") where tokens[index + 1].text == "in": .comparison
    case (.symbol, "=="), (.symbol, "!="), (.symbol, "<"), (.symbol, "<="), (.symbol, ">"), (.symbol, ">="): .comparison
    case (.symbol, "+"), (.symbol, "-"): .sum
    case (.symbol, "~"): .concatenation
    case (.symbol, "*"), (.symbol, "/"), (.symbol, "//"), (.symbol, "%"): .product
    default: nil
    }
  }

  private mutating func skipComparison() -> Comparison? {
    guard currentLevel == .comparison else { return nil }
    switch advance().text {
    case "==": return .equal
    case "!=": return .unequal
    case "<": return .less
    case "<=": return .lessOrEqual
    case ">": return .greater
    case ">=": return .greaterOrEqual
    case "not":
      advance()
      return .notContained
    default: return .contained
    }
  }

  private mutating func readUnary(filtered: Bool = true) throws(Diagnostic) -> Expression {
    try goDeeper()
    defer { depth -= 1 }
    let offset = current.offset
    var value: Expression
    if skip(symbol: "-") {
      value = try make(.negation(try readUnary(filtered: false)), at: offset)
    } else if skip(symbol: "+") {
      value = try make(.plus(try readUnary(filtered: false)), at: offset)
    } else {
      value = try readPostfix(of: try readPrimary())
    }
    while filtered {
      if skip(symbol: "|") {
        let name = current
        value = try make(.filter(value, try readName(), try readArguments()), at: name.offset)
      } else if skip(name: "is") {
        value = try readTest(of: value)
      } else {
        break
      }
    }
    if isSymbol("**") { throw fault(.unsupported, "没有乘方 **", at: current.offset, hint: "用 * 写出来") }
    return value
  }

  private mutating func readTest(of value: Expression) throws(Diagnostic) -> Expression {
    let isNegated = skip(name: "not")
    let name = current
    try expect(.name, "测试的名字")
    var arguments = Expression.Arguments()
    if isSymbol("(") {
      arguments = try readArguments()
    } else if startsTestArgument {
      arguments.positional = [try readPostfix(of: try readPrimary())]
    }
    if isName("is") { throw fault("is 不能连着用", at: current.offset, hint: "用 and 连接") }
    let test = try make(.test(value, name.text, arguments), at: name.offset)
    return isNegated ? try make(.not(test), at: name.offset) : test
  }

  private var startsTestArgument: Bool {
    switch current.kind {
    case .string, .integer, .float: true
    case .name: !["else", "or", "and", "is"].contains(current.text)
    default: isSymbol("[") || isSymbol("{")
    }
  }

  private mutating func readPostfix(of base: Expression) throws(Diagnostic) -> Expression {
    var value = base
    while current.kind == .symbol {
      let token = current
      if skip(symbol: ".") {
        let key = advance()
        switch key.kind {
        case .name: value = try make(.attribute(value, key.text), at: key.offset)
        case .integer: value = try make(.item(value, try makeNumber(key)), at: key.offset)
        default: throw fault("点号后面写字段的名字", at: key.offset)
        }
      } else if skip(symbol: "[") {
        let key = current
        if !isSymbol(":") { value = try make(.item(value, try readExpression()), at: key.offset) }
        if isSymbol(":") {
          throw fault(.unsupported, "没有切片", at: current.offset, hint: "前几项用 |batch(几)|first，文字用 |摘要 或 |truncate")
        }
        guard skip(symbol: "]") else { throw unexpected("]") }
      } else if isSymbol("(") {
        value = try make(.call(value, try readArguments()), at: token.offset)
      } else {
        break
      }
    }
    return value
  }

  private mutating func readArguments() throws(Diagnostic) -> Expression.Arguments {
    var arguments = Expression.Arguments()
    guard skip(symbol: "(") else { return arguments }
    var isFirst = true
    while !isSymbol(")") {
      if !isFirst, !skip(symbol: ",") { throw unexpected(",") }
      if isSymbol(")") { break }
      isFirst = false
      if isSymbol("*") || isSymbol("**") {
        throw fault(.unsupported, "参数不能用 * 展开", at: current.offset, hint: "把参数一个个写出来")
      }
      let start = current
      if start.kind == .name, tokens[index + 1].kind == .symbol, tokens[index + 1].text == "=" {
        advance()
        advance()
        if arguments.named.contains(where: { $0.name == start.text }) {
          throw fault("参数“\(start.text)”重复", at: start.offset)
        }
        arguments.named.append((start.text, try readExpression(), start.offset))
      } else {
        guard arguments.named.isEmpty else { throw fault("没有名字的参数要写在前面", at: start.offset) }
        arguments.positional.append(try readExpression())
      }
    }
    advance()
    return arguments
  }

  private mutating func readPrimary() throws(Diagnostic) -> Expression {
    let token = advance()
    switch (token.kind, token.text) {
    case (.name, "true"), (.name, "True"): return try make(.literal(.bool(true)), at: token.offset)
    case (.name, "false"), (.name, "False"): return try make(.literal(.bool(false)), at: token.offset)
    case (.name, "none"), (.name, "None"): return try make(.literal(.none), at: token.offset)
    case (.name, let name) where !Parser.keywords.contains(name): return try make(.name(name), at: token.offset)
    case (.string, var text):
      while current.kind == .string { text += advance().text }
      return try make(.literal(.string(text)), at: token.offset)
    case (.integer, _), (.float, _): return try makeNumber(token)
    case (.symbol, "("):
      if skip(symbol: ")") { return try make(.tuple([]), at: token.offset) }
      let value = try readTuple()
      guard skip(symbol: ")") else { throw unexpected(")") }
      return value
    case (.symbol, "["): return try make(.list(try readItems()), at: token.offset)
    case (.symbol, "{"): return try readRecord(token)
    default:
      index = token.kind == .end ? index : index - 1
      throw unexpected("一个值")
    }
  }

  private mutating func readItems() throws(Diagnostic) -> [Expression] {
    var items: [Expression] = []
    while !skip(symbol: "]") {
      if !items.isEmpty, !skip(symbol: ",") { throw unexpected(",") }
      if skip(symbol: "]") { break }
      items.append(try readExpression())
    }
    return items
  }

  private mutating func readRecord(_ token: Token) throws(Diagnostic) -> Expression {
    var fields: [(key: String, value: Expression)] = []
    while !skip(symbol: "}") {
      if !fields.isEmpty, !skip(symbol: ",") { throw unexpected(",") }
      if skip(symbol: "}") { break }
      let key = advance()
      guard key.kind == .string, isSymbol(":") else {
        throw fault(.unsupported, "{ } 里的键要直接写成文字", at: key.offset, hint: "如 {\"年份\": 2024}")
      }
      if fields.contains(where: { $0.key == key.text }) {
        throw fault(.unsupported, "键“\(key.text)”重复", at: key.offset)
      }
      advance()
      fields.append((key.text, try readExpression()))
    }
    return try make(.record(fields), at: token.offset)
  }

  private func makeNumber(_ token: Token) throws(Diagnostic) -> Expression {
    if token.kind == .integer, let number = Int(token.text) {
      return try make(.literal(.int(number)), at: token.offset)
    }
    if token.kind == .float, let number = Double(token.text), number.isFinite {
      return try make(.literal(.double(number)), at: token.offset)
    }
    throw fault(.limit, "数太大", at: token.offset)
  }

  private func make(_ kind: Expression.Kind, at offset: Int) throws(Diagnostic) -> Expression {
    let expression = Expression(kind, at: offset)
    if expression.depth > Limits.nesting { throw fault(.limit, "表达式太长，超过 \(Limits.nesting) 层", at: offset) }
    return expression
  }
}
