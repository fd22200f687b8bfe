import Claims
import Diagnostics
import Disclosure
import Dispatch
import Integrity
import Loader
import Proofreading
import Renderer
import Synchronization

/// The way of one letter, report or bulletin: its file, the gate, the claims in it, its page.
struct NarrativeWay: Sendable {
  static let shared = NarrativeWay()

  private let proposals: [Proposal]
  private let theme: Theme
  private let gate = Gate(asOf: CalendarDate(text: "2025-09-30") ?? CalendarDate(dayNumber: 0))

  private init() {
    let lines = Corpus.text("content/records/2024年建议.csv").split(separator: "\n").prefix(8).joined(separator: "\n")
    let records = RecordReader(column: Settings.column)
    var diagnostics = Diagnostics()
    var proposals: [Proposal] = []
    LedgerReader(.records).read(Array(lines.utf8), .csv, file: "a.csv", reporting: &diagnostics) { row, _ in
      if let record = records.read(row).record { proposals.append(record) }
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

  /// Reports and bulletins say what they are.
  static func isLetter(_ bytes: [UInt8]) -> Bool { !String(decoding: bytes, as: UTF8.self).contains("\n文种:") }

  func go(_ bytes: [UInt8], reporting diagnostics: inout Diagnostics) throws(Diagnostic) {
    let isLetter = Self.isLetter(bytes)
    let path = isLetter ? "content/replies/a.md" : "content/reports/a.md"
    let file = try NarrativeFile(path: path, bytes: bytes)
    diagnostics.add(contentsOf: file.remarks)
    let text = Array(try TextDecoding.decode(bytes, file: path).bytes[file.source.offset...])
    _ = Proofreader().mended(text[...])
    var catalogue = Catalogue(
      column: Settings.column, proposals: proposals, documents: [], files: [:], rejected: 0, areRepliesComplete: false)
    if isLetter {
      var reply = try ReplyFile(file, reporting: &diagnostics).reply
      reply.disclosure = .open
      catalogue.proposals[0].assignments[0].replies = [reply]
    } else {
      var document = try DocumentFile.document(file, column: Settings.column, reporting: &diagnostics)
      document.disclosure = .open
      catalogue.documents = [document]
    }
    publish(catalogue, text, at: file.source, reporting: &diagnostics)
  }

  private func publish(
    _ catalogue: Catalogue, _ text: [UInt8], at source: NarrativeSource, reporting diagnostics: inout Diagnostics
  ) {
    let opening = gate.open(catalogue)
    diagnostics.add(contentsOf: opening.diagnostics)
    if let document = opening.column.documents.first {
      var check = ClaimCheck(opening, of: catalogue.proposals, gate: gate)
      diagnostics.add(contentsOf: check.diagnostics(of: text, in: document))
    }
    let (renderer, found) = waiting { [gate, theme] in
      var found = Diagnostics()
      let renderer = await Renderer(
        opening.column, gate: gate, theme: theme, files: [], workers: 1, text: { _ in text }, history: History(),
        reporting: &found)
      return (renderer, found)
    }
    diagnostics.add(contentsOf: found.list)
    for page in renderer.pages where page.address.hasPrefix("zongjie/") || page.place?.file == "a.csv" {
      var output: [UInt8] = []
      diagnostics.add(contentsOf: renderer.render(page, into: &output) { $0 = [] }.diagnostics.list)
    }
  }

  /// What `work` gives, awaited by a caller that cannot await.
  private func waiting<Answer: Sendable>(for work: @escaping @Sendable () async -> Answer) -> Answer {
    let answer = Mutex<Answer?>(nil)
    let end = DispatchSemaphore(value: 0)
    Task {
      let found = await work()
      answer.withLock { $0 = found }
      end.signal()
    }
    end.wait()
    guard let found = answer.withLock({ $0 }) else { fatalError("no answer") }
    return found
  }
}
