import Disclosure
import Proofreading

/// The rules that 已核 can name: the gate's, the proofreader's, and the check of figures.
struct ExcusableRule: RawRepresentable, CaseIterable {
  let rawValue: String

  init?(rawValue: String) {
    guard Self.names.contains(rawValue) else { return nil }
    self.rawValue = rawValue
  }

  private static let names =
    PersonalData.Rule.allCases.map(\.rawValue) + Rule.allCases.map(\.rawValue) + [Excuse.figureRule]

  static var allCases: [ExcusableRule] { names.compactMap(ExcusableRule.init) }
}
