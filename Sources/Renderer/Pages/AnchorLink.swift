import Diagnostics

/// A link of a narrative that names a place on a page, such as `2024.md#附表` or `#附表`.
struct AnchorLink: Sendable {
  /// The page's address.
  let page: String
  /// The `id` that the page should have.
  let anchor: String
  /// Where the link stands.
  let place: Place

  /// `nil` when the link that stands on the page at `address` names a page or a file alone, or leads out of the column.
  init?(_ link: String, on address: String, at place: Place) {
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty, !parts[0].contains(":"),
      let path = PercentText.decoded(parts[0]), let anchor = PercentText.decoded(parts[1]),
      let page = path.isEmpty ? address : Address.resolve(path, from: address)
    else { return nil }
    self.page = page
    self.anchor = anchor
    self.place = place
  }
}
