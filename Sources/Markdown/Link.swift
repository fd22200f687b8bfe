import Diagnostics

/// A link or an image in a text.
package struct Link: Sendable, Hashable {
  /// As written, entities and backslashes resolved, not decoded from percent signs: `../replies/1772.md`,
  /// `https://…`, `#附件`.
  package let destination: String
  package let isImage: Bool
  package let place: Place
}
