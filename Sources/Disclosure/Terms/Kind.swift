/// 类型: what was put forward.
package enum Kind: String, Sendable, Hashable, CaseIterable {
  /// A deputy's suggestion to a people's congress.
  case suggestion = "建议"
  /// A member's proposal to a political consultative conference.
  case proposal = "提案"
  /// A motion that was turned into a suggestion.
  case motion = "议案转建议"

  /// The folder of its pages.
  package var address: String {
    switch self {
    case .suggestion: "jianyi"
    case .proposal: "tian"
    case .motion: "yian"
    }
  }

  /// As titles have it.
  package var fullName: String {
    switch self {
    case .suggestion: "人大代表建议"
    case .proposal: "政协提案"
    case .motion: rawValue
    }
  }

  /// All kinds together.
  package static let together = "建议提案"

  /// How its proposers are addressed.
  package var proposerTitle: String { self == .proposal ? "委员" : "代表" }
}
