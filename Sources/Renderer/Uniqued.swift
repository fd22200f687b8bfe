extension Array where Element: Equatable {
  /// Each element once, in the order of their first places. For the few values that one proposal has: a set would take
  /// longer to make.
  var uniqued: [Element] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}
