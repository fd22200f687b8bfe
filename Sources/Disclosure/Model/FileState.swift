/// What tells a file from the same file after a change.
package struct FileState: Sendable, Hashable {
  /// The time of the last change in nanoseconds.
  let modified: Int
  /// In bytes.
  let size: Int

  package init(modified: Int, size: Int) {
    self.modified = modified
    self.size = size
  }
}
