@testable import Templates

/// Makes random templates of the language that both engines have, with random data; the same for the same seed.
struct Generator {
  /// What an expression is to give.
  enum Kind: CaseIterable { case number, text, truth, numbers, texts, records }

  private var state: UInt64
  private var variables: [(name: String, kind: Kind)] = []
  private var macros: [(name: String, parameters: [Kind])] = []
  private var loopDepth = 0
  private var nameCount = 0
  /// How many more statements there may be.
  private var budget = 14
  private var files: [String: String] = [:]

  init(seed: UInt64) { state = seed }

  static func testCase(seed: UInt64) -> Case {
    var generator = Generator(seed: seed)
    let data = generator.data()
    let main = generator.template()
    return Case(files: generator.files.merging(["main.html": main]) { $1 }, data: data)
  }

  // MARK: Chance

  /// SplitMix64.
  private mutating func random() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  private mutating func below(_ count: Int) -> Int { Int(random() % UInt64(count)) }

  private mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  private mutating func pick<Item>(_ items: [Item]) -> Item { items[below(items.count)] }

  private mutating func some<Item>(upTo count: Int, _ make: (inout Generator) -> Item) -> [Item] {
    (0..<below(count + 1)).map { _ in make(&self) }
  }

  // MARK: Data

  private mutating func data() -> Value {
    variables = [
      ("n", .number), ("小数", .number), ("t", .text), ("标题", .text), ("html", .text), ("真", .truth),
      ("ln", .numbers), ("lt", .texts), ("rs", .records), ("件", .records),
    ]
    return [
      "n": .int(below(20) - 5), "小数": quarter(), "t": word(), "标题": word(), "html": .markup("<b>\(below(9))&amp;</b>"),
      "真": .bool(chance(50)), "ln": .list(some(upTo: 5) { $0.number() }), "lt": .list(some(upTo: 4) { $0.word() }),
      "rs": .list(some(upTo: 5) { $0.record() }), "件": .list(some(upTo: 3) { $0.record() }),
    ]
  }

  private mutating func number() -> Value { chance(70) ? .int(below(12) - 3) : quarter() }

  private mutating func quarter() -> Value { .double(Double(below(80) - 20) / 4) }

  private mutating func word() -> Value { .string(pick(Self.words)) }

  private mutating func record() -> Value {
    ["名": word(), "数": number(), "真": .bool(chance(50)), "标": word(), "列": .list(some(upTo: 3) { $0.number() })]
  }

  private static let words = [
    "", "a", "B", "b", "建议", "提案 一", "<b>", "&amp;", "\"x\" 'y'", "Hello World", "e\u{301}", "\"\u{301}", "😀",
    "a/b?c=d",
    "  空  ", "行\n行", "10", "3.5", "关于加强农村饮水安全工作的建议", "ÀÉ", "　",
  ]

  // MARK: Templates

  private mutating func template() -> String {
    if chance(25) { return child() }
    return macroDefinitions() + statements(5)
  }

  private mutating func child() -> String {
    let outer = variables
    files["base.html"] = statements(2) + block("一") + statements(1) + block("二")
    variables = outer
    return "{% extends \"base.html\" %}" + macroDefinitions() + (chance(60) ? block("一") : "")
      + (chance(40) ? block("二") : "")
  }

  private mutating func block(_ name: String) -> String {
    let outer = variables
    variables = variables.filter { !$0.name.hasPrefix("v") }
    defer { variables = outer }
    return tag("block \(name)") + statements(2) + tag("endblock")
  }

  private mutating func macroDefinitions() -> String {
    guard chance(40) else { return "" }
    let outer = (variables, macros)
    let name = newName("m")
    let kinds = some(upTo: 2) { $0.pick([Kind.number, .text, .texts]) }
    let parameters = kinds.map { (newName("p"), $0) }
    variables = variables.filter { !$0.name.hasPrefix("v") } + parameters.map { (name: $0.0, kind: $0.1) }
    let signature = parameters.map { name, kind in chance(40) ? "\(name)=\(literal(kind))" : name }
    // A parameter after one with a default needs one too.
    let sorted = signature.filter { !$0.contains("=") } + signature.filter { $0.contains("=") }
    let body = tag("macro \(name)(\(sorted.joined(separator: ", ")))") + statements(2) + tag("endmacro")
    (variables, macros) = outer
    let order = sorted.map { parameter -> Kind in
      let name = parameter.prefix { $0 != "=" }
      return parameters.first { $0.0 == name }?.1 ?? .text
    }
    macros.append((name, order))
    return body
  }

