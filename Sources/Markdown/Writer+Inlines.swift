import CMarkGFM
import Diagnostics

extension Writer {
  mutating func write(text literal: Bytes) {
    for piece in TextPieces(literal) {
      switch piece {
      case .text(let shown):
        html.append(escaped: shown)
        text.append(contentsOf: shown)
      case .fragment(let index): write(fragment: index)
      }
    }
  }

  mutating func write(fragment index: Int) {
    if fragments.indices.contains(index) { html.append(contentsOf: fragments[index].utf8) }
  }

  mutating func write(code node: Node) {
    refuseFragment(in: node.literal, of: node)
    html.append("<code>")
    write(text: node.literal)
    html.append("</code>")
  }

  mutating func beginLink(_ node: Node) {
    html.append("<a href=\"")
    writeDestination(of: node)
    writeTitle(of: node)
    html.append("\">")
  }

  mutating func write(image node: Node) {
    let description = node.plainText
    if description.allSatisfy(\.isWhitespace) { refuse(imageWithoutDescription: node) }
    refuseMarkup(inDescriptionOf: node)
    html.append("<img src=\"")
    writeDestination(of: node)
    html.append("\" alt=\"")
    html.append(escaped: description)
    writeTitle(of: node)
    html.append("\" />")
    text.append(contentsOf: description.utf8)
  }

  /// What a description cannot show, as it is an attribute.
  private mutating func refuseMarkup(inDescriptionOf image: Node) {
    var part = image.pointee.first_child
    while let current = part {
      switch current.kind {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE: refuseFragment(in: current.literal, of: current)
      case CMARK_NODE_HTML_INLINE: refuse(html: current)
      case CMARK_NODE_FOOTNOTE_REFERENCE: refuse(footnoteInDescription: current)
      default: break
      }
      part = current.next(below: image)
    }
  }

  private mutating func writeDestination(of node: Node) {
    refuseFragment(in: Bytes(node.pointee.as.link.url), of: node)
    let link = Link(
      destination: Bytes(node.pointee.as.link.url).string, isImage: node.kind == CMARK_NODE_IMAGE,
      place: source.place(line: node.firstLine))
    do {
      try link.checkScheme()
      html.append(address: try links(link))
    } catch {
      var error = error
      if error.place == link.place { error.place = source.place(of: link.destination, near: node) }
      errors.append(error)
    }
  }

  private mutating func writeTitle(of node: Node) {
    let title = Bytes(node.pointee.as.link.title)
    guard !title.isEmpty else { return }
    refuseFragment(in: title, of: node)
    html.append("\" title=\"")
    html.append(escaped: title.string)
  }
}
