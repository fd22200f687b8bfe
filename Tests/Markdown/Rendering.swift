import Diagnostics

@testable import Markdown

/// Renders with neutral options; what the tests of this folder share.
struct Rendering {
  let document: RenderedText?
  let errors: [Diagnostic]
  let warnings: [Diagnostic]
  var html: String { document?.html ?? "" }

  init(
    _ text: String, renderer: MarkdownRenderer = MarkdownRenderer(topHeadingLevel: nil),
    at place: Place = Place("a.md", line: 1), fragments: [String] = [],
    links: (Link) throws(Diagnostic) -> String = { $0.destination }
  ) {
    var diagnostics = Diagnostics()
    document = renderer.render(Array(text.utf8), at: place, fragments: fragments, into: &diagnostics, links: links)
    errors = diagnostics.list.filter { $0.severity == .error }
    warnings = diagnostics.list.filter { $0.severity == .warning }
  }

  /// The HTML of a text of one paragraph, without the paragraph.
  static func inline(_ text: String) -> String {
    let html = Rendering(text).html
    return html.hasPrefix("<p>") && html.hasSuffix("</p>\n") ? String(html.dropFirst(3).dropLast(5)) : html
  }
}

/// What stands for the fragment of an index in a text; Swift does not take the two characters in a literal.
func fragmentToken(_ index: some CustomStringConvertible) -> String {
  "\(noncharacter(0xFDD0))\(index)\(noncharacter(0xFDD1))"
}

func noncharacter(_ value: UInt32) -> Unicode.Scalar { Unicode.Scalar(value) ?? "?" }
