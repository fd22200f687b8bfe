import Disclosure

/// 重点页, 转化页: a year's key items, or what came of its adopted points. Only published replies are named; the figures
/// count all.
struct ShowcaseView: Sendable {
  let showcase: Showcase
  let year: Int
  let pageNumber: Int
  let source: FigureSource

  private var statistics: Statistics { source.statistics(Statistics.Scope(year: year)) ?? Statistics() }

  private var paging: Paging { source.showcases.paging(showcase, in: year) }

  /// One group on this page.
  struct Group: Sendable {
    let name: String
    var lines: [Line]
  }

  struct Line: Sendable {
    let item: PublishedColumn.Item
    let answer: Published<Assignment>
  }

  /// A 重点类别 with all its rows, published or not.
  struct KeyType: Sendable {
    let bar: Bar
    let answering: Int
    let published: Int
  }

  static let keySchema = Schema<ShowcaseView>(
    shared + [.list("类别", keyTypeSchema) { $0.keyTypes }, .list("组", groupSchema) { $0.groups }])

  static let adoptionSchema = Schema<ShowcaseView>(
    shared + [
      .record("转化率", Ratio.schema) { $0.statistics.converted },
      .number("采纳条数") { $0.statistics.adoptedPoints },
      .list("形式", Bar.schema) { $0.statistics.byConversion.bars(of: $0.statistics.total) },
      .list("采纳情况", Bar.schema) { view in
        let adoption = view.statistics.byAdoption
        return adoption.bars(of: adoption.parts.reduce(0) { $0 + $1.count })
      },
      .list("组", groupSchema) { $0.groups },
    ])

  private static var shared: [Schema<ShowcaseView>.Field] {
    [
      .number("年份") { $0.year },
      .number("公开件数") { $0.source.showcases.count($0.showcase, in: $0.year) },
      .list("年份项", EntranceLink.schema) { $0.yearLinks },
      .record("分页", Pagination.schema) { Pagination(paging: $0.paging, current: $0.pageNumber) },
    ]
  }

  private static let keyTypeSchema = Schema<KeyType>([
    .text("名称") { $0.bar.name }, .number("件数") { $0.bar.share.n }, .number("应答复") { $0.answering },
    .number("公开") { $0.published },
  ])

  private static let groupSchema = Schema<Group>([.text("名称") { $0.name }, .list("行", lineSchema) { $0.lines }])

  private static let lineSchema = Schema<Line>([
    .text("编号") { $0.item.proposal.key.number },
    .text("标题") { $0.item.proposal.title },
    .text("类型") { $0.item.proposal.key.kind.rawValue },
    .text("届次") { $0.item.proposal.key.session.name },
    .text("单位") { $0.answer.unit.name },
    .text("领办领导") { $0.answer.leader },
    .text("类别代码") { $0.answer.currentResult?.code ?? "" },
    .text("类别名称") { $0.answer.currentResult?.label ?? "" },
    .text("答复日期") { $0.answer.lastReply?.description ?? "" },
    .text("成果") { $0.answer.outcome },
    .number("采纳条数") { $0.answer.adoptedPoints ?? 0 },
    .text("跟踪结果") { $0.answer.followUp },
    .text("地址") { $0.item.proposal.key.address },
  ])

  private var keyTypes: [KeyType] {
    statistics.byKeyType.bars(of: statistics.total).map { bar in
      KeyType(
        bar: bar, answering: statistics.answeringByKeyType[bar.name],
        published: source.showcases.count(of: bar.name, showcase, in: year))
    }
  }

  private var groups: [Group] {
    var groups: [Group] = []
    for line in source.showcases.lines(showcase, in: year)[paging.lines(of: pageNumber)] {
      let item = source.column.items[line.item]
      let made = Line(item: item, answer: item.answers[line.answer])
      if let last = groups.last, last.name == line.group {
        groups[groups.count - 1].lines.append(made)
      } else {
        groups.append(Group(name: line.group, lines: [made]))
      }
    }
    return groups
  }

  private var yearLinks: [EntranceLink] {
    source.years.filter { !source.showcases.lines(showcase, in: $0).isEmpty }.map { year in
      EntranceLink(
        name: "\(year) 年", address: showcase.address(year: year),
        count: source.showcases.count(showcase, in: year), isCurrent: year == self.year)
    }
  }
}
