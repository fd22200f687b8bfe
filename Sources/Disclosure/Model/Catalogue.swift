/// Everything that `content/` holds, checked, before anything is decided about publishing it.
package struct Catalogue: Sendable {
  package var column: Column
  /// In the order of kind, session and number.
  package var proposals: [Proposal]
  /// Newest first.
  package var documents: [Document]
  /// In the order of 汇总.
  package var bodies: [Body]
  /// Relative paths below `content/files/` and the files' sizes in bytes.
  package var files: [String: Int]
  /// Rows and documents that errors kept out.
  package var rejected: Int
  /// Whether every reply could be read; if not, a row without one need not lack it.
  package var areRepliesComplete: Bool

  package init(
    column: Column, proposals: [Proposal], documents: [Document], bodies: [Body] = [], files: [String: Int],
    rejected: Int, areRepliesComplete: Bool = true
  ) {
    self.column = column
    self.proposals = proposals
    self.documents = documents
    self.bodies = bodies
    self.files = files
    self.rejected = rejected
    self.areRepliesComplete = areRepliesComplete
  }
}
