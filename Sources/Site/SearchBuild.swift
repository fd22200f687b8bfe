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

  init(_ renderer: Renderer, workers: Int) {
    self.renderer = renderer
    self.workers = workers
    searchables = renderer.searchables
    positions = Dictionary(uniqueKeysWithValues: searchables.enumerated().map { ($1.page.address, $0) })
    builder = IndexBuilder(
      addresses: searchables.map(\.page.address),
      facets: renderer.searchFilters(of: searchables).map { filter in
        Facet(
          code: filter.code, name: filter.name,
          values: filter.values.map { value in
            Facet.Value(code: value.code, label: value.label, documents: value.members.map(UInt32.init))
          })
      })
    learn()
  }

  /// Renders some pages ahead of the others for the pairs that are common in them.
  private func learn() {
    let sample = builder.sample.map { searchables[$0].page }
    if sample.isEmpty { return }
    builder.learn(
      from: parallelMap(sample, workers: workers, state: { PageReader() }) { page, reader in
        reader.bytes.removeAll(keepingCapacity: true)
        _ = renderer.render(page, into: &reader.bytes) { _ in }
        reader.text.read(reader.bytes)
        return reader.text.text
      })
  }

  /// What one worker adds pages with.
  func makeReader() -> PageReader { PageReader(collector: builder.makeCollector()) }

  /// Takes the page that a reader holds into the index, if it is one to be found.
  func add(_ page: Page, with reader: inout PageReader) {
    guard let position = positions[page.address] else { return }
    reader.text.read(reader.bytes)
    reader.collector?.add(
      position, title: reader.text.title, text: reader.text.text, number: searchables[position].number)
  }

  /// The index and its folder, when all pages are in it.
  func finish() -> (folder: String, index: SearchIndex) {
    let index = builder.finish(workers: workers)
    return (Self.folder + index.name + "/", index)
  }

  /// Puts the index into the output when all pages are in it, and gives its folder and files.
  func publish(
    into publication: Publication, reporting diagnostics: inout Diagnostics
  ) -> (folder: String, files: [FileList.Entry]) {
    let (folder, index) = finish()
    let outcomes = parallelMap(index.files, workers: workers) { file -> (FileList.Entry, [Diagnostic]) in
      var faults = Diagnostics()
      do throws(Diagnostic) {
        try publication.put(folder + file.path, file.bytes.span.bytes)
      } catch {
        faults.add(error)
      }
      return (FileList.Entry(path: folder + file.path, digest: Digest(of: file.bytes)), faults.list)
    }
    for (_, faults) in outcomes { diagnostics.add(contentsOf: faults) }
    return (folder, outcomes.map(\.0))
  }
}

/// What one worker reads pages with.
struct PageReader {
  var bytes: [UInt8] = []
  var text = PageText(separator: SearchText.separator)
  var collector: Collector?
}
