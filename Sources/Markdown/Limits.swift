/// How much one document may hold; far beyond what people write.
///
/// Each bound keeps the work of libcmark-gfm 0.29.0.gfm.6, which has quadratic places, and the size of the page
/// proportional to the document.
enum Limits {
  static let documentBytes = 1 << 20
  /// Block quotes and lists within one another.
  static let depth = 32
  static let images = 1000
  static let tableColumns = 64
  /// Of all tables together, with the empty cells that fill up short rows.
  static let tableCells = 100_000
  /// Lines times bytes of the paragraph whose last line is the head of a table.
  static let textBeforeTable = 1 << 17
  /// Lines that look like the one below the head of a table, but do not fit the head, in one paragraph.
  static let failedTables = 4
  /// All links by reference together get this much of addresses and titles, in bytes.
  static let referenceBytes = 8 << 20
  /// After so many errors a document is given up.
  static let errors = 20
}
