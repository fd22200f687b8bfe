import CMarkGFM
import Ladder

/// Makes headings of paragraphs and lines that are headings by the ladder of official documents (一、（一）1.（1）), so that
/// they need no `#`.
///
/// A head that runs into its text (`一、抓制度。制定……`) becomes a heading with a paragraph below it: a screen reader and
/// the table of contents find it there.
struct LadderHeadings {
  /// By how much the level of a heading without `#` is deeper than its rank.
  private var base: Int32 = 0

  static func make(below root: Node) {
    var blocks = blocks(below: root)
    // Nearly every text has none.
    guard blocks.contains(where: { $0.parts.contains { $0.role != .text } }) else { return }
    dropLists(in: &blocks)
    var ladder = LadderHeadings()
    for block in blocks {
      if block.node.kind == CMARK_NODE_HEADING {
        let level = block.node.pointee.as.heading.level
        ladder.base = max(0, level - Int32(block.node.ladderLine?.rank ?? 0))
      } else if block.parts.contains(where: { $0.role != .text }) {
        ladder.divide(block)
      }
    }
  }

  private struct Block {
    let node: Node
    /// Of a paragraph.
    var parts: [Part] = []
  }

  /// Lines of a paragraph.
  private struct Part {
    enum Role: Equatable {
      case heading(rank: Int)
      case runIn(rank: Int, InlineSplit)
      case text
    }

    var role: Role
    /// The number of its first line in the paragraph.
    let line: Int
    /// The break before it.
    let lineEnd: Node?
    var children: [Node]

    var takesText: Bool { if case .heading = role { false } else { true } }
  }

  // MARK: - Finding

  private static func blocks(below root: Node) -> [Block] {
    var blocks: [Block] = []
    var node = root.pointee.first_child
    while let current = node {
      blocks.append(Block(node: current, parts: current.kind == CMARK_NODE_PARAGRAPH ? parts(of: current) : []))
      node = current.pointee.next
    }
    return blocks
  }

  private static func parts(of paragraph: Node) -> [Part] {
    guard paragraph.mayHoldLadder else { return [] }
    let lines = paragraph.inlineLines
    let texts = lines.map(\.text)
    var parts: [Part] = []
    for (number, line) in lines.enumerated() {
      let previous = number > 0 ? texts[number - 1] : nil
      let next = number + 1 < lines.count ? texts[number + 1] : nil
      let role = role(of: line, after: previous, before: next)
      if role == .text, let last = parts.indices.last, parts[last].takesText {
        if let lineEnd = line.lineEnd { parts[last].children.append(lineEnd) }
        parts[last].children += line.children
      } else {
        parts.append(Part(role: role, line: number, lineEnd: line.lineEnd, children: line.children))
      }
    }
    return parts
  }

  private static func role(of line: InlineLine, after previous: [UInt8]?, before next: [UInt8]?) -> Part.Role {
    line.text.withUnsafeBufferPointer { text in
      guard let numbered = LadderLine(text) else { return .text }
      return previous.withBytes { previous in
        next.withBytes { next in
          switch numbered.form {
          case .heading where LadderLine.isHeading(text, after: previous, before: next):
            return .heading(rank: numbered.rank)
          case .runIn(let length) where numbered.mayBegin(after: previous):
            return line.split(at: length).map { .runIn(rank: numbered.rank, $0) } ?? .text
          default: return .text
          }
        }
      }
    }
  }

  /// Numbered lines of one rank right below each other are a list, and a heading has something below it.
  private static func dropLists(in blocks: inout [Block]) {
    var last: (block: Int, part: Int, rank: Int, isList: Bool)?
    func settle(hasContent: Bool, _ blocks: inout [Block]) {
      if let last, last.isList || !hasContent { blocks[last.block].parts[last.part].role = .text }
      last = nil
    }
    for block in blocks.indices {
      for part in blocks[block].parts.indices {
        guard case .heading(let rank) = blocks[block].parts[part].role else {
          settle(hasContent: true, &blocks)
          continue
        }
        let isList = last?.rank == rank
        settle(hasContent: !isList, &blocks)
        last = (block, part, rank, isList)
      }
      if blocks[block].parts.isEmpty {
        let kind = blocks[block].node.kind
        settle(hasContent: kind != CMARK_NODE_HEADING && kind != CMARK_NODE_FOOTNOTE_DEFINITION, &blocks)
      }
    }
    settle(hasContent: false, &blocks)
  }

  // MARK: - Dividing

  private func divide(_ block: Block) {
    var open: Node?
    for part in block.parts {
      switch part.role {
      case .heading(let rank):
        insert(Self.withoutBold(part.children), as: heading(rank: rank), before: block.node, part.line)
        open = nil
      case .runIn(let rank, let split):
        let (head, rest) = split.apply(to: part.children)
        insert(Self.withoutBold(head), as: heading(rank: rank), before: block.node, part.line)
        open = insert(rest, as: Node.new(CMARK_NODE_PARAGRAPH), before: block.node, part.line)
      case .text:
        // Lines that turned out to be text go on where the text before them stands.
        if let open {
          for child in (part.lineEnd.map { [$0] } ?? []) + part.children { cmark_node_append_child(open, child) }
        } else {
          open = insert(part.children, as: Node.new(CMARK_NODE_PARAGRAPH), before: block.node, part.line)
        }
      }
    }
    // Its text may still lie in its memory, which is given back with the tree.
    cmark_node_unlink(block.node)
  }

  /// A heading need not be bold too.
  private static func withoutBold(_ children: [Node]) -> [Node] {
    guard children.count == 1, children[0].kind == CMARK_NODE_STRONG else { return children }
    var inner: [Node] = []
    var child = children[0].pointee.first_child
    while let current = child {
      inner.append(current)
      child = current.pointee.next
    }
    return inner
  }

  private func heading(rank: Int) -> Node {
    let heading = Node.new(CMARK_NODE_HEADING)
    heading.pointee.as.heading.level = min(base + Int32(rank), 6)
    return heading
  }

  @discardableResult
  private func insert(_ children: [Node], as block: Node, before paragraph: Node, _ line: Int) -> Node {
    cmark_node_insert_before(paragraph, block)
    block.pointee.start_line = paragraph.pointee.start_line + Int32(line)
    for child in children { cmark_node_append_child(block, child) }
    return block
  }
}

extension Node {
  /// What the text of a heading or a line is by its number.
  fileprivate var ladderLine: LadderLine? {
    Array(plainText.utf8).withUnsafeBufferPointer { LadderLine($0) }
  }
}

extension [UInt8]? {
  fileprivate func withBytes<Result>(_ body: (Bytes?) -> Result) -> Result {
    switch self {
    case nil: body(nil)
    case let bytes?: bytes.withUnsafeBufferPointer { body($0) }
    }
  }
}
