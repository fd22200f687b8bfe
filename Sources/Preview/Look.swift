import Diagnostics

/// What the content gave when it was read.
package struct Look: Sendable {
  /// `nil` while the content has errors.
  package var column: ShownColumn?
  /// What was found so far.
  package var diagnostics: [Diagnostic]
  /// Pages for the staff alone, `index.html` among them; `nil` where there are none.
  package var workbench: Files?

  package init(column: ShownColumn?, diagnostics: [Diagnostic], workbench: Files? = nil) {
    self.column = column
    self.diagnostics = diagnostics
    self.workbench = workbench
  }
}
