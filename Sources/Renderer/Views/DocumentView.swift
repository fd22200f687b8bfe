import Disclosure
import Markdown

/// 文件: the page of a report or bulletin.
struct DocumentView: Sendable {
  let document: Published<Disclosure.Document>
  let text: Markdown.Document

  static let schema = Schema<DocumentView>([
    .text("标题") { $0.document.title },
    .text("文种") { $0.document.form.rawValue },
    .text("日期") { $0.document.date.description },
    .text("来源") { $0.document.origin },
    .text("发文字号") { $0.document.documentNumber },
    .text("主送") { $0.document.addressee },
    .text("抄送") { $0.document.copies },
    .text("期号") { $0.document.issue.map(String.init) ?? "" },
    .number("总期号") { $0.document.overallIssue ?? 0 },
    .text("编辑") { $0.document.editor },
    .text("送") { $0.document.distribution },
    .text("公开日期") { $0.document.publishedOn?.description ?? "" },
    .markup("正文") { $0.text.html },
    .list("目录", HeadingView.schema) { $0.text.headings.map(HeadingView.init) },
  ])
}

/// 文件列表: the page that lists reports and bulletins.
struct DocumentListView: Sendable {
  static let address = "zongjie/index.html"

  let documents: [Published<Disclosure.Document>]

  static let schema = Schema<DocumentListView>([
    .text("标题") { _ in "总结与动态" },
    .text("说明") { "共 \($0.documents.count) 篇，按日期从新到旧排列。" },
    .list("项", DocumentLink.schema) { $0.documents.map(DocumentLink.init) },
  ])
}
