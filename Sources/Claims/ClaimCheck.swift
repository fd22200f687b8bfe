import Diagnostics
import Disclosure

/// Compares the numbers that people typed in reports and bulletins with the figures of the records:
/// `共办理16件，其中主办2件` against what the ledger has.
///
/// Its findings are for the office: they name rows of the ledger, published or not.
package struct ClaimCheck {
  private let lexicon: Lexicon
  private let units: UnitDirectory
  private var ledger: Ledger

  /// - Parameters:
  ///   - opening: what the gate let through, and its figures.
  ///   - proposals: all records that were read.
  package init(_ opening: Gate.Result, of proposals: [Proposal], gate: Gate) {
    ledger = Ledger(opening, of: proposals, gate: gate)
    lexicon = Lexicon(opening.column.column, units: ledger.units)
    units = opening.column.column.units
  }

  /// The numbers in a published document's text that differ from the records, in the text's order.
  package mutating func diagnostics(of text: [UInt8], in document: Published<Document>) -> [Diagnostic] {
    let findings = Findings(ledger: ledger, document: document)
    let author = units.find(document.origin, on: document.date)?.unit ?? onlyUnit
    var reader = Reader(lexicon, context: Context(document, author: author), judge: findings.judge)
    var sections = Sections(lexicon, document: document)
    for block in Prose(text, from: document.source.line).blocks {
      reader.context.section = sections.section(at: block)
      reader.context.beginParagraph()
      let sentences = Sentence.sentences(block.letters)
      for letters in sentences { reader.read(Sentence(Array(letters), lexicon)) }
      if block.level != nil || sentences.count == 1 && sentences[0].endIndex == block.letters.endIndex {
        reader.context.endHeading()
      }
    }
    ledger = findings.ledger
    return findings.diagnostics.list
  }

  /// Where all records are one unit's, it is 我局.
  private var onlyUnit: UnitDirectory.Unit? {
    let units = ledger.units
    return units.count == 1 ? units.first : nil
  }
}

/// What a document's claims turn out to be.
private final class Findings {
  var ledger: Ledger
  let document: Published<Document>
  var diagnostics = Diagnostics()

  init(ledger: Ledger, document: Published<Document>) {
    self.ledger = ledger
    self.document = document
  }

  func judge(_ claim: Claim, in sentence: Sentence) -> Reader.Verdict {
    let verdict = Reader.Verdict(isWhole: claim.subject.readings.contains(where: \.isWhole))
    if claim.scopes.contains(where: { !claim.levels.isEmpty && claim.levels != ledger.levels(in: $0.year) }) {
      return verdict
    }
    var first: Comparison?
    // A document is not wrong because the ledger went on after its day; that day is counted only where it matters.
    for asOf in [ledger.gate.asOf, document.date] {
      for scope in claim.scopes {
        switch comparison(claim, scope, asOf: asOf)?.outcome {
        case .right(let isWhole): return Reader.Verdict(isWhole: isWhole)
        case .wrong: first = first ?? comparison(claim, scope, asOf: asOf)
        // Where the likeliest scope says nothing, the others prove nothing.
        case .unknown, nil: if first == nil { return verdict }
        }
      }
    }
    if let first { report(claim, first, sentence) }
    return Reader.Verdict(isWhole: verdict.isWhole, isWrong: true)
  }

  private func comparison(_ claim: Claim, _ scope: Statistics.Scope, asOf: CalendarDate) -> Comparison? {
    guard let statistics = ledger.statistics(of: scope, asOf: asOf) else { return nil }
    var before: Statistics?
    if case .change = claim.subject {
      before = scope.yearBefore.flatMap { ledger.statistics(of: $0, asOf: asOf) }
    }
    return Comparison(claim: claim, statistics: statistics, before: before)
  }

  private func report(_ claim: Claim, _ comparison: Comparison, _ sentence: Sentence) {
    let quote = sentence.text(claim.range)
    guard !document.excuses.contains(where: { $0.rule == Excuse.figureRule && $0.names(quote) }) else { return }
    let number = sentence.letters[claim.number]
    diagnostics.warning(
      "claim/differs", at: Place(document.source.file, line: number.line, column: number.column),
      "“\(quote)”与台账不符：\(Explanation(comparison, scope: claim.scopes[0], ledger: ledger).text)",
      hint: "改正数字，或者改正台账；口径不同、数字确实无误的，在文件头写明：已核: [{规则: \(Excuse.figureRule), 内容: \(quote), 理由: …}]")
  }
}
