import Renderer
import Workbench

/// Writes down how pages differ.
struct PageSheet {
  let basis: ApprovalBasis
  /// Addresses of pages that once showed letters that are not public any more.
  let former: Set<String>
  private var text = PageText(separator: UInt8(ascii: "\n"))
  /// How many more pages are written down with their lines.
  private var (articles, others) = (200, 50)

  init(basis: ApprovalBasis, former: Set<String>) {
    self.basis = basis
    self.former = former
  }

  private static let articleLines = 200
  private static let otherLines = 12

  /// - Parameter before: the page as it is published; `nil` where it is not.
  mutating func page(_ address: String, _ kind: PageKind?, before: [UInt8]?, after: [UInt8]) -> Approval.Page {
    let isArticle = if case .article? = kind { true } else { false }
    let new = blocks(of: after)
    let title = String(decoding: text.title, as: UTF8.self)
    // Lists are new because of what they list.
    if before == nil, !isArticle {
      return Approval.Page(
        address: address, title: title, isArticle: false, isNew: true, lines: [], omitted: 0, hidden: 0)
    }
    let old = before.map { blocks(of: $0) } ?? ""
    let all = UnifiedDiff.edits(before: Array(old.utf8), after: Array(new.utf8))
    let isListed = isArticle ? articles > 0 : others > 0
    let showsFormer = isListed && isArticle && basis.isOpen(address) && !former.contains(address)
    var (lines, hidden) = ([Approval.Line](), 0)
    for (index, line) in all.enumerated() {
      let text = String(decoding: line.text, as: UTF8.self).trimmingSuffix("\n")
      switch line.mark {
      case "+": lines.append(Approval.Line(.added, text))
      case "-" where showsFormer && !basis.isHidden(text): lines.append(Approval.Line(.removed, text))
      case "-": hidden += 1
      default:
        let isNear = all[max(0, index - 1)...min(all.count - 1, index + 1)].contains(where: \.isChange)
        if isNear, before != nil { lines.append(Approval.Line(.kept, text)) }
      }
    }
    if isArticle { articles -= 1 } else { others -= 1 }
    let shown = lines.prefix(isListed ? isArticle ? Self.articleLines : Self.otherLines : 0)
    return Approval.Page(
      address: address, title: title, isArticle: isArticle, isNew: before == nil, lines: Array(shown),
      omitted: lines.count - shown.count, hidden: hidden)
  }

  /// The page's text, a line for each block.
  private mutating func blocks(of page: [UInt8]) -> String {
    text.read(page)
    return String(decoding: text.text, as: UTF8.self).split(whereSeparator: \.isNewline)
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.filter { !$0.isEmpty }
      .map { $0 + "\n" }.joined()
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: Character) -> String { last == suffix ? String(dropLast()) : self }
}