  private mutating func statements(_ count: Int) -> String {
    (0..<1 + below(count)).map { _ in statement() }.joined()
  }

  private mutating func statement() -> String {
    budget -= 1
    switch below(budget < 0 ? 2 : loopDepth > 2 ? 6 : 12) {
    case 0, 1: return text()
    case 2, 3, 4: return output()
    case 5: return set()
    case 6, 7: return condition()
    case 8, 9: return loop()
    case 10: return capture()
    default: return include()
    }
  }

  private mutating func text() -> String {
    pick([
      "文", "<p>", " ", "\n", "\n\n  ", "a b", "{ ", "}", "%}", "{# 注 #}", "{#- x -#}",
      "{% raw %} {{ }} {%- endraw -%} ", "\t", "　",
    ])
  }

  private mutating func output() -> String {
    let value = expression(pick([.number, .text, .text, .truth]), 3)
    return (chance(15) ? "{{- " : "{{ ") + value + (chance(15) ? " -}}" : " }}")
  }

  private mutating func tag(_ content: String) -> String {
    (chance(15) ? "{%- " : "{% ") + content + (chance(15) ? " -%}" : " %}")
  }

  private mutating func newName(_ prefix: String) -> String {
    nameCount += 1
    return "\(prefix)\(nameCount)"
  }

  private mutating func set() -> String {
    let kind = pick(Kind.allCases)
    let value = expression(kind, 2)
    let known = variables.filter {
      $0.name.hasPrefix("v") && $0.kind == kind && $0.name.allSatisfy { $0.isLetter || $0.isNumber }
    }
    let name = known.isEmpty || chance(60) ? newName("v") : pick(known).name
    variables.append((name, kind))
    return tag("set \(name) = \(value)")
  }

  private mutating func capture() -> String {
    let name = newName("v")
    let body = scoped { $0.statements(2) }
    variables.append((name, .text))
    return tag("set \(name)") + body + tag("endset")
  }

  private mutating func condition() -> String {
    var result = tag("if \(expression(.truth, 2))") + scoped { $0.statements(2) }
    if chance(30) { result += tag("elif \(expression(.truth, 2))") + scoped { $0.statements(1) } }
    if chance(50) { result += tag("else") + scoped { $0.statements(1) } }
    return result + tag("endif")
  }

  private mutating func scoped(_ make: (inout Generator) -> String) -> String {
    let outer = variables
    defer { variables = outer }
    return make(&self)
  }

  private mutating func loop() -> String {
    let kind = pick([Kind.numbers, .texts, .records, .records])
    let items = chance(20) ? iterator(kind, 2) : expression(kind, 2)
    let name = newName("v")
    let outer = variables
    switch kind {
    case .numbers: variables.append((name, .number))
    case .texts: variables.append((name, .text))
    default:
      variables += [
        ("\(name).名", .text), ("\(name).数", .number), ("\(name)[\"标\"]", .text), ("\(name).真", .truth),
        ("\(name).列", .numbers),
      ]
    }
    let test = chance(20) ? " if \(expression(.truth, 2))" : ""
    loopDepth += 1
    let body = statements(3)
    loopDepth -= 1
    variables = outer
    let otherwise = chance(30) ? tag("else") + scoped { $0.statements(1) } : ""
    return tag("for \(name) in \(items)\(test)") + body + otherwise + tag("endfor")
  }

  private mutating func include() -> String {
    let name = newName("f") + ".html"
    // `loop` does not reach into other files, and neither do macros that are defined there come out.
    let outer = (variables, loopDepth, macros)
    loopDepth = 0
    files[name] = statements(2)
    (variables, loopDepth, macros) = outer
    return tag("include \"\(name)\"")
  }

  // MARK: Expressions

