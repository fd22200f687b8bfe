import CMarkGFM
import Diagnostics

/// Gives a document to the parser, with its marks, and stops before an input for which the parser would take very
/// long.
struct DocumentFeed {
  private let source: Source
  private let text: Bytes
  private let parser: UnsafeMutablePointer<cmark_parser>
  private var finder: EmphasisMarkFinder
  private var nextMark: Int
  private var fed = 0
  /// The columns of the table that may be under way, 0 if there is none.
  private var tableColumns = 0
  private var tableCells = 0
  private var lastParagraph: Node?
  private var failedTables = 0

  init(_ source: Source, text: Bytes, to parser: UnsafeMutablePointer<cmark_parser>) {
    self.source = source
    self.text = text
    self.parser = parser
    finder = EmphasisMarkFinder(text)
    nextMark = finder.next()
  }

  mutating func run() throws(Diagnostic) {
    try checkImages()
    // The parser passes over a byte order mark.
    var start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < text.count {
      let end = text.firstOffset(of: UInt8(ascii: "\n"), from: start)
      if tableColumns > 0 { try checkTableRow(start..<end) }
      // A line of Chinese is neither nested nor the line below the head of a table.
      if start < end, text[start] < 0x80 {
        try checkDepth(start..<end)
        if mayFollowTableHead(start..<end) { try checkTable(start..<end) }
      }
      start = end + 1
    }
    feed(upTo: text.count)
    try checkReferences()
  }

  private mutating func feed(upTo end: Int) {
    while nextMark < end {
      feed(fed..<nextMark)
      feed(EmphasisMark.byte)
      fed = nextMark
      nextMark = finder.next()
    }
    feed(fed..<end)
    fed = end
  }

  private func feed(_ range: Range<Int>) {
    text[rebased: range].withMemoryRebound(to: CChar.self) { part in
      cmark_parser_feed(parser, part.baseAddress, part.count)
    }
  }

  private func feed(_ byte: UInt8) {
    withUnsafePointer(to: CChar(bitPattern: byte)) { cmark_parser_feed(parser, $0, 1) }
  }
}

// MARK: What would take too long

extension DocumentFeed {
  /// Each `![` waits for its end while the links after it are read.
  private func checkImages() throws(Diagnostic) {
    var count = 0
    var offset = text.firstOffset(of: UInt8(ascii: "!"))
    while offset < text.count {
      if offset + 1 < text.count, text[offset + 1] == UInt8(ascii: "[") { count += 1 }
      guard count <= Limits.images else {
        throw Diagnostic(
          .error, "markdown/too-many-images", at: source.place(offset: offset), "一篇文档里的图片超过 \(Limits.images) 张",
          hint: "请把文档分成几篇")
      }
      offset = text.firstOffset(of: UInt8(ascii: "!"), from: offset + 1)
    }
  }

  /// Counts the marks of block quotes and lists at the beginning of a line, and each two columns of further blanks as
  /// a list in which the line may stand.
  private func checkDepth(_ line: Range<Int>) throws(Diagnostic) {
    var depth = 0
    var blanks = 0
    var offset = line.lowerBound
    while offset < line.upperBound {
      switch text[offset] {
      case UInt8(ascii: " "):
        blanks += 1
        offset += 1
        continue
      case UInt8(ascii: "\t"):
        blanks += 4
        offset += 1
        continue
      case UInt8(ascii: ">"): break
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
        guard isBlank(offset + 1) else { return }
      case 0x30...0x39:
        while offset < line.upperBound, 0x30...0x39 ~= text[offset] { offset += 1 }
        guard offset < line.upperBound, text[offset] == UInt8(ascii: ".") || text[offset] == UInt8(ascii: ")"),
          isBlank(offset + 1)
        else { return }
      default: return
      }
      depth += 1
      guard depth + blanks / 2 <= Limits.depth else {
        throw Diagnostic(
          .error, "markdown/too-deep", at: source.place(offset: offset), "引用和列表嵌套超过 \(Limits.depth) 层",
          hint: "请减少嵌套，或改用标题分层")
      }
      // The blank that belongs to the mark.
      offset += isBlank(offset + 1) ? 2 : 1
    }
  }

