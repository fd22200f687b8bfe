import Claims
import Diagnostics
import Disclosure
import Integrity
import Loader
import Output
import Renderer
import Workers

/// A folder with `content/` and `templates/`, and the way from them to a finished column.
package struct Site: Sendable {
  /// The folder, as the user named it.
  package let folder: String
  let options: Options

  package init(_ folder: String, options: Options) {
    self.folder = folder
    self.options = options
  }

  /// Builds the column into `output`, or finds out what a build would change.
  ///
  /// With any error the output stays as it was.
  package func build(into output: String, mode: Publication.Mode) async -> Report {
    var report = Report()
    do throws(Diagnostic) {
      let readings = Readings()
      let loader = try Loader(site: folder, workers: options.workers, readings: readings)
      // Held before the content is looked at, or a build that began early could publish over one that began later.
      let publication = report.diagnostics.collect(try Publication(output, apartFrom: sources, mode: mode))
      defer { publication?.abandon() }
      guard let material = gather(loader, &report), let publication else { return report }
      if !report.stops(options), try isPublished(digest(of: material, readings), in: output, publication) {
        report.changes = try publication.finish()
        return report
      }
      try options.progress.check(output)
      let remarks = report.diagnostics.list.count
      let renderer = await plan(material, &report)
      let rendering = await render(renderer, into: publication, &report)
      try options.progress.check(output)
      guard !report.stops(options) else { return report }
      let list = try record(rendering, of: renderer, in: publication, readings, &report)
      guard !report.stops(options) else { return report }
      options.progress.publish()
      report.changes = try publication.finish()
      // What rendering remarks must be said again each time.
      if report.diagnostics.list.count == remarks {
        publication.keep(Seal(material: digest(of: material, readings), list: list))
      }
    } catch {
      report.diagnostics.add(error)
    }
    return report
  }

  /// Everything a build would find wrong, without writing anything.
  ///
  /// - Parameter isMending: whether the punctuation of the texts is mended in place, which nothing is while there are
  ///   errors; the report is on what is left.
  package func check(isMending: Bool = false) async -> Report {
    var report = await inspect()
    if isMending, !report.diagnostics.hasErrors { await mend(&report) }
    if options.isStrict { report.diagnostics.raiseWarnings() }
    return report
  }

  private func inspect() async -> Report {
    var report = Report()
    do throws(Diagnostic) {
      let loader = try Loader(site: folder, workers: options.workers)
      guard let material = gather(loader, &report) else { return report }
      let renderer = await plan(material, &report)
      _ = await render(renderer, into: nil, &report)
      report.noteSafeUses(renderer.theme.safeUses)
    } catch {
      report.diagnostics.add(error)
    }
    return report
  }

  private func mend(_ report: inout Report) async {
    do throws(Diagnostic) {
      let (files, found) = try Loader(site: folder, workers: options.workers).mend()
      if !files.isEmpty { report = await inspect() }
      report.mended = files.map(Report.Mended.init)
      report.diagnostics.add(contentsOf: found)
    } catch {
      report.diagnostics.add(error)
    }
  }

  /// What pages are made of.
  struct Material {
    let opening: Gate.Result
    let gate: Gate
    let theme: Theme
    let history: History
    /// Relative paths below `content/files/` and the files' sizes in bytes.
    let files: [String: Int]
    var text: Renderer.TextReader
  }

  /// Loads and opens the gate.
  func gather(_ loader: Loader, _ report: inout Report) -> Material? {
    let ((catalogue, found), beside) = parallel(workers: options.workers, loader.load) {
      (theme: self.compileTheme(in: loader.folder), history: self.history(loader))
    }
    let (theme, history) = beside
    report.diagnostics.add(contentsOf: history.diagnostics)
    report.diagnostics.add(contentsOf: found)
    guard let catalogue else { return nil }
    let gate = gate(for: catalogue.column)
    if let warning = gate.missingCalendars(of: catalogue) { report.diagnostics.add(warning) }
    let opening = gate.open(catalogue, workers: options.workers)
    report.take(opening, of: catalogue)
    report.diagnostics.add(contentsOf: claims(opening, of: catalogue, gate: gate, loader))
    report.diagnostics.add(contentsOf: theme.diagnostics)
    guard let theme = theme.theme, let history = history.history else { return nil }
    return Material(
      opening: opening, gate: gate, theme: theme, history: history, files: catalogue.files, text: loader.text)
  }

  func plan(_ material: Material, _ report: inout Report) async -> Renderer {
    await Renderer(
      material.opening.column, gate: material.gate, theme: material.theme, files: Set(material.files.keys),
      workers: options.workers, text: material.text, history: material.history, reporting: &report.diagnostics)
  }

  private func compileTheme(in folder: ContentFolder) -> (theme: Theme?, diagnostics: [Diagnostic]) {
    var diagnostics = Diagnostics()
    do throws(Diagnostic) {
      let templates = try TemplateFolder(in: folder, reporting: &diagnostics)
      let theme = Theme.compile(templates.texts, assets: templates.assets, reporting: &diagnostics)
      return (theme, diagnostics.list)
    } catch {
      diagnostics.add(error)
      return (nil, diagnostics.list)
    }
  }

  /// What the published documents say that the records do not.
  private func claims(
    _ opening: Gate.Result, of catalogue: Catalogue, gate: Gate, _ loader: Loader
  ) -> [Diagnostic] {
    if opening.column.documents.isEmpty { return [] }
    var check = ClaimCheck(opening, of: catalogue.proposals, gate: gate)
    return opening.column.documents.flatMap { document in
      // A text that cannot be read is reported where its page is made.
      (try? loader.text(of: document.source)).map { check.diagnostics(of: $0, in: document) } ?? []
    }
  }

  /// Renders every page on all workers; what differs from the output is staged there.
  func render(
    _ renderer: Renderer, into publication: Publication?, _ report: inout Report
  ) async -> Rendering {
    // The page of the search comes last.
    options.progress.begin(pages: renderer.pages.count + 1)
    let search = publication.map { _ in SearchBuild(renderer, workers: options.workers) }
    var outcomes = parallelMap(
      renderer.pages, workers: options.workers, state: { search?.makeReader() ?? PageReader() }
    ) { page, reader in
      render(page, with: renderer, into: publication, search, using: &reader)
    }
    var rendering = Rendering()
    var index = ""
    if let publication, let search, !options.progress.isStopped,
      !outcomes.contains(where: \.outcome.diagnostics.hasErrors)
    {
      (index, rendering.files) = search.publish(into: publication, reporting: &report.diagnostics)
    }
    var reader = PageReader()
    outcomes.append(render(renderer.searchPage(index: index), with: renderer, into: publication, nil, using: &reader))
    var files = Set(renderer.attachments)
    for (outcome, listing) in outcomes {
      report.diagnostics.add(contentsOf: outcome.diagnostics.list)
      files.formUnion(outcome.files)
      rendering.files += listing
      rendering.events += outcome.events
    }
    rendering.events += departures(of: renderer, &report)
    guard let publication else { return rendering }
    let copies = files.sorted().map { ("content/files/\($0)", "files/\($0)") }
    for (source, address) in copies + renderer.theme.assets.map({ ("templates/assets/\($0)", "assets/\($0)") }) {
      report.diagnostics.collect(from: Place(source)) { () throws(Diagnostic) in
        let digest = try publication.copy("\(folder)/\(source)", to: address)
        rendering.files.append(FileList.Entry(path: address, digest: digest))
      }
    }
    return rendering
  }

  /// Renders one page, and what stands beside it, and takes it into the search. The reader's bytes are empty before and
  /// after.
  private func render(
    _ page: Page, with renderer: Renderer, into publication: Publication?, _ search: SearchBuild?,
    using reader: inout PageReader
  ) -> (outcome: Renderer.Outcome, files: [FileList.Entry]) {
    var outcome = Renderer.Outcome()
    var files: [FileList.Entry] = []
    if options.progress.isStopped { return (outcome, files) }
    defer { options.progress.advance() }
    guard let publication else {
      outcome = renderer.render(page, into: &reader.bytes) { $0.removeAll(keepingCapacity: true) }
      reader.bytes.removeAll(keepingCapacity: true)
      outcome.data = []
      return (outcome, files)
    }
    var faults = Diagnostics()
    faults.collect(from: page.place) { () throws(Diagnostic) in
      let digest = try publication.put(page.address) { (draft) throws(Diagnostic) in
        outcome = renderer.render(page, into: &reader.bytes) { (piece) throws(Diagnostic) in try draft.take(&piece) }
        // A page with errors is never published, as nothing is.
        if outcome.diagnostics.hasErrors { return reader.bytes.removeAll(keepingCapacity: true) }
        search?.add(page, with: &reader)
        try draft.take(&reader.bytes)
      }
      files.append(FileList.Entry(path: page.address, digest: digest))
      guard let address = page.dataAddress else { return }
      try publication.put(address, outcome.data.span.bytes)
      files.append(FileList.Entry(path: address, digest: Digest(of: outcome.data)))
    }
    outcome.data = []
    outcome.diagnostics.add(contentsOf: faults.list)
    return (outcome, files)
  }

  func gate(for column: Column) -> Gate { Gate(asOf: options.asOf ?? column.asOf ?? Today.inChina) }

  /// The folders that a site is made of.
  static let contents = ["content", "templates"]

  var sources: [String] { Self.contents.map { folder + "/" + $0 } }
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
