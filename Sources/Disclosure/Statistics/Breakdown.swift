/// How many rows carry each of some labels, such as topics.
package struct Breakdown: Sendable, Hashable {
  package struct Part: Sendable, Hashable {
    package let label: String
    package let count: Int
  }

  private var counts: [String: Int] = [:]

  package init() {}

  mutating func count(_ label: String) { counts[label, default: 0] += 1 }

  static func += (left: inout Breakdown, right: Breakdown) { left.counts.merge(right.counts, uniquingKeysWith: +) }

  package var isEmpty: Bool { counts.isEmpty }

  /// The number of different labels.
  package var labelCount: Int { counts.count }

  package subscript(label: String) -> Int { counts[label] ?? 0 }

  /// The most frequent first, equals by label.
  package var parts: [Part] {
    counts.map { Part(label: $0.key, count: $0.value) }.sorted { ($1.count, $0.label) < ($0.count, $1.label) }
  }

  /// The label under which those are counted that may not be named.
  package static let unnamed = "其他"

  /// The same counts, with all labels but these under one.
  func naming(_ labels: Set<String>) -> Breakdown {
    var named = Breakdown()
    for (label, count) in counts { named.counts[labels.contains(label) ? label : Self.unnamed, default: 0] += count }
    return named
  }
}
