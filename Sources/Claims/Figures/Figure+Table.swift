import Disclosure

/// The table of statistics that narratives speak of.
///
/// To teach the check a further phrase, add its word to a row; to teach it a figure, add a row.
extension Figure {
  static let table = [
    // MARK: Totals
    Figure(
      words: ["办理", "承接", "收到", "接到", "接收", "交办", "分派", "立案"], units: [.items], position: .tally,
      readings: [total, proposals]),
    // In the narrow sense 承办 is a class of its own.
    Figure(words: ["承办"], units: [.items], position: .tally, readings: [total, proposals, role(.sole), answering]),
    Figure(words: ["建议总数", "提案总数", "承办总数", "办理总数", "承办件数", "办件总数"], units: [.items], readings: [total, proposals]),
    Figure(words: ["应答复", "应当答复", "需答复", "须答复"], units: [.items], readings: [answering]),
    Figure(
      words: ["承办单位", "承办部门", "单位承办", "单位办理", "部门承办", "部门办理", "单位具体承办"], units: [.pieces],
      readings: [.count("承办单位数", recorded: { $0.units > 1 }, { $0.units }, rows: { _ in false })]),

    // MARK: Handling
    Figure(words: ["答复", "办复", "办结", "办理完毕"], units: [.items], position: .plain, readings: [answered, settled]),
    Figure(
      words: ["未答复", "尚未答复", "未办结", "尚未办结", "未办复", "正在办理", "办理中"], units: [.items],
      readings: [.count("未答复", { $0.answered.d - $0.answered.n }, rows: { $0.answers && !$0.isAnswered })]),
    Figure(
      words: ["按时办结", "按时答复", "按期答复", "按时办复", "按期办结", "按时办理"], units: [.items],
      readings: [
        .count("按时答复", recorded: hasLimits, { $0.onTime.n }, rows: { $0.isAnswered && !$0.isLate }),
        .count(
          "已答复且未逾期", recorded: hasLimits, { $0.answered.n - $0.onTime.d + $0.onTime.n },
          rows: { $0.isAnswered && !$0.isLate }),
      ]),
    Figure(
      words: ["逾期", "逾期答复", "超期", "超期答复", "未按时答复", "超时答复"], units: [.items],
      readings: [.count("逾期", recorded: hasLimits, { $0.onTime.d - $0.onTime.n }, rows: \.isLate)]),
    Figure(
      words: ["按时送达", "按时函复", "按时提交", "按期送达", "按时反馈主办单位"], units: [.items],
      readings: [
        .count("按时送达会办意见", recorded: { $0.assistOnTime.n > 0 }, { $0.assistOnTime.n }, rows: \.isAssistOnTime)
      ]),
    Figure(
      words: ["见面", "已见面", "见面沟通", "当面沟通", "面商"], units: [.items],
      readings: [.count("已见面", recorded: hasMeetings, { $0.met.n }, rows: \.isMet)]),
    Figure(
      words: ["无需见面", "无须见面", "不需见面", "不必见面"], units: [.items],
      readings: [.count("无需见面", recorded: hasMeetings, { $0.metOrWaived.n - $0.met.n }, rows: \.isWaived)]),

    // MARK: Feedback
    Figure(
      words: ["满意", "满意评价", "表示满意", "非常满意"], units: [.items],
      readings: [
        .count(
          "满意", recorded: hasFeedback, { $0.feedback.satisfied },
          rows: { $0.isKnown && $0.row.satisfaction == .satisfied }),
        firstSatisfied,
      ]),
    Figure(words: ["初次满意", "首次满意"], units: [.items], readings: [firstSatisfied]),
    Figure(
      words: ["基本满意"], units: [.items],
      readings: [
        .count(
          "基本满意", recorded: hasFeedback, { $0.feedback.basicallySatisfied },
          rows: { $0.isKnown && $0.row.satisfaction == .basicallySatisfied })
      ]),
    Figure(
      words: ["满意和基本满意", "满意及基本满意", "满意或基本满意", "满意、基本满意"], units: [.items],
      readings: [
        .count(
          "满意和基本满意", recorded: hasFeedback, { $0.feedback.satisfied + $0.feedback.basicallySatisfied },
          rows: { $0.isKnown && [.satisfied, .basicallySatisfied].contains($0.row.satisfaction) })
      ]),
    Figure(
      words: ["不满意", "表示不满意"], units: [.items],
      readings: [
        .count(
          "不满意", recorded: hasFeedback, { $0.feedback.dissatisfied },
          rows: { $0.isKnown && $0.row.satisfaction == .dissatisfied }),
        .count(
          "初次不满意", recorded: hasFeedback, { $0.firstFeedback.dissatisfied },
          rows: { $0.isKnown && ($0.row.firstSatisfaction ?? $0.row.satisfaction) == .dissatisfied }),
      ]),
    Figure(
      words: ["未反馈", "尚未反馈", "未表态"], units: [.items],
      readings: [
        .count(
          "未反馈", recorded: hasFeedback, { $0.feedback.noFeedback },
          rows: { $0.answers && [.noFeedback, nil].contains($0.isKnown ? $0.row.satisfaction : nil) })
      ]),

    // MARK: Disclosure
    Figure(
      words: ["公开", "主动公开", "公开件数", "网上公开", "上网公开", "向社会公开"], units: [.items],
      readings: [
        .count("公开", { $0.disclosure.open }, rows: \.isOpen),
        .count(
          "主动公开（含未到公开日期的）", { $0.disclosure.open + $0.disclosure.pending },
          rows: { $0.answers && $0.row.disclosure == .open }),
      ]),
    Figure(
      words: ["全文公开"], units: [.items],
      readings: [.count("全文公开", { $0.fullText.n }, rows: { $0.isOpen && $0.row.form == .fullText })]),
    Figure(
      words: ["摘要公开"], units: [.items],
      readings: [.count("摘要公开", { $0.fullText.d - $0.fullText.n }, rows: { $0.isOpen && $0.row.form == .summary })]),
    Figure(
      words: ["依申请公开"], units: [.items],
      readings: [.count("依申请公开", { $0.disclosure.onRequest }, rows: { $0.answers && $0.row.disclosure == .onRequest })]),
    Figure(
      words: ["不予公开", "不公开", "未公开"], units: [.items],
      readings: [
        .count("不予公开", { $0.disclosure.closed }, rows: { $0.answers && $0.row.disclosure == .closed }),
        .count("未公开", { $0.answering - $0.disclosure.open }, rows: { $0.answers && !$0.isOpen }),
        .count("已答复而未公开", { $0.answered.n - $0.disclosure.open }, rows: { $0.isAnswered && !$0.isOpen }),
      ]),

    // MARK: Follow-up
    Figure(
      words: ["连续多年", "连续两年以上", "多年连续"], units: [.items],
      readings: [.count("连续多年", recorded: { $0.repeated > 0 }, { $0.repeated }, rows: \.proposal.isRepeated)]),
    Figure(
      words: ["转化", "成果转化", "转化为", "转化成"], units: [.items],
      readings: [converted]),
    Figure(
      words: ["采纳", "吸纳", "写入", "采纳建议", "采纳意见", "采纳意见建议"], units: [.points],
      readings: [
        .count(
          "采纳条数", recorded: { $0.adoptedPoints > 0 }, { $0.adoptedPoints }, rows: { ($0.row.adoptedPoints ?? 0) > 0 })
      ]),
    Figure(
      words: ["采纳", "吸纳"], units: [.items],
      readings: [adopted("采纳", ["采纳"]), adopted("采纳和部分采纳", ["采纳", "部分采纳"])]),

    // MARK: Rates
    Figure(
      words: ["答复率", "办复率", "办结率", "回复率", "办理答复率", "办结答复率"], units: [.percent],
      readings: [
        .rate(.answered, misses: { $0.answers && !$0.isAnswered }),
        .rate("办结率（含会办、参阅件）", { Ratio($0.settled, of: $0.total) }, misses: { $0.answers && !$0.isAnswered }),
      ]),
    Figure(
      words: ["按时率", "按时办结率", "按时答复率", "按时办复率", "按期办结率", "按期答复率", "按期办复率", "及时办结率"], units: [.percent],
      readings: [
        .rate(.onTime, misses: \.isLate), assistOnTime,
        .rate(
          "按时率（含会办件）",
          recorded: { $0.assistOnTime.n > 0 },
          { Ratio($0.onTime.n + $0.assistOnTime.n, of: $0.onTime.d + $0.assistOnTime.d) }, misses: \.isLate),
      ]),
    Figure(
      words: ["会办按时率", "会办意见按时率", "会办按时送达率", "会办意见按时送达率"], units: [.percent],
      readings: [assistOnTime]),
    // 代表提出无需见面 counts as a meeting or not.
    Figure(
      words: ["见面率", "面商率", "见面沟通率", "沟通见面率", "面复率"], units: [.percent],
      readings: [
        .rate(.met, recorded: hasMeetings, misses: { $0.answers && !$0.isMet }),
        .rate("见面率（含无需见面）", recorded: hasMeetings, \.metOrWaived, misses: { $0.answers && !$0.isMet && !$0.isWaived }),
      ]),
    Figure(
      words: ["沟通率", "沟通联系率", "联系率", "联系沟通率"], units: [.percent],
      readings: [
        .rate(.contacted, recorded: { $0.contacted.n > 0 }, misses: { $0.answers && !$0.isContacted }),
        .rate("见面率（含无需见面）", recorded: hasMeetings, \.metOrWaived, misses: { $0.answers && !$0.isMet && !$0.isWaived }),
      ]),
    Figure(
      words: ["满意率", "满意度", "满意和基本满意率", "满意及基本满意率", "满意率和基本满意率", "满意率、基本满意率"], units: [.percent],
      readings: [
        .rate(.satisfied, misses: { $0.isKnown && $0.row.satisfaction == .dissatisfied }),
        .rate(
          "“满意”一项的比率", { $0.feedback.fullRate },
          misses: { $0.isKnown && [.basicallySatisfied, .dissatisfied].contains($0.row.satisfaction) }),
      ]),
    Figure(
      words: ["初次满意率", "首次满意率", "初次办理满意率"], units: [.percent],
      readings: [
        .rate(
          .satisfiedAtFirst,
          misses: { $0.isKnown && ($0.row.firstSatisfaction ?? $0.row.satisfaction) == .dissatisfied })
      ]),
    Figure(
      words: ["基本满意率"], units: [.percent],
      readings: [
        .rate("基本满意率", { Ratio($0.feedback.basicallySatisfied, of: $0.feedback.given) }, misses: { _ in false })
      ]),
    Figure(
      words: ["不满意率"], units: [.percent],
      readings: [.rate("不满意率", { Ratio($0.feedback.dissatisfied, of: $0.feedback.given) }, misses: { _ in false })]),
    Figure(
      words: ["解决率", "办成率"], units: [.percent],
      readings: [.rate(.solved, misses: { $0.isKnown && $0.row.resultClass.map { !$0.solved } ?? false })]),
    Figure(
      words: ["公开率", "答复公开率", "主动公开率"], units: [.percent],
      readings: [
        .rate(.disclosed, misses: { $0.isAnswered && !$0.isOpen }),
        .rate("公开占应答复件的比率", { Ratio($0.disclosure.open, of: $0.answering) }, misses: { $0.answers && !$0.isOpen }),
        .rate("公开占全部办理件的比率", \.disclosedOfAll, misses: { !$0.isOpen }),
      ]),
    Figure(
      words: ["全文公开率"], units: [.percent],
      readings: [.rate(.fullText, misses: { $0.isOpen && $0.row.form == .summary })]),
    Figure(
      words: ["公开及时率", "按时公开率", "及时公开率"], units: [.percent],
      readings: [.rate(.publishedInTime, misses: { _ in false })]),
    Figure(
      words: ["转化率", "成果转化率"], units: [.percent],
      readings: [
        .rate(.converted, recorded: { $0.converted.n > 0 }, misses: { $0.row.conversions.isEmpty }),
        .rate(
          "转化占应答复件的比率", recorded: { $0.converted.n > 0 }, { Ratio($0.converted.n, of: $0.answering) },
          misses: { $0.answers && $0.row.conversions.isEmpty }),
      ]),
  ]

