import Diagnostics

/// A column whose files are made when somebody asks for them.
package struct ShownColumn: Sendable {
  /// The path of its address, with slashes around it: its page for wrong addresses links from there.
  let path: String
  let files: Files
  /// Finds out what is wrong with any of its pages; `nil` when its task was cancelled, which ends it at once.
  let inspect: @Sendable () async -> [Diagnostic]?

  package init(path: String, files: @escaping Files, inspect: @escaping @Sendable () async -> [Diagnostic]?) {
    self.path = path
    self.files = files
    self.inspect = inspect
  }
}
