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
