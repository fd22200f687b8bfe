import Templates

/// What templates see of a value of type `Source`: names, their shapes, and how each is got. One declaration serves the
/// compile-time check of names, the page data and the manual of names.
struct Schema<Source>: Sendable {
  struct Field: Sendable {
    let name: String
    let shape: Shape
    let value: @Sendable (Source) -> Value
  }

  let shape: RecordShape
  private let values: [@Sendable (Source) -> Value]

  init(_ fields: [Field]) {
    values = fields.map(\.value)
    shape = RecordShape(fields.map { ($0.name, $0.shape) })
  }

  func record(_ source: Source) -> Value { .record(Record(shape, values.map { $0(source) })) }
}

extension Schema.Field {
  static func text(_ name: String, _ get: @escaping @Sendable (Source) -> String) -> Self {
    Self(name: name, shape: .text) { .string(get($0)) }
  }

  static func number(_ name: String, _ get: @escaping @Sendable (Source) -> Int) -> Self {
    Self(name: name, shape: .number) { .int(get($0)) }
  }

  static func truth(_ name: String, _ get: @escaping @Sendable (Source) -> Bool) -> Self {
    Self(name: name, shape: .truth) { .bool(get($0)) }
  }

  static func markup(_ name: String, _ get: @escaping @Sendable (Source) -> String) -> Self {
    Self(name: name, shape: .markup) { .markup(get($0)) }
  }

  static func texts(_ name: String, _ get: @escaping @Sendable (Source) -> [String]) -> Self {
    Self(name: name, shape: .list(.text)) { .list(get($0).map(Value.string)) }
  }

  static func list<Element>(
    _ name: String, _ schema: Schema<Element>, _ get: @escaping @Sendable (Source) -> [Element]
  ) -> Self {
    Self(name: name, shape: .list(.record(schema.shape))) { .list(get($0).map(schema.record)) }
  }

  static func record<Part>(
    _ name: String, _ schema: Schema<Part>, _ get: @escaping @Sendable (Source) -> Part
  ) -> Self {
    Self(name: name, shape: .record(schema.shape)) { schema.record(get($0)) }
  }

  /// A value that was made once and stands on many pages.
  static func ready(_ name: String, _ shape: Shape, _ get: @escaping @Sendable (Source) -> Value) -> Self {
    Self(name: name, shape: shape, value: get)
  }
}
