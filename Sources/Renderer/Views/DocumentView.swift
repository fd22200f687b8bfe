import Disclosure
import Markdown

/// 文件: the page of a report or bulletin.
struct DocumentView: Sendable {
  let document: Published<Document>
  let text: RenderedText
  let enclosures: [Enclosure]
  let webAddress: String
  private let parts: BulletinParts?

  /// - Parameter units: whose articles a bulletin may hold.
  init(
    document: Published<Document>, text: RenderedText, enclosures: [Enclosure], webAddress: String,
    units: UnitDirectory
  ) {
    self.document = document
    self.text = text
    self.enclosures = enclosures
    self.webAddress = webAddress
    parts = document.form.isBulletin ? BulletinParts(text, units: units) : nil
  }

  /// 附件: a file, or another page of the column.
  struct Enclosure: Sendable {
    let name: String
    let address: String
    /// Empty for a page.
    var format = ""
    var size = ""

    static let schema = Schema<Enclosure>([
      .text("名称") { $0.name }, .text("地址") { $0.address }, .text("格式") { $0.format }, .text("大小") { $0.size },
    ])
  }

  /// 要目: the articles, where the front matter or else the form wants them listed.
  private var articles: [BulletinParts.Article] {
    guard let parts, document.listsArticles ?? (document.form == .bulletin && parts.articles.count > 1) else {
      return []
    }
    return parts.articles
  }

  static let schema = Schema<DocumentView>([
    .text("标题") { $0.document.title },
    .text("文种") { $0.document.form.rawValue },
    .text("日期") { $0.document.date.description },
    .text("来源") { $0.document.origin },
    .text("发文字号") { $0.document.documentNumber },
    .text("会议文件") { $0.document.conference },
    .text("通过说明") { $0.document.passage },
    .text("主送") { $0.document.addressee },
    .text("署名") { $0.document.signature },
    .list("附件", Enclosure.schema) { $0.enclosures },
    .text("抄送") { $0.document.copies },
    .text("印发机关") { $0.document.printer },
    .text("印发日期") { $0.document.printedOn?.description ?? "" },
    .text("刊名") { $0.document.masthead.isEmpty ? $0.document.form.rawValue : $0.document.masthead },
    .text("期号") { $0.document.issue.map(String.init) ?? "" },
    .number("总期号") { $0.document.overallIssue ?? 0 },
    .text("编辑单位") { $0.document.publisher },
    .text("编辑") { $0.document.editor },
    .text("联系方式") { $0.document.contact },
    .text("批准文号") { $0.document.licence },
    .text("送") { $0.document.distribution },
    .text("公开方式") { _ in Assignment.Disclosure.open.rawValue },
    .text("公开日期") { $0.document.publishedOn?.description ?? "" },
    .markup("编者按") { $0.parts?.note ?? "" },
    .markup("正文") { $0.parts?.body ?? $0.text.html },
    .list("要目", BulletinParts.Article.schema) { $0.articles },
    .list("目录", HeadingView.schema) { $0.text.headings.map(HeadingView.init) },
  ])
}

extension Document.Form {
  /// Whether it comes in issues.
  var isBulletin: Bool { self == .bulletin || self == .news }
}
