import Disclosure

/// An entrance to a report or bulletin.
struct DocumentLink: Sendable {
  let document: Published<Document>

  init(_ document: Published<Document>) { self.document = document }

  static let schema = Schema<DocumentLink>([
    .text("标题") { $0.document.title },
    .text("文种") { $0.document.form.rawValue },
    .text("日期") { $0.document.date.description },
    .text("来源") { $0.document.origin },
    .text("地址") { $0.document.address },
    .text("期号") { $0.document.issue.map(String.init) ?? "" },
  ])
}
