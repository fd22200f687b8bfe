/// Expressions, with the precedence that Jinja gives the operators.
extension Parser {
  mutating func readExpression(conditional: Bool = true) throws -> Expression {
    let start = depth
    defer { depth = start }
    try goDeeper()
    var value = try readOperation(.or)
    while conditional, isAt("if") {
      try goDeeper()
      let offset = advance().offset
      let test = try readOperation(.or)
      guard skip("else") else {
        throw Fault(.unsupported, "行内的 if 要有 else", hint: "写作 … if … else \"\"", at: offset)
      }
      value = Expression(kind: .conditional(value, test: test, otherwise: try readExpression()), offset: value.offset)
    }
    return value
  }

  /// An expression, or several with commas between them.
  mutating func readTuple(conditional: Bool = true) throws -> Expression {
    let offset = current.offset
    let first = try readExpression(conditional: conditional)
    guard isAt(",") else { return first }
    var items = [first]
    while skip(","), !isAt("%}"), !isAt(")") { items.append(try readExpression(conditional: conditional)) }
    return Expression(kind: .record(nil, items), offset: offset)
  }

  /// What operators of `level` or above join.
  private mutating func readOperation(_ level: Operator.Level) throws -> Expression {
    let start = depth
    defer { depth = start }
    try goDeeper()
    var left: Expression
    if level.rawValue <= Operator.Level.not.rawValue, isAt("not") {
      let offset = advance().offset
      left = Expression(kind: .not(try readOperation(.not)), offset: offset)
    } else {
      left = try readFiltered()
    }
    while let found = currentOperator, found.level.rawValue >= level.rawValue {
      try goDeeper()
      let offset = current.offset
      if found.level == .comparison {
        var rest: [(Operator, Expression)] = []
        while let comparison = currentOperator, comparison.level == .comparison {
          skip(comparison)
          rest.append((comparison, try readOperation(.sum)))
        }
        left = Expression(kind: .comparison(left, rest), offset: offset)
      } else {
        skip(found)
        let next = Operator.Level(rawValue: found.level.rawValue + 1) ?? .sign
        left = Expression(kind: .binary(found, left, try readOperation(next)), offset: offset)
      }
    }
    return left
  }

  private var currentOperator: Operator? {
    if isAt("not"), tokens[index + 1].text == "in" { return .notContained }
    return current.kind == .symbol || current.kind == .name ? Operator(rawValue: current.text) : nil
  }

  private mutating func skip(_ operation: Operator) {
    advance()
    if operation == .notContained { advance() }
  }

  /// A value with its sign, and the filters and tests behind it.
  private mutating func readFiltered() throws -> Expression {
    let start = depth
    defer { depth = start }
    var value = try readSigned()
    while isAt("|") || isAt("is") {
      try goDeeper()
      if skip("|") {
        let offset = current.offset
        value = Expression(kind: .filter(value, try readName(), try readArguments()), offset: offset)
      } else {
        value = try readTest(of: value)
      }
    }
    return value
  }

  private mutating func readSigned() throws -> Expression {
    guard let sign = currentOperator, sign == .subtract || sign == .add else { return try readPostfix() }
    try goDeeper()
    let offset = advance().offset
    return Expression(kind: .sign(sign, try readSigned()), offset: offset)
  }

  private mutating func readTest(of value: Expression) throws -> Expression {
    advance()
    let isNegated = skip("not")
    let offset = current.offset
    let name = try readName("测试的名字")
    var arguments = Expression.Arguments()
    if isAt("(") {
      arguments = try readArguments()
    } else if startsTestArgument {
      arguments.positional = [try readPostfix()]
    }
    if isAt("is") { throw Fault(.syntax, "is 不能连着用", hint: "用 and 连接") }
    let test = Expression(kind: .test(value, name, arguments), offset: offset)
    return isNegated ? Expression(kind: .not(test), offset: offset) : test
  }

  private var startsTestArgument: Bool {
    switch current.kind {
    case .string, .integer, .float: true
    case .name: !["else", "or", "and", "is"].contains(current.text)
    default: isAt("[") || isAt("{")
    }
  }

