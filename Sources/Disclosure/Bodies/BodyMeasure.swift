/// A count of a column that may stand beside that of another: its name on pages, and where `data/statistics.json` has it.
package struct BodyMeasure: Sendable {
  package let name: String
  /// The keys that lead to it; the first is one of `Statistics.fields`.
  package let path: [String]

  private init(_ name: String, _ path: String...) {
    self.name = name
    self.path = path
  }

  /// Counts of rows (办理件), each of which is in the hands of one unit: those of several bodies may be added. Proposals,
  /// units and days are not among them: a proposal that several bodies handle would count several times.
  package static let counts =
    [BodyMeasure("总数", "total")] + Role.allCases.map { BodyMeasure($0.rawValue, "byRole", $0.code) } + [
      BodyMeasure("应答复", "answering"), BodyMeasure("已答复", "answered"), BodyMeasure("未定类别", "unclassified"),
      BodyMeasure("满意", "satisfaction", "satisfied"),
      BodyMeasure("基本满意", "satisfaction", "basicallySatisfied"),
      BodyMeasure("不满意", "satisfaction", "dissatisfied"), BodyMeasure("未反馈", "satisfaction", "noFeedback"),
      BodyMeasure("已公开", "disclosure", "public"), BodyMeasure("待公开", "disclosure", "pending"),
      BodyMeasure("依申请公开", "disclosure", "onRequest"), BodyMeasure("不予公开", "disclosure", "withheld"),
      BodyMeasure("未审查", "disclosure", "unreviewed"),
      BodyMeasure("连续多年", "repeated"), BodyMeasure("采纳条数", "adopted", "points"),
    ]

  /// Of several bodies n and d are added, never the percentages.
  package static let rates = Rate.allCases

  /// What two columns must mean the same by, before their figures stand side by side.
  package static let definedFields: Set<String> = Set(
    counts.map { $0.path[0] } + rates.map { $0.path[0] } + otherFields)

  private static let otherFields = ["scope", "asOf", "proposals", "byResult", "replyDays"]
}
