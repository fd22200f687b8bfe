import Diagnostics
import Renderer

extension Approval {
  /// The approval as one page that needs no other file, to be printed on A4 and signed.
  package func page() throws(Diagnostic) -> [UInt8] {
    try WorkbenchTemplates.render("approval.html", self, as: Self.schema)
  }

  /// How many decisions are listed.
  private static let limit = 2000

  private struct Group: Sendable {
    let title: String
    let pages: [Page]
  }

  private var groups: [Group] {
    [
      Group(title: "新公开的答复和文件", pages: added.filter(\.isArticle)),
      Group(title: "修改的答复和文件", pages: changed.filter { $0.isArticle && $0.differs }),
      Group(title: "其他修改的页面", pages: changed.filter { !$0.isArticle && $0.differs }),
      Group(title: "其他新增的页面", pages: added.filter { !$0.isArticle }),
      Group(title: "文字没有变的页面", pages: changed.filter { !$0.differs }),
    ].filter { !$0.pages.isEmpty }
  }

  static let schema = Schema<Approval>([
    .text("专栏") { $0.column }, .text("截至日期") { $0.asOf.chinese },
    .truth("无变化") { $0.isEmpty },
    .number("新增") { $0.added.count }, .number("修改") { $0.changed.count }, .number("撤下") { $0.withdrawn.count },
    .text("其他文件") { approval in
      let files = approval.otherFiles
      return "数据、订阅、检索、附件等文件：新增 \(files.added) 个，修改 \(files.changed) 个，删除 \(files.removed) 个。"
    },
    .list("组", groupSchema) { $0.groups },
    .texts("撤下的") { $0.withdrawn },
    .number("公开") { $0.decisions.count { $0.withheld == nil } },
    .number("不公开") { $0.decisions.count { $0.withheld != nil } },
    .list("决定", decisionSchema) { Array($0.decisions.prefix(limit)) },
    .number("未列决定") { max(0, $0.decisions.count - limit) },
  ])

  private static let groupSchema = Schema<Group>([.text("名称") { $0.title }, .list("页", pageSchema) { $0.pages }])

  private static let pageSchema = Schema<Page>([
    .text("标题") { $0.title }, .text("地址") { $0.address }, .list("行", lineSchema) { MarkedLine.lines(of: $0.lines) },
    .number("未列") { $0.omitted }, .text("说明") { $0.note },
  ])

  private static let lineSchema = Schema<MarkedLine>([
    .text("记号") { $0.mark == .removed ? "del" : $0.mark == .added ? "ins" : "" }, .text("前") { $0.before },
    .text("变") { $0.changed }, .text("后") { $0.after },
  ])

  private static let decisionSchema = Schema<Decision>([
    .text("编号") { $0.number }, .text("单位") { $0.unit }, .text("标题") { $0.title },
    .text("决定") { $0.withheld == nil ? "公开" : "不公开" }, .text("理由") { $0.withheld ?? "主动公开，已经审查，到了公开日期" },
  ])
}
