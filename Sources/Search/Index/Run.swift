import Diagnostics

/// The postings of a batch of documents in a store, apart by the first bits of their grams; in each part documents come as
/// they came.
struct Run: Sendable {
  /// Runs are read in so many parts, by the first bits of the grams.
  static let partBits = 10

  private let store: any RunStore
  /// What the store calls it.
  private let number: Int
  /// Where each part begins, counted in postings, and the end.
  private let starts: [UInt32]
  /// The positions of the documents, which postings name by their place in here.
  let documents: [UInt32]

  /// Takes all documents out of the batch.
  ///
  /// - Throws: when the store takes no more.
  init(_ batch: inout Batch, in store: any RunStore) throws(Diagnostic) {
    self.store = store
    (number, starts, documents) = try batch.empty { (postings, starts, documents) throws(Diagnostic) in
      (try store.append(postings), starts, documents)
    }
  }

  /// The postings of a part.
  func part(_ part: Int) throws(Diagnostic) -> [UInt8] {
    let size = MemoryLayout<UInt32>.size
    return try store.read(Int(starts[part]) * size..<Int(starts[part + 1]) * size, of: number)
  }
}
