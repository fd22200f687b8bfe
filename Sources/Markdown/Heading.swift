/// A heading of a text.
package struct Heading: Sendable, Hashable {
  /// 1 for `<h1>` and so on, as on the page.
  package let level: Int
  /// Without emphasis, links and other form.
  package let text: String
  /// The `id` of the element on the page.
  package let anchor: String
}
