import Diagnostics

/// What is wrong with a template. Whoever throws it need not know where: those who compile and render keep a cursor,
/// which gives it its place.
struct Fault: Error {
  /// The stable names of what can be wrong with a template.
  enum Rule: String {
    case syntax = "template/syntax"
    case unknownName = "template/unknown-name"
    case missingFile = "template/missing-file"
    case value = "template/value"
    case limit = "template/limit"
    /// Jinja has it, this language has not.
    case unsupported = "template/unsupported"
  }

  let rule: Rule
  let message: String
  let hint: String?
  /// Where in the file it is, if not at the cursor.
  var offset: Int?

  init(_ rule: Rule, _ message: String, hint: String? = nil, at offset: Int? = nil) {
    self.rule = rule
    self.message = message
    self.hint = hint
    self.offset = offset
  }

  /// What was thrown by those who compile and render, who throw faults only; at `cursor` if it knows no better.
  static func from(_ error: any Error, at cursor: Int? = nil) -> Fault {
    guard var fault = error as? Fault else { preconditionFailure("nothing but faults is thrown here: \(error)") }
    fault.offset = fault.offset ?? cursor
    return fault
  }

  /// A name that is not there, with what to write instead if only Jinja has it, or else the nearest one that is there.
  static func unknown(
    _ what: String, _ name: String, among names: some Sequence<String>, at offset: Int? = nil
  ) -> Fault {
    if let fault = onlyInJinja(what, name, at: offset) { return fault }
    let known = Array(names.prefix(mostNamesListed + 1))
    let list = known.isEmpty || known.count > mostNamesListed ? nil : "这里有：" + known.joined(separator: "、")
    let hint = nearestName(to: name, among: names).map { "是不是“\($0)”？" } ?? list
    return Fault(.unknownName, "没有\(what)“\(name)”", hint: hint, at: offset)
  }

  private static let mostNamesListed = 12

  /// A field of what has no fields.
  static func fieldless(_ title: String, _ name: String, at offset: Int? = nil) -> Fault {
    let hint = Function.filters[name] == nil ? "点号前面要是一条记录" : "这是过滤器，写作 |\(name)"
    return Fault(.value, "\(title)没有字段“\(name)”", hint: hint, at: offset)
  }

  /// A variable that was given no value on the way.
  static func unset(_ name: String) -> Fault {
    Fault(.unknownName, "变量“\(name)”没有值", hint: "先用 {% if \(name) is defined %} 判断，或写作 \(name)|default(…)")
  }

  /// What is not printed, of a value that people call `title`.
  static func printed(_ title: String) -> Fault {
    let isList = title == Shape.list(.any).title
    return Fault(.value, "\(title)不能直接输出", hint: isList ? "用 for 逐项输出，或用 join 连接" : "写出要输出的字段，如 .名称")
  }
}

/// How far a template may go before it is stopped.
package struct Limits: Sendable {
  /// Macros that call each other, in levels.
  package var depth = 64
  /// The bytes of one page.
  package var size = 64 << 20
  /// Rounds of all loops and calls of macros together.
  package var steps = 2_000_000

  package init() {}

  /// Levels of statements, expressions and files inside each other.
  static let nesting = 60
  static let range = 100_000
  /// The bytes of one text that a template makes, and the items of one list.
  static let text = 4 << 20
  static let list = 1 << 20
  /// The statements and expressions of one program, and the files in it, each counted where it is included.
  static let nodes = 1_000_000
  static let files = 2_000
}
