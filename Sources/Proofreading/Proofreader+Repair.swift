extension Proofreader {
  /// The text with the tears of scanning and pasting mended: paragraphs that a page break cut are one again, those
  /// without a blank line between them have one, headings that ran into their text stand alone. `nil` when there is
  /// nothing to mend; no character is changed but line breaks.
  package func repaired(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var repaired = Array(text)
    var isChanged = false
    // Of each paragraph one heading is found at a time.
    for _ in 0..<Self.repairRounds {
      let edits = repaired.withUnsafeBufferPointer { text -> [Edit] in
        var scan = Scan(text, excuses: [])
        scan.run()
        let edits = scan.remarks.compactMap { Self.edit(for: $0, in: text) } + scan.joints.map { ($0..<$0, [0x0A]) }
        return edits.sorted { $0.range.lowerBound > $1.range.lowerBound }
      }
      if edits.isEmpty { break }
      for edit in edits { repaired.replaceSubrange(edit.range, with: edit.breaks) }
      isChanged = true
    }
    return isChanged ? repaired : nil
  }

  private static let repairRounds = 100

  /// Which line breaks become which ones.
  private typealias Edit = (range: Range<Int>, breaks: [UInt8])

  private static func edit(for remark: Remark, in text: Bytes) -> Edit? {
    func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D || byte == 0x20 || byte == 0x09 }
    let blankLine: [UInt8] = [0x0A, 0x0A]
    switch remark.rule {
    case .brokenParagraph:
      let end = text.offset(after: remark.offset)
      let next = text[end...].firstIndex { !isBreak($0) } ?? text.count
      return (end..<next, [])
    case .gluedHeading:
      let start = text[..<remark.offset].lastIndex { !isBreak($0) }.map { $0 + 1 } ?? 0
      if start > 0, text[start..<remark.offset].count(where: { $0 == 0x0A }) < 2 {
        return (start..<remark.offset, blankLine)
      }
      let end = text[remark.offset...].firstIndex { $0 == 0x0A } ?? text.count
      let next = text[end...].firstIndex { !isBreak($0) } ?? text.count
      return next == text.count ? nil : (end..<next, blankLine)
    default: return nil
    }
  }
}
