import Diagnostics

/// Reads the tokens of a template into statements; expressions are in `Parser+Expression`.
struct Parser {
  let source: Source
  let tokens: [Token]
  var index = 0
  var depth = 0
  /// The tags that are open here, outermost first.
  private var openTags: [Token] = []

  static func statements(of source: Source) throws(Failure) -> [Statement] {
    var parser = try Parser(source: source, tokens: Lexer.tokens(of: source))
    return try parser.readStatements(to: [])
  }

  private init(source: Source, tokens: [Token]) {
    self.source = source
    self.tokens = tokens
  }

  private mutating func readStatements(to ends: [String]) throws(Failure) -> [Statement] {
    try goDeeper()
    defer { depth -= 1 }
    var statements: [Statement] = []
    while true {
      let token = advance()
      switch token.kind {
      case .text: statements.append(Statement(kind: .text(token.text), offset: token.offset))
      case .printBegin:
        let value = try readExpression()
        statements.append(Statement(kind: .output(value), offset: value.offset))
        try expect(.printEnd, "}}")
      case .tagBegin:
        guard current.kind == .name else { throw fault("标签里先写它的名字", at: current.offset) }
        if ends.contains(current.text) { return statements }
        let tag = advance()
        statements.append(Statement(kind: try readTag(tag), offset: tag.offset))
        try expect(.tagEnd, "%}")
      default:
        guard let open = openTags.last else { return statements }
        throw fault("{% \(open.text) %} 没有结束", at: open.offset, hint: "在后面写 {% end\(open.text) %}")
      }
    }
  }

  private mutating func readTag(_ tag: Token) throws(Failure) -> Statement.Kind {
    switch tag.text {
    case "if": return try readCondition(tag)
    case "for": return try readLoop(tag)
    case "set": return try readSet(tag)
    case "block": return try readBlock(tag)
    case "macro": return try readMacro(tag)
    case "extends":
      guard openTags.isEmpty else { throw fault("extends 要写在模板的最外层", at: tag.offset) }
      return .extends(try readFileName())
    case "include":
      let name = try readFileName()
      try refuseOptions(of: "include")
      return .include(name)
    case "import", "from":
      guard openTags.last?.text != "if" else {
        throw fault(.unsupported, "if 里不能 \(tag.text)", at: tag.offset, hint: "写在 if 的外面")
      }
      return try tag.text == "import" ? readImport() : readFrom()
    default: throw unknownTag(tag)
    }
  }

  private func unknownTag(_ tag: Token) -> Failure {
    let name = tag.text
    let hints = [
      "with": "用 set", "filter": "用 set 存下再过滤", "call": "把内容作为参数传给宏", "autoescape": "整页都转义",
      "print": "用 {{ }}", "do": "用 set", "break": "用 for … if", "continue": "用 if", "trans": "直接写文字", "debug": "",
    ]
    if let hint = hints[name] {
      return fault(.unsupported, "Jinja 的标签“\(name)”，这里没有", at: tag.offset, hint: hint.isEmpty ? nil : hint)
    }
    if ["else", "elif"].contains(name) || name.hasPrefix("end") {
      let open = openTags.last.map { "最近的标签是第 \(source.place(at: $0.offset).line ?? 0) 行的 {% \($0.text) %}" }
      return fault("{% \(name) %} 前面没有与它对应的标签", at: tag.offset, hint: open)
    }
    let known = ["if", "for", "set", "block", "macro", "extends", "include", "import", "from", "raw"]
    return source.failure(.unknown("标签", name, among: known), at: tag.offset)
  }

  /// The body of a tag, up to one of `ends`, which is read as well.
  private mutating func readBody(
    of tag: Token, to ends: [String]
  ) throws(Failure) -> (body: [Statement], end: Token) {
    skip(symbol: ":")
    try expect(.tagEnd, "%}")
    openTags.append(tag)
    let body = try readStatements(to: ends)
    openTags.removeLast()
    return (body, advance())
  }

