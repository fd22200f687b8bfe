import Diagnostics
import Renderer
import Search
import Synchronization
import Workers

/// A column of which each file is made when somebody asks for it: what was built would be the same, byte for byte.
package final class LiveColumn: Sendable {
  /// What stands at an address.
  package enum File: Sendable {
    case made([UInt8])
    /// The file at this path below the site's folder, as it is.
    case copied(String)
  }

  let renderer: Renderer
  private let workers: Int
  /// By their addresses, a proposal's also by that of its data.
  private let pages: [String: Page]
  /// Relative paths below `content/files/`.
  private let files: Set<String>
  /// Those of them that a page which was asked for links to.
  private let offered: Mutex<Set<String>>
  /// Made when the search is opened.
  private let search = Mutex<Search?>(nil)

  private struct Search: Sendable {
    let folder: String
    let files: [String: [UInt8]]
  }

  init(_ renderer: Renderer, workers: Int, files: Set<String>) {
    self.renderer = renderer
    self.workers = workers
    self.files = files
    offered = Mutex(Set(renderer.attachments))
    var pages: [String: Page] = [:]
    for page in renderer.pages {
      pages[page.address] = page
      if let address = page.dataAddress { pages[address] = page }
    }
    self.pages = pages
  }

  /// The path of the column's address on its host, with slashes around it.
  package var path: String { renderer.path }

  /// The file at an address; `nil` where the column has none.
  ///
  /// - Throws: the first error of a page.
  package func file(at address: String) throws(Diagnostic) -> File? {
    if let page = pages[address] { return .made(try bytes(of: page, isData: address == page.dataAddress)) }
    if let asset = address.tail(behind: "assets/") {
      return renderer.theme.assets.contains(asset) ? .copied("templates/" + address) : nil
    }
    if let file = address.tail(behind: "files/") {
      return offered.withLock { $0.contains(file) } && files.contains(file) ? .copied("content/" + address) : nil
    }
    guard address.hasPrefix("search/") else { return nil }
    let search = try madeSearch()
    let page = renderer.searchPage(index: search.folder)
    if address == page.address { return .made(try bytes(of: page, isData: false)) }
    return search.files[address].map(File.made)
  }

  private func bytes(of page: Page, isData: Bool) throws(Diagnostic) -> [UInt8] {
    let (bytes, outcome) = renderer.whole(page)
    if let error = outcome.diagnostics.list.first(where: { $0.severity == .error }) { throw error }
    offered.withLock { $0.formUnion(outcome.files) }
    return isData ? outcome.data : bytes
  }

  private func madeSearch() throws(Diagnostic) -> Search {
    try search.withLock { (search) throws(Diagnostic) -> Search in
      if let search { return search }
      let build = SearchBuild(renderer, workers: workers)
      let added = parallelMap(renderer.pages, workers: workers, state: { build.makeReader() }) { page, reader in
        reader.bytes.removeAll(keepingCapacity: true)
        let data = renderer.render(page, into: &reader.bytes) { $0.removeAll(keepingCapacity: true) }.data
        return Result { () throws(Diagnostic) in try build.add(page, data, with: &reader) }
      }
      for page in added { try page.get() }
      let (folder, files) = try build.finish { ($0, $1) }
      let made = Search(folder: folder, files: Dictionary(files, uniquingKeysWith: { $1 }))
      search = made
      return made
    }
  }
}

extension String {
  fileprivate func tail(behind beginning: String) -> String? {
    hasPrefix(beginning) ? String(dropFirst(beginning.count)) : nil
  }
}
