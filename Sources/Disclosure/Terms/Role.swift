/// 承办方式, normalised: what a unit has to do for a proposal. Places use many labels (会办 is 协办 elsewhere); the label
/// is kept beside the role.
package enum Role: String, Sendable, Hashable, CaseIterable {
  /// Handles and answers alone.
  case sole = "单独办理"
  /// Answers after collecting the assisting units' opinions.
  case lead = "主办"
  /// One of several units that each answer their own part.
  case separate = "分办"
  /// Gives the lead a written opinion.
  case assist = "会办"
  /// Reads it for information.
  case reference = "参阅"

  /// Its name in JSON.
  package var code: String {
    switch self {
    case .sole: "sole"
    case .lead: "lead"
    case .separate: "separate"
    case .assist: "assist"
    case .reference: "reference"
    }
  }

  /// Whether the unit owes the proposer a reply.
  package var answers: Bool { self == .sole || self == .lead || self == .separate }

  /// Labels that every place understands, beside the roles' own names.
  package static let commonLabels: [String: Role] = [
    "独办": .sole, "单办": .sole, "会同办理(主办)": .lead, "会同办理（主办）": .lead, "牵头办理": .lead,
    "分别办理": .separate, "协办": .assist, "汇办": .assist, "会同办理(协办)": .assist, "会同办理（协办）": .assist,
    "参阅办理": .reference,
  ]
}
