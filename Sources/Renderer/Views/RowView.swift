import Disclosure

/// 行: a published proposal in a list.
enum RowView {
  static let schema = Schema<PublishedColumn.Item>([
    .text("标题") { $0.proposal.title },
    .text("编号") { $0.proposal.key.number },
    .text("类型") { $0.proposal.key.kind.rawValue },
    .text("届次") { $0.proposal.key.session.name },
    .number("年份") { $0.proposal.year },
    .text("单位") { listed($0.answers.map { $0.unit.name }) },
    .text("类别代码") { $0.listedResult?.code ?? "" },
    .text("类别名称") { $0.listedResult?.label ?? "" },
    .text("提出人") { $0.proposal.proposer },
    .text("答复日期") { $0.lastReply.description },
    .text("公开日期") { $0.lastPublication?.description ?? "" },
    .text("地址") { $0.proposal.key.address },
    .text("主题") { listed($0.proposal.topics) },
  ])

  /// A name alone is kept as the text that it is.
  private static func listed(_ names: [String]) -> String {
    names.count == 1 ? names[0] : names.joined(separator: "、")
  }
}

extension PublishedColumn.Item {
  /// The class of its replies in one line; of units that differ, all their codes.
  var listedResult: (code: String, label: String)? {
    let results = answers.compactMap { $0.currentResult }
    guard let first = results.first else { return nil }
    if results.allSatisfy({ $0 == first }) {
      return (first.code, results.count == answers.count ? first.label : first.label + "（部分单位）")
    }
    return (results.map(\.code).uniqued.joined(separator: "、"), "各单位不同")
  }

  var fullNumber: String { proposal.key.fullNumber }
}

extension ProposalKey {
  /// `省十四届人大二次会议第0216号建议`
  var fullNumber: String { "\(session.name)第\(number)号\(kind.rawValue)" }

  /// The address of the data file beside its page.
  var dataAddress: String { address.dropLast("html".count) + "json" }
}
