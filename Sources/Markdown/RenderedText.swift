/// A text as it goes on a page.
package struct RenderedText: Sendable, Hashable {
  /// Finished HTML, block by block, without a title of its own.
  package let html: String
  /// In the order of the text, those without text left out.
  package let headings: [Heading]
  /// The text without its form, for search and summaries: a line for each block or row, a tab between cells, without
  /// the template fragments.
  package var plainText: String { String(decoding: plainBytes, as: UTF8.self) }
  /// The same as UTF-8: to make a string of a letter takes as long as to escape it.
  package let plainBytes: [UInt8]
}
