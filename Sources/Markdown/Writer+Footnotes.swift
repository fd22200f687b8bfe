import CMarkGFM

/// Where the writer is in the footnotes, which the parser has moved to the end of the document.
struct FootnoteState {
  var written = 0
  /// The footnote that is being written and has no way back to the text yet.
  var open: Node?
}

extension Writer {
  mutating func write(footnoteReference node: Node) {
    let number = node.literal.string
    html.append("<sup class=\"footnote-ref\"><a href=\"#fn:\(anchorPrefix)\(number)\" id=\"")
    writeReferenceID(number, repetition: Int(node.pointee.footnote.ref_ix))
    html.append("\" role=\"doc-noteref\" aria-label=\"脚注 \(number)\">\(number)</a></sup>")
  }

  mutating func beginFootnote(_ node: Node) {
    if footnotes.written == 0 {
      html.append("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"脚注\">\n<ol>\n")
    }
    footnotes.written += 1
    footnotes.open = node
    html.append("<li id=\"fn:\(anchorPrefix)\(footnotes.written)\">\n")
  }

  mutating func endFootnote() {
    if footnotes.open != nil {
      writeBackReferences()
      html.append("\n")
    }
    html.append("</li>\n")
  }

  mutating func endFootnotes() {
    if footnotes.written > 0 { html.append("</ol>\n</section>\n") }
  }

  /// Writes a way back to each place in the text that refers to the open footnote.
  mutating func writeBackReferences() {
    guard let footnote = footnotes.open else { return }
    let count = Int(footnote.pointee.footnote.def_count)
    for repetition in stride(from: 1, through: count, by: 1) {
      html.append(repetition > 1 ? " <a href=\"#" : "<a href=\"#")
      writeReferenceID("\(footnotes.written)", repetition: repetition)
      html.append("\" class=\"footnote-backref\" role=\"doc-backlink\" aria-label=\"返回正文")
      html.append(count > 1 ? "第 \(repetition) 处引用\">↩<sup>\(repetition)</sup></a>" : "\">↩</a>")
    }
    footnotes.open = nil
  }

  private mutating func writeReferenceID(_ number: String, repetition: Int) {
    html.append("fnref:\(anchorPrefix)\(number)")
    if repetition > 1 { html.append("-\(repetition)") }
  }
}
