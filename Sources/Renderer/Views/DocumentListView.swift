import Disclosure

/// 文件列表: the page that lists reports and bulletins.
struct DocumentListView: Sendable {
  static let address = "zongjie/index.html"

  let documents: [Published<Document>]

  static let schema = Schema<DocumentListView>([
    .text("标题") { _ in "总结与动态" },
    .text("说明") { "共 \($0.documents.count) 篇，按日期从新到旧排列。" },
    .list("项", DocumentLink.schema) { $0.documents.map(DocumentLink.init) },
  ])
}
