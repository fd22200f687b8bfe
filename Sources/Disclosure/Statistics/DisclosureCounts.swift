/// How answering rows stand with their 公开方式; the five sum to the answering rows.
package struct DisclosureCounts: Sendable, Hashable {
  /// 主动公开, replied to, past its reviews and its 公开日期.
  package internal(set) var open = 0
  package internal(set) var onRequest = 0
  /// 不予公开, or held back by a review.
  package internal(set) var closed = 0
  /// Without a 公开方式.
  package internal(set) var unreviewed = 0
  /// 主动公开, but not published by the as-of date.
  package internal(set) var pending = 0
}

extension DisclosureCounts {
  static func += (left: inout DisclosureCounts, right: DisclosureCounts) {
    left.open += right.open
    left.onRequest += right.onRequest
    left.closed += right.closed
    left.unreviewed += right.unreviewed
    left.pending += right.pending
  }
}
