import Diagnostics

extension Renderer {
  /// Reports links to places that are not there.
  ///
  /// - Parameter html: what the page that holds the links became; the others that they lead to are rendered again, as few
  ///   texts have such links.
  func checkAnchors(of page: Page, _ html: some Sequence<UInt8>, _ outcome: inout Outcome) {
    var known = [page.address: Self.anchors(in: html)]
    for link in outcome.anchorLinks {
      // What follows the name of a file that is no page is the file's own matter.
      guard let anchors = known[link.page] ?? anchors(at: link.page) else { continue }
      known[link.page] = anchors
      if anchors.contains(link.anchor) { continue }
      outcome.diagnostics.error(
        "link/anchor", at: link.place, "链接要到的“#\(link.anchor)”，那一页上没有",
        hint: nearestName(to: link.anchor, among: anchors.sorted()).map { "是不是“#\($0)”？" }
          ?? "“#”后面写标题的文字，去掉标点，空格换成连字符；要到页首的，删去“#”和后面的字")
    }
  }

  /// `nil` where there is no such page, or it has errors, which are reported where it is made.
  private func anchors(at address: String) -> Set<String>? {
    guard let page = pages.first(where: { $0.address == address }) else { return nil }
    var html: [UInt8] = []
    var outcome = Outcome()
    guard (try? render(page, into: &html, handingOn: { _ in }, outcome: &outcome)) != nil,
      !outcome.diagnostics.hasErrors
    else { return nil }
    return Self.anchors(in: html)
  }

  private static func anchors(in html: some Sequence<UInt8>) -> Set<String> {
    Set(String(decoding: Array(html), as: UTF8.self).matches(of: #/ id="([^"]+)"/#).map { String($0.1) })
  }
}
