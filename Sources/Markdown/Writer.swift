import CMarkGFM
import Diagnostics

/// Writes a syntax tree as HTML, the way the library does it, but for what is meant to differ.
///
/// The tree is walked without recursion, each node once.
struct Writer {
  let source: Source
  private let syntax = Syntax.shared
  let anchorPrefix: String
  let fragments: [String]
  let links: (Link) throws(Diagnostic) -> String
  private let headings: [Heading]
  private var headingsWritten = 0
  var html: [UInt8] = []
  var text: [UInt8] = []
  var errors: [Diagnostic] = []
  var warnings: [Diagnostic] = []
  var table = TableState()
  var lines = LineFinder()
  var footnotes = FootnoteState()

  init(
    _ source: Source, _ outline: Outline, anchorPrefix: String, fragments: [String],
    links: @escaping (Link) throws(Diagnostic) -> String
  ) {
    self.source = source
    self.anchorPrefix = anchorPrefix
    self.fragments = fragments
    self.links = links
    headings = outline.headings
    html.reserveCapacity(source.bytes.count + source.bytes.count / 2)
    text.reserveCapacity(source.bytes.count)
  }

  var document: RenderedText {
    RenderedText(
      // Made of texts that are UTF-8 already; to check it again takes as long as to write it.
      html: String(copying: UTF8Span(unchecked: html.span)), headings: headings.filter { !$0.text.isEmpty },
      plainBytes: text)
  }

  mutating func write(_ root: Node) {
    var node = root
    while errors.count < Limits.errors {
      if enter(node) {
        if let child = node.pointee.first_child {
          node = child
          continue
        }
        leave(node)
      }
      while node != root, node.pointee.next == nil, let parent = node.pointee.parent {
        node = parent
        leave(node)
      }
      guard node != root, let next = node.pointee.next else { return }
      node = next
    }
  }

  /// Writes what stands before the children; answers whether they, and what stands after them, remain to be written.
  private mutating func enter(_ node: Node) -> Bool {
    switch node.kind {
    case CMARK_NODE_TEXT:
      warnOfBrokenLinks(in: node.literal, of: node)
      write(text: node.literal)
      return false
    case CMARK_NODE_SOFTBREAK:
      if !node.vanishesInChinese {
        html.append("\n")
        text.append(" ")
      }
      return false
    case CMARK_NODE_LINEBREAK:
      html.append("<br />\n")
      text.append("\n")
      return false
    case CMARK_NODE_EMPH:
      warnOfVanishingSigns(around: node)
      html.append("<em>")
    case CMARK_NODE_STRONG: html.append("<strong>")
    case CMARK_NODE_CODE:
      write(code: node)
      return false
    case CMARK_NODE_LINK: beginLink(node)
    case CMARK_NODE_IMAGE:
      write(image: node)
      return false
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      write(footnoteReference: node)
      return false
    case CMARK_NODE_HTML_INLINE, CMARK_NODE_HTML_BLOCK:
      refuse(html: node)
      return false
    case CMARK_NODE_PARAGRAPH: return beginParagraph(node)
    case CMARK_NODE_HEADING: beginHeading()
    case CMARK_NODE_CODE_BLOCK:
      write(codeBlock: node)
      return false
    case CMARK_NODE_THEMATIC_BREAK:
      html.beginLine()
      html.append("<hr />\n")
      return false
    case CMARK_NODE_BLOCK_QUOTE:
      html.beginLine()
      html.append("<blockquote>\n")
    case CMARK_NODE_LIST: begin(list: node.pointee.as.list)
    case CMARK_NODE_ITEM: beginItem(node)
    case CMARK_NODE_FOOTNOTE_DEFINITION: beginFootnote(node)
    case CMARK_NODE_DOCUMENT: break
    default: beginTablePart(node)
    }
    return true
  }

  private mutating func leave(_ node: Node) {
    switch node.kind {
    case CMARK_NODE_EMPH: html.append("</em>")
    case CMARK_NODE_STRONG: html.append("</strong>")
    case CMARK_NODE_LINK: html.append("</a>")
    case CMARK_NODE_PARAGRAPH: endParagraph(node)
    case CMARK_NODE_HEADING: endHeading()
    case CMARK_NODE_BLOCK_QUOTE:
      html.beginLine()
      html.append("</blockquote>\n")
    case CMARK_NODE_LIST: html.append(node.pointee.as.list.list_type == CMARK_BULLET_LIST ? "</ul>\n" : "</ol>\n")
    case CMARK_NODE_ITEM: html.append("</li>\n")
    case CMARK_NODE_FOOTNOTE_DEFINITION: endFootnote()
    case CMARK_NODE_DOCUMENT: endFootnotes()
    default: endTablePart(node)
    }
  }
}

