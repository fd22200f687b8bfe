import Diagnostics

/// What went wrong in an operation that does not know its place; the machine and the compiler add it.
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

  init(_ rule: Rule, _ message: String, hint: String? = nil) {
    self.rule = rule
    self.message = message
    self.hint = hint
  }

  static let printedList = Fault(.value, "列表不能直接输出", hint: "用 for 逐项输出，或用 join 连接")

  static func printed(_ title: String) -> Fault {
    Fault(.value, "\(title)不能直接输出", hint: "写出要输出的字段，如 .名称")
  }

  /// A name that is not there, with the nearest one that is.
  static func unknown(_ what: String, _ name: String, among names: some Sequence<String>) -> Fault {
    Fault(.unknownName, "没有\(what)“\(name)”", hint: nearestName(to: name, among: names).map { "是不是“\($0)”？" })
  }
}

/// A diagnostic on its way out of the compiler; small, so that deep recursion takes little of the stack.
final class Failure: Error {
  let diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}

/// How far a template may go before it is stopped.
package struct Limits: Sendable {
  /// Macros that call each other, in levels.
  package var depth = 64
  /// The bytes of one page.
  package var size = 64 << 20
  /// Rounds of all loops and calls of macros together.
  package var steps = 10_000_000

  package init() {}

  /// Levels of statements, expressions and files inside each other.
  static let nesting = 60
  static let range = 100_000
  /// The bytes of one text that a template makes, and the items of one list.
  static let text = 4 << 20
  static let list = 1 << 20
  /// The instructions of one program, and the files in it, each counted where it is included.
  static let instructions = 1_000_000
  static let files = 2_000
}
