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
  /// Postings are sorted and packed when there are so many: their memory stays within a processor's cache.
  private static let runLength = 1 << 19

  private let common: CommonPairs
  private var text = SearchText()
  private var seen = GramSet()
  private var postings: [Posting] = []
  private var spare: [Posting] = []
  private var runs: [Run] = []
  private var count = 0
  /// Whether the documents of `postings` came in ascending order.
  private var isInOrder = true
  private var last = 0

  init(common: CommonPairs) { self.common = common }

  mutating func add(_ document: Int, title: [UInt8], text words: [UInt8], number: String) {
    seen.removeAll()
    if let gram = Gram(proposalNumber: number) { seen.insert(gram.hash) }
    text.read(title.span.bytes)
    text.forEachGram(common: common) { seen.insert($0) }
    let titleCount = seen.count
    text.read(words.span.bytes)
    text.forEachGram(common: common) { seen.insert($0) }
    for index in 0..<seen.count {
      postings.append(Posting(gram: seen[index], document: document, isInTitle: index < titleCount))
    }
    isInOrder = isInOrder && last <= document
    last = document
    if postings.count >= Self.runLength { pack() }
  }

  private mutating func pack() {
    // Each pass keeps the order of the one before.
    if !isInOrder { postings.sort(by: 0..<32, using: &spare) }
    postings.sort(by: Posting.gramBits, using: &spare)
    runs.append(Run(postings))
    count += postings.count
    postings.removeAll(keepingCapacity: true)
    (isInOrder, last) = (true, 0)
  }

  mutating func takeRuns() -> (runs: [Run], count: Int) {
    if !postings.isEmpty { pack() }
    (postings, spare) = ([], [])
    let found = (runs, count)
    runs = []
    return found
  }
}
