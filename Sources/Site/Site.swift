import Audit
import Claims
import Diagnostics
import Disclosure
import Integrity
import Loader
import Output
import Renderer
import Workbench
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
  ///
  /// - Parameter isForApproval: whether the report says too what would change on each page; only without writing.
  package func build(into output: String, mode: Publication.Mode = .write, isForApproval: Bool = false) async -> Report
  {
    var report = Report()
    do throws(Diagnostic) {
      let readings = Readings()
      let loader = try Loader(site: folder, workers: options.workers, readings: readings)
      // Held before the content is looked at, or a build that began early could publish over one that began later.
      let publication = report.diagnostics.collect(try Publication(output, apartFrom: sources, mode: mode))
      defer { publication?.abandon() }
      // Of what the gate holds back nothing else is kept while pages are made.
      let (opened, basis) =
        gather(loader, &report).map { gathered in
          (gathered.material, isForApproval ? ApprovalBasis(gathered.catalogue, gathered.opening, gathered.gate) : nil)
        } ?? (nil, nil)
      guard let material = opened, let publication else { return report }
      func finish(_ renderer: Renderer?, searchIndex: String) throws(Diagnostic) {
        let changes = try publication.finish()
        report.changes = changes
        guard let basis else { return }
        report.approval = try approval(of: changes, on: basis, renderer, searchIndex: searchIndex, output: output)
      }
      if !report.stops(options), try isPublished(digest(of: material, readings), in: output, publication) {
        try finish(nil, searchIndex: "")
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
      try finish(renderer, searchIndex: rendering.searchIndex)
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
  /// - Parameters:
  ///   - isMending: whether the punctuation of the texts is mended in place, which nothing is while there are errors; the
  ///     report is on what is left.
  ///   - isAuditing: whether the column is held against the inspection index and the page standards too.
  package func check(isMending: Bool = false, isAuditing: Bool = false) async -> Report {
    var report = await inspect(isAuditing: isAuditing).report
    if isMending, !report.diagnostics.hasErrors { await mend(&report, isAuditing: isAuditing) }
    if options.isStrict { report.diagnostics.raiseWarnings() }
    return report
  }

  /// What `check` says, and what the site holds, as far as it could be read.
  func inspect(isAuditing: Bool = false) async -> (report: Report, gathered: Gathered?) {
    var report = Report()
    do throws(Diagnostic) {
      let loader = try Loader(site: folder, workers: options.workers)
      guard let gathered = gather(loader, &report) else { return (report, nil) }
      guard let material = gathered.material else { return (report, gathered) }
      let renderer = await plan(material, &report)
      let examiner = isAuditing ? PageExaminer(of: renderer, gathered, material) : nil
      let rendering = await render(renderer, into: nil, &report, examining: examiner)
      report.noteSafeUses(renderer.theme.safeUses)
      if let examiner { report.audit = audit(gathered, rendering, of: renderer, by: examiner, loader, report) }
      return (report, gathered)
    } catch {
      report.diagnostics.add(error)
      return (report, nil)
    }
  }

  private func mend(_ report: inout Report, isAuditing: Bool) async {
    do throws(Diagnostic) {
      let (files, found) = try Loader(site: folder, workers: options.workers).mend()
      if !files.isEmpty { report = await inspect(isAuditing: isAuditing).report }
      report.mended = files.map(Report.Mended.init)
      report.diagnostics.add(contentsOf: found)
    } catch {
      report.diagnostics.add(error)
    }
  }

  /// What the site holds on both sides of the gate: for the office, never for pages of the column.
  struct Gathered {
    let catalogue: Catalogue
    let gate: Gate
    let opening: Gate.Result
    /// `nil` where the templates or the history are broken.
    let material: Material?
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
  func gather(_ loader: Loader, _ report: inout Report) -> Gathered? {
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
    report.diagnostics.add(contentsOf: Renderer.remarks(on: opening.column))
    report.diagnostics.add(contentsOf: theme.diagnostics)
    var material: Material?
    if let theme = theme.theme, let history = history.history {
      material = Material(
        opening: opening, gate: gate, theme: theme, history: history, files: catalogue.files, text: loader.text)
    }
    return Gathered(catalogue: catalogue, gate: gate, opening: opening, material: material)
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
    _ renderer: Renderer, into publication: Publication?, _ report: inout Report,
    examining examiner: PageExaminer? = nil
  ) async -> Rendering {
    // The page of the search comes last.
    options.progress.begin(pages: renderer.pages.count + 1)
    let search = publication.map { _ in SearchBuild(renderer, workers: options.workers) }
    var outcomes = parallelMap(
      renderer.pages, workers: options.workers, state: { search?.makeReader() ?? PageReader() }
    ) { page, reader in
      render(page, with: renderer, into: publication, search, examining: examiner, using: &reader)
    }
    var rendering = Rendering()
    if let publication, let search, !options.progress.isStopped,
      !outcomes.contains(where: \.outcome.diagnostics.hasErrors)
    {
      (rendering.searchIndex, rendering.files) = search.publish(into: publication, reporting: &report.diagnostics)
    }
    var reader = PageReader()
    outcomes.append(
      render(
        renderer.searchPage(index: rendering.searchIndex), with: renderer, into: publication, nil, examining: examiner,
        using: &reader))
    var files = Set(renderer.attachments)
    for (outcome, listing, record) in outcomes {
      if let record { rendering.pages.append(record) }
      report.diagnostics.add(contentsOf: outcome.diagnostics.list)
      files.formUnion(outcome.files)
      rendering.files += listing
      rendering.events += outcome.events
    }
    rendering.events += departures(of: renderer, &report)
    rendering.attachments = files
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
    examining examiner: PageExaminer?, using reader: inout PageReader
  ) -> (outcome: Renderer.Outcome, files: [FileList.Entry], record: PageRecord?) {
    var outcome = Renderer.Outcome()
    var files: [FileList.Entry] = []
    if options.progress.isStopped { return (outcome, files, nil) }
    defer { options.progress.advance() }
    guard let publication else {
      outcome = renderer.render(page, into: &reader.bytes) { $0.removeAll(keepingCapacity: true) }
      let kind = outcome.diagnostics.hasErrors ? nil : renderer.kind(of: page)
      let record = kind.flatMap { examiner?.examine(page.address, $0, reader.bytes) }
      reader.bytes.removeAll(keepingCapacity: true)
      outcome.data = []
      return (outcome, files, record)
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
    return (outcome, files, nil)
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
