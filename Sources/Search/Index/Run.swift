import Diagnostics

/// The postings of a few documents in little memory: sorted by gram, as gaps between grams and between documents in bytes
/// with seven bits each (LEB128).
struct Run: Sendable {
  /// Runs are read in so many parts, by the first bits of the grams.
  static let partBits = 10

  private let store: any RunStore
  /// What the store calls it.
  private let number: Int
  /// Where each part begins, and the end.
  private let starts: [UInt32]

  /// Takes all postings out of the parts.
  ///
  /// - Parameter documents: the positions of the documents, which the postings name by their place in here.
  /// - Throws: when the store takes no more.
  init(_ parts: inout PostingParts, documents: [UInt32], in store: any RunStore) throws(Diagnostic) {
    var (bytes, starts): ([UInt8], [UInt32]) = ([], [])
    bytes.reserveCapacity(parts.count * 2)
    for part in 0..<PostingParts.partCount {
      starts.append(UInt32(bytes.count))
      let postings = parts.sorted(part)
      var (index, gram): (Int, UInt32) = (0, 0)
      while index < postings.count {
        let own = postings[index].gram
        var end = index + 1
        while end < postings.count, postings[end].gram == own { end += 1 }
        bytes.append(number: own - gram)
        bytes.append(number: UInt32(end - index))
        gram = own
        var last: UInt32 = 0
        for posting in postings[index..<end] {
          let document = documents[posting.place]
          // Pages come in their own order: a gap may lead back.
          let gap = Int32(bitPattern: document &- last)
          bytes.append(number: UInt32(bitPattern: gap << 1 ^ gap >> 31) << 1 | (posting.isInTitle ? 1 : 0))
          last = document
        }
        index = end
      }
    }
    starts.append(UInt32(bytes.count))
    parts.removeAll()
    self.store = store
    self.starts = starts
    number = try store.append(bytes)
  }

  /// Appends the postings of some parts.
  func read(parts: Range<Int>, into postings: inout [Posting]) throws(Diagnostic) {
    let start = Int(starts[parts.lowerBound])
    let bytes = try store.read(start..<Int(starts[parts.upperBound]), of: number)
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
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
      for part in parts {
        var gram = UInt32(part) << UInt32(32 - Self.partBits)
        let end = Int(starts[part + 1]) - start
        while index < end {
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
}

extension [UInt8] {
  fileprivate mutating func append(number: UInt32) {
    var value = number
    while value >= 0x80 {
      append(UInt8(truncatingIfNeeded: value) | 0x80)
      value >>= 7
    }
    append(UInt8(truncatingIfNeeded: value))
  }
}
