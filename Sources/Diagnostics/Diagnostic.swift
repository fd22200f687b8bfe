/// Something wrong, or worth a look, in a site's content: what, where, and how to mend it.
///
/// Messages are Chinese and for people who are no programmers; `rule` is for machines and never changes.
package struct Diagnostic: Error, Sendable, Hashable {
  /// How much it matters: an error stops a build, a warning does not (unless `--strict`).
  package enum Severity: String, Sendable, Hashable, Comparable {
    case error, warning

    package static func < (left: Severity, right: Severity) -> Bool { left == .error && right == .warning }
  }

  /// A stable name such as `record/duplicate-key`.
  package var rule: String
  package var severity: Severity
  package var place: Place
  /// What is wrong, one Chinese sentence without a full stop at its end.
  package var message: String
  /// How to mend it, if that is known.
  package var hint: String?
  /// The line of the file that holds the fault, quoted with a caret below `place.column`.
  package var excerpt: String?
  /// How the fault was reached, outermost first: the templates that included the one at `place`.
  package var trail: [Place]

  package init(
    _ severity: Severity = .error, _ rule: String, at place: Place, _ message: String, hint: String? = nil,
    excerpt: String? = nil, trail: [Place] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.place = place
    self.message = message
    self.hint = hint
    self.excerpt = excerpt
    self.trail = trail
  }
}
