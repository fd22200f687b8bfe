/// Expressions: what stands first, then all that follows as long as it holds together strongly enough.
extension Parser {
  mutating func readExpression(above strength: Operator.Strength = .tuple) throws -> Expression {
    let start = depth
    defer { depth = start }
    var left = try readFirst(above: strength)
    // `a < b < c` is `a < b and b < c`.
    var middle: Expression?
    while true {
      try goDeeper()
      let offset = current.offset
      if binds(.filter, above: strength), skip("|") {
        let offset = current.offset
        left = Expression(kind: .filter(left, try readName(), try readArguments()), offset: offset)
      } else if binds(.filter, above: strength), skip("is") {
        left = try readTest(of: left)
      } else if let infix, binds(infix.strength, above: strength) {
        advance()
        if infix == .notContained { advance() }
        let right = try readExpression(above: infix.strength)
        let both = Expression(kind: .binary(infix, middle ?? left, right), offset: offset)
        left = middle == nil ? both : Expression(kind: .binary(.and, left, both), offset: offset)
        middle = infix.strength == .comparison ? right : nil
      } else if binds(.conditional, above: strength), skip("if") {
        let test = try readExpression(above: .conditional)
        guard skip("else") else {
          throw Fault(.unsupported, "行内的 if 要有 else", hint: "写作 … if … else \"\"", at: offset)
        }
        left = Expression(kind: .conditional(left, test: test, otherwise: try readExpression()), offset: left.offset)
      } else {
        return left
      }
    }
  }

  /// An expression, or several with commas between them.
  mutating func readTuple(above strength: Operator.Strength = .tuple) throws -> Expression {
    let offset = current.offset
    let first = try readExpression(above: strength)
    guard isAt(",") else { return first }
    var items = [first]
    while skip(","), !isAt("%}"), !isAt(")") { items.append(try readExpression(above: strength)) }
    return Expression(kind: .record(nil, items), offset: offset)
  }

  private func binds(_ strength: Operator.Strength, above other: Operator.Strength) -> Bool {
    strength.rawValue > other.rawValue
  }

  /// The operator that stands here, if it is one between two values.
  private var infix: Operator? {
    if isAt("not") { return tokens[index + 1].text == "in" ? .notContained : nil }
    return current.kind == .symbol || current.kind == .name ? Operator(rawValue: current.text) : nil
  }

  /// A value, with the signs or the `not` in front of it.
  private mutating func readFirst(above strength: Operator.Strength) throws -> Expression {
    try goDeeper()
    let offset = current.offset
    if binds(.not, above: strength), skip("not") {
      return Expression(kind: .prefix(.not, try readExpression(above: .and)), offset: offset)
    }
    guard let sign = infix, sign.strength == .sum else { return try readValue() }
    advance()
    return Expression(kind: .prefix(sign, try readFirst(above: .filter)), offset: offset)
  }

  private mutating func readTest(of value: Expression) throws -> Expression {
    let isNegated = skip("not")
    let offset = current.offset
    let name = try readName("测试的名字")
    var arguments = Expression.Arguments()
    if isAt("(") {
      arguments = try readArguments()
    } else if startsTestArgument {
      arguments.positional = [try readValue()]
    }
    if isAt("is") { throw Fault(.syntax, "is 不能连着用", hint: "用 and 连接") }
    let test = Expression(kind: .test(value, name, arguments), offset: offset)
    return isNegated ? Expression(kind: .prefix(.not, test), offset: offset) : test
  }

  private var startsTestArgument: Bool {
    switch current.kind {
    case .string, .number: true
    case .name: !["else", "or", "and", "is"].contains(current.text)
    default: isAt("[") || isAt("{")
    }
  }

  /// A value with the fields, items and calls behind it.
  private mutating func readValue() throws -> Expression {
    var value = try readPrimary()
    while true {
      try goDeeper()
      if skip(".") {
        let key = advance()
        switch key.kind {
        case .name: value = Expression(kind: .field(value, key.text), offset: key.offset)
        case .number: value = Expression(kind: .item(value, try makeNumber(key)), offset: key.offset)
        default: throw Fault(.syntax, "点号后面写字段的名字", at: key.offset)
        }
      } else if skip("[") {
        let offset = current.offset
        value = Expression(kind: .item(value, try readExpression()), offset: offset)
        try expect("]")
      } else if isAt("(") {
        value = Expression(kind: .call(value, try readArguments()), offset: value.offset)
      } else {
        return value
      }
    }
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
    case .number: return try makeNumber(advance())
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
    let isInteger = token.text.allSatisfy(\.isNumber)
    guard let number = isInteger ? Int(token.text).map(Value.int) : Double(token.text).map(Value.double),
      number.double?.isFinite == true
    else { throw Fault(.limit, "数太大", hint: Value.tooLarge.hint, at: token.offset) }
    return Expression(kind: .literal(number), offset: token.offset)
  }
}
