import Audit
import Disclosure

/// 更新情况: how new what is public is, and how much of each year is.
enum FreshnessTables {
  static func sections(_ handling: Handling, _ freshness: Freshness) -> [TableSection] {
    [
      TableSection(
        name: "lists", title: "各类内容", note: "检查指标：通知、政策类栏目六个月、动态类栏目两周没有更新的算不更新。",
        columns: ["内容", "公开篇数", "最近公开", "距截至日期天数"],
        rows: freshness.lists.map {
          [$0.name, "\($0.count)", $0.newest.description, "\(handling.asOf.days(since: $0.newest))"]
        }),
      TableSection(
        name: "years", title: "各年办理件", note: "会办、参阅件不直接答复，不在应答复之内。",
        columns: ["年份", "办理件", "应答复", "已答复", "答复已公开", "已答复没有公开"],
        rows: Dictionary(grouping: handling.rows, by: \.proposal.year).sorted { $0.key > $1.key }.map { year, rows in
          let answering = rows.filter(\.assignment.role.answers)
          let answered = answering.filter { $0.assignment.isReplied(asOf: handling.asOf) }
          let open = answered.count { $0.reason == nil }
          return [
            "\(year)", "\(rows.count)", "\(answering.count)", "\(answered.count)", "\(open)",
            "\(answered.count - open)",
          ]
        }),
    ]
  }
}
