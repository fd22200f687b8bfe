/// 导航: an entry of the column's navigation.
struct NavigationLink: Sendable {
  let name: String
  let address: String
  let isCurrent: Bool

  static let schema = Schema<NavigationLink>([
    .text("名称") { $0.name }, .text("地址") { $0.address }, .truth("当前") { $0.isCurrent },
  ])
}

/// 项: an entrance to a list, with the number of proposals behind it.
struct EntranceLink: Sendable {
  let name: String
  let address: String
  let count: Int
  var isCurrent = false
  var note = ""

  static let schema = Schema<EntranceLink>([
    .text("名称") { $0.name }, .text("地址") { $0.address }, .number("件数") { $0.count },
    .truth("当前") { $0.isCurrent }, .text("说明") { $0.note },
  ])
}

/// 入口, 分面: entrances of one facet, the most used ones where there are many.
struct EntranceGroup: Sendable {
  let name: String
  /// The page of all of them; empty where there is none.
  let address: String
  let links: [EntranceLink]
  /// How many there are, shown or not.
  let count: Int

  static let schema = Schema<EntranceGroup>([
    .text("名称") { $0.name }, .text("地址") { $0.address }, .list("项", EntranceLink.schema) { $0.links },
    .number("项数") { $0.count },
  ])
}

/// A name with an address, where that is all.
struct NamedLink: Sendable {
  let name: String
  let address: String

  static let schema = Schema<NamedLink>([.text("名称") { $0.name }, .text("地址") { $0.address }])
}
