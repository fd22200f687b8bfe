import Glibc
import Ladder

/// One pass over a text: line by line into paragraphs, byte by byte through each line.
struct Scan {
  let text: Bytes
  private let excused: ExcusedRanges
  private(set) var remarks: [Remark] = []
  /// The offsets of half-width marks that may be made full-width.
  var mendable: [Int] = []
  /// The offsets of lines that begin a paragraph without a blank line before them.
  private(set) var joints: [Int] = []
  private var joined: [Remark] = []
  private var tornLines = 0

  private var lineNumber = 0
  private var lineStart = 0
  var unit: Unit?
  /// The paragraph before, which may go on in this one.
  private var previous: Unit?
  var brackets: [Bracket] = []
  /// How many of each kind there are among them.
  var bracketCounts = [Int](repeating: 0, count: 7)
  /// How many quotations are open: of `brackets`, and one between straight marks.
  var quotations = 0
  var isInStraightQuotes = false
  private var years: Remark?
  private var fence: (sign: UInt8, length: Int)?
  /// Up to where a template tag or a code span goes that began on an earlier line.
  var resume = 0
  private var isAfterBlank = true
  private var isInList = false

  init(_ text: Bytes, excuses: [Proofreader.Excuse]) {
    self.text = text
    excused = ExcusedRanges(excuses, in: text)
  }

  mutating func run() {
    let hasReturns = text.baseAddress.map { memchr($0, 0x0D, text.count) != nil } ?? false
    while lineStart < text.count {
      lineNumber += 1
      let end = lineEnd(from: lineStart, hasReturns: hasReturns)
      take(lineStart..<end)
      lineStart = end + 1
      if end + 1 < text.count, text[end] == 0x0D, text[end + 1] == 0x0A { lineStart += 1 }
    }
    closeUnit()
    settle()
    if let years { remarks.append(years) }
    // Where most breaks tear sentences, those behind a full stop are of the same hand.
    if joints.count > tornLines { remarks += joined } else { joints = [] }
    remarks.sort { ($0.offset, $0.rule.rawValue) < ($1.offset, $1.rule.rawValue) }
  }

