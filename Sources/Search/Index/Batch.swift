/// That a document of a batch has a gram, as one number: the gram's bits behind those that tell its part, the document's
/// place in the batch, and whether it has the gram in its title.
struct BatchPosting {
  /// Of a batch's documents.
  static let placeBits = 32 - gramBits - 1
  static let gramBits = 32 - Run.partBits

  let bits: UInt32

  init(bits: UInt32) { self.bits = bits }

  init(gram: UInt32, place: Int, isInTitle: Bool) {
    bits = gram << UInt32(Self.placeBits + 1) | UInt32(truncatingIfNeeded: place) << 1 | (isInTitle ? 1 : 0)
  }

  var gram: UInt32 { bits >> UInt32(Self.placeBits + 1) }
  var place: Int { Int(bits >> 1 & (1 << UInt32(Self.placeBits) - 1)) }
  var isInTitle: Bool { bits & 1 == 1 }
}

/// The grams of a few documents, as they come.
struct Batch: ~Copyable {
  private struct Content {
    /// Where the grams of its title end, and all of its grams.
    let titleEnd: Int
    let end: Int
  }

  /// How many grams are worth a run.
  private static let enough = 1 << 20

  /// The positions of the documents.
  private(set) var documents: [UInt32] = []
  private var contents: [Content] = []
  private var grams: [UInt32] = []
  /// Memory for the postings sorted by part, kept from batch to batch.
  private var parted: [UInt32] = []

  var count: Int { grams.count }
  var isFull: Bool { documents.count == 1 << BatchPosting.placeBits || grams.count >= Self.enough }

  /// Takes one more document, of which the first grams are its title's.
  mutating func append(_ document: UInt32, grams found: borrowing GramSet, titleCount: Int) {
    documents.append(document)
    contents.append(Content(titleEnd: grams.count + titleCount, end: grams.count + found.count))
    found.withGrams { grams.append(contentsOf: $0) }
  }

  /// Gives `body` all postings, part after part, those of a part in the order in which they came, with where each part
  /// begins, and the end; the batch is empty then.
  mutating func empty<Result, Failure>(
    _ body: (_ postings: borrowing RawSpan, _ starts: [UInt32], _ documents: [UInt32]) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var starts = [UInt32](repeating: 0, count: 1 << Run.partBits + 1)
    for gram in grams { starts[Int(gram >> UInt32(BatchPosting.gramBits)) + 1] += 1 }
    for part in 1..<starts.count { starts[part] += starts[part - 1] }
    if parted.count < grams.count { parted = [UInt32](repeating: 0, count: max(grams.count, Self.enough)) }
    part(starts)
    defer {
      documents.removeAll(keepingCapacity: true)
      contents.removeAll(keepingCapacity: true)
      grams.removeAll(keepingCapacity: true)
    }
    return try body(parted.span.extracting(first: grams.count).bytes, starts, documents)
  }

  private mutating func part(_ starts: [UInt32]) {
    var ends = starts
    var index = 0
    parted.withUnsafeMutableBufferPointer { parted in
      ends.withUnsafeMutableBufferPointer { ends in
        grams.withUnsafeBufferPointer { grams in
          for (place, content) in contents.enumerated() {
            while index < content.end {
              let gram = grams[index]
              let part = Int(gram >> UInt32(BatchPosting.gramBits))
              parted[Int(ends[part])] =
                BatchPosting(gram: gram, place: place, isInTitle: index < content.titleEnd).bits
              ends[part] &+= 1
              index += 1
            }
          }
        }
      }
    }
  }
}
