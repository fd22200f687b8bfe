import Disclosure

/// 说明: how to read the column: result classes and terms.
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

  private struct Term: Sendable {
    let name: String
    let meaning: String
  }

  static let schema = Schema<GuideView>([
    .list("方案", schemeSchema) { guide in
      guide.column.column.schemes.enumerated().map { Scheme(scheme: $1, position: $0, guide: guide) }
    },
    .list("术语", termSchema) { _ in terms },
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
    .text("地址") { $0.count > 0 ? $0.scope.address() : "" },
  ])

  private static let termSchema = Schema<Term>([.text("名称") { $0.name }, .text("解释") { $0.meaning }])

  private func classes(of scheme: AnswerScheme, at position: Int) -> [Class] {
    let faceting = Faceting(column.column)
    return scheme.classes.map { result in
      let scope = ListScope(faceting.result(result, inScheme: position))
      return Class(result: result, scope: scope, count: lists.count(scope))
    }
  }

  private static let terms = [
    Term(name: "人大代表建议", meaning: "人大代表对政府等机关的工作提出的建议、批评和意见。承办单位应当研究办理，并答复代表。"),
    Term(name: "政协提案", meaning: "政协委员、参加政协的党派和团体、专门委员会等向政协提出，经审查立案后交有关单位办理的书面意见。"),
    Term(name: "议案转建议", meaning: "代表联名提出的议案，经审议决定作为建议交有关单位办理的。"),
    Term(name: "办理件", meaning: "一件建议或提案交给一个单位办理，就是一个办理件。分给几个单位办理的，算几个办理件。"),
    Term(name: "单独办理", meaning: "由一个单位办理并答复，也叫独办。"),
    Term(name: "主办", meaning: "由一个单位牵头，听取会办单位的意见后统一答复。"),
    Term(name: "分办", meaning: "由几个单位各自就职责内的部分办理，分别答复。"),
    Term(name: "会办", meaning: "把意见书面送给主办单位，不直接答复提出人，有的地方叫协办、汇办。"),
    Term(name: "参阅", meaning: "送给有关单位在工作中参考，不需要答复。"),
    Term(name: "再次答复", meaning: "提出人对办理情况不满意的，承办单位重新办理以后再作的答复。"),
    Term(name: "依申请公开", meaning: "不在网上主动公开，公民、法人和其他组织可以依法申请获取。"),
  ]
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