  // MARK: - Readings that several rows of the table share

  static let total = Reading.count("承办总数", whole: true, { $0.total }, rows: { _ in true })
  static let proposals = Reading.count("件数", whole: true, { $0.proposals }, rows: { _ in true })
  static let answering = Reading.count("应答复", whole: true, { $0.answering }, rows: \.answers)
  private static let answered = Reading.count("已答复", whole: true, { $0.answered.n }, rows: \.isAnswered)
  /// All rows but those that still owe a reply.
  private static let settled = Reading.count(
    "已办结（含会办、参阅件）", whole: true, { $0.settled }, rows: { !$0.answers || $0.isAnswered })
  private static let firstSatisfied = Reading.count(
    "初次满意", recorded: hasFeedback, { $0.firstFeedback.satisfied },
    rows: { $0.isKnown && ($0.row.firstSatisfaction ?? $0.row.satisfaction) == .satisfied })
  static let assistOnTime = Reading.rate(
    .assistOnTime, recorded: { $0.assistOnTime.n > 0 },
    misses: { $0.row.role == .assist && !$0.isAssistOnTime })
  private static let converted = Reading.count(
    "转化", recorded: { $0.converted.n > 0 }, { $0.converted.n }, rows: { !$0.row.conversions.isEmpty })

  static func role(_ role: Role) -> Reading {
    .count(role.rawValue, whole: role == .assist, { $0.count(of: role) }, rows: { $0.row.role == role })
  }

  private static func adopted(_ name: String, _ labels: Set<String>) -> Reading {
    .count(
      name, recorded: { !$0.byAdoption.isEmpty },
      { statistics in labels.reduce(0) { $0 + statistics.byAdoption[$1] } }, rows: { labels.contains($0.row.adoption) })
  }

  // MARK: - What a ledger records

  private static let hasLimits: @Sendable (Statistics) -> Bool = { $0.onTime.d > 0 }
  private static let hasMeetings: @Sendable (Statistics) -> Bool = { $0.metOrWaived.n > 0 }
  private static let hasFeedback: @Sendable (Statistics) -> Bool = { $0.feedback.given > 0 }
}

extension Statistics {
  /// Rows that owe nothing any more: 会办 and 参阅, and what has been answered.
  fileprivate var settled: Int { total - answered.d + answered.n }
}
