import Diagnostics
import Disclosure

/// The data file beside the page of a report or bulletin: one object with its official parts and its text.
enum DocumentFile {
  private struct Field: Sendable {
    let description: DataField
    let value: @Sendable (DocumentView) -> JSONValue

    init(_ name: String, _ meaning: String, _ value: @escaping @Sendable (DocumentView) -> JSONValue) {
      description = DataField(name: name, meaning: meaning)
      self.value = value
    }
  }

  static var fields: [DataField] { all.map(\.description) }

  private static let all = [
    Field("网址", "这一篇的网页，从专栏的根目录算起") { .text($0.document.address) },
    Field("固定网址", "这一篇的网页的完整网址") { .text($0.webAddress) },
    Field("标题", "标题") { .text($0.document.title) },
    Field("概要", "检索结果里标题下面的各项：来源或者期号、日期") { .list($0.summary.map { .text($0) }) },
    Field("文种", "工作总结、情况报告、报送函、联络动态或工作动态") { .text($0.document.form.rawValue) },
    Field("来源", "来源或发文机关") { .text($0.document.origin) },
    Field("日期", "成文日期，报告和总结是通过或印发的日期") { .text($0.document.date.description) },
    Field("公开日期", "在本专栏公开的日期") { .text($0.document.publishedOn?.description ?? "") },
    Field("发文字号", "发文字号") { .text($0.document.documentNumber) },
    Field("会议文件", "会议文件的编号") { .text($0.document.conference) },
    Field("通过说明", "在哪次会议上通过") { .text($0.document.passage) },
    Field("刊名", "动态的刊名") { .text($0.document.masthead) },
    Field("期号", "动态的期号") { .number($0.document.issue) },
    Field("总期号", "动态的总期号") { .number($0.document.overallIssue) },
    Field("编辑单位", "动态的编辑单位") { .text($0.document.publisher) },
    Field("主送", "主送机关") { .text($0.document.addressee) },
    Field("正文", "网页上的正文，一段、一个标题或者表里的一格一行") { .text($0.plainText) },
    Field("署名", "署名") { .text($0.document.signature) },
    Field("抄送", "抄送机关") { .text($0.document.copies) },
    Field("送", "动态送给哪些单位") { .text($0.document.distribution) },
    Field("附件", "附件的名称和网址") {
      .list($0.enclosures.map { .object([("名称", .text($0.name)), ("网址", .text($0.address))]) })
    },
  ]

  static func text(of view: DocumentView) -> [UInt8] {
    var bytes: [UInt8] = []
    JSONText.write(all.map { ($0.description.name, $0.value(view)) }, into: &bytes)
    return bytes + "\n".utf8
  }
}

extension DocumentView {
  /// What tells it from others of its title.
  fileprivate var summary: [String] {
    let issue = document.issue.map { issue in
      "第\(issue)期" + (document.overallIssue.map { "（总第\($0)期）" } ?? "")
    }
    return [issue ?? document.origin, document.date.chinese].filter { !$0.isEmpty }
  }

  /// The text on the page, with the figures and tables in it.
  fileprivate var plainText: String {
    var page = PageText(separator: UInt8(ascii: "\n"))
    page.read(Array("<main>\(text.html)</main>".utf8))
    return page.text.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
      .joined(separator: "\n")
  }
}
