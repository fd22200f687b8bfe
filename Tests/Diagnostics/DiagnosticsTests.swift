import Diagnostics
import Testing

@Suite struct DiagnosticsTests {
  private static func warning(_ file: String, line: Int? = nil, _ message: String = "甲") -> Diagnostic {
    Diagnostic(.warning, "a/b", at: Place(file, line: line), message)
  }

  @Test func eachFaultIsSaidOnce() {
    var diagnostics = Diagnostics()
    for _ in 0..<3 { diagnostics.error("a/b", at: Place("x"), "甲", hint: "乙") }
    diagnostics.add(Diagnostic(.error, "a/b", at: Place("x"), "甲", trail: [Place("y")]))
    diagnostics.add(contentsOf: [Self.warning("x", "丙"), Self.warning("x", "丙"), Self.warning("y", "丙")])
    #expect(diagnostics.list.map(\.message) == ["甲", "丙", "丙"])
    #expect(diagnostics.errorCount == 1 && diagnostics.warningCount == 2)
  }

  @Test func strictMakesWarningsErrors() {
    var diagnostics = Diagnostics()
    diagnostics.add(Self.warning("x"))
    #expect(!diagnostics.hasErrors)
    diagnostics.raiseWarnings()
    #expect(diagnostics.hasErrors && diagnostics.warningCount == 0)
  }

  @Test func whatIsThrownIsCollected() {
    func fail() throws(Diagnostic) -> Int { throw Self.warning("x") }
    func succeed() throws(Diagnostic) -> Int { 1 }
    var diagnostics = Diagnostics()
    #expect(diagnostics.collect(try succeed()) == 1)
    #expect(diagnostics.collect(try fail()) == nil)
    #expect(diagnostics.list == [Self.warning("x")])
  }

  /// By place, errors first; in whatever order they were found.
  @Test func orderIsThatOfPlaces() {
    let sorted = [
      Self.warning("a", line: 2), Self.warning("a", line: 10), Diagnostic(.error, "z/z", at: Place("b"), "乙"),
      Self.warning("b", "乙"), Self.warning("b", "甲"), Self.warning("b", line: 1),
      Diagnostic(.warning, "a/b", at: Place("c", row: 2, field: "乙"), "甲"),
      Diagnostic(.warning, "a/b", at: Place("c", row: 2, field: "甲"), "甲"),
      Diagnostic(.warning, "a/b", at: Place("c", sheet: "表", row: 1), "甲"),
    ]
    for start in sorted.indices {
      var diagnostics = Diagnostics()
      diagnostics.add(contentsOf: sorted[start...] + sorted[..<start])
      #expect(diagnostics.sorted == sorted)
    }
  }
}
