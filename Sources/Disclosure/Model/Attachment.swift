import Diagnostics

/// 附件: a file below `content/files/` that a published page offers, or another narrative of the site.
package struct Attachment: Sendable, Hashable {
  package let name: String
  /// Relative to `content/files/`; a narrative's is relative to the one that encloses it, and may name a heading.
  package let file: String
  package let place: Place

  package var isNarrative: Bool { file.prefix { $0 != "#" }.hasSuffix(".md") }

  package init(name: String, file: String, place: Place) {
    self.name = name
    self.file = file
    self.place = place
  }
}
