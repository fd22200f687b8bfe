import Diagnostics

/// Runs whose documents stand in ascending order, from run to run too.
typealias RunSequence = [Run]

/// The postings of one part of several sequences of runs, merged by document.
struct RunMerge {
  private var cursors: [Cursor]
  /// The bits of the grams that tell the part.
  private let partGram: UInt32

  init(_ sequences: [RunSequence], part: Int) throws(Diagnostic) {
    partGram = UInt32(part) << UInt32(BatchPosting.gramBits)
    cursors = []
    for sequence in sequences {
      if let cursor = try Cursor(sequence, part: part) { cursors.append(cursor) }
    }
  }

  /// Appends them, each document's together, documents in ascending order.
  mutating func read(into postings: inout [Posting]) throws(Diagnostic) {
    while !cursors.isEmpty {
      var least = 0
      // The document with which another sequence goes on.
      var limit = UInt32.max
      for index in cursors.indices.dropFirst() {
        if cursors[index].document < cursors[least].document {
          limit = cursors[least].document
          least = index
        } else {
          limit = min(limit, cursors[index].document)
        }
      }
      if try !cursors[least].take(below: limit, partGram, into: &postings) { cursors.remove(at: least) }
    }
  }
}

/// A place in the part of a sequence of runs.
private struct Cursor {
  private let sequence: RunSequence
  private let part: Int
  /// The run, its postings, and the place among them.
  private var run = 0
  private var bytes: [UInt8]
  private var index = 0

  /// `nil` where the sequence has nothing in this part.
  init?(_ sequence: RunSequence, part: Int) throws(Diagnostic) {
    guard let first = sequence.first else { return nil }
    (self.sequence, self.part, bytes) = (sequence, part, try first.part(part))
    if try !findPosting() { return nil }
  }

  /// Moves on to a run that has postings left; `false` where there is none.
  private mutating func findPosting() throws(Diagnostic) -> Bool {
    while index == bytes.count {
      run += 1
      guard run < sequence.count else { return false }
      (bytes, index) = (try sequence[run].part(part), 0)
    }
    return true
  }

  /// The document of the next posting.
  var document: UInt32 {
    let bits = bytes.withUnsafeBytes { $0.load(fromByteOffset: index, as: UInt32.self) }
    return sequence[run].documents[BatchPosting(bits: bits).place]
  }

  /// Appends the postings of all documents below a limit; `false` where nothing is left then.
  mutating func take(
    below limit: UInt32, _ partGram: UInt32, into postings: inout [Posting]
  ) throws(Diagnostic) -> Bool {
    repeat {
      let documents = sequence[run].documents
      let (from, stop) = bytes.withUnsafeBytes { bytes in
        documents.withUnsafeBufferPointer { documents in
          var end = index
          while end < bytes.count {
            let posting = BatchPosting(bits: bytes.load(fromByteOffset: end, as: UInt32.self))
            let document = documents[posting.place]
            if document >= limit { return (end, true) }
            postings.append(
              Posting(gram: partGram | posting.gram, document: document << 1 | (posting.isInTitle ? 1 : 0)))
            end += MemoryLayout<UInt32>.size
          }
          return (end, false)
        }
      }
      index = from
      if stop { return true }
    } while try findPosting()
    return false
  }
}