  private mutating func readPostfix() throws -> Expression {
    let start = depth
    defer { depth = start }
    var value = try readPrimary()
    while isAt(".") || isAt("[") || isAt("(") {
      try goDeeper()
      if skip(".") {
        let key = advance()
        switch key.kind {
        case .name: value = Expression(kind: .field(value, key.text), offset: key.offset)
        case .integer: value = Expression(kind: .item(value, try makeNumber(key)), offset: key.offset)
        default: throw Fault(.syntax, "点号后面写字段的名字", at: key.offset)
        }
      } else if skip("[") {
        let offset = current.offset
        let key = try readExpression()
        try expect("]")
        value = Expression(kind: .item(value, key), offset: offset)
      } else {
        value = Expression(kind: .call(value, try readArguments()), offset: value.offset)
      }
    }
    return value
  }

  private mutating func readArguments() throws -> Expression.Arguments {
    var arguments = Expression.Arguments()
    guard skip("(") else { return arguments }
    try readItems(to: ")") { parser in
      let start = parser.current
      let next = parser.tokens[parser.index + 1]
      guard start.kind == .name, next.kind == .symbol, next.text == "=" else {
        if !arguments.named.isEmpty { throw Fault(.syntax, "没有名字的参数要写在前面") }
        return arguments.positional.append(try parser.readExpression())
      }
      if arguments.named.contains(where: { $0.name == start.text }) { throw Fault(.syntax, "参数“\(start.text)”重复") }
      parser.index += 2
      arguments.named.append((start.text, try parser.readExpression(), start.offset))
    }
    return arguments
  }

  private mutating func readPrimary() throws -> Expression {
    let token = current
    if skip("(") {
      if skip(")") { return Expression(kind: .record(nil, []), offset: token.offset) }
      let value = try readTuple()
      try expect(")")
      return value
    }
    if skip("[") {
      var items: [Expression] = []
      try readItems(to: "]") { parser in items.append(try parser.readExpression()) }
      return Expression(kind: .list(items), offset: token.offset)
    }
    return try skip("{") ? readRecord(at: token.offset) : readLiteral()
  }

  private mutating func readRecord(at offset: Int) throws -> Expression {
    var (names, values): ([String], [Expression]) = ([], [])
    try readItems(to: "}") { parser in
      let key = parser.advance()
      guard key.kind == .string, parser.skip(":") else {
        throw Fault(.unsupported, "{ } 里的键要直接写成文字", hint: "如 {\"年份\": 2024}", at: key.offset)
      }
      if names.contains(key.text) { throw Fault(.unsupported, "键“\(key.text)”重复", at: key.offset) }
      names.append(key.text)
      values.append(try parser.readExpression())
    }
    return Expression(kind: .record(names, values), offset: offset)
  }

  /// A name, a text, a number or a constant.
  private mutating func readLiteral() throws -> Expression {
    let token = current
    switch token.kind {
    case .integer, .float: return try makeNumber(advance())
    case .string:
      var text = ""
      while current.kind == .string { text += advance().text }
      return Expression(kind: .literal(.string(text)), offset: token.offset)
    case .name where !Parser.keywords.contains(token.text):
      advance()
      if let constant = Parser.constants[token.text] {
        return Expression(kind: .literal(constant), offset: token.offset)
      }
      noteUse(of: token.text)
      return Expression(kind: .name(token.text), offset: token.offset)
    default: throw unexpected("一个值")
    }
  }

  private static let constants: [String: Value] = [
    "true": true, "True": true, "false": false, "False": false, "none": Value.none, "None": Value.none,
  ]

  private func makeNumber(_ token: Token) throws -> Expression {
    if token.kind == .integer, let number = Int(token.text) {
      return Expression(kind: .literal(.int(number)), offset: token.offset)
    }
    if token.kind == .float, let number = Double(token.text), number.isFinite {
      return Expression(kind: .literal(.double(number)), offset: token.offset)
    }
    throw Fault(.limit, "数太大", at: token.offset)
  }
}
