import Disclosure
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
    let old = before.map { blocks(of: $0) } ?? []
    let all = UnifiedDiff.edits(before: old, after: new)
    let isListed = isArticle ? articles > 0 : others > 0
    let showsFormer = isListed && isArticle && basis.isOpen(address) && !former.contains(address)
    var (lines, hidden) = ([Approval.Line](), 0)
    for (index, line) in all.enumerated() {
      // Each block ends with a line feed.
      let text = String(decoding: line.text.dropLast(), as: UTF8.self)
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

  /// The page's text, a line for each block, with one blank where there are several.
  private mutating func blocks(of page: [UInt8]) -> [UInt8] {
    text.read(page)
    var blocks: [UInt8] = []
    var (isInBlock, isAfterBlank) = (false, false)
    for scalar in String(decoding: text.text, as: UTF8.self).unicodeScalars {
      if scalar.isLineBreak {
        if isInBlock { blocks.append(UInt8(ascii: "\n")) }
        (isInBlock, isAfterBlank) = (false, false)
      } else if scalar.isBlank {
        isAfterBlank = isInBlock
      } else {
        if isAfterBlank { blocks.append(UInt8(ascii: " ")) }
        blocks += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        (isInBlock, isAfterBlank) = (true, false)
      }
    }
    return isInBlock ? blocks + [UInt8(ascii: "\n")] : blocks
  }
}
