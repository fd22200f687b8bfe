/// 导航: an entry of the column's navigation.
struct NavigationLink: Sendable {
  let name: String
  let address: String
  let isCurrent: Bool

  static let schema = Schema<NavigationLink>([
    .text("名称") { $0.name }, .text("地址") { $0.address }, .truth("当前") { $0.isCurrent },
  ])
}
