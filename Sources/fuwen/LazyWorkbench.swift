import Dispatch
import Preview
import Site
import Synchronization

/// The staff view of the content as it is when somebody first opens it: an audit looks at every page, and who writes a
/// letter does not ask for it at each change.
final class LazyWorkbench: Sendable {
  private let site: Site
  /// By path; `nil` until they are asked for.
  private let pages = Mutex<[String: [UInt8]]?>(nil)
  /// Held by whoever makes them.
  private let turn = Mutex(())

  init(of site: Site) { self.site = site }

  /// Waits until the pages are made; each connection has a thread of its own.
  func file(at path: String) -> Content? {
    turn.withLock { _ in
      if pages.withLock({ $0 == nil }) { make() }
    }
    return pages.withLock { $0?[path] }.map(Content.made)
  }

  private func make() {
    let end = DispatchSemaphore(value: 0)
    Task {
      let made = await site.workbench().pages
      pages.withLock { $0 = Dictionary(made.map { ($0.path, $0.bytes) }, uniquingKeysWith: { $1 }) }
      end.signal()
    }
    end.wait()
  }
}
