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
    var part = node.pointee.first_child
    while let current = part {
      if current.kind == CMARK_NODE_TEXT { refuseFragment(in: current.literal, of: node) }
      part = current.next(below: node)
    }
    if description.allSatisfy(\.isWhitespace) { refuse(imageWithoutDescription: node) }
    html.append("<img src=\"")
    writeDestination(of: node)
    html.append("\" alt=\"")
    html.append(escaped: description)
    writeTitle(of: node)
    html.append("\" />")
    text.append(contentsOf: description.utf8)
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
