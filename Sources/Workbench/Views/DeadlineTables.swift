import Audit
import Disclosure

/// 期限: what is overdue and what is due soon.
enum DeadlineTables {
  /// In days.
  static let near = 30

  static func sections(_ handling: Handling) -> [TableSection] {
    let limits = ["编号", "标题", "承办单位", "办理时限", "延期至"]
    func row(_ row: Handling.Row) -> [String] {
      [
        row.proposal.key.label, row.proposal.title, row.assignment.unit.name, row.assignment.dueOn?.description ?? "",
        row.assignment.extendedTo?.description ?? "",
      ]
    }
    func place(_ row: Handling.Row) -> String { row.assignment.origin.place.description }
    let asOf = handling.asOf
    return [
      TableSection(
        name: "overdue", title: "逾期没有答复", note: "马上催办；经同意延期的，填“延期至”。",
        columns: limits + ["逾期天数", "位置"],
        rows: handling.overdue.map { row($0) + ["\(asOf.days(since: $0.assignment.limit ?? asOf))", place($0)] }),
      TableSection(
        name: "due", title: "\(near) 天以内到期", note: "截至日期以后 \(near) 天以内要答复的。", columns: limits + ["还有天数", "位置"],
        rows: handling.due(within: near).map {
          row($0) + ["\(($0.assignment.limit ?? asOf).days(since: asOf))", place($0)]
        }),
      TableSection(
        name: "opinions", title: "会办意见逾期没有送达", note: "台账没有写时限的，从交办起算一个月。",
        columns: ["编号", "标题", "承办单位", "时限", "位置"],
        rows: handling.overdueOpinions.map {
          [
            $0.proposal.key.label, $0.proposal.title, $0.assignment.unit.name,
            $0.assignment.opinionLimit?.description ?? "", place($0),
          ]
        }),
      TableSection(
        name: "unpublished", title: "答复以后二十个工作日还没有公开",
        note: "《政府信息公开条例》第二十六条：二十个工作日以内公开。依申请公开、不予公开的不在内。",
        columns: ["编号", "标题", "承办单位", "答复日期", "工作日", "原因", "位置"],
        rows: handling.unpublished.map {
          [
            $0.proposal.key.label, $0.proposal.title, $0.assignment.unit.name,
            $0.assignment.repliedOn?.description ?? "",
            "\(handling.workingDaysSinceReply($0))", $0.reason?.rawValue ?? "", place($0),
          ]
        }),
      TableSection(
        name: "unlimited", title: "没有写办理时限，还没有答复", note: "填“办理时限”，才能提醒和统计。",
        columns: ["编号", "标题", "承办单位", "交办日期", "位置"],
        rows: handling.unlimited.map {
          [
            $0.proposal.key.label, $0.proposal.title, $0.assignment.unit.name,
            $0.assignment.assignedOn?.description ?? "",
            place($0),
          ]
        }),
    ]
  }
}
