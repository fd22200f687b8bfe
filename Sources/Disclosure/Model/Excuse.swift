import Diagnostics

/// 已核: a person vouches that what looks like private data is none, or that a figure is right.
package struct Excuse: Sendable, Hashable {
  /// The rule of numbers in texts that differ from the ledger's.
  package static let figureRule = "统计数字"

  package let rule: String
  package let content: String
  package let place: Place

  package init(rule: String, content: String, place: Place) {
    self.rule = rule
    self.content = content
    self.place = place
  }
}
