/// A file for somebody to go on with: what is known is filled in, and comments say what the rest means.
package struct NewFile: Sendable {
  /// Relative to the site.
  package let path: String
  package let text: [UInt8]

  init(path: String, text: String) {
    self.path = path
    self.text = Array(text.utf8)
  }
}
