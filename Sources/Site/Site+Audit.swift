import Audit
import Diagnostics
import Integrity
import Loader
import Output
import Renderer

extension Site {
  /// Holds the column against the standards, from what was noted of its pages.
  func audit(
    _ gathered: Gathered, _ rendering: Rendering, of renderer: Renderer, by examiner: PageExaminer, _ loader: Loader,
    publishedFrom material: Digest, _ report: Report
  ) -> Audit {
    var sizes: [String: Int] = [:]
    for file in rendering.attachments { sizes["files/" + file] = gathered.catalogue.files[file] ?? 0 }
    var styles: [String: [UInt8]] = [:]
    for asset in renderer.theme.assets {
      guard let bytes = try? loader.bytes(of: "templates/assets/" + asset) else { continue }
      sizes["assets/" + asset] = bytes.count
      if asset.hasSuffix(".css") { styles["assets/" + asset] = bytes }
    }
    return Audit(
      AuditMaterial(
        catalogue: gathered.catalogue, gate: gathered.gate, opening: gathered.opening,
        diagnostics: report.diagnostics.list, examiner: examiner, pages: rendering.pages,
        sitemaps: renderer.pages.filter { $0.address.hasPrefix("sitemap") }.map { renderer.whole($0).bytes },
        sizes: sizes, styles: styles, remade: remade(renderer, from: material), publication: publicationFaults,
        historyEntries: renderer.history.entries.count))
  }

  /// How many pages are made again.
  private static let sampleSize = 100

  /// Makes some pages again that an earlier run made of the same material, with other hash seeds, and gives those that
  /// come out differently; `nil` where `public/` was made of something else.
  private func remade(_ renderer: Renderer, from material: Digest) -> AuditMaterial.Remade? {
    guard let (_, entries) = try? published(material, in: output) else { return nil }
    let digests = Dictionary(entries.map { ($0.path, $0.digest) }) { first, _ in first }
    let pages = renderer.pages.filter { renderer.kind(of: $0) != nil }
    let sample = stride(from: 0, to: pages.count, by: max(1, pages.count / Self.sampleSize)).map { pages[$0] }
    let unstable = sample.filter { digests[$0.address] != Digest(of: renderer.whole($0).bytes) }
    return AuditMaterial.Remade(count: sample.count, unstable: unstable.map(\.address))
  }

  /// What `verify` finds in `public/`; `nil` where it is not there.
  private var publicationFaults: [Diagnostic]? {
    (try? PublishedFolder(output)) == nil ? nil : verify(output).diagnostics.list
  }
}

extension PageExaminer {
  /// For the pages of a renderer and all that may stand beside them.
  init(of renderer: Renderer, _ gathered: Site.Gathered, _ material: Site.Material) {
    var files = Set(renderer.pages.flatMap { [$0.address, $0.dataAddress].compactMap { $0 } })
    files.insert(renderer.searchPage(index: "").address)
    files.insert(FileList.address)
    for asset in renderer.theme.assets { files.insert("assets/" + asset) }
    for file in material.files.keys { files.insert("files/" + file) }
    self.init(files: files, opening: gathered.opening, of: gathered.catalogue)
  }
}