  private mutating func expression(_ kind: Kind, _ depth: Int) -> String {
    // Now and then something of the wrong kind.
    let kind = chance(1) ? pick(Kind.allCases) : kind
    if depth <= 0 || chance(25) { return leaf(kind) }
    switch kind {
    case .number: return numberExpression(depth - 1)
    case .text: return textExpression(depth - 1)
    case .truth: return truthExpression(depth - 1)
    case .numbers, .texts, .records:
      return chance(70) ? "\(iterator(kind, depth - 1))|list" : "(\(leaf(kind)) + \(leaf(kind)))"
    }
  }

  private mutating func leaf(_ kind: Kind) -> String {
    if kind == .number, loopDepth > 0, chance(20) {
      return "loop." + pick(["index", "index0", "revindex", "revindex0", "length"])
    }
    if kind == .truth, loopDepth > 0, chance(20) { return "loop." + pick(["first", "last"]) }
    let known = variables.filter { $0.kind == kind }
    return known.isEmpty || chance(25) ? literal(kind) : pick(known).name
  }

  private mutating func literal(_ kind: Kind) -> String {
    switch kind {
    case .number: return pick(["0", "1", "2", "7", "1.5", "0.25", "100", "1e3", "10"])
    case .text: return pick(Self.words).json
    case .truth: return pick(["true", "false"])
    case .numbers: return "[" + some(upTo: 3) { $0.literal(.number) }.joined(separator: ", ") + "]"
    case .texts: return "[" + some(upTo: 3) { $0.literal(.text) }.joined(separator: ", ") + "]"
    case .records: return pick(["rs", "件", "[]"])
    }
  }

  private mutating func numberExpression(_ depth: Int) -> String {
    let (a, b) = (expression(.number, depth), expression(.number, depth))
    switch below(14) {
    case 0...3: return "(\(a) \(pick(["+", "-", "*", "/", "//", "%"])) \(b))"
    case 4: return "\(expression(pick([.text, .numbers, .texts, .records]), depth))|length"
    case 5: return "(\(iterator(.numbers, depth))|sum)"
    case 6: return "(\(a))|abs"
    case 7: return "\(expression(.text, depth))|int\(pick(["", "(7)", "(default=-1)"]))"
    case 8: return "(\(a))|round(\(below(3)), \"\(pick(["common", "ceil", "floor"]))\")"
    case 9: return "\(iterator(.numbers, depth))|\(pick(["first", "max", "min"]))|default(\(below(9)))"
    case 10: return "(\(a) if \(expression(.truth, depth)) else \(b))"
    case 11: return "-(\(a))"
    case 12: return "(\(a) or \(b))"
    default: return "\(iterator(.records, depth))|sum(attribute=\"数\")"
    }
  }

