import Diagnostics

/// A document as it goes on a page.
package struct Document: Sendable, Hashable {
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

package struct Heading: Sendable, Hashable {
  /// 1 for `<h1>` and so on, as on the page.
  package let level: Int
  /// Without emphasis, links and other form.
  package let text: String
  /// The `id` of the element on the page.
  package let anchor: String
}

/// A link or an image in a document.
package struct Link: Sendable, Hashable {
  /// As written, entities and backslashes resolved, not decoded from percent signs: `../replies/1772.md`,
  /// `https://…`, `#附件`.
  package let destination: String
  package let isImage: Bool
  package let place: Place
}