  private func isBlank(_ offset: Int) -> Bool {
    offset >= text.count || text[offset] == UInt8(ascii: " ") || text[offset] == UInt8(ascii: "\t")
      || text[offset] == UInt8(ascii: "\n")
  }

  /// Whether a line consists of nothing but the characters of the line below the head of a table, and is not the
  /// underline of a heading.
  private func mayFollowTableHead(_ line: Range<Int>) -> Bool {
    var hasHyphen = false
    var isUnderline = true
    for byte in text[line] {
      switch byte {
      case UInt8(ascii: "-"): hasHyphen = true
      case UInt8(ascii: "|"), UInt8(ascii: ":"), 0x0B, 0x0C: isUnderline = false
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">"): break
      default: return false
      }
    }
    return hasHyphen && !isUnderline
  }

  /// At such a line the parser reads the whole paragraph above as rows, going back from each to the last `|`.
  private mutating func checkTable(_ line: Range<Int>) throws(Diagnostic) {
    feed(upTo: line.lowerBound)
    guard let paragraph = parser.pointee.current, paragraph.kind == CMARK_NODE_PARAGRAPH else { return }
    let above = Bytes(start: paragraph.pointee.content.ptr, count: Int(paragraph.pointee.content.size))
    failedTables = paragraph == lastParagraph ? failedTables + 1 : 0
    lastParagraph = paragraph
    let lines = above.count { $0 == UInt8(ascii: "\n") }
    guard lines * above.count <= Limits.textBeforeTable, columns(of: above) <= 16 * Limits.tableColumns,
      failedTables <= Limits.failedTables
    else {
      throw Diagnostic(
        .error, "markdown/text-before-table", at: source.place(offset: line.lowerBound), "表格紧接在一个很长的段落后面",
        hint: "请在表格前加一个空行，并使表头和分隔行的列数相同")
    }
    let head = above[rebased: (above.dropLast().lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1..<above.count]
    tableColumns = max(columns(of: text[rebased: line]), columns(of: head))
    guard tableColumns <= Limits.tableColumns else { throw tooManyColumns(at: line) }
  }

  private mutating func checkTableRow(_ line: Range<Int>) throws(Diagnostic) {
    guard !text[line].allSatisfy({ $0 <= 0x20 }) else {
      tableColumns = 0
      return
    }
    guard columns(of: text[rebased: line]) <= 4 * Limits.tableColumns else { throw tooManyColumns(at: line) }
    tableCells += tableColumns
    guard tableCells <= Limits.tableCells else {
      throw Diagnostic(
        .error, "markdown/table-too-large", at: source.place(offset: line.lowerBound),
        "文档里的表格合计超过 \(Limits.tableCells) 格", hint: "请把数据放进附件，文中只留主要的行")
    }
  }

  private func tooManyColumns(at line: Range<Int>) -> Diagnostic {
    Diagnostic(
      .error, "markdown/too-many-columns", at: source.place(offset: line.lowerBound), "表格超过 \(Limits.tableColumns) 列",
      hint: "请把表格分成几个，或者把行和列对调")
  }

  /// At least as many as the table has.
  private func columns(of row: Bytes) -> Int {
    row.count { $0 == UInt8(ascii: "|") } + 1
  }

  /// Each link by reference gets a copy of the address and the title.
  private func checkReferences() throws(Diagnostic) {
    closeParagraph()
    guard var entry = parser.pointee.refmap.pointee.refs else { return }
    var longest = 0
    while true {
      let reference = UnsafeRawPointer(entry).load(as: cmark_reference.self)
      longest = max(longest, Int(reference.url.len) + Int(reference.title.len))
      guard let next = entry.pointee.next else { break }
      entry = next
    }
    let uses = text.count { $0 == UInt8(ascii: "]") }
    guard longest * uses <= Limits.referenceBytes else {
      throw Diagnostic(
        .error, "markdown/references-too-long", at: source.place(line: 1), "文末定义的链接地址太长，引用又太多",
        hint: "请缩短地址，或把文档分成几篇")
    }
  }

  /// Definitions are read when their paragraph ends, here by a blank line after the text.
  private func closeParagraph() {
    if parser.pointee.linebuf.size > 0 { feed(UInt8(ascii: "\n")) }
    if parser.pointee.current.kind == CMARK_NODE_PARAGRAPH { feed(UInt8(ascii: "\n")) }
  }
}
