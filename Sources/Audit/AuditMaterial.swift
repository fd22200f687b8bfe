import Diagnostics
import Disclosure

/// What the audit looks at.
package struct AuditMaterial: Sendable {
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
  /// Pages that came out differently the second time, of so many.
  package let unstable: [String]
  package let repeated: Int
  /// What is wrong with the files that were published last; `nil` where nothing is published yet.
  package let publication: [Diagnostic]?
  /// How much the history of what was published holds.
  package let historyEntries: Int

  package init(
    catalogue: Catalogue, gate: Gate, opening: Gate.Result, diagnostics: [Diagnostic], examiner: PageExaminer,
    pages: [PageRecord], sitemaps: [[UInt8]], sizes: [String: Int], styles: [String: [UInt8]], unstable: [String],
    repeated: Int, publication: [Diagnostic]?, historyEntries: Int
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
    self.unstable = unstable
    self.repeated = repeated
    self.publication = publication
    self.historyEntries = historyEntries
  }
}
