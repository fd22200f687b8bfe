import CMarkGFM

typealias SyntaxExtension = OpaquePointer

/// What documents may use besides CommonMark: tables, task lists, and emphasis in Chinese.
///
/// Registering extensions changes tables of the library that parsers read without a lock; so it is done once, and
/// none of the extensions attached here changes such a table while parsing (`autolink` and `strikethrough` do).
struct Syntax: @unchecked Sendable {
  static let shared = Syntax()

  let taskList: SyntaxExtension
  private let table: SyntaxExtension
  private let emphasis: SyntaxExtension

  private init() {
    cmark_gfm_core_extensions_ensure_registered()
    table = cmark_find_syntax_extension("table")
    taskList = cmark_find_syntax_extension("tasklist")
    emphasis = EmphasisMark.makeExtension()
  }

  /// A parser for one document, whose tree is open in this thread's `ParserMemory`; to be freed by the caller.
  func makeParser() -> UnsafeMutablePointer<cmark_parser> {
    let parser: UnsafeMutablePointer<cmark_parser> = cmark_parser_new_with_mem(
      CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS, ParserMemory.allocator)
    for syntaxExtension in [table, taskList, emphasis] {
      cmark_parser_attach_syntax_extension(parser, syntaxExtension)
    }
    return parser
  }
}
