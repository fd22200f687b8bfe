/// A paragraph, heading, list item or table row as the scan goes through it.
struct Unit {
  enum Kind { case paragraph, heading, listItem, tableRow, quotation }

  var kind: Kind
  /// From its first character to behind its last one.
  var range: Range<Int>
  let line: Int
  let lineStart: Int
  var lastLine: Int
  var lastLineStart: Int

  var remarks: [Remark] = []
  /// What was opened and not closed, and the other way round.
  var open: [Bracket] = []
  var unopened: [Bracket] = []
  /// Which half-width marks there are, as bits of `Scan.marks`.
  var halfWidthMarks = 0
  /// How many marks to mend were known when it began.
  let firstMendable: Int

  var hasComma = false
  var hasStop = false
  var hasTab = false
  var hasWideBlank = false
  var previousLine: Range<Int>?
  var currentLine: Range<Int>
  var hasLadderNumber = false
  /// Whether its last line is a heading that it has swallowed.
  var endsInHeading = false

  init(_ kind: Kind, _ range: Range<Int>, line: Int, lineStart: Int, firstMendable: Int) {
    self.kind = kind
    self.range = range
    self.line = line
    self.lineStart = lineStart
    lastLine = line
    lastLineStart = lineStart
    self.firstMendable = firstMendable
    currentLine = range
  }

  mutating func extend(_ line: Range<Int>, number: Int, start: Int) {
    range = range.lowerBound..<line.upperBound
    previousLine = currentLine
    currentLine = line
    lastLine = number
    lastLineStart = start
  }

  /// Adds a remark, or counts it with those of its rule, of which it may be the first in the text.
  mutating func add(_ remark: Remark) {
    guard let index = remarks.firstIndex(where: { $0.rule == remark.rule }) else { return remarks.append(remark) }
    let count = remarks[index].count + 1
    if remark.offset < remarks[index].offset { remarks[index] = remark }
    remarks[index].count = count
  }
}
