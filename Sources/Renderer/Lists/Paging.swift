/// How the lines of a list are divided among pages, which are counted from 1.
struct Paging: Sendable {
  /// Of all lines.
  let count: Int
  /// How many lines a page shows.
  let size: Int
  /// The address of the first page.
  let address: String

  /// An empty list has one page, too.
  var pageCount: Int { max(1, (count + size - 1) / size) }

  /// `a/index.html`, `a/index-2.html`
  func address(of page: Int) -> String { page == 1 ? address : "\(address.dropLast(".html".count))-\(page).html" }

  /// The positions of the lines on a page.
  func lines(of page: Int) -> Range<Int> { min((page - 1) * size, count)..<min(page * size, count) }
}
