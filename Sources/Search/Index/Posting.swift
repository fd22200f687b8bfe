/// That a document has a gram.
struct Posting: Sendable {
  let gram: UInt32
  /// Twice the document's position, and 1 more where the gram is in its title.
  let document: UInt32
}
