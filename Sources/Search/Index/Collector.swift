import Diagnostics

/// Gathers the grams of the documents that one worker sees. They come best in ascending order: a document that stands
/// before the last one begins a new sequence of runs, and every sequence is looked through for every part of the index.
///
/// `@unchecked Sendable`: one worker has it while texts come, and `IndexBuilder.finish` afterwards.
package final class Collector: @unchecked Sendable {
  private var gathering: Gathering

  init(common: CommonPairs, store: any RunStore) { gathering = Gathering(common: common, store: store) }

  /// - Parameters:
  ///   - document: its position among the index's documents.
  ///   - title: UTF-8; words of it must be in the text too.
  ///   - text: UTF-8, with `SearchText.separator` between parts.
  ///   - number: by which a proposal is called; empty where there is none.
  /// - Throws: when the store of the runs takes no more.
  package func add(_ document: Int, title: [UInt8], text: [UInt8], number: String) throws(Diagnostic) {
    try gathering.add(UInt32(document), title: title, text: text, number: number)
  }

  /// All postings that were gathered, and how many they are; the collector is empty then.
  func takeRuns() throws(Diagnostic) -> (runs: [RunSequence], count: Int) { try gathering.takeRuns() }
}

/// What a collector works with, as a value: each field of an object is checked for exclusive access at each use.
private struct Gathering: ~Copyable {
  private let common: CommonPairs
  private let store: any RunStore
  private var text = SearchText()
  private var seen = GramSet()
  private var batch = Batch()
  private var runs: [RunSequence] = []
  private var last: UInt32?
  private var count = 0

  init(common: CommonPairs, store: any RunStore) {
    self.common = common
    self.store = store
  }

  mutating func add(_ document: UInt32, title: [UInt8], text words: [UInt8], number: String) throws(Diagnostic) {
    seen.removeAll()
    if let gram = Gram(proposalNumber: number) { seen.insert(gram.hash) }
    text.read(title.span.bytes)
    text.forEachGram(common: common, single: { seen.insert(symbol: $0) }) { seen.insert($0) }
    let titleCount = seen.count
    text.read(words.span.bytes)
    text.forEachGram(common: common, single: { seen.insert(symbol: $0) }) { seen.insert($0) }
    if last.map({ document <= $0 }) ?? true {
      try pack()
      runs.append([])
    }
    last = document
    batch.append(document, grams: seen, titleCount: titleCount)
    if batch.isFull { try pack() }
  }

  private mutating func pack() throws(Diagnostic) {
    if batch.documents.isEmpty { return }
    count += batch.count
    runs[runs.count - 1].append(try Run(&batch, in: store))
  }

  mutating func takeRuns() throws(Diagnostic) -> (runs: [RunSequence], count: Int) {
    try pack()
    let found = (runs, count)
    (runs, last) = ([], nil)
    return found
  }
}
