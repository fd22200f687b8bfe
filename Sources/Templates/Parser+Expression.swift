import Diagnostics

/// Expressions, with the precedence that Jinja gives the operators.
extension Parser {
  mutating func readExpression(conditional: Bool = true) throws(Failure) -> Expression {
    try goDeeper()
    defer { depth -= 1 }
    var value = try readOperation(.or)
    while conditional, isName("if") { value = try readConditional(value) }
    return value
  }

  private mutating func readConditional(_ value: Expression) throws(Failure) -> Expression {
    let offset = advance().offset
    let test = try readOperation(.or)
    guard skip(name: "else") else { throw missingElse(at: offset) }
    return try make(.conditional(value, test: test, otherwise: try readExpression()), at: value.offset)
  }

  private func missingElse(at offset: Int) -> Failure {
    fault(.unsupported, "行内的 if 要有 else", at: offset, hint: "写作 … if … else \"\"")
  }

  /// An expression, or several with commas between them.
  mutating func readTuple(conditional: Bool = true) throws(Failure) -> Expression {
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

  private mutating func readOperation(_ level: Level) throws(Failure) -> Expression {
    try goDeeper()
    defer { depth -= 1 }
    var left = level.rawValue <= Level.not.rawValue && isName("not") ? try readNot() : try readUnary()
    while let found = currentLevel, found.rawValue >= level.rawValue { left = try readRest(of: left, found) }
    return left
  }

  private mutating func readNot() throws(Failure) -> Expression {
    let offset = advance().offset
    return try make(.not(try readOperation(.not)), at: offset)
  }

  /// The operator that stands here, of `level`, and what it joins to `left`.
  private mutating func readRest(of left: Expression, _ level: Level) throws(Failure) -> Expression {
    switch level {
    case .comparison: return try readComparisons(of: left)
    case .concatenation: return try readConcatenation(of: left)
    default:
      let sign = advance()
      return try join(left, try readOperation(level.next), sign)
    }
  }

  private func join(_ left: Expression, _ right: Expression, _ sign: Token) throws(Failure) -> Expression {
    switch sign.text {
    case "or": try make(.or(left, right), at: sign.offset)
    case "and": try make(.and(left, right), at: sign.offset)
    default: try make(.arithmetic(Arithmetic(rawValue: sign.text) ?? .add, left, right), at: sign.offset)
    }
  }

  private mutating func readComparisons(of left: Expression) throws(Failure) -> Expression {
    let offset = current.offset
    var rest: [(Comparison, Expression)] = []
    while let comparison = skipComparison() { rest.append((comparison, try readOperation(.sum))) }
    return try make(.comparison(left, rest), at: offset)
  }

  private mutating func readConcatenation(of left: Expression) throws(Failure) -> Expression {
    let offset = current.offset
    var items = [left]
    while skip(symbol: "~") { items.append(try readOperation(.product)) }
    return try make(.concatenation(items), at: offset)
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

  private mutating func readUnary(filtered: Bool = true) throws(Failure) -> Expression {
    try goDeeper()
    defer { depth -= 1 }
    var value = isSymbol("-") || isSymbol("+") ? try readSign() : try readPostfix()
    while filtered, isSymbol("|") || isName("is") {
      value = isSymbol("|") ? try readFilter(of: value) : try readTest(of: value)
    }
    if isSymbol("**") { throw fault(.unsupported, "没有乘方 **", at: current.offset, hint: "用 * 写出来") }
    return value
  }

  private mutating func readSign() throws(Failure) -> Expression {
    let sign = advance()
    let value = try readUnary(filtered: false)
    return try make(sign.text == "-" ? .negation(value) : .plus(value), at: sign.offset)
  }

  private mutating func readFilter(of value: Expression) throws(Failure) -> Expression {
    advance()
    let offset = current.offset
    return try make(.filter(value, try readName(), try readArguments()), at: offset)
  }

  private mutating func readTest(of value: Expression) throws(Failure) -> Expression {
    advance()
    let isNegated = skip(name: "not")
    let name = current
    try expect(.name, "测试的名字")
    var arguments = Expression.Arguments()
    if isSymbol("(") {
      arguments = try readArguments()
    } else if startsTestArgument {
      arguments.positional = [try readPostfix()]
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

  private mutating func readPostfix() throws(Failure) -> Expression {
    var value = try readPrimary()
    while current.kind == .symbol {
      switch current.text {
      case ".": value = try readField(of: value)
      case "[": value = try readItem(of: value)
      case "(": value = try make(.call(value, try readArguments()), at: value.offset)
      default: return value
      }
    }
    return value
  }

  private mutating func readField(of value: Expression) throws(Failure) -> Expression {
    advance()
    let key = advance()
    switch key.kind {
    case .name: return try make(.attribute(value, key.text), at: key.offset)
    case .integer: return try make(.item(value, try makeNumber(key)), at: key.offset)
    default: throw fault("点号后面写字段的名字", at: key.offset)
    }
  }

  private mutating func readItem(of value: Expression) throws(Failure) -> Expression {
    advance()
    let offset = current.offset
    if isSymbol(":") { throw slice }
    let key = try readExpression()
    if isSymbol(":") { throw slice }
    guard skip(symbol: "]") else { throw unexpected("]") }
    return try make(.item(value, key), at: offset)
  }

  private var slice: Failure {
    fault(.unsupported, "没有切片", at: current.offset, hint: "前几项用 |batch(几)|first，文字用 |摘要 或 |truncate")
  }

  private mutating func readArguments() throws(Failure) -> Expression.Arguments {
    var arguments = Expression.Arguments()
    guard skip(symbol: "(") else { return arguments }
    while !skip(symbol: ")") {
      if !arguments.all.isEmpty, !skip(symbol: ",") { throw unexpected(",") }
      if skip(symbol: ")") { break }
      if let name = try readArgumentName(after: arguments) {
        arguments.named.append((name.text, try readExpression(), name.offset))
      } else {
        arguments.positional.append(try readExpression())
      }
    }
    return arguments
  }

  /// The name of the argument that begins here, if it has one.
  private mutating func readArgumentName(after arguments: Expression.Arguments) throws(Failure) -> Token? {
    let start = current
    if isSymbol("*") || isSymbol("**") {
      throw fault(.unsupported, "参数不能用 * 展开", at: start.offset, hint: "把参数一个个写出来")
    }
    guard start.kind == .name, tokens[index + 1].kind == .symbol, tokens[index + 1].text == "=" else {
      if arguments.named.isEmpty { return nil }
      throw fault("没有名字的参数要写在前面", at: start.offset)
    }
    advance()
    advance()
    if arguments.named.contains(where: { $0.name == start.text }) {
      throw fault("参数“\(start.text)”重复", at: start.offset)
    }
    return start
  }

  private mutating func readPrimary() throws(Failure) -> Expression {
    if isSymbol("(") { return try readBrackets() }
    if isSymbol("[") { return try readList() }
    if isSymbol("{") { return try readRecord() }
    return try readLiteral()
  }

  /// An expression in brackets, or a tuple.
  private mutating func readBrackets() throws(Failure) -> Expression {
    let offset = advance().offset
    if skip(symbol: ")") { return try make(.tuple([]), at: offset) }
    let value = try readTuple()
    guard skip(symbol: ")") else { throw unexpected(")") }
    return value
  }

  /// A name, a text, a number or a constant.
  private mutating func readLiteral() throws(Failure) -> Expression {
    let token = current
    switch token.kind {
    case .integer, .float: return try makeNumber(advance())
    case .string:
      var text = ""
      while current.kind == .string { text += advance().text }
      return try make(.literal(.string(text)), at: token.offset)
    case .name where !Parser.keywords.contains(token.text):
      advance()
      let constant = Parser.constants[token.text].map { Expression.Kind.literal($0) }
      return try make(constant ?? .name(token.text), at: token.offset)
    default: throw unexpected("一个值")
    }
  }

  private static let constants: [String: Value] = [
    "true": true, "True": true, "false": false, "False": false, "none": Value.none, "None": Value.none,
  ]

  private mutating func readList() throws(Failure) -> Expression {
    let offset = advance().offset
    var items: [Expression] = []
    while !skip(symbol: "]") {
      if !items.isEmpty, !skip(symbol: ",") { throw unexpected(",") }
      if skip(symbol: "]") { break }
      items.append(try readExpression())
    }
    return try make(.list(items), at: offset)
  }

  private mutating func readRecord() throws(Failure) -> Expression {
    let offset = advance().offset
    var fields: [(key: String, value: Expression)] = []
    while !skip(symbol: "}") {
      if !fields.isEmpty, !skip(symbol: ",") { throw unexpected(",") }
      if skip(symbol: "}") { break }
      fields.append((try readKey(after: fields), try readExpression()))
    }
    return try make(.record(fields), at: offset)
  }

  private mutating func readKey(after fields: [(key: String, value: Expression)]) throws(Failure) -> String {
    let key = advance()
    guard key.kind == .string, skip(symbol: ":") else {
      throw fault(.unsupported, "{ } 里的键要直接写成文字", at: key.offset, hint: "如 {\"年份\": 2024}")
    }
    if fields.contains(where: { $0.key == key.text }) { throw fault(.unsupported, "键“\(key.text)”重复", at: key.offset) }
    return key.text
  }

  private func makeNumber(_ token: Token) throws(Failure) -> Expression {
    if token.kind == .integer, let number = Int(token.text) {
      return try make(.literal(.int(number)), at: token.offset)
    }
    if token.kind == .float, let number = Double(token.text), number.isFinite {
      return try make(.literal(.double(number)), at: token.offset)
    }
    throw fault(.limit, "数太大", at: token.offset)
  }

  private func make(_ kind: Expression.Kind, at offset: Int) throws(Failure) -> Expression {
    let expression = Expression(kind, at: offset)
    if expression.depth > Limits.nesting { throw fault(.limit, "表达式太长，超过 \(Limits.nesting) 层", at: offset) }
    return expression
  }
}
