/// Sorted postings in little memory: gaps between grams and between documents, as bytes with seven bits each (LEB128).
struct Run: Sendable {
  /// Runs are read in so many parts, by the first bits of the grams.
  static let partBits = 10

  private var bytes: [UInt8] = []
  /// Where each part begins, and the end.
  private var starts: [Int] = []

  /// - Parameter postings: sorted by key.
  init(_ postings: [Posting]) {
    bytes.reserveCapacity(postings.count * 2)
    var index = 0
    for part in 0..<(1 << Self.partBits) {
      starts.append(bytes.count)
      var gram = UInt32(part) << (32 - UInt32(Self.partBits))
      while index < postings.count, Int(postings[index].gram >> (32 - UInt32(Self.partBits))) == part {
        let own = postings[index].gram
        var end = index + 1
        while end < postings.count, postings[end].gram == own { end += 1 }
        write(UInt64(own - gram))
        write(UInt64(end - index))
        gram = own
        var document: UInt32 = 0
        while index < end {
          let posting = postings[index]
          write(UInt64(posting.document - document) << 1 | (posting.isInTitle ? 1 : 0))
          document = posting.document
          index += 1
        }
      }
    }
    starts.append(bytes.count)
  }

  private mutating func write(_ value: UInt64) {
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
      func number() -> UInt64 {
        var (value, shift): (UInt64, UInt64) = (0, 0)
        while bytes[index] >= 0x80 {
          value |= UInt64(bytes[index] & 0x7F) << shift
          shift += 7
          index += 1
        }
        defer { index += 1 }
        return value | UInt64(bytes[index]) << shift
      }
      var gram = UInt64(part) << UInt64(32 - Self.partBits)
      while index < starts[part + 1] {
        gram += number()
        var document: UInt64 = 0
        for _ in 0..<number() {
          let value = number()
          document += value >> 1
          postings.append(Posting(key: gram << 32 | document << 1 | value & 1))
        }
      }
    }
  }
}
