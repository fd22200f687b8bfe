import Audit
import Renderer

/// 对照检查: the audit, by where its demands come from.
struct AuditView: Sendable {
  let head: HeadView
  /// `nil` where the content could not be read.
  let audit: Audit?

  private struct Group: Sendable {
    let title: String
    let items: [AuditItem]
  }

  static let schema = Schema<AuditView>([
    .record("头", HeadView.schema) { $0.head },
    .list("合计", countSchema) { view in
      AuditItem.Verdict.allCases.compactMap { verdict in view.audit.map { Count(verdict: verdict, of: $0) } }
    },
    .list("组", groupSchema) { view in
      AuditRule.Basis.allCases.compactMap { basis in
        view.audit.map { Group(title: basis.title, items: inOrderOfUrgency($0.items(of: basis))) }
      }
    },
  ])

  /// What is to be done comes first.
  private static func inOrderOfUrgency(_ items: [AuditItem]) -> [AuditItem] {
    [AuditItem.Verdict.failed, .unchecked, .passed].flatMap { verdict in items.filter { $0.verdict == verdict } }
  }

  private struct Count: Sendable {
    let verdict: AuditItem.Verdict
    let count: Int

    init(verdict: AuditItem.Verdict, of audit: Audit) {
      self.verdict = verdict
      count = audit.count(of: verdict)
    }
  }

  private static let countSchema = Schema<Count>([.text("结论") { $0.verdict.rawValue }, .number("项数") { $0.count }])
  private static let groupSchema = Schema<Group>([.text("名称") { $0.title }, .list("项", itemSchema) { $0.items }])

  private static let itemSchema = Schema<AuditItem>([
    .text("结论") { $0.verdict.rawValue }, .text("代号") { $0.verdict.code }, .text("要求") { $0.rule.demand },
    .text("依据") { $0.rule.clause }, .text("看了") { $0.looked }, .texts("所见") { $0.places },
    .number("处数") { $0.count }, .text("办法") { $0.verdict == .passed ? "" : $0.rule.advice },
  ])
}
