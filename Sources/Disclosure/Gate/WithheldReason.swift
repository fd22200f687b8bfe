/// Why a record stays out of the column.
package enum WithheldReason: String, Sendable, Hashable, CaseIterable {
  case unanswered = "尚未答复"
  case unreviewed = "未审查公开方式"
  case onRequest = "依申请公开"
  case closed = "不予公开"
  case secrecyFailed = "保密审查不通过"
  case disclosureFailed = "公开审查不通过"
  case undated = "未定公开日期"
  case letterMissing = "缺少复文"
  case notYet = "未到公开日期"
  case withdrawn = "已撤回"
  case nothingToPublish = "会办、参阅件，不单独公开"

  /// The class under which the public register counts it: a reader learns that an item is withheld and on what
  /// ground, not how far the office's own reviews have come.
  package var publicClass: String {
    switch self {
    case .unanswered, .onRequest, .withdrawn: rawValue
    case .closed, .secrecyFailed, .disclosureFailed: "不予公开"
    case .unreviewed, .undated, .notYet, .letterMissing: "尚未公开"
    case .nothingToPublish: "会办、参阅件"
    }
  }

  /// The order in which public classes are listed.
  package static let publicClasses = ["尚未答复", "尚未公开", "依申请公开", "不予公开", "已撤回", "会办、参阅件"]
}
