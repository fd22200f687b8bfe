/// 去处: where a former address leads.
struct RedirectTarget: Sendable {
  let title: String
  let address: String

  static let schema = Schema<RedirectTarget>([.text("标题") { $0.title }, .text("地址") { $0.address }])
}
