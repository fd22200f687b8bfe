/// Gathers the grams of the documents that one worker sees, in any order.
///
/// `@unchecked Sendable`: one worker has it while texts come, and `IndexBuilder.finish` afterwards.
package final class Collector: @unchecked Sendable {
  private var gathering: Gathering

  init(common: CommonPairs) { gathering = Gathering(common: common) }

  /// - Parameters:
  ///   - document: its position among the index's documents.
  ///   - title: UTF-8; words of it must be in the text too.
  ///   - text: UTF-8, with `SearchText.separator` between parts.
  ///   - number: by which a proposal is called; empty where there is none.
  package func add(_ document: Int, title: [UInt8], text: [UInt8], number: String) {
    gathering.add(document, title: title, text: text, number: number)
  }

  /// All postings that were gathered, and how many they are; the collector is empty then.
  func takeRuns() -> (runs: [Run], count: Int) { gathering.takeRuns() }
}

/// What a collector works with, as a value: each field of an object is checked for exclusive access at each use.
private struct Gathering: ~Copyable {
  private let common: CommonPairs
  private var text = SearchText()
  private var seen = GramSet()
  private var parts = PostingParts()
  /// The positions of the documents whose postings are in the parts.
  private var documents: [UInt32] = []
  private var runs: [Run] = []
  private var count = 0

  init(common: CommonPairs) { self.common = common }

  mutating func add(_ document: Int, title: [UInt8], text words: [UInt8], number: String) {
    seen.removeAll()
    if let gram = Gram(proposalNumber: number) { seen.insert(gram.hash) }
    text.read(title.span.bytes)
    text.forEachGram(common: common, single: { seen.insert(symbol: $0) }) { seen.insert($0) }
    let titleCount = seen.count
    text.read(words.span.bytes)
    text.forEachGram(common: common, single: { seen.insert(symbol: $0) }) { seen.insert($0) }
    if documents.count == 1 << RunPosting.placeBits { pack() }
    documents.append(UInt32(document))
    for index in 0..<seen.count {
      if parts.isFull {
        pack()
        documents.append(UInt32(document))
      }
      parts.append(gram: seen[index], place: documents.count - 1, isInTitle: index < titleCount)
    }
  }

  private mutating func pack() {
    count += parts.count
    runs.append(Run(&parts, documents: documents))
    documents.removeAll(keepingCapacity: true)
  }

  mutating func takeRuns() -> (runs: [Run], count: Int) {
    if !documents.isEmpty { pack() }
    let found = (runs, count)
    runs = []
    return found
  }
}
