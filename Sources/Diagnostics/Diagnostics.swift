/// What the steps of a build have found so far, each fault once: what is wrong in a template or a partial shows on every
/// page that it is for.
package struct Diagnostics: Sendable {
  package private(set) var list: [Diagnostic] = []
  private var known: Set<Fault> = []

  private struct Fault: Hashable {
    let rule: String
    let place: Place
    let message: String
  }

  package init() {}

  package private(set) var errorCount = 0
  package var warningCount: Int { list.count - errorCount }
  package var hasErrors: Bool { errorCount > 0 }

  package mutating func add(_ diagnostic: Diagnostic) {
    let fault = Fault(rule: diagnostic.rule, place: diagnostic.place, message: diagnostic.message)
    guard known.insert(fault).inserted else { return }
    list.append(diagnostic)
    if diagnostic.severity == .error { errorCount += 1 }
  }

  package mutating func add(contentsOf diagnostics: some Sequence<Diagnostic>) {
    for diagnostic in diagnostics { add(diagnostic) }
  }

  package mutating func error(_ rule: String, at place: Place, _ message: String, hint: String? = nil) {
    add(Diagnostic(.error, rule, at: place, message, hint: hint))
  }

  package mutating func warning(_ rule: String, at place: Place, _ message: String, hint: String? = nil) {
    add(Diagnostic(.warning, rule, at: place, message, hint: hint))
  }

  /// What `body` gives; if it throws, the diagnostic is added, and the answer is `nil`.
  @discardableResult
  package mutating func collect<Result>(_ body: @autoclosure () throws(Diagnostic) -> Result) -> Result? {
    do {
      return try body()
    } catch {
      add(error)
      return nil
    }
  }

  /// `--strict`: every warning is an error.
  package mutating func raiseWarnings() {
    for index in list.indices { list[index].severity = .error }
    errorCount = list.count
  }

  /// By place, then severity, then rule and message: the same on every run, whatever order the workers finished in.
  package var sorted: [Diagnostic] {
    list.sorted { left, right in
      if left.place != right.place { return left.place < right.place }
      if left.severity != right.severity { return left.severity < right.severity }
      return (left.rule, left.message) < (right.rule, right.message)
    }
  }
}