  private func lineEnd(from start: Int, hasReturns: Bool) -> Int {
    if hasReturns {
      var end = start
      while end < text.count, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
      return end
    }
    guard let base = text.baseAddress, let found = memchr(base + start, 0x0A, text.count - start) else {
      return text.count
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  // MARK: - Remarks

  private func remark(_ rule: Rule, at spot: Spot, detail: String) -> Remark? {
    if excused.cover(rule, spot.offset) { return nil }
    return Remark(
      rule: rule, offset: spot.offset, line: spot.line, lineStart: spot.lineStart, detail: detail)
  }

  /// A spot in the current line.
  func spot(_ offset: Int) -> Spot { Spot(offset: offset, line: lineNumber, lineStart: lineStart) }

  /// Adds to the paragraph's remarks; more of one rule are counted. Answers whether nobody has vouched for it.
  @discardableResult
  mutating func note(_ rule: Rule, at spot: Spot, detail: String = "") -> Bool {
    guard let remark = remark(rule, at: spot, detail: detail) else { return false }
    unit?.add(remark)
    return true
  }

  @discardableResult
  mutating func note(_ rule: Rule, at offset: Int, detail: String = "") -> Bool {
    note(rule, at: spot(offset), detail: detail)
  }

  mutating func noteYear(at offset: Int) {
    if excused.cover(.relativeYear, offset) { return }
    if years == nil {
      years = remark(.relativeYear, at: spot(offset), detail: text.string(offset..<offset + 6))
    } else {
      years?.count += 1
    }
  }

  // MARK: - Lines

  private mutating func take(_ line: Range<Int>) {
    var start = line.lowerBound
    var indent = 0
    while start < line.upperBound, text[start] == 0x20 || text[start] == 0x09 {
      indent += text[start] == 0x09 ? 4 : 1
      start += 1
    }
    if fence != nil || start == line.upperBound || line.upperBound <= resume {
      if fence != nil { closeFence(start..<line.upperBound) } else if line.upperBound > resume { endBlock() }
      return
    }
    let isCode = indent >= 4 && isAfterBlank && !isInList
    guard !isCode, !opensFence(start..<line.upperBound) else { return }
    switch LineStart(text, start..<line.upperBound) {
    case .rule:
      endBlock()
      settle()
    case .definition(let address):
      endBlock()
      begin(.listItem, start..<line.upperBound)
      noteLink(at: address)
      endBlock()
    case .heading(let content):
      closeUnit()
      begin(.heading, content..<line.upperBound)
      scan(content, line.upperBound)
      closeUnit()
    case .tableRow:
      closeUnit()
      begin(.tableRow, start..<line.upperBound)
      scan(start, line.upperBound)
    case .listItem(let content):
      closeUnit()
      isInList = true
      begin(.listItem, content..<line.upperBound)
      scan(content, line.upperBound)
    case .quotation(let content):
      if unit?.kind == .quotation {
        extend(content..<line.upperBound)
      } else {
        begin(.quotation, content..<line.upperBound)
      }
      scan(content, line.upperBound)
    case .text:
      if isAfterBlank, indent < 2 { isInList = false }
      if unit != nil, unit?.kind != .tableRow {
        extend(start..<line.upperBound)
      } else {
        begin(.paragraph, start..<line.upperBound)
      }
      scan(start, line.upperBound)
    }
    isAfterBlank = false
  }

  /// A blank line, or something that no paragraph goes over.
  private mutating func endBlock() {
    closeUnit()
    isAfterBlank = true
  }

  private mutating func opensFence(_ line: Range<Int>) -> Bool {
    let sign = text[line.lowerBound]
    guard sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else { return false }
    let length = text[line].prefix { $0 == sign }.count
    guard length >= 3, !text[line].dropFirst(length).contains(UInt8(ascii: "`")) else { return false }
    endBlock()
    settle()
    fence = (sign, length)
    return true
  }

  private mutating func closeFence(_ line: Range<Int>) {
    guard let (sign, length) = fence else { return }
    let run = text[line].prefix { $0 == sign }.count
    if run >= length, text[line].dropFirst(run).allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { fence = nil }
  }

  // MARK: - Paragraphs

  private mutating func begin(_ kind: Unit.Kind, _ line: Range<Int>) {
    if unit != nil { closeUnit() }
    unit = Unit(kind, line, line: lineNumber, lineStart: lineStart, firstMendable: mendable.count)
  }

  private mutating func extend(_ line: Range<Int>) {
    checkHeading(before: line)
    checkBreak(before: line)
    unit?.extend(line, number: lineNumber, start: lineStart)
  }

  /// Looks whether the line before the current one, or at the end of the paragraph its last, is a heading that the
  /// paragraph has swallowed.
  private mutating func checkHeading(before next: Range<Int>?) {
    guard let unit, unit.kind == .paragraph, next != nil || unit.previousLine != nil else { return }
    let line = Bytes(rebasing: text[unit.currentLine])
    guard
      LadderLine.isHeading(
        line, after: unit.previousLine.map { Bytes(rebasing: text[$0]) }, before: next.map { Bytes(rebasing: text[$0]) }
      )
    else { return }
    if next == nil { self.unit?.endsInHeading = true }
    let offset = unit.currentLine.lowerBound
    guard !excused.cover(.gluedHeading, offset) else { return }
    self.unit?.add(
      Remark(
        rule: .gluedHeading, offset: offset, line: unit.lastLine, lineStart: unit.lastLineStart,
        detail: text.string(unit.currentLine)))
  }

  private mutating func checkBreak(before next: Range<Int>) {
    guard let unit, unit.kind == .paragraph else { return }
    switch LineBreak(after: Bytes(rebasing: text[unit.currentLine]), before: Bytes(rebasing: text[next])) {
    case .joint:
      guard let remark = remark(.joinedParagraphs, at: spot(next.lowerBound), detail: "") else { return }
      joints.append(next.lowerBound)
      if let last = joined.last, last.offset >= unit.range.lowerBound {
        joined[joined.count - 1].count += 1
      } else {
        joined.append(remark)
      }
    case .torn: tornLines += 1
    case .unknown: break
    }
  }

  private mutating func closeUnit() {
    guard unit != nil else { return }
    checkHeading(before: nil)
    closeBrackets()
    guard var unit else { return }
    if unit.kind == .paragraph, let numbered = LadderLine(Bytes(rebasing: text[unit.range])) {
      unit.hasLadderNumber = true
      if numbered.form == .heading { unit.kind = .heading }
    }
    if unit.hasWideBlank, unit.kind == .heading || unit.kind == .paragraph && unit.looksLikeTitle {
      noteBlank(in: &unit)
    }
    if let index = unit.remarks.firstIndex(where: { $0.rule == .halfWidth }) {
      unit.remarks[index].detail = Self.list(unit.halfWidthMarks)
    }
    self.unit = nil
    settle(before: &unit)
    previous = unit
  }

  private func noteBlank(in unit: inout Unit) {
    let title = Bytes(rebasing: text[unit.range])
    guard let offset = TitleBlank.first(in: title), !excused.cover(.titleBlank, unit.range.lowerBound + offset) else {
      return
    }
    unit.remarks.append(
      Remark(
        rule: .titleBlank, offset: unit.range.lowerBound + offset, line: unit.line, lineStart: unit.lineStart,
        detail: TitleBlank.passage(around: offset, in: title)))
  }

  /// Takes up what the previous paragraph found, now that the next one is known.
  private mutating func settle(before next: inout Unit) {
    guard var unit = previous else { return }
    if unit.goesOn(in: next, text) {
      let offset = text.offset(before: unit.range.upperBound)
      if !excused.cover(.brokenParagraph, offset) {
        unit.remarks.append(
          Remark(rule: .brokenParagraph, offset: offset, line: unit.lastLine, lineStart: unit.lastLineStart))
      }
      Unit.match(&unit, &next)
    } else if let first = unit.open.first, first.kind == .quotes, first.offset == unit.range.lowerBound,
      text.three(at: next.range.lowerBound) == 0xE2809C
    {
      // Each paragraph of a long quotation opens with “, only the last one closes.
      unit.open.removeFirst()
    }
    previous = unit
    settle()
  }

  private mutating func settle() {
    guard let unit = previous else { return }
    remarks += unit.remarks
    for rest in unit.rest(in: text) where !excused.cover(.unpaired, rest.offset) {
      if let last = remarks.last, last.rule == .unpaired, unit.range.contains(last.offset) {
        remarks[remarks.count - 1].count += 1
      } else {
        remarks.append(
          Remark(
            rule: .unpaired, offset: rest.offset, line: rest.spot.line, lineStart: rest.spot.lineStart,
            detail: text.string(rest.offset..<text.offset(after: rest.offset))))
      }
    }
    previous = nil
  }
}
