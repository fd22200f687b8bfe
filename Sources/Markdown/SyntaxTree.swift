import CMarkGFM
import Diagnostics

/// What the library made of a document; its memory is given back together with this value.
struct SyntaxTree: ~Copyable {
  let root: Node
  private let definedFootnotes: [Footnote]

  init(_ source: Source) throws(Diagnostic) {
    ParserMemory.current.pointee.openTree()
    do {
      (root, definedFootnotes) = try Self.parse(source)
    } catch {
      ParserMemory.current.pointee.closeTree()
      throw error
    }
  }

  deinit { ParserMemory.current.pointee.closeTree() }

  private static func parse(_ source: Source) throws(Diagnostic) -> (root: Node, footnotes: [Footnote]) {
    let parser = Syntax.shared.makeParser()
    defer { cmark_parser_free(parser) }
    let text = source.bytes
    try text.withUnsafeBufferPointer { (text) throws(Diagnostic) in
      var feed = DocumentFeed(source, text: text, to: parser)
      try feed.run()
    }
    let footnotes = footnotes(below: parser.pointee.root)
    let root: Node = cmark_parser_finish(parser)
    LadderHeadings.make(below: root)
    return (root, footnotes)
  }

  /// The library leaves out a footnote that nothing refers to, and the second of two with one name.
  func unusedFootnotes(in source: Source) -> [Diagnostic] {
    guard !definedFootnotes.isEmpty else { return [] }
    let used = Set(Self.footnotes(below: root))
    return definedFootnotes.filter { !used.contains($0) }.map { footnote in
      Diagnostic(
        .error, "markdown/unused-footnote", at: source.place(line: footnote.line),
        "正文没有引用脚注“\(footnote.label)”，它不会出现在页面上",
        hint: "请在正文里写 [^\(footnote.label)]，或删去这条脚注；两条脚注不能同名")
    }
  }

  private struct Footnote: Hashable {
    let line: Int
    let column: Int32
    let label: String
  }

  private static func footnotes(below root: Node) -> [Footnote] {
    var result: [Footnote] = []
    var node: Node? = root
    while let current = node {
      if current.kind == CMARK_NODE_FOOTNOTE_DEFINITION {
        result.append(
          Footnote(
            line: Int(current.pointee.start_line), column: current.pointee.start_column,
            label: current.literal.string))
      }
      node = current.next(below: root)
    }
    return result
  }
}
