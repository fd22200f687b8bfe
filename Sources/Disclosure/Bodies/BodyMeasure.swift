/// A figure of a column that may stand beside that of another: its name on pages, and where `data/statistics.json` has it.
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
  package static let counts = [
    BodyMeasure("总数", "total"),
    BodyMeasure("单独办理", "byRole", "sole"), BodyMeasure("主办", "byRole", "lead"),
    BodyMeasure("分办", "byRole", "separate"), BodyMeasure("会办", "byRole", "assist"),
    BodyMeasure("参阅", "byRole", "reference"),
    BodyMeasure("应答复", "answering"), BodyMeasure("已答复", "answered"), BodyMeasure("未定类别", "unclassified"),
    BodyMeasure("满意", "satisfaction", "satisfied"),
    BodyMeasure("基本满意", "satisfaction", "basicallySatisfied"),
    BodyMeasure("不满意", "satisfaction", "dissatisfied"), BodyMeasure("未反馈", "satisfaction", "noFeedback"),
    BodyMeasure("已公开", "disclosure", "public"), BodyMeasure("待公开", "disclosure", "pending"),
    BodyMeasure("依申请公开", "disclosure", "onRequest"), BodyMeasure("不予公开", "disclosure", "withheld"),
    BodyMeasure("未审查", "disclosure", "unreviewed"),
    BodyMeasure("连续多年", "repeated"), BodyMeasure("采纳条数", "adopted", "points"),
  ]

  /// Shares, n of d: of several bodies n and d are added, never the percentages.
  package static let rates = [
    BodyMeasure("答复率", "answeredRate"), BodyMeasure("按时率", "onTime"), BodyMeasure("延期按时率", "extended"),
    BodyMeasure("会办按时率", "assistOnTime"), BodyMeasure("见面率", "met"), BodyMeasure("见面或免见面率", "metOrWaived"),
    BodyMeasure("沟通率", "contacted"), BodyMeasure(solved, "solved"), BodyMeasure("满意率", "satisfaction", "rate"),
    BodyMeasure("初次满意率", "satisfaction", "first", "rate"), BodyMeasure("公开率", "disclosure", "rate"),
    BodyMeasure("占总数公开率", "disclosure", "rateOfAll"),
    BodyMeasure("公开及时率", "disclosure", "within20WorkingDays"), BodyMeasure("全文公开率", "disclosure", "fullText"),
    BodyMeasure("转化率", "adopted", "converted"),
  ]

  /// The one rate that is bound to a scheme of result classes.
  static let solved = "解决率"

  /// What two columns must mean the same by, before their figures stand side by side.
  package static let definedFields: Set<String> = Set((counts + rates).map { $0.path[0] } + otherFields)

  private static let otherFields = ["scope", "asOf", "proposals", "byResult", "replyDays"]
}
