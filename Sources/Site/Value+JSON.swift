import Loader
import Templates

extension Value {
  /// What a JSON value is to a template: numbers without point and exponent are integers, the order of keys is kept.
  package init(_ node: Node) {
    switch node.content {
    case .sequence(let items): self = .list(items.map(Value.init))
    case .mapping(let entries):
      self = .record(Record(entries.map { entry in (entry.key.scalarText ?? "", Value(entry.value)) }))
    case .scalar(let text, .number): self = Int(text).map(Value.int) ?? .double(Double(text) ?? .nan)
    case .scalar(let text, .boolean): self = .bool(text == "true")
    case .scalar(_, .null): self = .none
    case .scalar(let text, _): self = .string(text)
    }
  }
}
