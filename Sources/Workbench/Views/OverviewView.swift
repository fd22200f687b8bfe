import Audit
import Diagnostics
import Disclosure
import Renderer

/// 总览: the figures of the column, and what there is to do, each with the page that tells more.
struct OverviewView: Sendable {
  let head: HeadView
  let workbench: Workbench
  /// `nil` where the content could not be read.
  let handling: Handling?

  private struct Figure: Sendable {
    let name: String
    let count: Int
  }

  /// 待办: something to do, or that there is nothing to do of its sort.
  private struct Task: Sendable {
    let name: String
    let count: Int
    let part: WorkbenchPart
    var anchor = ""
  }

  private var figures: [Figure] {
    guard let opening = workbench.opening, let catalogue = workbench.catalogue else { return [] }
    return [
      Figure(name: "读入", count: workbench.read), Figure(name: "公开", count: opening.publishedCount),
      Figure(name: "没有公开", count: opening.withheld.count), Figure(name: "有错误，没有读入", count: catalogue.rejected),
    ]
  }

  private var tasks: [Task] {
    let errors = workbench.diagnostics.count { $0.severity == .error }
    var tasks = [
      Task(name: "个错误要改正，改正以前不能生成", count: errors, part: .diagnostics),
      Task(name: "个警告要看一看", count: workbench.diagnostics.count - errors, part: .diagnostics),
    ]
    if let handling {
      tasks += [
        Task(name: "件逾期没有答复", count: handling.overdue.count, part: .deadlines, anchor: "overdue"),
        Task(
          name: "件在 \(DeadlineTables.near) 天以内到期", count: handling.due(within: DeadlineTables.near).count,
          part: .deadlines, anchor: "due"),
        Task(
          name: "件会办意见逾期没有送达", count: handling.overdueOpinions.count, part: .deadlines, anchor: "opinions"),
        Task(
          name: "件答复以后二十个工作日还没有公开", count: handling.unpublished.count, part: .deadlines,
          anchor: "unpublished"),
        Task(
          name: "件答复了，还没有审查公开方式", count: handling.answered.count { $0.reason == .unreviewed }, part: .withheld,
          anchor: "reason1"),
      ]
    }
    if let audit = workbench.audit {
      tasks.append(Task(name: "项对照检查不合格", count: audit.count(of: .failed), part: .audit))
    }
    return tasks
  }

  private var newest: CalendarDate? { workbench.opening.flatMap { Freshness($0.column).newest } }

  static let schema = Schema<OverviewView>([
    .record("头", HeadView.schema) { $0.head },
    .list("数", figureSchema) { $0.figures },
    .text("最近公开") { $0.newest?.chinese ?? "" },
    .list("待办", taskSchema) { $0.tasks.filter { $0.count > 0 } },
    .texts("无事") { $0.tasks.filter { $0.count == 0 }.map { "0 " + $0.name } },
  ])

  private static let figureSchema = Schema<Figure>([.text("名称") { $0.name }, .number("件数") { $0.count }])

  private static let taskSchema = Schema<Task>([
    .text("名称") { $0.name }, .number("件数") { $0.count },
    .text("地址") { $0.part.path + ($0.anchor.isEmpty ? "" : "#" + $0.anchor) },
  ])
}
