import Disclosure

/// The figures of a scope as a table with a line for each, for people and for spreadsheets.
package struct FigureTable: Sendable {
  package struct Line: Sendable {
    package let name: String
    /// The figure's path in the JSON of `Statistics`; no two lines have the same.
    package let code: String
    /// A number; of days it may have a half, of changes it has a sign.
    package let value: String
    /// What it is a part of.
    package let whole: Int?
    /// In per cent, with one decimal, without its sign.
    package let percent: String?
  }

  package struct Section: Sendable {
    package let name: String
    package let lines: [Line]
    /// What is to be said of the lines, such as that their shares do not make 100.0.
    package var note: String?
  }

  package let sections: [Section]

  /// - Parameters:
  ///   - yearBefore: the figures of the same scope a year earlier, if there are any.
  ///   - open: the proposals that still owe a reply.
  package init(_ figures: Statistics, yearBefore: Statistics?, open: [ProposalKey]) {
    let numbers = open.map { "第\($0.number)号" }.joined(separator: "、")
    sections =
      [
        Section(name: "总数", lines: Self.totals(figures, yearBefore)), Section(name: "承办方式", lines: Self.roles(figures)),
        Section(name: "办理进度", lines: Self.progress(figures), note: numbers.isEmpty ? nil : "还没有答复的：\(numbers)"),
        Section(name: "沟通", lines: Self.contact(figures)),
      ] + Self.results(figures)
      + [
        Self.feedback(figures), Section(name: "公开", lines: Self.disclosure(figures)),
        Section(name: "重点与连续多年", lines: Self.keys(figures)), Section(name: "采纳与转化", lines: Self.adoption(figures)),
        Section(name: "类别", lines: Self.lines(of: figures.byCategory, "byCategory")),
        Section(name: "主题", lines: Self.lines(of: figures.byTopic, "byTopic")),
        Section(name: "承办单位", lines: Self.lines(of: figures.byUnit, "byUnit")),
      ].filter { !$0.lines.isEmpty }
  }

  // MARK: - Lines

  private static func line(_ name: String, _ code: String, _ count: Int) -> Line {
    Line(name: name, code: code, value: String(count), whole: nil, percent: nil)
  }

  private static func line(_ name: String, _ code: String, _ ratio: Ratio) -> Line {
    Line(name: name, code: code, value: String(ratio.n), whole: ratio.d, percent: ratio.percentNumber)
  }

  private static func line(_ name: String, _ rate: Rate, of figures: Statistics) -> Line {
    line(name, rate.path.joined(separator: "."), figures[rate])
  }

  private static func lines(of breakdown: Breakdown, _ code: String) -> [Line] {
    breakdown.parts.map { line($0.label, "\(code).\($0.label)", $0.count) }
  }

  // MARK: - Sections

  private static func totals(_ figures: Statistics, _ yearBefore: Statistics?) -> [Line] {
    var lines = [
      line("承办总数", "total", figures.total), line("\(Kind.together)件数", "proposals", figures.proposals),
      line("应答复", "answering", figures.answering), line("承办单位数", "units", figures.units),
    ]
    if let before = yearBefore?.total {
      let change = figures.total - before
      let size = Ratio(abs(change), of: before).percentNumber
      lines += [
        line("上年承办总数", "yearBefore.total", before),
        Line(
          name: "比上年增减", code: "total-yearBefore.total", value: change > 0 ? "+\(change)" : String(change),
          whole: before, percent: size.map { (change > 0 ? "+" : change < 0 ? "-" : "") + $0 }),
      ]
    }
    return lines
  }

  /// Each role, with the place's own words for it where they differ.
  private static func roles(_ figures: Statistics) -> [Line] {
    Role.allCases.map { role in
      let labels = (figures.byRoleLabel[role]?.parts ?? []).filter { $0.label != role.rawValue }
      let words = labels.map { "\($0.label) \($0.count)" }.joined(separator: "、")
      return line(role.rawValue + (words.isEmpty ? "" : "（\(words)）"), "byRole.\(role.code)", figures.count(of: role))
    }
  }

  private static func progress(_ figures: Statistics) -> [Line] {
    let days = figures.replyDays
    return [
      line("已答复", .answered, of: figures), line("按时答复", .onTime, of: figures),
      line("其中经延期的", .extended, of: figures), line("会办意见按时送达", .assistOnTime, of: figures),
      line("有交办和答复日期的", "replyDays.count", days.count),
    ]
      + [
        ("答复用时中位数（天）", "replyDays.median", days.median),
        ("九成答复用时不超过（天）", "replyDays.p90", days.ninetiethPercentile.map(String.init)),
      ]
      .compactMap { name, code, days in days.map { Line(name: name, code: code, value: $0, whole: nil, percent: nil) } }
  }

  private static func contact(_ figures: Statistics) -> [Line] {
    [
      line("已见面", .met, of: figures), line("已见面或代表提出无需见面", .metOrWaived, of: figures),
      line("有过沟通", .contacted, of: figures),
    ]
  }

  /// A section for each scheme, since classes of two cannot be compared.
  private static func results(_ figures: Statistics) -> [Section] {
    let schemes = figures.results.map { results in
      let lines = zip(results.scheme.classes, results.shares).map { result, share in
        line(
          result.label == result.code ? result.code : "\(result.code) \(result.label)",
          "byResult.\(results.scheme.name).\(result.code)", share)
      }
      return Section(name: "答复类别（\(results.scheme.name)）", lines: lines, note: results.roundingNote)
    }
    return schemes + [
      Section(
        name: "答复类别汇总",
        lines: [line("未分类", "unclassified", figures.unclassified), line("解决", .solved, of: figures)])
    ]
  }

  private static func feedback(_ figures: Statistics) -> Section {
    let feedback = figures.feedback
    let shares = [feedback.satisfied, feedback.basicallySatisfied, feedback.dissatisfied].map {
      Ratio($0, of: feedback.given)
    }
    return Section(
      name: "满意度",
      lines: [
        line("满意", "satisfaction.satisfied", shares[0]),
        line("基本满意", "satisfaction.basicallySatisfied", shares[1]),
        line("不满意", "satisfaction.dissatisfied", shares[2]),
        line("未反馈", "satisfaction.noFeedback", feedback.noFeedback),
        line("满意和基本满意", .satisfied, of: figures),
        line("初次满意和基本满意", .satisfiedAtFirst, of: figures),
      ], note: shares.roundingNote)
  }

  private static func disclosure(_ figures: Statistics) -> [Line] {
    [
      line("主动公开（占已答复）", .disclosed, of: figures),
      line("主动公开（占承办总数）", .disclosedOfAll, of: figures),
      line("主动公开，尚未公开", "disclosure.pending", figures.disclosure.pending),
      line("依申请公开", "disclosure.onRequest", figures.disclosure.onRequest),
      line("不予公开", "disclosure.withheld", figures.disclosure.closed),
      line("未审查", "disclosure.unreviewed", figures.disclosure.unreviewed),
      line("全文公开", .fullText, of: figures),
      line("二十个工作日内公开", .publishedInTime, of: figures),
    ]
  }

  private static func keys(_ figures: Statistics) -> [Line] {
    lines(of: figures.byKeyType, "key") + [line("连续多年提出", "repeated", figures.repeated)]
  }

  private static func adoption(_ figures: Statistics) -> [Line] {
    lines(of: figures.byAdoption, "adopted.byAdoption") + lines(of: figures.byConversion, "adopted.byConversion") + [
      line("转化", .converted, of: figures), line("采纳条数", "adopted.points", figures.adoptedPoints),
    ]
  }
}
