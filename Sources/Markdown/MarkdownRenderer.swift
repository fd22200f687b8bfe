import CMarkGFM
import Diagnostics

/// Turns Markdown into HTML: CommonMark 0.29 with tables, task lists and footnotes, and what Chinese text needs.
///
/// Emphasis beside Chinese punctuation works, a line end between two Chinese characters leaves no blank, headings get
/// anchors from their text, and raw HTML and dangerous addresses are refused. May be used by many threads at once.
package struct MarkdownRenderer: Sendable {
  /// The level on the page of the highest heading of the document; levels below it follow without gaps. `nil` leaves
  /// the levels as written.
  package var topHeadingLevel: Int?
  /// Stands before each anchor; for pages that show several documents, a different one for each.
  package var anchorPrefix: String

  package init(topHeadingLevel: Int? = 2, anchorPrefix: String = "") {
    self.topHeadingLevel = topHeadingLevel
    self.anchorPrefix = anchorPrefix
  }

  /// Renders `text`, UTF-8 that stands in its file from the line of `place` on (1 if `place` has none).
  ///
  /// The text may hold tokens that stand for finished HTML: U+FDD0, an index of `fragments` in decimal digits, U+FDD1.
  /// A paragraph of tokens alone becomes the fragments; U+FDD0 and U+FDD1 that form no token are left out.
  ///
  /// `links` turns the destination of each link and image into the address on the page, or throws what is wrong
  /// with it. The errors and warnings found, up to twenty, go to `diagnostics`; with any error, there is no document.
  package func render(
    _ text: [UInt8], at place: Place, fragments: [String] = [], into diagnostics: inout Diagnostics,
    links: (Link) throws(Diagnostic) -> String
  ) -> RenderedText? {
    let source = Source(text, at: place)
    guard source.bytes.count <= Limits.documentBytes else {
      diagnostics.error(
        "markdown/too-large", at: source.place(line: 1), "文档超过 \(Limits.documentBytes >> 20) MB",
        hint: "请把文档分成几篇，或把数据放进附件")
      return nil
    }
    do {
      let tree = try SyntaxTree(source)
      let outline = Outline(of: tree.root, topLevel: topHeadingLevel, anchorPrefix: anchorPrefix)
      return withoutActuallyEscaping(links) { links in
        var writer = Writer(source, outline, anchorPrefix: anchorPrefix, fragments: fragments, links: links)
        writer.write(tree.root)
        writer.refuseControls()
        let errors = tree.unusedFootnotes(in: source) + writer.errors
        diagnostics.add(contentsOf: (errors + writer.warnings).prefix(Limits.errors))
        return errors.isEmpty ? writer.document : nil
      }
    } catch {
      diagnostics.add(error)
      return nil
    }
  }
}
