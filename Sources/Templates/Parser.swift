import Diagnostics

/// Reads the tokens of a template into statements; expressions are in `Parser+Expression`.
struct Parser {
  let tokens: [Token]
  private let source: Source
  var index = 0
  /// How many statements and expressions are inside each other here.
  var depth = 0
  /// The tags that are open here, outermost first.
  private var openTags: [Token] = []
  /// The names of the scopes that are open here, outermost first.
  private var scopes = [Names()]
  private var template = Template()

  static func template(of source: Source) throws -> Template {
    var parser = Parser(tokens: try Lexer.tokens(of: source), source: source)
    do {
      let statements = try parser.readStatements(to: [])
      parser.template.body = Body(statements: statements, names: parser.scopes[0])
      return parser.template
    } catch {
      throw Fault.from(error, at: parser.current.offset)
    }
  }

  private mutating func readStatements(to ends: [String]) throws -> [Statement] {
    try goDeeper()
    defer { depth -= 1 }
    var statements: [Statement] = []
    while true {
      let token = advance()
      if token.kind == .text {
        statements.append(Statement(kind: .text(token.text), offset: token.offset))
      } else if token.kind == .symbol, token.text == "{{" {
        let value = try readExpression()
        statements.append(Statement(kind: .output(value), offset: value.offset))
        try expect("}}")
      } else if token.kind == .symbol {
        guard current.kind == .name else { throw Fault(.syntax, "标签里先写它的名字", hint: "如 {% if … %}，或 {% for … in … %}") }
        if ends.contains(current.text) { return statements }
        let tag = advance()
        statements.append(Statement(kind: try readTag(tag), offset: tag.offset))
        try expect("%}")
      } else {
        guard let open = openTags.last else { return statements }
        throw Fault(.syntax, "{% \(open.text) %} 没有结束", hint: "在后面写 {% end\(open.text) %}", at: open.offset)
      }
    }
  }

  private mutating func readTag(_ tag: Token) throws -> Statement.Kind {
    switch tag.text {
    case "if": return try readCondition(tag)
    case "for": return try readLoop(tag)
    case "set": return try readSet(tag)
    case "block": return try readBlock(tag)
    case "macro": return try readMacro(tag)
    case "extends": return try readExtends(tag)
    case "include": return .include(try readFileName())
    case "import", "from":
      guard openTags.last?.text != "if" else {
        throw Fault(.unsupported, "if 里不能 \(tag.text)", hint: "写在 if 的外面", at: tag.offset)
      }
      return try tag.text == "import" ? readImport() : readFrom()
    default: throw unknownTag(tag)
    }
  }

  private func unknownTag(_ tag: Token) -> Fault {
    let known = ["if", "for", "set", "block", "macro", "extends", "include", "import", "from", "raw"]
    if ["else", "elif"].contains(tag.text) || tag.text.hasPrefix("end") {
      let opening = tag.text.hasPrefix("end") ? String(tag.text.dropFirst(3)) : "if"
      let missing = known.contains(opening) ? "在前面写 {% \(opening) … %}，或删去它" : "删去它"
      let open = openTags.last.map { "最近的标签是第 \(source.place(at: $0.offset).line ?? 0) 行的 {% \($0.text) %}" }
      return Fault(.syntax, "{% \(tag.text) %} 前面没有与它对应的标签", hint: open ?? missing, at: tag.offset)
    }
    return .unknown("标签", tag.text, among: known, at: tag.offset)
  }

  /// The body of a tag, up to one of `ends`, which is read as well; a scope of its own, but for branches of `if`.
  private mutating func readBody(of tag: Token, to ends: String...) throws -> (body: Body, end: String) {
    skip(":")
    try expect("%}")
    openTags.append(tag)
    let isBranch = tag.text == "if"
    if isBranch { scopes[scopes.count - 1].branches += 1 } else { scopes.append(Names()) }
    var body = Body(statements: try readStatements(to: ends))
    if isBranch { scopes[scopes.count - 1].branches -= 1 } else { body.names = scopes.removeLast() }
    openTags.removeLast()
    return (body, advance().text)
  }

  /// Notes that an expression looks up `name`.
  mutating func noteUse(of name: String) { scopes[scopes.count - 1].seen.insert(name) }

