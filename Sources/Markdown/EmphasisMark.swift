import CMarkGFM

/// An invisible byte that stands before a run of `*` or `_` next to a character that is not ASCII, from the feeding
/// of the parser to the writing of the page.
///
/// The library lets extensions see a character only if it has no meaning for the library. So the mark calls our
/// extension, which takes the run that follows and judges it by the rule for Chinese, Japanese and Korean in place of
/// CommonMark's, with the characters that the parser itself sees on both sides. DEL serves as the mark because
/// nothing in the grammar takes it for a blank, for punctuation or for an end, and because it has no place in a text.
enum EmphasisMark {
  static let byte: UInt8 = 0x7F

  static func makeExtension() -> SyntaxExtension {
    let result: SyntaxExtension = cmark_syntax_extension_new("emphasis-mark")
    cmark_syntax_extension_set_match_inline_func(result, parseMarkedRun)
    makeSpecial(result)
    return result
  }

  /// Lets the library stop at the mark in a text, and overlook it where it looks at the neighbours of other runs.
  ///
  /// The library sets these two properties when a parse begins and takes them back when it ends, for all threads at
  /// once. Without its list of characters the extension has nothing to take back: they are set for good.
  private static func makeSpecial(_ syntaxExtension: SyntaxExtension) {
    let memory = cmark_get_default_mem_allocator()
    let characters = cmark_llist_append(memory, nil, UnsafeMutableRawPointer(bitPattern: UInt(byte)))
    cmark_syntax_extension_set_emphasis(syntaxExtension, 1)
    cmark_syntax_extension_set_special_inline_chars(syntaxExtension, characters)
    let parser = cmark_parser_new(CMARK_OPT_DEFAULT)
    cmark_parser_attach_syntax_extension(parser, syntaxExtension)
    cmark_manage_extensions_special_characters(parser, 1)
    cmark_parser_free(parser)
    cmark_syntax_extension_set_special_inline_chars(syntaxExtension, nil)
    cmark_llist_free(memory, characters)
  }
}

private func parseMarkedRun(
  _: SyntaxExtension?, _ parser: UnsafeMutablePointer<cmark_parser>?, _: Node?,
  _ character: UInt8, _ inlines: OpaquePointer?
) -> Node? {
  guard character == EmphasisMark.byte, let parser, let chunk = cmark_inline_parser_get_chunk(inlines) else {
    return nil
  }
  let text = Bytes(chunk.pointee)
  let mark = Int(cmark_inline_parser_get_offset(inlines))
  let start = mark + 1
  guard start < text.count, text[start] == UInt8(ascii: "*") || text[start] == UInt8(ascii: "_"),
    let node = cmark_node_new_with_mem(CMARK_NODE_TEXT, parser.pointee.mem)
  else { return nil }
  var end = start
  while end < text.count, text[end] == text[start] { end += 1 }

  node.pointee.as.literal = cmark_chunk(data: chunk.pointee.data + start, len: Int32(end - start), alloc: 0)
  node.pointee.start_line = cmark_inline_parser_get_line(inlines)
  node.pointee.start_column = cmark_inline_parser_get_column(inlines)
  cmark_inline_parser_set_offset(inlines, Int32(end))
  let run = DelimiterRun(of: text[start], from: mark, to: end, in: text)
  if run.canOpen || run.canClose {
    cmark_inline_parser_push_delimiter(inlines, text[start], run.canOpen ? 1 : 0, run.canClose ? 1 : 0, node)
  }
  return node
}
