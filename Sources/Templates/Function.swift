/// What stands behind a `|` or an `is`, with Jinja's parameters and results.
struct Function: Sendable {
  /// What it is called with, after the value that it is applied to.
  struct Call {
    /// One for each parameter.
    let arguments: ArraySlice<Value>
  }

  /// What it may be applied to: any value, but also what can be gone through only once, or what is not there.
  enum Input { case value, sequence, anything }

  typealias Apply = @Sendable (Value, Call) throws -> Value
  /// What is known of the result, by what is known of the value and of the arguments that are given; of an `attribute`,
  /// that is what is known of the field that it names.
  typealias Result = @Sendable (Shape, [Shape?]) -> Shape

  /// Names and defaults, in order; without a default an argument is needed.
  let parameters: KeyValuePairs<String, Value?>
  let takes: Input
  /// Whether it gives `undefined` where there is nothing to give.
  let mayGiveNothing: Bool
  let result: Result
  let apply: Apply

  init(
    _ parameters: KeyValuePairs<String, Value?> = [:], takes: Input = .value, mayGiveNothing: Bool = false,
    gives result: @escaping Result, _ apply: @escaping Apply
  ) {
    self.parameters = parameters
    self.takes = takes
    self.mayGiveNothing = mayGiveNothing
    self.result = result
    self.apply = apply
  }

  init(
    _ parameters: KeyValuePairs<String, Value?> = [:], takes: Input = .value, gives shape: Shape,
    _ apply: @escaping Apply
  ) {
    self.init(parameters, takes: takes, gives: { _, _ in shape }, apply)
  }

  static let filters = withAliases(
    ["count": "length", "d": "default", "e": "escape"],
    [listFilters, numberFilters, textFilters, chineseFilters].reduce(into: [:]) { $0.merge($1) { $1 } })

  static func withAliases(_ aliases: [String: String], _ functions: [String: Function]) -> [String: Function] {
    functions.merging(aliases.compactMapValues { functions[$0] }) { $1 }
  }
}

extension Function.Call {
  subscript(place: Int) -> Value { arguments[arguments.startIndex + place] }

  /// An argument that is not `none`.
  func given(_ place: Int) -> Value? { self[place].isNone ? Value?.none : self[place] }

  func int(_ place: Int) throws -> Int {
    guard let number = self[place].integer else { throw Fault(.value, "第 \(place + 1) 个参数要是整数，不是\(self[place].title)") }
    return number
  }

  func text(_ place: Int) throws -> String {
    guard let text = self[place].string else { throw Fault(.value, "第 \(place + 1) 个参数要是文字，不是\(self[place].title)") }
    return text
  }
}
