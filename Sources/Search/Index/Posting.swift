/// That a document has a gram, as one number that sorts by gram, then by document.
struct Posting: Sendable {
  let key: UInt64

  init(gram: UInt32, document: Int, isInTitle: Bool) {
    key = UInt64(gram) << 32 | UInt64(document) << 1 | (isInTitle ? 1 : 0)
  }

  init(key: UInt64) { self.key = key }

  /// The bits of the key that say which document it is, of so many, and whether it has the gram in its title.
  static func documentBits(of total: Int) -> Range<Int> { 0..<Int.bitWidth - total.leadingZeroBitCount + 1 }
  /// The bits of the key that say which gram it is.
  static let gramBits = 32..<64

  var gram: UInt32 { UInt32(key >> 32) }
  var document: UInt32 { UInt32(truncatingIfNeeded: key) >> 1 }
  var isInTitle: Bool { key & 1 == 1 }
}

extension [Posting] {
  /// Sorts by some bits of the key, and leaves equals in their order: least significant digit first, eleven bits at a time.
  ///
  /// - Parameter spare: memory to sort in, kept from call to call.
  mutating func sort(by bits: Range<Int>, using spare: inout [Posting]) {
    for shift in stride(from: bits.lowerBound, to: bits.upperBound, by: 11) {
      pass(UInt64(shift), mask: 1 << UInt64(Swift.min(11, bits.upperBound - shift)) - 1, into: &spare)
    }
  }

  private mutating func pass(_ shift: UInt64, mask: UInt64, into spare: inout [Posting]) {
    if spare.count != count { spare = [Posting](repeating: Posting(key: 0), count: count) }
    withUnsafeBufferPointer { source in
      spare.withUnsafeMutableBufferPointer { target in
        withUnsafeTemporaryAllocation(of: Int.self, capacity: 0x801) { places in
          places.initialize(repeating: 0)
          for posting in source { places[Int(posting.key >> shift & mask) + 1] += 1 }
          for digit in 1...0x800 { places[digit] += places[digit - 1] }
          for posting in source {
            let digit = Int(posting.key >> shift & mask)
            target[places[digit]] = posting
            places[digit] += 1
          }
        }
      }
    }
    swap(&self, &spare)
  }
}
