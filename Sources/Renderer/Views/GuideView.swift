import Disclosure

/// 说明: how to read the column: its result classes, and where everything is; the terms stand in the templates.
struct GuideView: Sendable {
  static let address = "shuoming.html"

  let column: PublishedColumn
  let lists: ListIndex

  private struct Scheme: Sendable {
    let scheme: AnswerScheme
    let position: Int
    let guide: GuideView
  }

  private struct Class: Sendable {
    let result: AnswerScheme.ResultClass
    let scope: ListScope
    let count: Int
  }

  static let schema = Schema<GuideView>([
    .list("方案", schemeSchema) { guide in
      guide.column.column.schemes.enumerated().map { Scheme(scheme: $1, position: $0, guide: guide) }
    },
    .list("其他入口", NamedLink.schema) { $0.otherEntrances },
  ])

  private static let schemeSchema = Schema<Scheme>([
    .text("名称") { $0.scheme.name },
    .text("适用") { $0.scheme.validity },
    .list("类别", classSchema) { $0.guide.classes(of: $0.scheme, at: $0.position) },
  ])

  private static let classSchema = Schema<Class>([
    .text("代码") { $0.result.code },
    .text("名称") { $0.result.label },
    .text("含义") { $0.result.meaning },
    .number("件数") { $0.count },
    .text("地址") { $0.count > 0 ? $0.scope.address : "" },
  ])

  /// What the navigation has no room for.
  private var otherEntrances: [NamedLink] {
    let known = Navigation.facets.map(\.key)
    return lists.facetsWithEntrances.filter { !known.contains($0) }.map(EntrancesView.link)
      + [NamedLink(name: "检索", address: SearchView.address)]
  }

  private func classes(of scheme: AnswerScheme, at position: Int) -> [Class] {
    let faceting = Faceting(column.column)
    return scheme.classes.map { result in
      let scope = ListScope(faceting.result(result, inScheme: position))
      return Class(result: result, scope: scope, count: lists.count(scope))
    }
  }
}

extension AnswerScheme {
  /// `2023 年起，建议、提案`
  fileprivate var validity: String {
    let open = AnswerScheme.allYears
    let time =
      switch (years.lowerBound == open.lowerBound, years.upperBound == open.upperBound) {
      case (true, true): "各年"
      case (false, true): "\(years.lowerBound) 年起"
      case (true, false): "\(years.upperBound) 年及以前"
      case (false, false): years.count == 1 ? "\(years.lowerBound) 年" : "\(years.lowerBound)—\(years.upperBound) 年"
      }
    return time + "，" + (kinds.isEmpty ? "各类" : kinds.map(\.rawValue).joined(separator: "、"))
  }
}
