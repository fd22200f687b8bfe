import Diagnostics

/// One kind of thing that is wrong in a paragraph, and how often.
struct Remark {
  let rule: Rule
  /// Of the first one: its offset, the number of its line and the offset with which the line begins.
  let offset: Int
  let line: Int
  let lineStart: Int
  var count = 1
  /// What stands there, or what is wrong with it.
  var detail = ""

  func diagnostic(in text: Bytes, from place: Place) -> Diagnostic {
    var place = place
    place.line = (place.line ?? 1) + line - 1
    place.column = 1 + text[lineStart..<offset].count { $0 & 0xC0 != 0x80 }
    return diagnostic(at: place)
  }

  func diagnostic(at place: Place) -> Diagnostic {
    Diagnostic(.warning, rule.identifier, at: place, message, hint: "\(remedy)；确需保留的，在文件头写明：\(excuse)")
  }

  private var excuse: String { "已核: [{规则: \(rule.rawValue), 内容: 照抄原文, 理由: …}]" }

  private var message: String {
    let others = count > 1 ? "，共 \(count) 处" : ""
    switch rule {
    case .halfWidth: return "中文里有 \(count) 处半角标点（\(detail)）"
    case .documentNumber: return "文号\(detail)\(others)"
    case .titleBlank: return "标题里的空格像是排版留下的：“\(detail)”\(others)"
    case .unpaired: return "“\(detail)”没有配对\(others)"
    case .englishWord: return "中文之间夹着英文连词“\(detail)”\(others)"
    case .relativeYear: return "全文有 \(count) 处“\(detail)”这样的说法，以后读的人看不出是哪一年"
    case .commercialMail: return "用了商业邮箱（\(detail)）\(others)"
    case .plainHTTP: return "链接不加密（http://）\(others)"
    case .brokenParagraph: return "这一段没有写完，下一段又接着写，像是换页时断开的"
    case .gluedHeading: return "标题和正文连成了一段：“\(detail)”\(others)"
    case .joinedParagraphs: return "这一行和上一行之间没有空行，在页面上会连成一段\(others)"
    }
  }

  private var remedy: String {
    switch rule {
    case .halfWidth: "改成全角标点，fuwen check --fix 可以代改（引号、书名号里的，两字之间的“.”除外）"
    case .documentNumber: "照“机关代字〔2024〕15号”的样子改"
    case .titleBlank: "删去空格"
    case .unpaired: "补上另一半，或删去这一半"
    case .englishWord: "改为“和”“与”或“或者”"
    case .relativeYear: "写明年份，例如 2024 年"
    case .commercialMail: "换成单位的政务邮箱"
    case .plainHTTP: "改为 https:// 开头的地址"
    case .brokenParagraph: "把两段接起来，中间不留空行；本来是两段的，在段末补上标点"
    case .gluedHeading: "在标题的前后各空一行"
    case .joinedParagraphs: "段与段之间空一行（处处如此的，把每个换行都替换成两个）；本是一段的，写在一行里"
    }
  }
}
