/// What a line is in Markdown by the way it begins.
enum LineStart {
  /// A line of `-`, `*`, `_` or `=`.
  case rule
  /// `[name]: address`, the address at the offset.
  case definition(Int)
  /// `# 标题`, the text at the offset.
  case heading(Int)
  case tableRow
  case listItem(Int)
  case quotation(Int)
  case text

  init(_ text: Bytes, _ line: Range<Int>) {
    let start = line.lowerBound
    let byte = text[start]
    // Nearly every line begins with a Chinese character.
    self = byte >= 0x80 ? .text : Self.ascii(text, line, byte)
  }

  private static func ascii(_ text: Bytes, _ line: Range<Int>, _ byte: UInt8) -> LineStart {
    let start = line.lowerBound
    let end = line.upperBound
    switch byte {
    case UInt8(ascii: "#"):
      let level = text[line].prefix { $0 == byte }.count
      return level <= 6 && isBlank(text, start + level, end) ? .heading(skip(text, start + level, end)) : .text
    case UInt8(ascii: "|"): return .tableRow
    case UInt8(ascii: ">"): return .quotation(skip(text, start + 1, end))
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "_"), UInt8(ascii: "="):
      if text[line].allSatisfy({ $0 == byte || $0 == 0x20 }), byte != UInt8(ascii: "+") { return .rule }
      return isBlank(text, start + 1, end) && byte != UInt8(ascii: "_") && byte != UInt8(ascii: "=")
        ? .listItem(skip(text, start + 1, end)) : .text
    case 0x30...0x39:
      var index = start
      while index < end, text[index].isDigit { index += 1 }
      guard index < end, text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: ")"),
        isBlank(text, index + 1, end)
      else { return .text }
      return .listItem(skip(text, index + 1, end))
    case UInt8(ascii: "["):
      guard let closing = text[line].firstIndex(of: UInt8(ascii: "]")), closing + 1 < end,
        text[closing + 1] == UInt8(ascii: ":")
      else { return .text }
      let content = skip(text, closing + 2, end)
      // A footnote's text is text.
      return text[start + 1] == UInt8(ascii: "^") ? .listItem(content) : .definition(content)
    default: return .text
    }
  }

  private static func isBlank(_ text: Bytes, _ offset: Int, _ end: Int) -> Bool {
    offset >= end || text[offset] == 0x20 || text[offset] == 0x09
  }

  private static func skip(_ text: Bytes, _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, text[index] == 0x20 || text[index] == 0x09 { index += 1 }
    return index
  }
}
