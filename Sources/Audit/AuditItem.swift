/// One demand of a standard, and how the column meets it.
package struct AuditItem: Sendable {
  package enum Verdict: String, Sendable, CaseIterable {
    case passed = "合格"
    case failed = "不合格"
    /// Nothing here tells: it depends on the host or on a person's judgement, or there is nothing yet to look at.
    case unchecked = "此处无法检查"

    /// In JSON.
    package var code: String {
      switch self {
      case .passed: "pass"
      case .failed: "fail"
      case .unchecked: "unchecked"
      }
    }
  }

  package let rule: AuditRule
  package let verdict: Verdict
  /// What was looked at: `看了 123 页`; or why nothing could be.
  package let looked: String
  /// The first of what was found, each as people would go and look for it.
  package let places: [String]
  /// How many were found; as many as `places`, or more.
  package let count: Int

  /// How many of what was found are kept.
  static let placeLimit = 5

  /// Meets the demand where nothing was found, and something was looked at.
  init(_ rule: AuditRule, looked: String, at total: Int, found: [String]) {
    self.rule = rule
    self.looked = looked
    verdict = !found.isEmpty ? .failed : total > 0 ? .passed : .unchecked
    places = Array(found.prefix(Self.placeLimit))
    count = found.count
  }

  /// Not to be told from here.
  init(_ rule: AuditRule, unchecked reason: String, places: [String] = []) {
    self.rule = rule
    verdict = .unchecked
    looked = reason
    self.places = Array(places.prefix(Self.placeLimit))
    count = places.count
  }
}
