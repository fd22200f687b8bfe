import CMarkGFM

/// A source line of a paragraph.
struct InlineLine {
  /// Without the break at its end.
  var children: [Node] = []
  /// The break before it.
  var lineEnd: Node?

  /// What people read of it; empty where a template fragment stands in it, of which nobody knows what it is.
  var text: [UInt8] {
    var text: [UInt8] = []
    for child in children {
      if child.kind == CMARK_NODE_TEXT {
        if child.literal.holdsFragment { return [] }
        text += child.literal.filter { $0 != EmphasisMark.byte }
      } else if child.kind == CMARK_NODE_EMPH || child.kind == CMARK_NODE_STRONG || child.kind == CMARK_NODE_LINK {
        text += child.plainText.utf8
      } else {
        return []
      }
    }
    return text
  }

  /// Where to cut the line so that so many bytes of its text stand before the cut; `nil` when that is within emphasis
  /// or a link.
  func split(at length: Int) -> InlineSplit? {
    var rest = length
    for (index, child) in children.enumerated() {
      if rest == 0 { return InlineSplit(child: index, offset: 0) }
      guard child.kind == CMARK_NODE_TEXT else {
        rest -= child.plainText.utf8.count
        if rest < 0 { return nil }
        continue
      }
      for (offset, byte) in child.literal.enumerated() {
        if rest == 0 { return InlineSplit(child: index, offset: offset) }
        if byte != EmphasisMark.byte { rest -= 1 }
      }
    }
    return nil
  }
}

/// A cut in a row of inline nodes.
struct InlineSplit: Equatable {
  let child: Int
  /// In the bytes of the child, which is a text.
  let offset: Int

  func apply(to children: [Node]) -> (head: [Node], rest: [Node]) {
    guard offset > 0 else { return (Array(children[..<child]), Array(children[child...])) }
    let text = Array(children[child].literal)
    let head = Node.new(CMARK_NODE_TEXT)
    head.pointee.start_line = children[child].pointee.start_line
    set(head, text[..<offset])
    set(children[child], text[offset...].drop { $0 == 0x20 })
    return (children[..<child] + [head], Array(children[child...]))
  }

  private func set(_ node: Node, _ text: ArraySlice<UInt8>) {
    text.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { text in
      _ = cmark_node_set_literal(node, Array(text + [0]))
    }
  }
}

extension Node {
  /// The lines of a paragraph as they were written.
  var inlineLines: [InlineLine] {
    var lines = [InlineLine()]
    var child = pointee.first_child
    while let current = child {
      if current.kind == CMARK_NODE_SOFTBREAK || current.kind == CMARK_NODE_LINEBREAK {
        lines.append(InlineLine(lineEnd: current))
      } else {
        lines[lines.count - 1].children.append(current)
      }
      child = current.pointee.next
    }
    return lines
  }

  /// Whether a line of this paragraph may begin with a number of the ladder, as far as a glance tells.
  var mayHoldLadder: Bool {
    var child = pointee.first_child
    var isAtStart = true
    while let current = child {
      if isAtStart {
        var leaf = current
        while let first = leaf.pointee.first_child { leaf = first }
        if leaf.kind == CMARK_NODE_TEXT, leaf.literal.mayBeginLadder { return true }
      }
      isAtStart = current.kind == CMARK_NODE_SOFTBREAK || current.kind == CMARK_NODE_LINEBREAK
      child = current.pointee.next
    }
    return false
  }
}

extension Bytes {
  /// A digit, a bracket or a Chinese numeral.
  fileprivate var mayBeginLadder: Bool {
    guard let first else { return false }
    switch first {
    case 0x30...0x39, UInt8(ascii: "("): return true
    // The 、 behind it.
    case 0xE4, 0xE5: return prefix(10).contains(0xE3)
    case 0xEF: return count > 3 && self[1] == 0xBC && self[2] == 0x88
    default: return false
    }
  }
}
