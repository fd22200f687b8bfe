/// A narrative's source without what is no prose: marks of emphasis, blanks, link addresses, code, and what the template
/// language writes. Values that it merges in are right by construction; only their place is kept.
struct Prose {
  /// A paragraph, heading, list item or cell of a table.
  struct Block: Hashable {
    /// 1…6 for headings.
    var level: Int?
    var letters: [Letter] = []
  }

  private(set) var blocks: [Block] = []
  private var block = Block()
  private var isInFence = false

  /// - Parameter line: the line of the file on which the text begins.
  init(_ text: [UInt8], from line: Int) {
    let lines = TemplateMask.apply(to: String(decoding: text, as: UTF8.self).unicodeScalars)
      .split(separator: "\n", omittingEmptySubsequences: false)
    for (index, content) in lines.enumerated() { read(content, number: line + index) }
    close()
  }

  private mutating func close() {
    if !block.letters.isEmpty { blocks.append(block) }
    block = Block()
  }

  private mutating func read(_ line: ArraySlice<Unicode.Scalar>, number: Int) {
    let start = line.startIndex
    var rest = line.drop { $0.properties.isWhitespace || $0 == ">" }
    if rest.starts(with: "```".unicodeScalars) || rest.starts(with: "~~~".unicodeScalars) {
      isInFence.toggle()
      return close()
    }
    if isInFence { return }
    let isTable = rest.first == "|" || rest.contains("\t")
    let level = rest.prefix { $0 == "#" }.count
    if rest.isEmpty || isTable || level > 0 || Self.isListItem(rest) { close() }
    if level > 0 {
      block.level = level
      rest = rest.dropFirst(level)
    }
    append(rest, of: line, from: start, number: number, isTable: isTable)
    if isTable || level > 0 { close() }
  }

  private static func isListItem(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    if let first = line.first, "-*+".unicodeScalars.contains(first) {
      return line.dropFirst().first?.properties.isWhitespace ?? false
    }
    let rest = line.drop { ("0"..."9").contains($0) }
    return rest.count < line.count && (rest.first == "." || rest.first == ")") && rest.dropFirst().first == " "
  }

  /// Blanks and marks say nothing, but two numbers with only blanks between them stay two.
  private mutating func append(
    _ rest: ArraySlice<Unicode.Scalar>, of line: ArraySlice<Unicode.Scalar>, from start: Int, number: Int,
    isTable: Bool
  ) {
    var index = rest.startIndex
    var isAfterBlank = true
    while index < rest.endIndex {
      let scalar = rest[index]
      if scalar == "]", index + 1 < rest.endIndex, rest[index + 1] == "(" {
        index = (rest[index...].firstIndex(of: ")") ?? rest.endIndex - 1) + 1
      } else if scalar == "[", index + 1 < rest.endIndex, rest[index + 1] == "^" {
        index = (rest[index...].firstIndex(of: "]") ?? rest.endIndex - 1) + 1
      } else {
        if scalar == "\t" || isTable && scalar == "|" {
          close()
        } else if scalar.properties.isWhitespace || scalar.properties.generalCategory == .format {
          isAfterBlank = true
        } else if !"*_`[]\\#".unicodeScalars.contains(scalar) {
          let letter = Letter(scalar: scalar.canonical, line: number, column: index - start + 1)
          if isAfterBlank, letter.isDigit, block.letters.last?.isDigit ?? false {
            block.letters.append(Letter(scalar: Letter.gap, line: number, column: letter.column))
          }
          block.letters.append(letter)
          isAfterBlank = false
        }
        index += 1
      }
    }
  }
}
