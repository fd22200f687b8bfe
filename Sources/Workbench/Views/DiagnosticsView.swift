import Diagnostics
import Renderer

/// 检查结果: all diagnostics, errors first.
struct DiagnosticsView: Sendable {
  let head: HeadView
  let diagnostics: [Diagnostic]

  /// How many of each are shown.
  private static let limit = 500

  private struct Group: Sendable {
    let title: String
    let diagnostics: [Diagnostic]
  }

  private var groups: [Group] {
    [(Diagnostic.Severity.error, "错误"), (.warning, "警告")].map { severity, title in
      Group(title: title, diagnostics: diagnostics.filter { $0.severity == severity })
    }.filter { !$0.diagnostics.isEmpty }
  }

  static let schema = Schema<DiagnosticsView>([
    .record("头", HeadView.schema) { $0.head }, .list("组", groupSchema) { $0.groups },
  ])

  private static let groupSchema = Schema<Group>([
    .text("名称") { $0.title }, .number("件数") { $0.diagnostics.count },
    .text("未列") { group in
      let rest = group.diagnostics.count - limit
      return rest > 0 ? "只列出前 \(limit) 个，还有 \(rest) 个；改正以后再看，或运行 fuwen check。" : ""
    },
    .list("项", itemSchema) { Array($0.diagnostics.prefix(limit)) },
  ])

  private static let itemSchema = Schema<Diagnostic>([
    .text("位置") { $0.place.description }, .text("规则") { $0.rule }, .text("问题") { $0.message },
    .text("办法") { $0.hint ?? "" }, .text("原文") { $0.excerpt ?? "" },
    .text("经由") { $0.trail.map(\.description).joined(separator: "，") },
  ])
}