  /// What an expression in a scope of its own looks up is no matter of the scope around it.
  private mutating func apart<Result>(_ read: (inout Parser) throws -> Result) rethrows -> Result {
    scopes.append(Names())
    defer { scopes.removeLast() }
    return try read(&self)
  }

  private mutating func readCondition(_ tag: Token) throws -> Statement.Kind {
    var branches: [(test: Expression, body: Body)] = []
    while true {
      let test = try readExpression(above: .conditional)
      let (body, end) = try readBody(of: tag, to: "elif", "else", "endif")
      branches.append((test, body))
      if end != "elif" {
        return .condition(branches, otherwise: end == "else" ? try readBody(of: tag, to: "endif").body : Body())
      }
    }
  }

  private mutating func readLoop(_ tag: Token) throws -> Statement.Kind {
    let targets = try readTargets()
    try expect("in")
    let items = try readTuple(above: .conditional)
    let test = skip("if") ? try apart { parser in try parser.readExpression() } : nil
    let (body, end) = try readBody(of: tag, to: "else", "endfor")
    let otherwise = end == "else" ? try readBody(of: tag, to: "endfor").body : Body()
    return .loop(Statement.Loop(targets: targets, items: items, test: test, body: body, otherwise: otherwise))
  }

  private mutating func readTargets() throws -> [String] {
    let isBracketed = skip("(")
    var names = [try readNewName()]
    while skip(",") { names.append(try readNewName()) }
    if isBracketed { try expect(")") }
    return names
  }

  private mutating func readSet(_ tag: Token) throws -> Statement.Kind {
    let targets = try readTargets()
    var value: Expression?
    if skip("=") { value = try readTuple() } else if targets.count > 1 { throw unexpected("=") }
    let body = try value == nil ? readBody(of: tag, to: "endset").body : Body()
    for name in targets { scopes[scopes.count - 1].set(name) }
    return value.map { .set(targets, $0) } ?? .capture(targets[0], body)
  }

  private mutating func readBlock(_ tag: Token) throws -> Statement.Kind {
    if openTags.contains(where: { $0.text == "macro" }) {
      throw Fault(.unsupported, "宏里不能写 block", hint: "直接写内容；要能换的部分，作为参数传给宏", at: tag.offset)
    }
    let name = try readName()
    let isScoped = skip("scoped")
    let body = try readBody(of: tag, to: "endblock").body
    if current.kind == .name, !skip(name) { throw Fault(.syntax, "这里结束的是 block“\(name)”，不是“\(current.text)”") }
    if template.blocks.contains(where: { $0.name == name }) {
      throw Fault(.syntax, "block“\(name)”写了两次", hint: "换一个名字；要重复的内容写成宏", at: tag.offset)
    }
    template.blocks.append(Template.Block(name: name, offset: tag.offset, tags: openTags.map(\.text), body: body))
    return .block(name, isScoped: isScoped)
  }

  private mutating func readMacro(_ tag: Token) throws -> Statement.Kind {
    guard openTags.isEmpty else { throw Fault(.unsupported, "宏要写在模板的最外层", at: tag.offset) }
    let name = try readNewName()
    scopes[scopes.count - 1].definitions.append(name)
    var parameters: [(name: String, fallback: Expression?)] = []
    try expect("(")
    try readItems(to: ")", mayEndWithComma: false) { parser in
      let start = parser.current.offset
      let name = try parser.readNewName()
      let fallback = try parser.skip("=") ? parser.apart { parser in try parser.readExpression() } : nil
      if fallback == nil, parameters.last?.fallback != nil {
        throw Fault(.syntax, "有默认值的参数后面，参数都要有默认值", hint: "没有默认值的参数写在前面", at: start)
      }
      if parameters.contains(where: { $0.name == name }) { throw Fault(.syntax, "参数“\(name)”重复", at: start) }
      parameters.append((name, fallback))
    }
    let body = try readBody(of: tag, to: "endmacro").body
    return .macro(Statement.Macro(name: name, parameters: parameters, body: body))
  }

  private mutating func readExtends(_ tag: Token) throws -> Statement.Kind {
    guard openTags.isEmpty else { throw Fault(.syntax, "extends 要写在模板的最外层", at: tag.offset) }
    if template.parent != nil { throw Fault(.syntax, "extends 只能写一次", at: tag.offset) }
    template.parent = (try readFileName(), tag.offset)
    return .extends
  }

