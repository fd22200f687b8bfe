/// Whether a reply kept its limit.
package enum Timeliness: String, Sendable, Hashable, CaseIterable {
  case inTime = "按时"
  /// Late by the first limit, within the extended one.
  case inExtension = "延期内"
  case late = "逾期"
}
