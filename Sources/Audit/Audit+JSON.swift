import Diagnostics

extension Audit {
  /// The value of `audit` in `check --audit --format json`:
  ///
  /// `{"asOf", "summary": {"pass", "fail", "unchecked"}, "items": [{"rule", "basis", "clause", "demand", "verdict":
  /// "pass" | "fail" | "unchecked", "looked", "count", "found": [the first five], "advice"}]}`
  package var json: JSONValue {
    .object([
      ("asOf", .text(asOf.description)),
      ("summary", .object(AuditItem.Verdict.allCases.map { ($0.code, .number(count(of: $0))) })),
      ("items", .list(items.map(\.json))),
    ])
  }
}

extension AuditItem {
  fileprivate var json: JSONValue {
    .object([
      ("rule", .text(rule.rawValue)), ("basis", .text(rule.basis.title)), ("clause", .text(rule.clause)),
      ("demand", .text(rule.demand)), ("verdict", .text(verdict.code)), ("looked", .text(looked)),
      ("count", .number(count)), ("found", .list(places.map(JSONValue.text))),
      ("advice", .text(verdict == .passed ? nil : rule.advice)),
    ])
  }
}
