/// A Markdown file's text, to be read when its page is written.
package struct NarrativeSource: Sendable, Hashable {
  /// Relative to the site.
  package let file: String
  /// The number of bytes before the text.
  package let offset: Int
  /// The line on which the text begins, counted from 1.
  package let line: Int
  /// The text that is published must be the one that was looked at.
  package let state: FileState

  package init(file: String, offset: Int, line: Int, state: FileState = FileState(modified: 0, size: 0)) {
    self.file = file
    self.offset = offset
    self.line = line
    self.state = state
  }
}