  private mutating func readCondition(_ tag: Token) throws(Failure) -> Statement.Kind {
    var branches: [(test: Expression, body: [Statement])] = []
    while true {
      let test = try readExpression(conditional: false)
      let (body, end) = try readBody(of: tag, to: ["elif", "else", "endif"])
      branches.append((test, body))
      if end.text == "elif" { continue }
      return .condition(branches, otherwise: end.text == "else" ? try readBody(of: tag, to: ["endif"]).body : [])
    }
  }

  private mutating func readLoop(_ tag: Token) throws(Failure) -> Statement.Kind {
    let targets = try readTargets()
    guard skip(name: "in") else { throw unexpected("in") }
    let items = try readTuple(conditional: false)
    let test = skip(name: "if") ? try readExpression() : nil
    if isName("recursive") { throw fault(.unsupported, "没有递归的 for", at: current.offset, hint: "用宏调用它自己") }
    let (body, end) = try readBody(of: tag, to: ["else", "endfor"])
    let otherwise = end.text == "else" ? try readBody(of: tag, to: ["endfor"]).body : []
    return .loop(Statement.Loop(targets: targets, items: items, test: test, body: body, otherwise: otherwise))
  }

  private mutating func readTargets() throws(Failure) -> [String] {
    let isBracketed = skip(symbol: "(")
    var names = [try readNewName()]
    while skip(symbol: ",") { names.append(try readNewName()) }
    if isBracketed, !skip(symbol: ")") { throw unexpected(")") }
    return names
  }

  private mutating func readSet(_ tag: Token) throws(Failure) -> Statement.Kind {
    let targets = try readTargets()
    if isSymbol(".") { throw fault(.unsupported, "没有 namespace，字段不能 set", at: current.offset) }
    if skip(symbol: "=") { return .set(targets, try readTuple()) }
    if isSymbol("|") { throw fault(.unsupported, "块 set 不能带过滤器", at: current.offset, hint: "set 以后再过滤") }
    guard targets.count == 1 else { throw unexpected("=") }
    return .capture(targets[0], try readBody(of: tag, to: ["endset"]).body)
  }

  private mutating func readBlock(_ tag: Token) throws(Failure) -> Statement.Kind {
    if openTags.contains(where: { $0.text == "macro" }) {
      throw fault(.unsupported, "宏里不能写 block", at: tag.offset)
    }
    let name = try readName()
    let isScoped = skip(name: "scoped")
    if isName("required") { throw fault(.unsupported, "没有 required 的 block", at: current.offset) }
    if isSymbol("-") { throw fault("block 的名字里不能有“-”", at: current.offset, hint: "用 _") }
    let body = try readBody(of: tag, to: ["endblock"]).body
    if current.kind == .name, !skip(name: name) {
      throw fault("这里结束的是 block“\(name)”，不是“\(current.text)”", at: current.offset)
    }
    return .block(Statement.Block(name: name, isScoped: isScoped, body: body))
  }

  private mutating func readMacro(_ tag: Token) throws(Failure) -> Statement.Kind {
    guard openTags.isEmpty else { throw fault(.unsupported, "宏要写在模板的最外层", at: tag.offset) }
    let name = try readNewName()
    var parameters: [(name: String, fallback: Expression?)] = []
    guard skip(symbol: "(") else { throw unexpected("(") }
    while !skip(symbol: ")") {
      if !parameters.isEmpty, !skip(symbol: ",") { throw unexpected(",") }
      let start = current.offset
      let parameter = try readNewName()
      let fallback = skip(symbol: "=") ? try readExpression() : nil
      if fallback == nil, parameters.last?.fallback != nil {
        throw fault("有默认值的参数后面，参数都要有默认值", at: start)
      }
      if parameters.contains(where: { $0.name == parameter }) { throw fault("参数“\(parameter)”重复", at: start) }
      parameters.append((parameter, fallback))
    }
    return .macro(
      Statement.Macro(name: name, parameters: parameters, body: try readBody(of: tag, to: ["endmacro"]).body))
  }

