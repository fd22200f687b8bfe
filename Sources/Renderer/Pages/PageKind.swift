import Disclosure

/// What a page is to the standards.
package enum PageKind: Sendable, Hashable {
  case home
  /// A list, or a page about the column.
  case column
  /// A letter, report or bulletin, with the day on which its record says that it was published.
  case article(publishedOn: CalendarDate?)
  /// Leads on from a former address.
  case redirect
  /// Stands in for an address that is not there.
  case notFound
}

extension Renderer {
  /// What a page is to the standards; `nil` for files that are no pages, such as feeds and data.
  package func kind(of page: Page) -> PageKind? {
    switch page.content {
    case .home: .home
    case .proposal(let index): .article(publishedOn: column.items[index].lastPublication)
    case .document(let index): .article(publishedOn: column.documents[index].publishedOn)
    case .list, .entrances, .bodies, .register, .years, .statistics, .showcase, .documents, .withdrawn, .changes, .data,
      .guide,
      .search:
      .column
    case .redirect: .redirect
    case .notFound: .notFound
    case .feed, .sitemap, .robots, .recordsJSON, .recordsCSV, .statisticsJSON, .workbook, .dataPackage, .bodiesJSON,
      .bodiesCSV:
      nil
    }
  }
}
