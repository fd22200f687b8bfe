/// What is known of a value before a page is rendered; names are checked against it when a template is compiled.
///
/// Any value may be `none` in spite of its shape.
package indirect enum Shape: Sendable, Equatable {
  /// Known at run time only.
  case any
  case text, number, truth, markup
  case list(Shape)
  case record(RecordShape)
  /// What filters such as `map` give: to be gone through once, at once. Only the compiler makes it.
  case iterator(Shape)
}

/// The fields of records of one kind; one object is shared by all of them. It is never freed, as records would else count
/// references to it on all workers: there are only as many as schemas, templates and the data of `fuwen render` have.
package final class RecordShape: Sendable, Equatable {
  package let names: [String]
  package let shapes: [Shape]
  /// Whether Jinja has a tuple here: it is gone through by its values, and has no keys.
  let isTuple: Bool

  /// A name must not come twice.
  package convenience init(_ fields: [(String, Shape)]) {
    self.init(names: fields.map(\.0), shapes: fields.map(\.1), isTuple: false)
  }

  convenience init(tuple shapes: [Shape]) { self.init(names: [], shapes: shapes, isTuple: true) }

  /// What `groupby` gives: a tuple whose places have names too.
  convenience init(groupOf key: Shape, items: Shape) {
    self.init(names: ["grouper", "list"], shapes: [key, .list(items)], isTuple: true)
  }

  static let pair = RecordShape(tuple: [.any, .any])
  static let group = RecordShape(groupOf: .any, items: .any)

  private init(names: [String], shapes: [Shape], isTuple: Bool) {
    self.names = names
    self.shapes = shapes
    self.isTuple = isTuple
    _ = Unmanaged.passRetained(self)
  }

  package static func == (left: RecordShape, right: RecordShape) -> Bool { left === right }

  package func index(of name: String) -> Int? { names.firstIndex { $0.isExactly(name) } }
}

extension Shape {
  /// What is known of a value that may be of either shape.
  func merged(_ other: Shape) -> Shape {
    switch (self, other) {
    case (.list(let left), .list(let right)): .list(left.merged(right))
    case (.iterator(let left), .iterator(let right)), (.iterator(let left), .list(let right)),
      (.list(let left), .iterator(let right)):
      .iterator(left.merged(right))
    default: self == other ? self : .any
    }
  }

  static func merged(_ shapes: [Shape]) -> Shape { shapes.dropFirst().reduce(shapes.first ?? .any) { $0.merged($1) } }

  /// Whether lists and records are more than `levels` deep inside each other.
  func isDeeper(than levels: Int) -> Bool {
    switch self {
    case .list(let element), .iterator(let element): levels == 0 || element.isDeeper(than: levels - 1)
    case .record(let record): levels == 0 || record.shapes.contains { $0.isDeeper(than: levels - 1) }
    default: false
    }
  }

  /// The shape of what a loop over such a value gives; `nil` where there is nothing to go through.
  var element: Shape? {
    switch self {
    case .list(let element), .iterator(let element): element
    case .record(let shape): shape.isTuple ? .merged(shape.shapes) : .text
    case .text: .text
    case .any, .markup: .any
    case .number, .truth: nil
    }
  }

  /// As people call it.
  var title: String {
    switch self {
    case .any: "值"
    case .text: "文字"
    case .number: "数"
    case .truth: "真假值"
    case .markup: "HTML"
    case .list, .iterator: "列表"
    case .record(let record): record.isTuple ? "一组值" : "记录"
    }
  }
}
