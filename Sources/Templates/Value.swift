/// What a template computes with and a page hands to it.
package enum Value: Sendable {
  case none
  case bool(Bool)
  case int(Int)
  /// Finite: what is beyond is an error where it comes up.
  case double(Double)
  case string(String)
  /// HTML that is escaped already, and printed as it is.
  case markup(String)
  case list([Value])
  case record(Record)
  /// What a missing field or the first item of an empty list gives. A template can only ask `is defined` or offer a
  /// `default`; a page's data never holds it.
  case undefined
}

/// Named fields in their order: a page's data, a row, a JSON object; or a tuple, whose fields have places only.
package final class Record: Sendable {
  /// Not counted as a reference: all workers share the shapes, which are never freed.
  package unowned(unsafe) let shape: RecordShape
  package let values: [Value]

  /// `values` are in the order of the fields of `shape`.
  package init(_ shape: RecordShape, _ values: [Value]) {
    precondition(shape.shapes.count == values.count, "a record has one value for each field of its shape")
    self.shape = shape
    self.values = values
  }

  /// Fields that no other record shares the shape of; a name must not come twice.
  package convenience init(_ fields: [(String, Value)]) {
    self.init(RecordShape(fields.map { ($0.0, .any) }), fields.map(\.1))
  }

  package subscript(name: String) -> Value? { shape.index(of: name).map { values[$0] } }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .int(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
}
