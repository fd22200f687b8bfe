import Disclosure
import Renderer

/// 页头: what every page of the staff view says of itself.
struct HeadView: Sendable {
  let part: WorkbenchPart
  /// Empty where the settings could not be read.
  let column: String
  let asOf: CalendarDate?

  static let schema = Schema<HeadView>([
    .text("标题") { $0.part.rawValue },
    .text("说明") { $0.part.lead },
    .text("专栏") { $0.column },
    .text("截至日期") { $0.asOf?.chinese ?? "" },
    .list("导航", entrySchema) { head in WorkbenchPart.allCases.map { Entry(part: $0, isCurrent: $0 == head.part) } },
  ])

  private struct Entry: Sendable {
    let part: WorkbenchPart
    let isCurrent: Bool
  }

  private static let entrySchema = Schema<Entry>([
    .text("名称") { $0.part.rawValue }, .text("地址") { $0.part.path }, .truth("当前") { $0.isCurrent },
  ])
}
