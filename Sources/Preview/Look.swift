import Diagnostics

/// Files by their paths, relative and with forward slashes; `nil` where there is none.
///
/// - Throws: what keeps a file from being made.
package typealias Files = @Sendable (_ path: String) throws(Diagnostic) -> Content?

/// What is sent for a file.
package enum Content: Sendable, Hashable {
  /// Made for this purpose; pages among it get the preview's script.
  case made([UInt8])
  /// The file at this path below the site's folder, as it is at that moment.
  case copied(String)
}

/// What the content gave when it was read.
package struct Look: Sendable {
  /// `nil` while the content has errors.
  package var column: ShownColumn?
  /// What was found so far.
  package var diagnostics: [Diagnostic]
  /// Pages for the staff alone, `index.html` among them; `nil` where there are none.
  package var workbench: Files?

  package init(column: ShownColumn?, diagnostics: [Diagnostic], workbench: Files? = nil) {
    self.column = column
    self.diagnostics = diagnostics
    self.workbench = workbench
  }
}

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