// MARK: Blocks

extension Writer {
  /// A paragraph of template fragments only gives place to them.
  private mutating func beginParagraph(_ node: Node) -> Bool {
    if node.holdsFragmentsOnly {
      var child = node.pointee.first_child
      while let current = child {
        if current.kind == CMARK_NODE_TEXT {
          for case .fragment(let index) in TextPieces(current.literal) {
            html.beginLine()
            write(fragment: index)
          }
        }
        child = current.pointee.next
      }
      html.beginLine()
      return false
    }
    warnOfLostTable(in: node)
    if !node.isInTightList {
      html.beginLine()
      html.append("<p>")
    }
    return true
  }

  private mutating func endParagraph(_ node: Node) {
    text.beginLine()
    guard !node.isInTightList else { return }
    if node.pointee.next == nil, let footnote = footnotes.open, node.pointee.parent == footnote {
      html.append(" ")
      writeBackReferences()
    }
    html.append("</p>\n")
  }

  private mutating func beginHeading() {
    let heading = headings[headingsWritten]
    html.beginLine()
    html.append("<h")
    html.append(UInt8(ascii: "0") + UInt8(heading.level))
    if !heading.anchor.isEmpty {
      html.append(" id=\"")
      html.append(heading.anchor)
      html.append("\"")
    }
    html.append(">")
  }

  private mutating func endHeading() {
    html.append("</h")
    html.append(UInt8(ascii: "0") + UInt8(headings[headingsWritten].level))
    html.append(">\n")
    text.beginLine()
    headingsWritten += 1
  }

  private mutating func begin(list: cmark_list) {
    html.beginLine()
    if list.list_type == CMARK_BULLET_LIST {
      html.append("<ul>\n")
    } else if list.start == 1 {
      html.append("<ol>\n")
    } else {
      html.append("<ol start=\"\(list.start)\">\n")
    }
  }

  private mutating func beginItem(_ node: Node) {
    html.beginLine()
    html.append("<li>")
    guard node.pointee.extension == syntax.taskList else { return }
    html.append("<input type=\"checkbox\" ")
    html.append(
      node.pointee.as.list.checked
        ? "checked=\"\" disabled=\"\" aria-label=\"已完成\" /> " : "disabled=\"\" aria-label=\"未完成\" /> ")
  }

  private mutating func write(codeBlock node: Node) {
    let code = Bytes(node.pointee.as.code.literal)
    let info = Bytes(node.pointee.as.code.info)
    let language = info.string.prefix { !$0.isWhitespace }
    refuseFragment(in: info, of: node)
    refuseFragment(in: code, of: node)
    warnOfIndentedText(code, of: node)
    html.beginLine()
    if language.isEmpty {
      html.append("<pre><code>")
    } else {
      html.append("<pre><code class=\"language-")
      html.append(escaped: String(language))
      html.append("\">")
    }
    write(text: code)
    html.append("</code></pre>\n")
    text.beginLine()
  }
}

extension Node {
  fileprivate var isInTightList: Bool {
    guard let list = pointee.parent?.pointee.parent, list.kind == CMARK_NODE_LIST else { return false }
    return list.pointee.as.list.tight
  }

  /// Whether a paragraph consists of template fragments, with nothing but blanks between them.
  fileprivate var holdsFragmentsOnly: Bool {
    // Nearly every paragraph begins with a text without a fragment: that is to be seen at a glance.
    guard let text = pointee.first_child, text.kind == CMARK_NODE_TEXT, text.literal.first == 0xEF else { return false }
    var found = false
    var child = pointee.first_child
    while let current = child {
      switch current.kind {
      case CMARK_NODE_TEXT:
        for piece in TextPieces(current.literal) {
          switch piece {
          case .fragment: found = true
          case .text(let text): if text.contains(where: { $0 > 0x20 }) { return false }
          }
        }
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: break
      default: return false
      }
      child = current.pointee.next
    }
    return found
  }
}
