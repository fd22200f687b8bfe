@testable import Templates

/// Data as a page would have it: what has the same fields shares one shape.
struct Typing {
  private var shapes: [[String]: RecordShape] = [:]

  static func typed(_ data: Value) -> (data: Record, shape: Shape) {
    var typing = Typing()
    let (value, shape) = typing.type(data)
    guard case .record(let record) = value else { preconditionFailure("the data is a record") }
    return (record, shape)
  }

  private mutating func type(_ value: Value) -> (Value, Shape) {
    switch value {
    case .none, .undefined: return (value, .any)
    case .bool: return (value, .truth)
    case .int, .double: return (value, .number)
    case .string: return (value, .text)
    case .markup: return (value, .markup)
    case .list(let items):
      let typed = items.map { type($0) }
      return (.list(typed.map(\.0)), .list(typed.dropFirst().reduce(typed.first?.1 ?? .any) { $0.merged($1.1) }))
    case .record(let record):
      let typed = record.values.map { type($0) }
      let fields = Array(zip(record.shape.names, typed.map(\.1)))
      // Where values differ in kind, the first of them decides: shapes may be wrong, results must not.
      let shape = shapes[record.shape.names] ?? RecordShape(fields)
      shapes[record.shape.names] = shape
      return (.record(Record(shape, typed.map(\.0))), .record(shape))
    }
  }
}
