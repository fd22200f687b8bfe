/// That a document has a gram, as one number that sorts by gram, then by document.
struct Posting: Sendable {
  let key: UInt64

  init(gram: UInt32, document: Int, isInTitle: Bool) {
    key = UInt64(gram) << 32 | UInt64(document) << 1 | (isInTitle ? 1 : 0)
  }

  init(key: UInt64) { self.key = key }

  var gram: UInt32 { UInt32(key >> 32) }
  var document: UInt32 { UInt32(truncatingIfNeeded: key) >> 1 }
  var isInTitle: Bool { key & 1 == 1 }
}

extension [Posting] {
  /// Sorts by key: least significant digit first, eleven bits at a time; bits that all share are passed over, and those
  /// of the documents where they are in order already, as every pass keeps them so.
  ///
  /// - Parameter spare: memory to sort in, kept from call to call.
  mutating func sortByKey(using spare: inout [Posting]) {
    var (shift, differing): (UInt64, UInt64) = (0, 0)
    var isInOrder = true
    for index in indices.dropFirst() {
      differing |= self[index].key ^ self[0].key
      if self[index].document < self[index - 1].document { isInOrder = false }
    }
    if isInOrder { shift = 32 }
    while shift < 64, differing >> shift != 0 {
      shift += UInt64((differing >> shift).trailingZeroBitCount)
      pass(shift, into: &spare)
      shift += 11
    }
  }

  /// Sorts by eleven bits and leaves equals in their order.
  private mutating func pass(_ shift: UInt64, into spare: inout [Posting]) {
    if spare.count != count { spare = [Posting](repeating: Posting(key: 0), count: count) }
    withUnsafeBufferPointer { source in
      spare.withUnsafeMutableBufferPointer { target in
        withUnsafeTemporaryAllocation(of: Int.self, capacity: 0x801) { places in
          places.initialize(repeating: 0)
          for posting in source { places[Int(posting.key >> shift & 0x7FF) + 1] += 1 }
          for digit in 1...0x800 { places[digit] += places[digit - 1] }
          for posting in source {
            let digit = Int(posting.key >> shift & 0x7FF)
            target[places[digit]] = posting
            places[digit] += 1
          }
        }
      }
    }
    swap(&self, &spare)
  }
}
