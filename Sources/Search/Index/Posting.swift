/// That a document has a gram, as one number that sorts by gram, then by document.
struct Posting: RadixSortable, Sendable {
  let key: UInt64

  init(gram: UInt32, document: UInt32, isInTitle: Bool) {
    key = UInt64(gram) << 32 | UInt64(document) << 1 | (isInTitle ? 1 : 0)
  }

  /// The bits of the key that say which document it is, of so many, and whether it has the gram in its title.
  static func documentBits(of total: Int) -> Range<Int> { 0..<Int.bitWidth - total.leadingZeroBitCount + 1 }
  /// The bits of the key that say which gram it is.
  static let gramBits = 32..<64

  var gram: UInt32 { UInt32(truncatingIfNeeded: key >> 32) }
  var document: UInt32 { UInt32(truncatingIfNeeded: key) >> 1 }
  var isInTitle: Bool { key & 1 == 1 }
}

extension [Posting] {
  /// - Parameter spare: memory to sort in, kept from call to call.
  mutating func sort(by bits: Range<Int>, using spare: inout [Posting]) {
    if spare.count < count { spare = self }
    withUnsafeMutableBufferPointer { postings in
      spare.withUnsafeMutableBufferPointer { spare in
        postings.sort(by: bits, using: UnsafeMutableBufferPointer(rebasing: spare[..<postings.count]))
      }
    }
  }
}
