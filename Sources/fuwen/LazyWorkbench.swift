import Preview
import Site
import Synchronization

/// The staff view of the content as it is when somebody first opens it: an audit looks at every page, and who writes a
/// letter does not ask for it at each change.
final class LazyWorkbench: Sendable {
  private let site: Site
  /// By path; `nil` until they are asked for.
  private let pages = Mutex<[String: [UInt8]]?>(nil)

  init(of site: Site) { self.site = site }

  /// Waits until the pages are made; each connection has a thread of its own.
  func file(at path: String) -> Content? {
    pages.withLock { pages in
      if pages == nil {
        pages = Dictionary(site.workbench().pages.map { ($0.path, $0.bytes) }, uniquingKeysWith: { $1 })
      }
      return pages?[path].map(Content.made)
    }
  }
}
