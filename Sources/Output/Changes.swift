/// What a build changed in the output, or would change. All lists are sorted by code point.
package struct Changes: Sendable, Hashable {
  package var added: [String] = []
  package var changed: [String] = []
  package var removed: [String] = []
  /// How many files were already as they should be; none of them was touched.
  package var unchanged = 0
  /// What somebody else put into the output, folders with a `/` at their end; hidden names are left out.
  package var foreign: [String] = []
  /// Whether the list of Fuwen's own files differs, which it may even where no file does.
  package var renewsManifest = false

  package init() {}

  /// Nothing differs: the output was not touched.
  package var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty && !renewsManifest }
}
