import Disclosure
import Templates

/// 统计, 去年: the figures that a report's or bulletin's text may show, of its 统计范围.
enum NarrativeFigures {
  /// A count, and the word by which such things are counted.
  struct Count: Sendable {
    let name: String
    let measure: String
    let value: @Sendable (Statistics) -> Int

    init(_ name: String, by measure: String = "件", _ value: @escaping @Sendable (Statistics) -> Int) {
      self.name = name
      self.measure = measure
      self.value = value
    }
  }

  static let counts =
    [Count("总数") { $0.total }, Count("件数") { $0.proposals }]
    + Role.allCases.map { role in Count(role.rawValue) { $0.count(of: role) } }
    + [
      Count("应答复") { $0.answering },
      Count("已答复") { $0.answered.n }, Count("未答复") { $0.answered.d - $0.answered.n },
      Count("单位数", by: "个") { $0.units }, Count("连续多年") { $0.repeated },
      Count("采纳条数", by: "条") { $0.adoptedPoints }, Count("未定类别") { $0.unclassified },
    ]

  static let schema = Schema<Statistics>(
    counts.map { count in .number(count.name) { count.value($0) } }
      + Rate.allCases.map { rate in .record(rate.name, Ratio.schema) { $0[rate] } }
      + [
        .list("类别", classSchema) { $0.results.flatMap(\.classes) },
        .text("占比说明") { $0.results.compactMap(\.roundingNote).joined(separator: "；") },
        .record("满意度", feedbackSchema) { $0.feedback },
        .record("初次满意度", feedbackSchema) { $0.firstFeedback },
        .record("公开", disclosureSchema) { $0.disclosure },
        .record("答复用时", daysSchema) { $0.replyDays },
        .list("承办方式", partSchema) { figures in
          Role.allCases.flatMap { figures.byRoleLabel[$0]?.parts ?? [] }
        },
        .list("内容分类", partSchema) { $0.byCategory.parts },
        .list("主题", partSchema) { $0.byTopic.parts },
        .list("重点类别", keyTypeSchema) { figures in
          figures.byKeyType.parts.map { KeyType(part: $0, answering: figures.answeringByKeyType[$0.label]) }
        },
        .list("采纳情况", partSchema) { $0.byAdoption.parts },
        .list("转化", partSchema) { $0.byConversion.parts },
      ])

  // MARK: - Parts

  fileprivate struct ClassShare: Sendable {
    let scheme: AnswerScheme
    let result: AnswerScheme.ResultClass
    let count: Int
    let share: Ratio
  }

  private struct KeyType: Sendable {
    let part: Breakdown.Part
    let answering: Int
  }

  private static let classSchema = Schema<ClassShare>([
    .text("方案") { $0.scheme.name },
    .text("代码") { $0.result.code },
    .text("名称") { $0.result.label },
    .text("含义") { $0.result.meaning },
    .number("件数") { $0.count },
    .record("占比", Ratio.schema) { $0.share },
  ])

  private static let feedbackSchema = Schema<Feedback>([
    .number("满意") { $0.satisfied },
    .number("基本满意") { $0.basicallySatisfied },
    .number("不满意") { $0.dissatisfied },
    .number("未反馈") { $0.noFeedback },
    .number("反馈") { $0.given },
    .record("满意率", Ratio.schema) { $0.rate },
    .record("仅满意率", Ratio.schema) { $0.fullRate },
  ])

  private static let disclosureSchema = Schema<DisclosureCounts>([
    .number("已公开") { $0.open },
    .number("依申请公开") { $0.onRequest },
    .number("不予公开") { $0.closed },
    .number("未审查") { $0.unreviewed },
    .number("待公开") { $0.pending },
  ])

  private static let daysSchema = Schema<ReplyDays>([
    .number("件数") { $0.count },
    .text("中位数") { $0.median ?? "—" },
    .text("九成") { $0.ninetiethPercentile.map(String.init) ?? "—" },
  ])

  private static let partSchema = Schema<Breakdown.Part>([.text("名称") { $0.label }, .number("件数") { $0.count }])

  private static let keyTypeSchema = Schema<KeyType>([
    .text("名称") { $0.part.label }, .number("件数") { $0.part.count }, .number("应答复") { $0.answering },
  ])
}

extension ResultCounts {
  fileprivate var classes: [NarrativeFigures.ClassShare] {
    scheme.classes.indices.map {
      .init(scheme: scheme, result: scheme.classes[$0], count: counts[$0], share: shares[$0])
    }
  }
}
