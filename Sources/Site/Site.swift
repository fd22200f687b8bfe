import Claims
import Diagnostics
import Disclosure
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
      let loader = try Loader(site: folder, workers: options.workers)
      // Held before the content is looked at, or a build that began early could publish over one that began later.
      let publication = report.diagnostics.collect(try Publication(output, apartFrom: sources, mode: mode))
      defer { publication?.abandon() }
      guard let renderer = try await prepare(loader, &report), let publication else { return report }
      await render(renderer, into: publication, &report)
      guard !report.stops(options) else { return report }
      report.changes = try publication.finish()
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
      guard let renderer = try await prepare(loader, &report) else { return report }
      await render(renderer, into: nil, &report)
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

  /// Loads, opens the gate and plans the pages.
  private func prepare(_ loader: Loader, _ report: inout Report) async throws(Diagnostic) -> Renderer? {
    let ((catalogue, found), theme) = parallel(workers: options.workers, loader.load, compileTheme)
    report.diagnostics.add(contentsOf: found)
    guard let catalogue else { return nil }
    let gate = gate(for: catalogue.column)
    if let warning = gate.missingCalendars(of: catalogue) { report.diagnostics.add(warning) }
    let opening = gate.open(catalogue, workers: options.workers)
    report.take(opening, of: catalogue)
    report.diagnostics.add(contentsOf: claims(opening, of: catalogue, gate: gate, loader))
    report.diagnostics.add(contentsOf: theme.diagnostics)
    guard let theme = theme.theme else { return nil }
    return await Renderer(
      opening.column, gate: gate, theme: theme, files: Set(catalogue.files.keys), workers: options.workers,
      text: loader.text, reporting: &report.diagnostics)
  }

  private func compileTheme() -> (theme: Theme?, diagnostics: [Diagnostic]) {
    var diagnostics = Diagnostics()
    do throws(Diagnostic) {
      let templates = try TemplateFolder(site: folder, reporting: &diagnostics)
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
  private func render(_ renderer: Renderer, into publication: Publication?, _ report: inout Report) async {
    let search = publication.map { _ in SearchBuild(renderer, workers: options.workers) }
    var outcomes = parallelMap(
      renderer.pages, workers: options.workers, state: { search?.makeReader() ?? PageReader() }
    ) { page, reader in
      reader.bytes.removeAll(keepingCapacity: true)
      let outcome = render(page, of: renderer, into: publication, &reader.bytes)
      if !outcome.diagnostics.hasErrors { search?.add(page, with: &reader) }
      return outcome
    }
    var index = ""
    if let publication, let search, !outcomes.contains(where: \.diagnostics.hasErrors) {
      index = search.publish(into: publication, reporting: &report.diagnostics)
    }
    var bytes: [UInt8] = []
    outcomes.append(render(renderer.searchPage(index: index), of: renderer, into: publication, &bytes))
    var files = Set(renderer.attachments)
    for outcome in outcomes {
      report.diagnostics.add(contentsOf: outcome.diagnostics.list)
      files.formUnion(outcome.files)
    }
    guard let publication else { return }
    let copies = files.sorted().map { ("content/files/\($0)", "files/\($0)") }
    for (source, address) in copies + renderer.theme.assets.map({ ("templates/assets/\($0)", "assets/\($0)") }) {
      report.diagnostics.collect(from: Place(source)) { () throws(Diagnostic) in
        try publication.copy("\(folder)/\(source)", to: address)
      }
    }
  }

  /// Renders one page, and stages it if it differs from the output.
  private func render(
    _ page: Page, of renderer: Renderer, into publication: Publication?, _ bytes: inout [UInt8]
  ) -> Renderer.Outcome {
    var outcome = renderer.render(page, into: &bytes)
    if !outcome.diagnostics.hasErrors, let publication {
      outcome.diagnostics.collect(from: page.place) { () throws(Diagnostic) in
        try publication.put(page.address, bytes.span.bytes)
      }
    }
    return outcome
  }

  func gate(for column: Column) -> Gate { Gate(asOf: options.asOf ?? column.asOf ?? Today.inChina) }

  var sources: [String] { ["content", "templates"].map { folder + "/" + $0 } }
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
