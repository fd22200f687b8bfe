import CMarkGFM

typealias Bytes = UnsafeBufferPointer<UInt8>

extension Bytes {
  /// The bytes of a string of the library, which lives as long as the node that holds it.
  init(_ chunk: cmark_chunk) {
    self.init(start: chunk.data, count: Int(chunk.len))
  }

  subscript(rebased range: Range<Int>) -> Bytes { Bytes(rebasing: self[range]) }
}

/// A node of the library's syntax tree, read without the library's accessors, which copy each text.
typealias Node = UnsafeMutablePointer<cmark_node>

extension Node {
  /// A node beside those of the parser, given back with them.
  static func new(_ kind: cmark_node_type) -> Node { cmark_node_new_with_mem(kind, ParserMemory.allocator) }

  var kind: cmark_node_type { cmark_node_type(UInt32(pointee.type)) }

  /// The text of a text, code, HTML or footnote node.
  var literal: Bytes { Bytes(pointee.as.literal) }

  /// The line with which it begins in the text without the file's front matter; 0 if the parser did not note it.
  var firstLine: Int {
    if let child = pointee.first_child, child.pointee.start_line > 0 { return Int(child.pointee.start_line) }
    var node = self
    while node.pointee.start_line == 0, let parent = node.pointee.parent { node = parent }
    return Int(node.pointee.start_line)
  }

  /// The node after this one in the order of the text, `nil` at the end of the part below `root`.
  func next(below root: Node, enteringInlines: Bool = true) -> Node? {
    if let child = pointee.first_child, enteringInlines || child.isBlock { return child }
    var node = self
    while node != root {
      if let sibling = node.pointee.next { return sibling }
      guard let parent = node.pointee.parent else { return nil }
      node = parent
    }
    return nil
  }

  private var isBlock: Bool { Int32(pointee.type) & CMARK_NODE_TYPE_MASK == CMARK_NODE_TYPE_BLOCK }
}