  private mutating func readImport() throws(Failure) -> Statement.Kind {
    let file = try readFileName()
    guard skip(name: "as") else { throw unexpected("as") }
    let alias = try readNewName()
    try refuseOptions(of: "import")
    return .importModule(file, alias: alias)
  }

  private mutating func readFrom() throws(Failure) -> Statement.Kind {
    let file = try readFileName()
    guard skip(name: "import") else { throw unexpected("import") }
    var names: [(name: String, alias: String, offset: Int)] = []
    repeat {
      let offset = current.offset
      let name = try readNewName()
      if name.hasPrefix("_") { throw fault("以“_”开头的名字不能引入", at: offset) }
      names.append((name, skip(name: "as") ? try readNewName() : name, offset))
    } while skip(symbol: ",")
    try refuseOptions(of: "import")
    return .importNames(file, names)
  }

  private mutating func readFileName() throws(Failure) -> String {
    guard current.kind == .string, tokens[index + 1].kind == .tagEnd || tokens[index + 1].kind == .name else {
      throw fault(.unsupported, "文件名要直接写成文字", at: current.offset, hint: "如 \"partials/页脚.html\"")
    }
    return advance().text
  }

  private func refuseOptions(of tag: String) throws(Failure) {
    guard current.kind == .name else { return }
    let hint = tag == "include" ? "include 总能用这里的变量，文件必须存在" : "宏要用的值，作为参数传给它"
    throw fault(.unsupported, "\(tag) 后面不能写“\(current.text)”", at: current.offset, hint: hint)
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

  func isSymbol(_ symbol: String) -> Bool { current.kind == .symbol && current.text == symbol }

  func isName(_ name: String) -> Bool { current.kind == .name && current.text == name }

  @discardableResult
  mutating func skip(symbol: String) -> Bool {
    guard isSymbol(symbol) else { return false }
    advance()
    return true
  }

  mutating func skip(name: String) -> Bool {
    guard isName(name) else { return false }
    advance()
    return true
  }

  mutating func expect(_ kind: Token.Kind, _ title: String) throws(Failure) {
    guard current.kind == kind else { throw unexpected(title) }
    advance()
  }

  mutating func readName() throws(Failure) -> String {
    guard current.kind == .name else { throw unexpected("名字") }
    return advance().text
  }

  /// A name that is given a meaning here.
  mutating func readNewName() throws(Failure) -> String {
    if current.kind == .name, Parser.reserved.contains(current.text) {
      throw fault("“\(current.text)”是保留的词，不能作名字", at: current.offset)
    }
    return try readName()
  }

  mutating func goDeeper() throws(Failure) {
    depth += 1
    if depth > Limits.nesting { throw fault(.limit, "嵌套太深，超过 \(Limits.nesting) 层", at: current.offset) }
  }

  func unexpected(_ wanted: String) -> Failure {
    let found =
      switch current.kind {
      case .end: "模板就结束了"
      case .printEnd: "是 }}"
      case .tagEnd: "是 %}"
      default: "是“\(current.text)”"
      }
    return fault("这里应有\(wanted.first?.isLetter == true ? "" : " ")\(wanted)，却\(found)", at: current.offset)
  }

  func fault(_ message: String, at offset: Int, hint: String? = nil) -> Failure {
    fault(.syntax, message, at: offset, hint: hint)
  }

  func fault(_ rule: Fault.Rule, _ message: String, at offset: Int, hint: String? = nil) -> Failure {
    source.failure(Fault(rule, message, hint: hint), at: offset)
  }

  static let keywords: Set = ["and", "or", "not", "in", "is", "if", "else"]
  /// Names with a meaning of their own, in Jinja or in Python.
  static let reserved: Set = keywords.union([
    "true", "false", "none", "True", "False", "None", "loop", "self", "super", "caller", "varargs", "kwargs",
  ])
}
