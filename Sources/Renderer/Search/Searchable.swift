/// A page that a search finds.
package struct Searchable: Sendable {
  package let page: Page
  /// Of the proposal; empty for other pages.
  package let number: String
}
