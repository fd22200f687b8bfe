extension Statistics {
  /// A member of the object that `json(of:asOf:)` gives.
  package struct Field: Sendable {
    package enum DataType: String, Sendable {
      case object, date, integer, array
    }

    package let name: String
    package let type: DataType
    package let title: String
    package let meaning: String

    init(_ rate: Rate, _ meaning: String) { self.init(rate.path[0], .object, rate.name, meaning) }

    init(_ name: String, _ type: DataType, _ title: String, _ meaning: String) {
      (self.name, self.type, self.title, self.meaning) = (name, type, title, meaning)
    }
  }

  /// The definitions in words. Figures of two columns may stand side by side where these are the same.
  package static let fields = [
    Field("scope", .object, "统计范围", "年份、类型、届次、承办单位；空的是全部"),
    Field("asOf", .date, "截至日期", "统计截至的日期"),
    Field("total", .integer, "总数", "办理件：一件建议或提案在一个单位手里算一件"),
    Field("proposals", .integer, "件数", "建议和提案的件数，分给几个单位的只算一件"),
    Field("byRole", .object, "承办方式", "单独办理 sole、主办 lead、分办 separate、会办 assist、参阅 reference 的办理件"),
    Field("byRoleLabel", .object, "承办方式的写法", "各种承办方式在台账里的写法和办理件数"),
    Field("answering", .integer, "应答复", "单独办理、主办、分办的办理件"),
    Field("answered", .integer, "已答复", "截至日期以前已经答复的应答复件"),
    Field(.answered, "已答复，占应答复件"),
    Field(.onTime, "在时限（延期的按延长后的时限）以内答复，占截至日期已到时限的应答复件"),
    Field(.extended, "延期件在延长的时限以内答复，占已到延长时限的延期件"),
    Field(.assistOnTime, "会办意见按时送达，占已送达或已到时限的会办件"),
    Field(.met, "已见面，占应答复件"),
    Field(.metOrWaived, "已见面或提出人提出无需见面，占应答复件"),
    Field(.contacted, "有过联系，占应答复件"),
    Field("byResult", .array, "答复类别", "各类别方案里各类的代码、名称、件数和占同一方案的百分比"),
    Field("unclassified", .integer, "未定类别", "没有定类别的应答复件"),
    Field(.solved, "属于已解决的类别，占定了类别的"),
    Field("satisfaction", .object, "满意度", "满意、基本满意、不满意、未反馈的件数；rate 是满意和基本满意占反馈了意见的，first 是初次反馈"),
    Field(
      "disclosure", .object, "公开",
      "应答复件的公开方式；rate 是已公开占已答复，rateOfAll 是占全部办理件，within20WorkingDays 是答复后 20 个工作日以内公开占已公开"),
    Field("replyDays", .object, "答复用时", "从交办到答复的天数：件数、中位数、九成数"),
    Field("units", .integer, "单位数", "承办单位的个数"),
    Field("byUnit", .object, "按单位", "各单位的办理件；没有公开答复、也不在单位名录里的合为“其他”"),
    Field("byCategory", .object, "按类别", "各类别的办理件"),
    Field("byTopic", .object, "按主题", "各主题的办理件，一件可以有几个主题"),
    Field("key", .object, "重点类别", "各重点类别的办理件，一件可以有几个"),
    Field("answeringKey", .object, "重点类别里的应答复件", "各重点类别的应答复件"),
    Field("repeated", .integer, "连续多年", "连续几年就同一内容提出的办理件"),
    Field("adopted", .object, "采纳和转化", "采纳情况、转化形式的办理件，转化率，写进文件的意见建议条数"),
  ]
}
