/// What the proofreader looks for, under the names that 已核 uses.
package enum Rule: String, Sendable, CaseIterable {
  case halfWidth = "半角标点"
  case documentNumber = "文号"
  case titleBlank = "标题空格"
  case unpaired = "标点配对"
  case englishWord = "英文连词"
  case relativeYear = "相对年份"
  case commercialMail = "商业邮箱"
  case plainHTTP = "不加密链接"
  case brokenParagraph = "断开的段落"
  case gluedHeading = "粘连的标题"
  case joinedParagraphs = "连成的段落"

  /// The name in diagnostics.
  package var identifier: String {
    switch self {
    case .halfWidth: "text/half-width"
    case .documentNumber: "text/document-number"
    case .titleBlank: "text/title-blank"
    case .unpaired: "text/unpaired"
    case .englishWord: "text/english-word"
    case .relativeYear: "text/relative-year"
    case .commercialMail: "text/commercial-mail"
    case .plainHTTP: "text/plain-http"
    case .brokenParagraph: "text/broken-paragraph"
    case .gluedHeading: "text/glued-heading"
    case .joinedParagraphs: "text/joined-paragraphs"
    }
  }
}
