import Disclosure

/// 登记: a page of a year's register of all handled items, as far as they may be named.
struct RegisterView: Sendable {
  struct Line: Sendable {
    let proposal: Published<Proposal>
    let assignment: Published<Assignment>
    let address: String

    /// The day of the newest reply, where it is not the first one.
    private var laterReply: CalendarDate? {
      guard let last = assignment.lastReply, let first = assignment.repliedOn, last > first else { return nil }
      return last
    }

    static let schema = Schema<Line>([
      .text("编号") { $0.proposal.key.number },
      .text("标题") { $0.proposal.title },
      .text("类型") { $0.proposal.key.kind.rawValue },
      .text("届次") { $0.proposal.key.session.name },
      .text("单位") { $0.assignment.unit.name },
      .text("承办方式") { $0.assignment.roleLabel },
      .text("类别代码") { $0.assignment.currentResult?.code ?? "" },
      .text("类别名称") { $0.assignment.currentResult?.label ?? "" },
      .text("答复日期") { $0.assignment.repliedOn?.description ?? "" },
      .text("用时") { $0.assignment.timing },
      .text("再次答复日期") { $0.laterReply?.description ?? "" },
      .text("地址") { $0.address },
    ])
  }

  let year: Int
  let pageNumber: Int
  /// All lines of the year.
  let lines: [Line]
  let figures: FigureSource

  private var column: PublishedColumn { figures.column }

  /// The address of a year's first page.
  static func address(year: Int) -> String { "dengji/\(year).html" }

  static func paging(of year: Int, lines: Int) -> Paging {
    Paging(count: lines, size: 200, address: address(year: year))
  }

  private var paging: Paging { Self.paging(of: year, lines: lines.count) }

  static let schema = Schema<RegisterView>([
    .number("年份") { $0.year },
    .number("总数") { $0.lines.count + $0.withheld },
    .number("公开数") { $0.answers },
    .number("会办数") { $0.lines.count - $0.answers },
    .number("未公开数") { $0.withheld },
    .list("状态", Bar.schema) { view in
      view.column.statistics[Statistics.Scope(year: view.year)]?.stateBars ?? []
    },
    .list("年份项", EntranceLink.schema) { view in
      view.figures.years.map { year in
        EntranceLink(
          name: "\(year) 年", address: address(year: year),
          count: view.column.statistics[Statistics.Scope(year: year)]?.total ?? 0, isCurrent: year == view.year)
      }
    },
    .list("行", Line.schema) { Array($0.lines[$0.paging.lines(of: $0.pageNumber)]) },
    .record("分页", Pagination.schema) { Pagination(paging: $0.paging, current: $0.pageNumber) },
    .list("未公开", reasonSchema) { $0.reasons },
    .list("未公开件", namedSchema) { view in view.column.namedWithheld.filter { $0.year == view.year } },
  ])

  /// How many lines are of replies, as 已公开 counts them.
  private var answers: Int { lines.count { $0.assignment.role.answers } }

  private var withheld: Int { reasons.reduce(0) { $0 + $1.count } }

  private struct Reason: Sendable {
    let name: String
    let count: Int
  }

  private var reasons: [Reason] {
    WithheldReason.publicClasses.compactMap { name in
      let count = Kind.allCases.reduce(0) { sum, kind in
        sum + (column.withheldCounts[PublishedColumn.WithheldGroup(kind: kind, year: year, publicClass: name)] ?? 0)
      }
      return count > 0 ? Reason(name: name, count: count) : nil
    }
  }

  private static let reasonSchema = Schema<Reason>([.text("理由") { $0.name }, .number("件数") { $0.count }])

  private static let namedSchema = Schema<PublishedColumn.NamedWithheld>([
    .text("编号") { $0.key.number }, .text("标题") { $0.title }, .text("类型") { $0.key.kind.rawValue },
    .text("理由") { $0.publicClass },
  ])
}

extension PublishedColumn {
  /// The register's lines by year, in the order of kind, session and number.
  var registerLines: [Int: [RegisterView.Line]] {
    var lines: [Int: [RegisterView.Line]] = [:]
    for item in items {
      lines[item.proposal.year, default: []] += (item.answers + item.assistance).map {
        RegisterView.Line(proposal: item.proposal, assignment: $0, address: item.proposal.key.address)
      }
    }
    for mention in mentions {
      lines[mention.proposal.year, default: []].append(
        RegisterView.Line(proposal: mention.proposal, assignment: mention.assignment, address: ""))
    }
    return lines.mapValues { lines in
      let ranks = lines.map { (proposal: ProposalKey.Rank($0.proposal.key), unit: $0.assignment.unit.code) }
      return lines.indices.sorted { left, right in
        let (left, right) = (ranks[left], ranks[right])
        return left.proposal == right.proposal ? left.unit < right.unit : left.proposal < right.proposal
      }.map { lines[$0] }
    }
  }
}
