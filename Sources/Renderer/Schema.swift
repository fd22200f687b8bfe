import Templates

/// What templates see of a value of type `Source`: names, their shapes, and how each is got. One declaration serves the
/// compile-time check of names, the page data and the manual of names.
package struct Schema<Source>: Sendable {
  package struct Field: Sendable {
    package let name: String
    package let shape: Shape
    package let value: @Sendable (Source) -> Value
  }

  package let shape: RecordShape
  private let make: Getter

  /// Appends the values of some fields.
  private typealias Getter = @Sendable (Source, inout [Value]) -> Void

  package init(_ fields: [Field]) {
    make = Self.getter(of: fields[...])
    shape = RecordShape(fields.map { ($0.name, $0.shape) })
  }

  /// As a tree: to get closures out of an array counts references to what all workers share.
  private static func getter(of fields: ArraySlice<Field>) -> Getter {
    guard fields.count > 1 else {
      guard let value = fields.first?.value else { return { _, _ in } }
      return { source, values in values.append(value(source)) }
    }
    let middle = fields.startIndex + fields.count / 2
    let (start, end) = (getter(of: fields[..<middle]), getter(of: fields[middle...]))
    return { source, values in
      start(source, &values)
      end(source, &values)
    }
  }

  package func record(_ source: Source) -> Value {
    var values: [Value] = []
    values.reserveCapacity(shape.names.count)
    make(source, &values)
    return .record(Record(shape, values))
  }
}

extension Schema.Field {
  package static func text(_ name: String, _ get: @escaping @Sendable (Source) -> String) -> Self {
    Self(name: name, shape: .text) { .string(get($0)) }
  }

  package static func number(_ name: String, _ get: @escaping @Sendable (Source) -> Int) -> Self {
    Self(name: name, shape: .number) { .int(get($0)) }
  }

  package static func truth(_ name: String, _ get: @escaping @Sendable (Source) -> Bool) -> Self {
    Self(name: name, shape: .truth) { .bool(get($0)) }
  }

  package static func markup(_ name: String, _ get: @escaping @Sendable (Source) -> String) -> Self {
    Self(name: name, shape: .markup) { .markup(get($0)) }
  }

  package static func texts(_ name: String, _ get: @escaping @Sendable (Source) -> [String]) -> Self {
    Self(name: name, shape: .list(.text)) { .list(get($0).map(Value.string)) }
  }

  package static func list<Element>(
    _ name: String, _ schema: Schema<Element>, _ get: @escaping @Sendable (Source) -> [Element]
  ) -> Self {
    Self(name: name, shape: .list(.record(schema.shape))) { .list(get($0).map(schema.record)) }
  }

  package static func record<Part>(
    _ name: String, _ schema: Schema<Part>, _ get: @escaping @Sendable (Source) -> Part
  ) -> Self {
    Self(name: name, shape: .record(schema.shape)) { schema.record(get($0)) }
  }

  /// A value that was made once and stands on many pages.
  package static func ready(_ name: String, _ shape: Shape, _ get: @escaping @Sendable (Source) -> Value) -> Self {
    Self(name: name, shape: shape, value: get)
  }
}
