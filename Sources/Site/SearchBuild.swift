import Diagnostics
import Integrity
import Output
import Renderer
import Search
import Workers

/// The search's index, made beside the pages.
struct SearchBuild: Sendable {
  private static let folder = "search/"

  private let renderer: Renderer
  private let workers: Int
  private let builder: IndexBuilder
  private let searchables: [Searchable]
  /// Their positions by their pages' addresses.
  private let positions: [String: Int]

  /// - Parameter store: where the index's parts wait for each other; the memory where there is none.
  init(_ renderer: Renderer, workers: Int, store: (any RunStore)? = nil) {
    self.renderer = renderer
    self.workers = workers
    searchables = renderer.searchables
    positions = Dictionary(uniqueKeysWithValues: searchables.enumerated().map { ($1.page.address, $0) })
    builder = IndexBuilder(
      addresses: searchables.map(\.page.address),
      facets: renderer.searchFilters(of: searchables).map { filter in
        DocumentFacet(
          code: filter.code, name: filter.name,
          values: filter.values.map { value in
            DocumentFacet.Value(code: value.code, label: value.label, documents: value.members.map(UInt32.init))
          })
      }, store: store)
    learn()
  }

  /// Renders some pages ahead of the others for the pairs that are common in them.
  private func learn() {
    let sample = builder.sample.map { searchables[$0].page }
    if sample.isEmpty { return }
    builder.learn(
      from: parallelMap(sample, workers: workers, state: { PageReader() }) { page, reader in
        reader.bytes.removeAll(keepingCapacity: true)
        reader.text.read(renderer.render(page, into: &reader.bytes) { _ in }.data)
        return reader.text.text
      })
  }

  /// What one worker adds pages with.
  func makeReader() -> PageReader { PageReader(collector: builder.makeCollector()) }

  /// Takes a page into the index, if it is one to be found.
  ///
  /// - Parameter data: what stands beside it.
  func add(_ page: Page, _ data: [UInt8], with reader: inout PageReader) throws(Diagnostic) {
    guard let position = positions[page.address] else { return }
    reader.text.read(data)
    try reader.collector?.add(
      position, title: reader.text.title, text: reader.text.text, number: searchables[position].number)
  }

  /// Makes the index when all pages are in it, and hands each file to `put` with its address, from several workers.
  ///
  /// - Returns: the folder that the page of the search asks first, and what `put` gave for each file.
  func finish<Receipt: Sendable>(
    _ put: @Sendable (_ address: String, _ bytes: [UInt8]) throws(Diagnostic) -> Receipt
  ) throws(Diagnostic) -> (folder: String, receipts: [Receipt]) {
    let (folder, receipts) = try builder.finish(workers: workers) { (path, bytes) throws(Diagnostic) in
      try put(Self.folder + path, bytes)
    }
    return (Self.folder + folder + "/", receipts)
  }

  /// Puts the index into the output when all pages are in it, and gives its first folder and its files.
  func publish(into publication: Publication) throws(Diagnostic) -> (folder: String, files: [FileList.Entry]) {
    let (folder, files) = try finish { (address, bytes) throws(Diagnostic) -> FileList.Entry in
      FileList.Entry(path: address, digest: try publication.put(address, bytes.span.bytes))
    }
    return (folder, files)
  }
}

extension Scratch: RunStore {}
