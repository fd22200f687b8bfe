import Diagnostics
import Disclosure

/// What the audit looks at.
package struct AuditMaterial: Sendable {
  /// So many pages, and the addresses of those that came out differently.
  package struct Remade: Sendable {
    let count: Int
    let unstable: [String]

    package init(count: Int, unstable: [String]) {
      self.count = count
      self.unstable = unstable
    }
  }

  package let catalogue: Catalogue
  package let gate: Gate
  package let opening: Gate.Result
  package let diagnostics: [Diagnostic]
  package let examiner: PageExaminer
  package let pages: [PageRecord]
  /// The texts of `sitemap.xml` and its parts.
  package let sitemaps: [[UInt8]]
  /// The sizes in bytes of attachments and assets by address, and the texts of stylesheets.
  package let sizes: [String: Int]
  package let styles: [String: [UInt8]]
  /// Published pages that were made again; `nil` where what is published was made of other material.
  package let remade: Remade?
  /// What is wrong with the files that were published last; `nil` where nothing is published yet.
  package let publication: [Diagnostic]?
  /// How much the history of what was published holds.
  package let historyEntries: Int

  package init(
    catalogue: Catalogue, gate: Gate, opening: Gate.Result, diagnostics: [Diagnostic], examiner: PageExaminer,
    pages: [PageRecord], sitemaps: [[UInt8]], sizes: [String: Int], styles: [String: [UInt8]], remade: Remade?,
    publication: [Diagnostic]?, historyEntries: Int
  ) {
    self.catalogue = catalogue
    self.gate = gate
    self.opening = opening
    self.diagnostics = diagnostics
    self.examiner = examiner
    self.pages = pages
    self.sitemaps = sitemaps
    self.sizes = sizes
    self.styles = styles
    self.remade = remade
    self.publication = publication
    self.historyEntries = historyEntries
  }
}