  private mutating func readImport() throws -> Statement.Kind {
    let file = try readFileName()
    try expect("as")
    let alias = try readNewName()
    scopes[scopes.count - 1].definitions.append(alias)
    return .importModule(file, alias: alias)
  }

  private mutating func readFrom() throws -> Statement.Kind {
    let file = try readFileName()
    try expect("import")
    var names: [(name: String, alias: String, offset: Int)] = []
    repeat {
      let offset = current.offset
      let name = try readNewName()
      if name.hasPrefix("_") { throw Fault(.syntax, "以“_”开头的名字不能引入", hint: "在那个文件里改名，去掉“_”", at: offset) }
      names.append((name, skip("as") ? try readNewName() : name, offset))
    } while skip(",")
    scopes[scopes.count - 1].definitions += names.map(\.alias)
    return .importNames(file, names)
  }

  private mutating func readFileName() throws -> String {
    let end = tokens[min(index + 1, tokens.count - 1)]
    guard current.kind == .string, end.text == "%}" || end.kind == .name else {
      throw Fault(.unsupported, "文件名要直接写成文字", hint: "如 \"partials/页脚.html\"")
    }
    return advance().text
  }
}

/// What both halves of the parser use.
extension Parser {
  var current: Token { tokens[index] }

  @discardableResult
  mutating func advance() -> Token {
    defer { index = min(index + 1, tokens.count - 1) }
    return tokens[index]
  }

  /// Whether this name or symbol stands here.
  func isAt(_ text: String) -> Bool { (current.kind == .symbol || current.kind == .name) && current.text == text }

  @discardableResult
  mutating func skip(_ text: String) -> Bool {
    guard isAt(text) else { return false }
    advance()
    return true
  }

  mutating func expect(_ text: String) throws {
    guard skip(text) else { throw unexpected(text) }
  }

  mutating func readName(_ title: String = "名字") throws -> String {
    guard current.kind == .name else { throw unexpected(title) }
    return advance().text
  }

  /// A name that is given a meaning here.
  mutating func readNewName() throws -> String {
    if current.kind == .name, Parser.reserved.contains(current.text) {
      throw Fault(.syntax, "“\(current.text)”是保留的词，不能作名字")
    }
    return try readName()
  }

  /// What stands up to `end`, with commas between.
  mutating func readItems(
    to end: String, mayEndWithComma: Bool = true, _ readItem: (inout Parser) throws -> Void
  ) throws {
    var isFirst = true
    while !skip(end) {
      if !isFirst { try expect(",") }
      if mayEndWithComma, skip(end) { return }
      try readItem(&self)
      isFirst = false
    }
  }

  mutating func goDeeper() throws {
    depth += 1
    if depth > Limits.nesting { throw Fault(.limit, "嵌套太深，超过 \(Limits.nesting) 层", hint: "里层的写成宏，或先 set 中间的结果") }
  }

  /// What stands here is not what is `wanted`; Jinja may have a meaning for it.
  func unexpected(_ wanted: String) -> Fault {
    if current.kind != .string, let fault = Fault.onlyInJinja("写法", current.text) { return fault }
    let isBrace = isAt("}}") || isAt("%}")
    let found = current.kind == .end ? "模板就结束了" : isBrace ? "是 \(current.text)" : "是“\(current.text)”"
    let hint: String? =
      switch (wanted, current.kind, current.text) {
      case (_, .symbol, "="): "比较写作 ==，给变量值写作 {% set 变量 = 值 %}"
      case ("}}", .name, _), ("}}", .string, _), ("}}", .number, _): "一处只输出一个值；几个值用 ~ 连接"
      default: nil
      }
    return Fault(.syntax, "这里应有\(wanted.first?.isLetter == true ? "" : " ")\(wanted)，却\(found)", hint: hint)
  }

  static let keywords: Set = ["and", "or", "not", "in", "is", "if", "else"]
  /// Names with a meaning of their own, in Jinja or in Python.
  static let reserved: Set = keywords.union([
    "true", "false", "none", "True", "False", "None", "loop", "self", "super", "caller", "varargs", "kwargs", "range",
  ])
}
