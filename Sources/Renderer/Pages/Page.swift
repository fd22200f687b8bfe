import Diagnostics
import Disclosure

/// A file of the column that the renderer writes.
package struct Page: Sendable {
  /// Relative to the column's root.
  package let address: String
  let content: Content

  init(_ address: String, _ content: Content) {
    self.address = address
    self.content = content
  }

  /// The address of the data beside the page of a proposal or document, which a search reads.
  package var dataAddress: String? {
    switch content {
    case .proposal, .document: address.dropLast("html".count) + "json"
    default: nil
    }
  }

  /// Whether it is made of figures alone, so that nothing wrong with the content can be found in making it.
  package var isWorkbook: Bool { if case .workbook = content { true } else { false } }

  /// What is rare or long is kept apart: there are twice as many pages as records.
  enum Content: Sendable {
    case home
    indirect case list(ListScope, page: Int)
    case entrances(Facet)
    /// By the item's position in the column.
    case proposal(Int)
    case register(year: Int, page: Int)
    case years
    case statistics(year: Int, kind: Kind?)
    /// The same figures as a workbook, 统计表 first.
    case workbook(year: Int, kind: Kind?)
    /// Of several bodies; `nil` is all years, all kinds.
    case bodies(year: Int?, kind: Kind?)
    case showcase(Showcase, year: Int, page: Int)
    /// By the document's position in the column.
    case document(Int)
    /// By its position among the column's withdrawn items.
    case withdrawn(Int)
    case changes(page: Int)
    case data
    indirect case feed(ListScope)
    /// `nil` is the list of the parts where there are several.
    case sitemap(part: Int?)
    case robots
    case documents
    case guide
    case notFound
    /// With the place where the former address stands.
    indirect case redirect(to: String, title: String, place: Place)
    /// With the folder of its index.
    case search(index: String)
    case recordsJSON
    case recordsCSV
    case statisticsJSON
    case bodiesJSON
    case bodiesCSV
    case dataPackage
  }
}

extension PublishedColumn {
  /// Where the record or text behind a page stands, for messages.
  func place(of page: Page) -> Place? {
    switch page.content {
    case .proposal(let index): items[index].proposal.origin.place(of: .number)
    case .withdrawn(let index): withdrawn[index].letters.first?.place
    case .document(let index): Place(documents[index].source.file)
    case .redirect(_, _, let place): place
    default: nil
    }
  }
}
