import CMarkGFM
import Diagnostics

/// What CommonMark allows, and a letter hardly ever means.
extension Writer {
  /// Links, pictures and footnotes that are written so that they are none stand on the page as they were typed.
  mutating func warnOfBrokenLinks(in literal: Bytes, of node: Node) {
    var closing = literal.firstOffset(of: UInt8(ascii: "]"))
    guard closing < literal.count else { return }
    var (opening, next) = (Int?.none, literal.firstOffset(of: UInt8(ascii: "[")))
    while closing < literal.count, warnings.count < Limits.errors {
      while next < closing {
        opening = next
        next = literal.firstOffset(of: UInt8(ascii: "["), from: next + 1)
      }
      if let start = opening { warnOfBrokenLink(literal, start..<closing + 1, of: node) }
      opening = nil
      closing = literal.firstOffset(of: UInt8(ascii: "]"), from: closing + 1)
    }
  }

  private mutating func warnOfBrokenLink(_ literal: Bytes, _ brackets: Range<Int>, of node: Node) {
    if let address = Self.address(at: literal[rebased: brackets.upperBound..<literal.count]) {
      warn(
        "markdown/broken-link", at: source.place(of: address, near: node), "这里的链接或图片写得不对，会照原样显示：“\(address)”",
        "地址里不能有空格，请把文件名里的空格去掉；链接里不能再有链接")
    } else if brackets.count > 3, literal[brackets.lowerBound + 1] == UInt8(ascii: "^") {
      let label = literal[rebased: brackets].string
      warn(
        "markdown/unknown-footnote", at: source.place(of: label, near: node), "脚注“\(label)”没有内容，会照原样显示",
        "在文末另起一段写明内容，以“\(label):”开头")
    }
  }

  /// In bytes.
  private static let longestAddress = 400

  /// What stands in round brackets at the front of a text, if it may be an address.
  private static func address(at text: Bytes) -> String? {
    guard text.first == UInt8(ascii: "("),
      let end = text.prefix(longestAddress).firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let address = text[rebased: 0..<end + 1].string
    return address.contains("/") || address.wholeMatch(of: /\(.*\.[A-Za-z0-9]{2,5}\)/) != nil ? address : nil
  }

  /// An indented paragraph of Chinese is one that was typed with the indent of paper.
  mutating func warnOfIndentedText(_ code: Bytes, of node: Node) {
    guard node.pointee.as.code.fenced == 0, code.contains(where: { $0 >= 0xE3 }) else { return }
    warn(
      "markdown/indented", at: source.place(line: node.firstLine), "这一段开头有制表符或四个以上空格，会显示成代码",
      "请删去段首的空白，页面会自动缩进两字；确是代码的，前后各用一行三个反引号“```”")
  }

  /// Rows without the line below the head, or pasted from a spreadsheet, are a paragraph.
  mutating func warnOfLostTable(in paragraph: Node) {
    guard let first = paragraph.pointee.first_child, first.kind == CMARK_NODE_TEXT, first.pointee.next != nil,
      let sign = first.literal.firstScalar(from: 0)
    else { return }
    let looksDrawn = sign == "|" || sign == "｜"
    guard looksDrawn || first.literal.contains(UInt8(ascii: "\t")) else { return }
    warn(
      "markdown/lost-table", at: source.place(line: first.firstLine), "这几行像是表格，页面上却不会成为表格",
      "各格之间写半角竖线“|”，表头下面加一行“| --- | --- |”，有几栏就写几个")
  }

  /// In `3*4*5米` the asterisks vanish, and other figures are read.
  mutating func warnOfVanishingSigns(around node: Node) {
    guard let before = node.pointee.prev, before.kind == CMARK_NODE_TEXT, let text = node.pointee.first_child,
      text.kind == CMARK_NODE_TEXT, let last = before.literal.last, 0x30...0x39 ~= last,
      text.literal.allSatisfy({ 0x30...0x39 ~= $0 })
    else { return }
    warn(
      "markdown/vanishing-signs", at: source.place(line: before.firstLine),
      "“\(text.literal.string)”两边的星号会当作强调，不会显示", "乘号请写成“×”；要显示星号，写成“\\*”")
  }

  /// Cells behind the last column of the head are left out.
  mutating func warnOfLostCells(in row: Node) {
    let cells = Self.countCells(of: lines.line(row.firstLine, of: source.bytes))
    guard cells > table.column else { return }
    warn(
      "markdown/lost-cells", at: source.place(line: row.firstLine),
      "这一行有 \(cells) 格，表头只有 \(table.column) 格，多出来的不会显示", "请补上表头，或删去多余的竖线；内容里的竖线写成 \\|")
  }

  /// GFM takes a bar in code for one between cells, too.
  private static func countCells(of line: ArraySlice<UInt8>) -> Int {
    let container = " \t>-*+.)0123456789".utf8
    let start = line.firstIndex { !container.contains($0) } ?? line.endIndex
    guard let end = line.lastIndex(where: { $0 != 0x20 && $0 != 0x09 }), start <= end else { return 0 }
    var (count, isEscaped) = (1, false)
    for index in start...end {
      if line[index] == UInt8(ascii: "|"), !isEscaped, index != start, index != end { count += 1 }
      isEscaped = line[index] == UInt8(ascii: "\\") && !isEscaped
    }
    return count
  }

  private mutating func warn(_ rule: String, at place: Place, _ message: String, _ hint: String) {
    guard warnings.count < Limits.errors else { return }
    warnings.append(Diagnostic(.warning, rule, at: place, message, hint: hint))
  }
}
