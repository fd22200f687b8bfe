/// A piece of an expression, as it was written.
struct Expression {
  indirect enum Kind {
    case literal(Value)
    case name(String)
    case field(Expression, String)
    case item(Expression, Expression)
    case list([Expression])
    /// Without names, a tuple.
    case record([String]?, [Expression])
    /// `not`, `-` or `+`.
    case prefix(Operator, Expression)
    case binary(Operator, Expression, Expression)
    case conditional(Expression, test: Expression, otherwise: Expression)
    case filter(Expression, String, Arguments)
    case test(Expression, String, Arguments)
    case call(Expression, Arguments)
  }

  struct Arguments {
    var positional: [Expression] = []
    var named: [(name: String, value: Expression, offset: Int)] = []
  }

  let kind: Kind
  let offset: Int
}

/// What stands before a value or between two.
enum Operator: String {
  case or, and, not
  case equal = "=="
  case unequal = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case contained = "in"
  case notContained = "not in"
  case add = "+"
  case subtract = "-"
  case concatenate = "~"
  case multiply = "*"
  case divide = "/"
  case floorDivide = "//"
  case modulo = "%"

  /// How strongly the parts of expressions hold together, weakest first.
  enum Strength: Int {
    case tuple, conditional, or, and, not, comparison, sum, concatenation, product, filter
  }

  var strength: Strength {
    switch self {
    case .or: .or
    case .and: .and
    case .not: .not
    case .equal, .unequal, .less, .lessOrEqual, .greater, .greaterOrEqual, .contained, .notContained: .comparison
    case .add, .subtract: .sum
    case .concatenate: .concatenation
    case .multiply, .divide, .floorDivide, .modulo: .product
    }
  }
}

/// A piece of a template: text, something printed, or a tag with what belongs to it.
struct Statement {
  indirect enum Kind {
    case text(String)
    case output(Expression)
    case condition([(test: Expression, body: Body)], otherwise: Body)
    case loop(Loop)
    case set([String], Expression)
    case capture(String, Body)
    case block(String, isScoped: Bool)
    case macro(Macro)
    case extends
    case include(String)
    case importModule(String, alias: String)
    case importNames(String, [(name: String, alias: String, offset: Int)])
  }

  struct Loop {
    let targets: [String]
    let items: Expression
    let test: Expression?
    let body: Body
    let otherwise: Body
  }

  struct Macro {
    let name: String
    let parameters: [(name: String, fallback: Expression?)]
    let body: Body
  }

  let kind: Kind
  let offset: Int
}

/// Statements that follow each other, with the names they define, if they are a scope: branches of `if` are none.
struct Body {
  var statements: [Statement] = []
  var names = Names()
}

/// The names that a scope gives a meaning to, found as Jinja's symbol tracking finds them.
struct Names {
  /// In order; `isSetFirst` if on every way the name is set before it is looked up.
  private(set) var variables: [(name: String, isSetFirst: Bool)] = []
  /// Macros and imports.
  var definitions: [String] = []
  /// All that were looked up or set so far.
  var seen: Set<String> = []
  /// How many `if` are open.
  var branches = 0

  mutating func set(_ name: String) {
    let isFirst = seen.insert(name).inserted
    if !variables.contains(where: { $0.name == name }) { variables.append((name, isFirst && branches == 0)) }
  }
}

/// A file, as it was written.
struct Template {
  struct Block {
    let name: String
    let offset: Int
    /// The tags around it.
    let tags: [String]
    let body: Body
  }

  var body = Body()
  /// All blocks in it, also those inside others.
  var blocks: [Block] = []
  /// The template that it extends, and where it says so.
  var parent: (name: String, offset: Int)?
}
