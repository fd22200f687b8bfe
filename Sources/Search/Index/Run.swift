/// The postings of a few documents in little memory: sorted by gram, as gaps between grams and between documents in bytes
/// with seven bits each (LEB128).
struct Run: Sendable {
  /// Runs are read in so many parts, by the first bits of the grams.
  static let partBits = 10

  private var bytes: [UInt8] = []
  /// Where each part begins, and the end.
  private var starts: [Int] = []

  /// Takes all postings out of the parts.
  ///
  /// - Parameter documents: the positions of the documents, which the postings name by their place in here.
  init(_ parts: inout PostingParts, documents: [UInt32]) {
    bytes.reserveCapacity(parts.count * 2)
    for part in 0..<PostingParts.partCount {
      starts.append(bytes.count)
      let postings = parts.sorted(part)
      var (index, gram): (Int, UInt32) = (0, 0)
      while index < postings.count {
        let own = postings[index].gram
        var end = index + 1
        while end < postings.count, postings[end].gram == own { end += 1 }
        write(own - gram)
        write(UInt32(end - index))
        gram = own
        var last: UInt32 = 0
        for posting in postings[index..<end] {
          let document = documents[posting.place]
          // Pages come in their own order: a gap may lead back.
          let gap = Int32(bitPattern: document &- last)
          write(UInt32(bitPattern: gap << 1 ^ gap >> 31) << 1 | (posting.isInTitle ? 1 : 0))
          last = document
        }
        index = end
      }
    }
    starts.append(bytes.count)
    parts.removeAll()
  }

  private mutating func write(_ value: UInt32) {
    var value = value
    while value >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: value))
  }

  /// Appends the postings of one part.
  func read(part: Int, into postings: inout [Posting]) {
    bytes.withUnsafeBufferPointer { bytes in
      var index = starts[part]
      func number() -> UInt32 {
        var (value, shift): (UInt32, UInt32) = (0, 0)
        while bytes[index] >= 0x80 {
          value |= UInt32(bytes[index] & 0x7F) << shift
          shift += 7
          index += 1
        }
        defer { index += 1 }
        return value | UInt32(bytes[index]) << shift
      }
      var gram = UInt32(part) << UInt32(32 - Self.partBits)
      while index < starts[part + 1] {
        gram += number()
        var document: UInt32 = 0
        for _ in 0..<number() {
          let value = number()
          let gap = value >> 1
          document &+= gap >> 1 ^ (0 &- (gap & 1))
          postings.append(Posting(gram: gram, document: document, isInTitle: value & 1 == 1))
        }
      }
    }
  }
}
