import Diagnostics

extension Statistics {
  /// The object of `stats --format json` (manual: tongji), and what else the figures know. Every rate is
  /// `{"n", "d", "percent"}`.
  ///
  /// - Parameter yearBefore: the figures of the same scope a year earlier, if there are any.
  package func json(of scope: Scope, asOf: CalendarDate, yearBefore: Statistics? = nil) -> [(String, JSONValue)] {
    json(of: scope, asOf: asOf) + [("yearBefore", yearBefore.map { .object($0.figures) } ?? .text(nil))]
  }

  /// The same without the year before.
  package func json(of scope: Scope, asOf: CalendarDate) -> [(String, JSONValue)] {
    [("scope", .object(scope.json)), ("asOf", .text(asOf.description))] + figures
  }

  private var figures: [(String, JSONValue)] {
    func rate(_ rate: Rate) -> (String, JSONValue) { (rate.path.last ?? "", self[rate].json) }
    return [
      ("total", .number(total)), ("proposals", .number(proposals)),
      ("byRole", .object(Role.allCases.map { ($0.code, .number(count(of: $0))) })),
      ("byRoleLabel", .object(Role.allCases.compactMap { role in byRoleLabel[role].map { (role.code, $0.json) } })),
      ("answering", .number(answering)), ("answered", .number(answered.n)), rate(.answered), rate(.onTime),
      rate(.extended), rate(.assistOnTime), rate(.met), rate(.metOrWaived), rate(.contacted),
      ("byResult", .list(results.flatMap(\.json))), ("unclassified", .number(unclassified)), rate(.solved),
      ("satisfaction", .object(feedback.json + [("first", .object(firstFeedback.json))])),
      (
        "disclosure",
        .object(
          disclosure.json + [
            rate(.disclosed), rate(.disclosedOfAll), rate(.fullText), rate(.publishedInTime),
          ])
      ),
      ("replyDays", .object(replyDays.json)), ("units", .number(units)), ("byUnit", byUnit.json),
      ("byCategory", byCategory.json), ("byTopic", byTopic.json), ("key", byKeyType.json),
      ("answeringKey", answeringByKeyType.json),
      ("repeated", .number(repeated)),
      (
        "adopted",
        .object([
          ("byAdoption", byAdoption.json), ("byConversion", byConversion.json), rate(.converted),
          ("points", .number(adoptedPoints)),
        ])
      ),
    ]
  }
}

extension Statistics.Scope {
  fileprivate var json: [(String, JSONValue)] {
    [
      ("year", .number(year)), ("kind", .text(kind?.rawValue)), ("session", .text(session?.name)),
      ("unit", .text(unit?.name)),
    ]
  }
}

extension Ratio {
  fileprivate var json: JSONValue {
    .object([("n", .number(n)), ("d", .number(d)), ("percent", .decimal(percentNumber))])
  }
}

extension Breakdown {
  /// Label → rows, the most frequent first.
  fileprivate var json: JSONValue { .object(parts.map { ($0.label, .number($0.count)) }) }
}

extension ResultCounts {
  fileprivate var json: [JSONValue] {
    zip(scheme.classes, zip(counts, shares)).map { result, figures in
      .object([
        ("scheme", .text(scheme.name)), ("code", .text(result.code)), ("label", .text(result.label)),
        ("count", .number(figures.0)), ("share", .decimal(figures.1.percentNumber)),
      ])
    }
  }
}

extension Feedback {
  fileprivate var json: [(String, JSONValue)] {
    [
      ("satisfied", .number(satisfied)), ("basicallySatisfied", .number(basicallySatisfied)),
      ("dissatisfied", .number(dissatisfied)), ("noFeedback", .number(noFeedback)), ("rate", rate.json),
      ("fullRate", fullRate.json),
    ]
  }
}

extension DisclosureCounts {
  fileprivate var json: [(String, JSONValue)] {
    [
      ("public", .number(open)), ("onRequest", .number(onRequest)), ("withheld", .number(closed)),
      ("unreviewed", .number(unreviewed)), ("pending", .number(pending)),
    ]
  }
}

extension ReplyDays {
  fileprivate var json: [(String, JSONValue)] {
    [("count", .number(count)), ("median", .decimal(median)), ("p90", .number(ninetiethPercentile))]
  }
}
