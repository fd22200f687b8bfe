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
