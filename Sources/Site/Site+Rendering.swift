import Audit
import Diagnostics
import Integrity
import Output
import Renderer
import Workers

extension Site {
  /// What rendering gave besides the pages themselves.
  struct Rendering: Sendable {
    /// Every file of the column but the list of them.
    var files: [FileList.Entry] = []
    /// The folder of the search's index; empty where none was made.
    var searchIndex = ""
    /// What has become of letters since the history was last added to.
    var events: [History.Entry] = []
    /// The files below `content/files/` that pages lead to.
    var attachments: Set<String> = []
    /// What was noted of each page, where that was asked for.
    var pages: [PageRecord] = []
  }

  /// What rendering one page gave.
  private struct Made {
    var outcome = Renderer.Outcome()
    /// The page and what stands beside it.
    var files: [FileList.Entry] = []
    /// What was noted of it: one, or none.
    var records: [PageRecord] = []
  }

  /// Renders every page on all workers; what differs from the output is staged there.
  ///
  /// - Parameter publication: `nil` where the pages are only looked at.
  func render(
    _ renderer: Renderer, into publication: Publication?, _ report: inout Report,
    examining examiner: PageExaminer? = nil
  ) -> Rendering {
    // The page of the search comes last.
    options.progress.begin(steps: renderer.pages.count + 1)
    @Sendable func make(_ page: Page, _ search: SearchBuild?, _ reader: inout PageReader) -> Made {
      if options.progress.isStopped { return Made() }
      defer { options.progress.advance() }
      guard let publication else {
        // A look writes nothing, and workbooks take temporary files.
        return page.isWorkbook ? Made() : examine(page, of: renderer, by: examiner, using: &reader)
      }
      return publish(page, of: renderer, into: publication, search, using: &reader)
    }
    let scratch = report.diagnostics.collect(try publication?.scratch()) ?? nil
    let search = publication.map { _ in SearchBuild(renderer, workers: options.workers, store: scratch) }
    var pages = parallelMap(
      renderer.pages, workers: options.workers, state: { search?.makeReader() ?? PageReader() }
    ) { page, reader in make(page, search, &reader) }
    var rendering = Rendering()
    if let publication, let search, !options.progress.isStopped, !pages.contains(where: \.outcome.diagnostics.hasErrors)
    {
      if let index = report.diagnostics.collect(try search.publish(into: publication)) {
        (rendering.searchIndex, rendering.files) = index
      }
    }
    var reader = PageReader()
    pages.append(make(renderer.searchPage(index: rendering.searchIndex), nil, &reader))
    rendering.attachments = Set(renderer.attachments)
    var hasSystemFailed = false
    for page in pages {
      // What the system refuses to one page it refuses to others, perhaps in other words.
      let found = page.outcome.diagnostics.list.filter { !(hasSystemFailed && $0.rule.hasPrefix("system/")) }
      hasSystemFailed = hasSystemFailed || found.contains { $0.rule.hasPrefix("system/") }
      report.diagnostics.add(contentsOf: found)
      rendering.attachments.formUnion(page.outcome.files)
      rendering.files += page.files
      rendering.events += page.outcome.events
      rendering.pages += page.records
    }
    rendering.events += heed(renderer.departures, &report)
    if let publication, !report.diagnostics.hasErrors, !options.progress.isStopped {
      rendering.files += copy(rendering.attachments, of: renderer, into: publication, &report)
    }
    return rendering
  }

  /// Renders one page, and notes what it is. The reader's bytes are empty before and after.
  private func examine(
    _ page: Page, of renderer: Renderer, by examiner: PageExaminer?, using reader: inout PageReader
  ) -> Made {
    var made = Made()
    made.outcome = renderer.render(page, into: &reader.bytes) { $0.removeAll(keepingCapacity: true) }
    let kind = made.outcome.diagnostics.hasErrors ? nil : renderer.kind(of: page)
    if let record = kind.flatMap({ examiner?.examine(page.address, $0, reader.bytes) }) { made.records = [record] }
    reader.bytes.removeAll(keepingCapacity: true)
    made.outcome.data = []
    return made
  }

  /// Renders one page into the output, with what stands beside it, and takes it into the search. The reader's bytes are
  /// empty before and after.
  private func publish(
    _ page: Page, of renderer: Renderer, into publication: Publication, _ search: SearchBuild?,
    using reader: inout PageReader
  ) -> Made {
    var made = Made()
    var faults = Diagnostics()
    faults.collect(from: renderer.place(of: page)) { () throws(Diagnostic) in
      let digest = try publication.put(page.address) { (draft) throws(Diagnostic) in
        made.outcome = renderer.render(page, into: &reader.bytes) { (piece) throws(Diagnostic) in
          try draft.take(&piece)
        }
        // A page with errors is never published, as nothing is.
        if made.outcome.diagnostics.hasErrors { return reader.bytes.removeAll(keepingCapacity: true) }
        try draft.take(&reader.bytes)
      }
      made.files.append(FileList.Entry(path: page.address, digest: digest))
      guard let address = page.dataAddress, !made.outcome.diagnostics.hasErrors else { return }
      try search?.add(page, made.outcome.data, with: &reader)
      let dataDigest = try publication.put(address, made.outcome.data.span.bytes)
      made.files.append(FileList.Entry(path: address, digest: dataDigest))
    }
    made.outcome.data = []
    made.outcome.diagnostics.add(contentsOf: faults.list)
    return made
  }

  /// Copies the files that pages lead to and the theme's own, as they are.
  private func copy(
    _ attachments: Set<String>, of renderer: Renderer, into publication: Publication, _ report: inout Report
  ) -> [FileList.Entry] {
    let copies = attachments.sorted().map { ("content/files/\($0)", "files/\($0)") }
    let assets = renderer.theme.assets.map { ("templates/assets/\($0)", "assets/\($0)") }
    var files: [FileList.Entry] = []
    for (source, address) in copies + assets {
      report.diagnostics.collect(from: Place(source)) { () throws(Diagnostic) in
        let digest = try publication.copy("\(folder)/\(source)", to: address)
        files.append(FileList.Entry(path: address, digest: digest))
      }
    }
    return files
  }
}

extension Diagnostics {
  /// What is wrong with an address is shown at the file that the page or copy is made of.
  fileprivate mutating func collect(from source: Place?, _ put: () throws(Diagnostic) -> Void) {
    do throws(Diagnostic) {
      try put()
    } catch {
      var diagnostic = error
      if error.rule.hasPrefix("output/"), let source { diagnostic.place = source }
      add(diagnostic)
    }
  }
}
