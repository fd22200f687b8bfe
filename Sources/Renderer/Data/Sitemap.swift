import Diagnostics
import Disclosure

/// `sitemap.xml`: all pages for search engines (sitemaps.org, protocol 0.9); a list of parts where one file would be too
/// long for it.
struct Sitemap: Sendable {
  static let address = "sitemap.xml"
  static func address(part: Int) -> String { "sitemap-\(part + 1).xml" }

  private static let mostPages = 50_000
  /// Below the protocol's 50 MB (52,428,800 bytes), which count without compression.
  private static let mostBytes = 50_000_000
  /// What stands around an address, at most.
  private static let bytesAround = 80
  private static let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

  /// The positions of the pages of each part among all pages.
  private(set) var parts: [[Int]] = []

  init() {}

  init(_ pages: [Page], below base: WebAddress) {
    var part: [Int] = []
    var size = 0
    for (index, page) in pages.enumerated() where page.content.isForSearchEngines {
      // Escaping makes no character longer than six bytes.
      let bytes = base.text.utf8.count + 6 * page.address.utf8.count + Self.bytesAround
      if part.count == Self.mostPages || size + bytes > Self.mostBytes {
        parts.append(part)
        (part, size) = ([], 0)
      }
      part.append(index)
      size += bytes
    }
    parts.append(part)
  }

  /// - Parameter lastChange: when what a page shows last changed, where records tell.
  func write(
    part: Int?, of pages: [Page], below base: WebAddress, lastChange: (Page) -> CalendarDate?, into bytes: inout [UInt8]
  ) {
    bytes += "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8
    guard let part else {
      bytes += "<sitemapindex xmlns=\"\(Self.namespace)\">\n".utf8
      for index in parts.indices {
        bytes += "<sitemap>".utf8
        location(base.text + Self.address(part: index), into: &bytes)
        bytes += "</sitemap>\n".utf8
      }
      bytes += "</sitemapindex>\n".utf8
      return
    }
    bytes += "<urlset xmlns=\"\(Self.namespace)\">\n".utf8
    for index in parts[part] {
      bytes += "<url>".utf8
      location(base.text + PercentText.encoded(path: pages[index].address), into: &bytes)
      if let day = lastChange(pages[index]) { bytes += "<lastmod>\(day)</lastmod>".utf8 }
      bytes += "</url>\n".utf8
    }
    bytes += "</urlset>\n".utf8
  }

  private func location(_ address: String, into bytes: inout [UInt8]) {
    bytes += "<loc>".utf8
    XMLText.write(address, into: &bytes)
    bytes += "</loc>".utf8
  }
}

extension Page.Content {
  fileprivate var isForSearchEngines: Bool {
    switch self {
    case .home, .list, .entrances, .proposal, .withdrawn, .changes, .register, .years, .statistics, .bodies,
      .showcase, .document, .documents, .guide, .data:
      true
    case .search, .notFound, .redirect, .recordsJSON, .recordsCSV, .statisticsJSON, .bodiesJSON, .bodiesCSV,
      .dataPackage, .workbook, .feed, .sitemap, .robots:
      false
    }
  }
}
