import Claims
import Diagnostics
import Disclosure
import Integrity
import Loader
import Renderer

/// The gate and the pages, with the demonstration's templates.
struct Publishing: Sendable {
  static let shared = Publishing()
  /// Where `proposals` are from.
  static let ledger = "a.csv"

  /// A few of the demonstration's.
  let proposals: [Proposal]
  private let theme: Theme
  private let gate = Gate(asOf: CalendarDate(text: "2025-09-30") ?? CalendarDate(dayNumber: 0))

  private init() {
    let lines = Corpus.text("content/records/2024年建议.csv").split(separator: "\n").prefix(8).joined(separator: "\n")
    let records = RecordReader(column: Settings.column)
    var diagnostics = Diagnostics()
    var proposals: [Proposal] = []
    LedgerReader(.records).read(Array(lines.utf8), .csv, file: Self.ledger, reporting: &diagnostics) { row, _ in
      // One row of each, as nothing merges them here.
      guard let record = row.flatMap({ records.read($0).record }), !proposals.contains(where: { $0.key == record.key })
      else { return }
      proposals.append(record)
    }
    self.proposals = proposals
    let texts = Corpus.files(in: "templates", suffix: ".html").map {
      (String($0.dropFirst("templates/".count)), Corpus.text($0))
    }
    guard !proposals.isEmpty,
      let theme = Theme.compile(Dictionary(uniqueKeysWithValues: texts), assets: [], reporting: &diagnostics)
    else { fatalError("\(diagnostics.list)") }
    self.theme = theme
  }

  /// The pages that are wanted, with their addresses.
  ///
  /// - Parameters:
  ///   - text: that of every narrative.
  ///   - isWanted: gets the place of the record or text behind a page.
  func pages(
    of catalogue: Catalogue, _ text: [UInt8], reporting diagnostics: inout Diagnostics,
    where isWanted: (Page, Place?) -> Bool
  ) -> [(address: String, bytes: [UInt8])] {
    let opening = gate.open(catalogue)
    diagnostics.add(contentsOf: opening.diagnostics)
    if let document = opening.column.documents.first {
      var check = ClaimCheck(opening, of: catalogue.proposals, gate: gate)
      diagnostics.add(contentsOf: check.diagnostics(of: text, in: document))
    }
    let renderer = Renderer(
      opening.column, gate: gate, theme: theme, files: [], workers: 1, text: { _ in text }, history: History(),
      reporting: &diagnostics)
    return renderer.pages.filter { isWanted($0, renderer.place(of: $0)) }.map { page in
      let (bytes, outcome) = renderer.whole(page)
      diagnostics.add(contentsOf: outcome.diagnostics.list)
      return (page.address, bytes)
    }
  }
}