  private mutating func textExpression(_ depth: Int) -> String {
    let (a, b) = (expression(.text, depth), expression(.text, depth))
    switch below(22) {
    case 0, 1: return "(\(a) ~ \(expression(pick([.text, .number, .truth]), depth)) ~ \(b))"
    case 2: return "(\(a) + \(b))"
    case 3: return "(\(a))|\(pick(["upper", "lower", "trim", "string", "escape", "safe", "urlencode", "tojson"]))"
    case 4: return "(\(a))|replace(\(pick(["\"a\"", "\"<\"", "\"建\"", "\" \""])), \(b)\(chance(30) ? ", 1" : ""))"
    case 5:
      return "(\(a))|truncate(\(3 + below(10)), \(chance(50)), \(pick(["\"…\"", "\"...\"", "\"<\""])), \(below(3)))"
    case 6: return "\(iterator(pick([.texts, .numbers]), depth))|join(\(chance(50) ? b : "\", \""))"
    case 7: return "\(iterator(.records, depth))|join(\"、\", attribute=\"\(pick(["名", "数", "标"]))\")"
    case 8: return "(\(a) if \(expression(.truth, depth)) else \(b))"
    case 9: return "(\(a))[\(below(3) - 1)]|default(\"无\")"
    case 10: return "\(iterator(.texts, depth))|first|default(\(b))"
    case 11: return "没有|default(\(a))"
    case 12: return "(\(a))|default(\(b), true)"
    case 13: return "(\(a) \(pick(["or", "and"])) \(b))"
    case 14: return "\(expression(pick(Kind.allCases), depth))|tojson\(pick(["", "(2)", "(indent=1)"]))"
    case 15: return "(\(a))|trim(\(pick(["\"a\"", "\"<>b\"", "\" 　\""])))"
    case 16: return "\(expression(.number, depth))|string"
    case 17:
      return
        "\(iterator(.texts, depth))|map(\"\(pick(["upper", "escape", "trim", "length", "urlencode"]))\")|join(\",\")"
    case 18:
      guard !macros.isEmpty else { return a }
      let macro = pick(macros)
      return "\(macro.name)(\(macro.parameters.map { expression($0, depth) }.joined(separator: ", ")))"
    case 19:
      return
        "\(iterator(.records, depth))|groupby(\"\(pick(["名", "数", "真"]))\")|map(attribute=\"1\")|map(\"length\")|join"
    case 20: return "(\(iterator(.records, depth))|map(attribute=\"列\")|map(\"join\", \"-\")|join(\";\"))"
    default: return "(\(a))|map(\"upper\")|join"
    }
  }

  private mutating func truthExpression(_ depth: Int) -> String {
    let kind = pick([Kind.number, .text, .number])
    let (a, b) = (expression(kind, depth), expression(kind, depth))
    switch below(10) {
    case 0...2: return "(\(a) \(pick(["==", "!=", "<", "<=", ">", ">="])) \(b))"
    case 3: return "(\(expression(.truth, depth)) \(pick(["and", "or"])) \(expression(.truth, depth)))"
    case 4: return "(not \(expression(pick(Kind.allCases), depth)))"
    case 5: return "(\(a) \(pick(["in", "not in"])) \(iterator(pick([.numbers, .texts]), depth)))"
    case 6: return "(\(expression(.text, depth)) in \(expression(.text, depth)))"
    case 7:
      let test = pick([
        "number", "string", "none", "odd", "even", "defined", "iterable", "mapping", "divisibleby 3", "not integer",
        "float",
      ])
      return "((\(a)) is \(test))"
    case 8: return "(\(expression(.number, depth)) \(pick(["<", "<="])) \(a) \(pick(["<", "==", "!="])) \(b))"
    default: return "((\(a)) is \(pick(["eq", "ne", "in"])) ([\(b)]))"
    }
  }

  /// A list, or what some filters give, to be gone through at once.
  private mutating func iterator(_ kind: Kind, _ depth: Int) -> String {
    let base = depth <= 0 ? leaf(kind) : iterator(kind, depth - 1)
    switch (kind, below(9)) {
    case (.numbers, 0): return "rs|map(attribute=\"数\")"
    case (.numbers, 1): return "range(\(below(5)))"
    case (.numbers, 2), (.texts, 2): return "\(base)|sort(reverse=\(chance(50)))"
    case (.numbers, 3), (.texts, 3): return "\(base)|unique\(chance(40) ? "(true)" : "")"
    case (.numbers, 4), (.texts, 4): return "\(base)|sort|batch(2)|map(\"\(pick(["first", "length", "last"]))\")"
    case (.texts, 0): return "rs|map(attribute=\"名\")"
    case (.texts, 1): return "件|map(attribute=\"\(pick(["标", "无"]))\", default=\"-\")"
    case (.texts, 5): return "\(base)|map(\"\(pick(["upper", "lower", "escape", "string"]))\")"
    case (.numbers, 5): return "\(base)|map(\"\(pick(["abs", "int", "round"]))\")"
    case (.records, 0): return "\(base)|sort(attribute=\"\(pick(["名", "数", "真", "数,名", "列"]))\")"
    case (.records, 1): return "\(base)|selectattr(\"真\")"
    case (.records, 2):
      return "\(base)|\(pick(["selectattr", "rejectattr"]))(\"数\", \"\(pick(["odd", "even", "integer"]))\")"
    case (.records, 3): return "\(base)|selectattr(\"数\", \"\(pick(["gt", "<=", "eq", "ne"]))\", \(below(5)))"
    case (.records, 4): return "\(base)|unique(attribute=\"\(pick(["名", "数", "真"]))\")"
    case (.records, 5):
      return "(\(base)|groupby(\"\(pick(["名", "数", "真"]))\")|map(attribute=\"list\")|first|default([]))"
    case (_, 6): return "\(base)|reverse"
    default: return base
    }
  }
}
