import Diagnostics

/// Gathers the grams of the documents that one worker sees, in any order.
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
    try gathering.add(document, title: title, text: text, number: number)
  }

  /// All postings that were gathered, and how many they are; the collector is empty then.
  func takeRuns() throws(Diagnostic) -> (runs: [Run], count: Int) { try gathering.takeRuns() }
}

/// What a collector works with, as a value: each field of an object is checked for exclusive access at each use.
private struct Gathering: ~Copyable {
  private let common: CommonPairs
  private let store: any RunStore
  private var text = SearchText()
  private var seen = GramSet()
  private var parts = PostingParts()
  /// The positions of the documents whose postings are in the parts.
  private var documents: [UInt32] = []
  private var runs: [Run] = []
  private var count = 0

  init(common: CommonPairs, store: any RunStore) {
    self.common = common
    self.store = store
  }

  mutating func add(_ document: Int, title: [UInt8], text words: [UInt8], number: String) throws(Diagnostic) {
    seen.removeAll()
    if let gram = Gram(proposalNumber: number) { seen.insert(gram.hash) }
    text.read(title.span.bytes)
    text.forEachGram(common: common, single: { seen.insert(symbol: $0) }) { seen.insert($0) }
    let titleCount = seen.count
    text.read(words.span.bytes)
    text.forEachGram(common: common, single: { seen.insert(symbol: $0) }) { seen.insert($0) }
    if documents.count == 1 << RunPosting.placeBits { try pack() }
    documents.append(UInt32(document))
    for index in 0..<seen.count {
      if parts.isFull {
        try pack()
        documents.append(UInt32(document))
      }
      parts.append(gram: seen[index], place: documents.count - 1, isInTitle: index < titleCount)
    }
  }

  private mutating func pack() throws(Diagnostic) {
    count += parts.count
    runs.append(try Run(&parts, documents: documents, in: store))
    documents.removeAll(keepingCapacity: true)
  }

  mutating func takeRuns() throws(Diagnostic) -> (runs: [Run], count: Int) {
    if !documents.isEmpty { try pack() }
    let found = (runs, count)
    runs = []
    return found
  }
}
