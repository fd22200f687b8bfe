import Audit
import Diagnostics
import Output
import Renderer
import Workbench

extension Site {
  /// What a build would change, as the person who signs must know it.
  ///
  /// - Parameters:
  ///   - renderer: `nil` where nothing changes.
  ///   - output: as it is before the build.
  func approval(
    of changes: Changes, on basis: ApprovalBasis, _ renderer: Renderer?, searchIndex: String, output: String
  ) throws(Diagnostic) -> Approval {
    let isPage = { (address: String) in address.hasSuffix(".html") }
    let published = changes.changed.isEmpty ? nil : try PublishedFolder(output)
    var sheet = PageSheet(basis: basis, former: renderer?.pagesWithFormerLetters ?? [])
    var (added, changed): ([Approval.Page], [Approval.Page]) = ([], [])
    if let renderer {
      let all = renderer.pages + [renderer.searchPage(index: searchIndex)]
      let pages = Dictionary(uniqueKeysWithValues: all.map { ($0.address, $0) })
      for address in changes.added where isPage(address) {
        guard let page = pages[address] else { continue }
        added.append(sheet.page(address, renderer.kind(of: page), before: nil, after: renderer.whole(page).bytes))
      }
      for address in changes.changed where isPage(address) {
        guard let page = pages[address] else { continue }
        let before = try published?.read(address) ?? []
        changed.append(
          sheet.page(address, renderer.kind(of: page), before: before, after: renderer.whole(page).bytes))
      }
    }
    return Approval(
      basis: basis, added: added, changed: changed, withdrawn: changes.removed.filter(isPage),
      otherFiles: (
        changes.added.count - added.count, changes.changed.count - changed.count,
        changes.removed.count { !isPage($0) }
      ))
  }

  /// Writes a report's approval as a page outside the site's folders; what keeps it from being written is reported.
  package func writeApproval(of report: inout Report, to path: String) {
    guard let approval = report.approval, let page = report.diagnostics.collect(try approval.page()) else { return }
    report.diagnostics.add(contentsOf: write(page, to: path).diagnostics.list)
  }
}
