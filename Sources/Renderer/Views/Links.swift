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

/// 分页: where a page stands among the pages of its list.
struct Pagination: Sendable {
  struct Page: Sendable {
    let number: Int
    let address: String
    let isCurrent: Bool
    /// Pages are left out before this one.
    let followsGap: Bool
  }

  let current: Int
  let count: Int
  let total: Int
  let pageSize: Int
  let address: @Sendable (Int) -> String

  /// The first, the last, and those around the current one.
  private var pages: [Page] {
    let shown = [1, count].filter { $0 >= 1 } + (max(1, current - 2)...min(count, current + 2))
    let numbers = Set(shown).sorted()
    return numbers.enumerated().map { index, number in
      Page(
        number: number, address: address(number), isCurrent: number == current,
        followsGap: index > 0 && numbers[index - 1] != number - 1)
    }
  }

  static let schema = Schema<Pagination>([
    .number("当前") { $0.current },
    .number("总页数") { $0.count },
    .text("上一页") { $0.current > 1 ? $0.address($0.current - 1) : "" },
    .text("下一页") { $0.current < $0.count ? $0.address($0.current + 1) : "" },
    .number("首条") { ($0.current - 1) * $0.pageSize + 1 },
    .number("末条") { min($0.current * $0.pageSize, $0.total) },
    .list("页", pageSchema) { $0.pages },
  ])

  private static let pageSchema = Schema<Page>([
    .number("页码") { $0.number }, .text("地址") { $0.address }, .truth("当前") { $0.isCurrent },
    .truth("省略") { $0.followsGap },
  ])
}
