import Diagnostics
import Loader
import Templates

extension Value {
  /// What a JSON value is to a template: numbers without point and exponent are integers, the order of keys is kept.
  ///
  /// - Throws: `value/number` for an integer beyond 64 bits, and for other numbers that only Python's infinity stands for.
  package init(_ node: Node, in file: String) throws(Diagnostic) {
    switch node.content {
    case .sequence(let nodes):
      var items: [Value] = []
      for node in nodes { items.append(try Value(node, in: file)) }
      self = .list(items)
    case .mapping(let entries):
      var fields: [(String, Value)] = []
      for entry in entries { fields.append((entry.key.scalarText ?? "", try Value(entry.value, in: file))) }
      self = .record(Record(fields))
    case .scalar(let text, .number):
      let isInteger = text.utf8.allSatisfy { !".eE".utf8.contains($0) }
      if let number = Int(text) {
        self = .int(number)
      } else if !isInteger, let number = Double(text), number.isFinite {
        self = .double(number)
      } else {
        throw Diagnostic(
          .error, "value/number", at: Place(file, line: node.line, column: node.column), "数“\(text)”太大",
          hint: "这不是要计算的数，就写成文字：\"\(text)\"")
      }
    case .scalar(let text, .boolean): self = .bool(text == "true")
    case .scalar(_, .null): self = .none
    case .scalar(let text, _): self = .string(text)
    }
  }
}
