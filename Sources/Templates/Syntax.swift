/// A piece of an expression, as it was written.
struct Expression {
  indirect enum Kind {
    case literal(Value)
    case name(String)
    case attribute(Expression, String)
    case item(Expression, Expression)
    case list([Expression])
    case tuple([Expression])
    case record([(key: String, value: Expression)])
    case negation(Expression)
    case plus(Expression)
    case not(Expression)
    case and(Expression, Expression)
    case or(Expression, Expression)
    case arithmetic(Arithmetic, Expression, Expression)
    case concatenation([Expression])
    case comparison(Expression, [(Comparison, Expression)])
    case conditional(Expression, test: Expression, otherwise: Expression)
    case filter(Expression, String, Arguments)
    case test(Expression, String, Arguments)
    case call(Expression, Arguments)
  }

  struct Arguments {
    var positional: [Expression] = []
    var named: [(name: String, value: Expression, offset: Int)] = []

    var all: [Expression] { positional + named.map(\.value) }
  }

  let kind: Kind
  let offset: Int
  /// How many expressions are inside each other here.
  let depth: Int

  init(_ kind: Kind, at offset: Int) {
    self.kind = kind
    self.offset = offset
    depth = 1 + kind.parts.reduce(0) { max($0, $1.depth) }
  }

  /// The names that are looked up in it, in order.
  var names: [String] {
    if case .name(let name) = kind { [name] } else { kind.parts.flatMap(\.names) }
  }
}

extension Expression.Kind {
  var parts: [Expression] {
    switch self {
    case .literal, .name: []
    case .attribute(let base, _), .negation(let base), .plus(let base), .not(let base): [base]
    case .item(let left, let right), .and(let left, let right), .or(let left, let right): [left, right]
    case .arithmetic(_, let left, let right): [left, right]
    case .list(let items), .tuple(let items), .concatenation(let items): items
    case .record(let fields): fields.map(\.value)
    case .comparison(let first, let rest): [first] + rest.map(\.1)
    case .conditional(let value, let test, let otherwise): [test, value, otherwise]
    case .filter(let base, _, let arguments), .test(let base, _, let arguments), .call(let base, let arguments):
      [base] + arguments.all
    }
  }
}

enum Comparison {
  case equal, unequal, less, lessOrEqual, greater, greaterOrEqual, contained, notContained
}

enum Arithmetic: String {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case floorDivide = "//"
  case modulo = "%"
}

/// A piece of a template: text, something printed, or a tag with what belongs to it.
struct Statement {
  indirect enum Kind {
    case text(String)
    case output(Expression)
    case condition([(test: Expression, body: [Statement])], otherwise: [Statement])
    case loop(Loop)
    case set([String], Expression)
    case capture(String, [Statement])
    case block(Block)
    case macro(Macro)
    case extends(String)
    case include(String)
    case importModule(String, alias: String)
    case importNames(String, [(name: String, alias: String, offset: Int)])
  }

  struct Loop {
    let targets: [String]
    let items: Expression
    let test: Expression?
    let body: [Statement]
    let otherwise: [Statement]
  }

  struct Block {
    let name: String
    let isScoped: Bool
    let body: [Statement]
  }

  struct Macro {
    let name: String
    let parameters: [(name: String, fallback: Expression?)]
    let body: [Statement]
  }

  let kind: Kind
  let offset: Int
}
