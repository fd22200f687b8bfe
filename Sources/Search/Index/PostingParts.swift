/// That a document of a run has a gram, as one number: the gram's bits behind those that tell its part, the document's
/// place in the run, and whether it has the gram in its title.
struct RunPosting: RadixSortable {
  /// Of a run's documents.
  static let placeBits = 32 - gramBits - 1
  static let gramBits = 32 - Run.partBits

  private let bits: UInt32

  init(gram: UInt32, place: Int, isInTitle: Bool) {
    bits = gram << UInt32(Self.placeBits + 1) | UInt32(truncatingIfNeeded: place) << 1 | (isInTitle ? 1 : 0)
  }

  var key: UInt64 { UInt64(bits) }
  var gram: UInt32 { bits >> UInt32(Self.placeBits + 1) }
  var place: Int { Int(bits >> 1 & (1 << UInt32(Self.placeBits) - 1)) }
  var isInTitle: Bool { bits & 1 == 1 }
}

/// The postings of a few documents, apart by the first bits of their grams, so that each part can be sorted within a
/// processor's first cache.
struct PostingParts: ~Copyable {
  static let partCount = 1 << Run.partBits
  /// What a part holds; as grams are hashes, all parts fill evenly.
  private static let capacity = 1 << 12
  /// From the beginning of one part to that of the next: all parts fill at about the same place, and those places must
  /// not share a few sets of the cache, as they would at a power of two.
  private static let stride = capacity + 16

  private let memory = UnsafeMutableBufferPointer<RunPosting>.allocate(capacity: partCount * stride)
  private let spare = UnsafeMutableBufferPointer<RunPosting>.allocate(capacity: capacity)
  private let counts = UnsafeMutableBufferPointer<Int>.allocate(capacity: partCount)
  private(set) var isFull = false

  init() { counts.initialize(repeating: 0) }

  deinit {
    memory.deallocate()
    spare.deallocate()
    counts.deallocate()
  }

  var count: Int { counts.reduce(0, +) }

  /// Takes one more; no part must be full.
  mutating func append(gram: UInt32, place: Int, isInTitle: Bool) {
    let part = Int(gram >> UInt32(RunPosting.gramBits))
    memory[part * Self.stride + counts[part]] = RunPosting(gram: gram, place: place, isInTitle: isInTitle)
    counts[part] += 1
    if counts[part] == Self.capacity { isFull = true }
  }

  /// A part's postings by gram, those of one gram as they came.
  func sorted(_ part: Int) -> UnsafeMutableBufferPointer<RunPosting> {
    let start = part * Self.stride
    let postings = UnsafeMutableBufferPointer(rebasing: memory[start..<start + counts[part]])
    postings.sort(
      by: RunPosting.placeBits + 1..<32, using: UnsafeMutableBufferPointer(rebasing: spare[..<postings.count]))
    return postings
  }

  mutating func removeAll() {
    counts.update(repeating: 0)
    isFull = false
  }
}
