import Diagnostics

/// Looks through Chinese official texts for what editors mend: punctuation, document numbers, layout blanks, what a
/// scan or a copy has torn. All it finds are warnings. Knows no records.
///
/// Sources of the rules: GB/T 15834-2011 (punctuation), GB/T 9704-2012 (document numbers, headings).
package struct Proofreader: Sendable {
  /// 已核: a person vouches for a passage; the rule says nothing about what stands in it.
  package struct Excuse: Sendable {
    let rule: Rule
    let content: [UInt8]

    package init(_ rule: Rule, content: String) {
      self.rule = rule
      self.content = Array(content.utf8)
    }
  }

  private let excuses: [Excuse]
  private let isLetter: Bool

  /// - Parameter isLetter: whether the texts are letters, which stand beside their date, so that 今年 is plain in them.
  package init(excuses: [Excuse] = [], isLetter: Bool = false) {
    self.excuses = excuses
    self.isLetter = isLetter
  }

  /// What is wrong in a Markdown text in UTF-8 that stands in its file from the line of `place` on: for each paragraph
  /// and rule one diagnostic, with a count; for years that only a contemporary understands, one for the text.
  package func diagnostics(of text: ArraySlice<UInt8>, at place: Place) -> [Diagnostic] {
    text.withUnsafeBufferPointer { text in
      var scan = Scan(text, excuses: excuses)
      scan.run()
      let remarks = scan.remarks.filter { !isLetter || $0.rule != .relativeYear }
      return remarks.map { $0.diagnostic(in: text, from: place) }
    }
  }

  /// The text with full-width punctuation where Chinese wants it and nobody is quoted; `nil` when nothing is to be
  /// changed. Digits, letters and Han characters stay as they are.
  package func mended(_ text: ArraySlice<UInt8>) -> (text: [UInt8], count: Int)? {
    var mended: (text: [UInt8], count: Int)?
    // A mark that has become full-width may be what the one beside it was waiting for.
    for _ in 0..<Self.rounds {
      guard let (text, count) = mendedOnce(mended?.text[...] ?? text) else { break }
      mended = (text, count + (mended?.count ?? 0))
    }
    return mended
  }

  private static let rounds = 8

  private func mendedOnce(_ text: ArraySlice<UInt8>) -> (text: [UInt8], count: Int)? {
    text.withUnsafeBufferPointer { text in
      var scan = Scan(text, excuses: excuses)
      scan.run()
      let marks = scan.mendable.sorted()
      guard !marks.isEmpty else { return nil }
      var mended: [UInt8] = []
      mended.reserveCapacity(text.count + 2 * marks.count)
      var start = 0
      for mark in marks {
        mended += text[start..<mark]
        // 。, or full-width forms, which stand in the order of ASCII from U+FF01 on.
        mended += text[mark] == UInt8(ascii: ".") ? [0xE3, 0x80, 0x82] : [0xEF, 0xBC, text[mark] + 0x60]
        start = mark + 1
      }
      mended += text[start...]
      return (mended, marks.count)
    }
  }

  /// What is wrong with the blanks of a title.
  package func diagnostics(ofTitle title: String, at place: Place) -> [Diagnostic] {
    // Nearly every title has none.
    guard title.utf8.contains(where: { $0 == 0x20 || $0 == 0x09 || $0 == 0xE3 }) else { return [] }
    return remarks(on: Array(title.utf8), .titleBlank) { text in
      TitleBlank.first(in: text).map { ($0, TitleBlank.passage(around: $0, in: text)) }
    }.map { $0.diagnostic(at: place) }
  }

  /// What is wrong with a field that holds a document number and nothing else.
  package func diagnostics(ofDocumentNumber number: String, at place: Place) -> [Diagnostic] {
    remarks(on: Array(number.utf8), .documentNumber) { text in
      DocumentNumber.fault(inField: text).map { (0, $0) }
    }.map { $0.diagnostic(at: place) }
  }

  private func remarks(
    on text: [UInt8], _ rule: Rule, find: (Bytes) -> (offset: Int, detail: String)?
  ) -> [Remark] {
    text.withUnsafeBufferPointer { text in
      guard let (offset, detail) = find(text), !ExcusedRanges(excuses, in: text).cover(rule, offset) else { return [] }
      return [Remark(rule: rule, offset: offset, line: 1, lineStart: 0, detail: detail)]
    }
  }
}
