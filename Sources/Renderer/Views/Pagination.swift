/// 分页: where a page stands among the pages of its list.
struct Pagination: Sendable {
  let paging: Paging
  let current: Int

  private struct Page: Sendable {
    let number: Int
    let address: String
    let isCurrent: Bool
    /// Pages are left out before this one.
    let followsGap: Bool
  }

  /// The first, the last, and those around the current one.
  private var pages: [Page] {
    let last = paging.pageCount
    let numbers = Set([1, last] + (max(1, current - 2)...min(last, current + 2))).sorted()
    return numbers.enumerated().map { index, number in
      Page(
        number: number, address: paging.address(of: number), isCurrent: number == current,
        followsGap: index > 0 && numbers[index - 1] != number - 1)
    }
  }

  static let schema = Schema<Pagination>([
    .number("当前") { $0.current },
    .number("总页数") { $0.paging.pageCount },
    .text("上一页") { $0.current > 1 ? $0.paging.address(of: $0.current - 1) : "" },
    .text("下一页") { $0.current < $0.paging.pageCount ? $0.paging.address(of: $0.current + 1) : "" },
    .number("首条") { $0.paging.lines(of: $0.current).lowerBound + 1 },
    .number("末条") { $0.paging.lines(of: $0.current).upperBound },
    .list("页", pageSchema) { $0.pages },
  ])

  private static let pageSchema = Schema<Page>([
    .number("页码") { $0.number }, .text("地址") { $0.address }, .truth("当前") { $0.isCurrent },
    .truth("省略") { $0.followsGap },
  ])
}
