import Diagnostics
import Disclosure
import Integrity
import Markdown
import Templates
import Workers

/// Makes the column's pages from what the gate let through.
package struct Renderer: Sendable {
  /// Reads a narrative's text.
  package typealias TextReader = @Sendable (NarrativeSource) throws(Diagnostic) -> [UInt8]

  /// Takes what a long file has so far, and leaves nothing of it.
  package typealias PieceTaker = (inout [UInt8]) throws(Diagnostic) -> Void

  /// What a page's rendering found.
  package struct Outcome: Sendable {
    package var diagnostics = Diagnostics()
    /// Files below `content/files/` that the page links to.
    package var files: Set<String> = []
    /// What stands beside the page as data.
    package var data: [UInt8] = []
    /// What has become of the page's letters since the column's history was last added to.
    package var events: [History.Entry] = []
    /// The links of its narratives that name a place on a page.
    var anchorLinks: [AnchorLink] = []

    package init() {}
  }

  /// All files of the column but attachments and assets.
  package let pages: [Page]

  let column: PublishedColumn
  let gate: Gate
  package let theme: Theme
  let text: TextReader
  /// Of the site, whole.
  package let history: History
  /// As far as it had come on the as-of date.
  let known: History
  let lists: ListIndex
  let faceting: Faceting
  let figures: FigureSource
  let registerLines: [Int: [RegisterView.Line]]
  let links: LinkResolver
  let navigation: Navigation
  let sitemap: Sitemap
  let changes: [Change]
  /// Made once, shown on many pages: the settings, and the rows of all items.
  let siteValue: Value
  let rows: [Value]

  /// Plans the pages; two pages with one address are reported.
  package init(
    _ column: PublishedColumn, gate: Gate, theme: Theme, files: Set<String>, workers: Int, text: @escaping TextReader,
    history: History,
    reporting diagnostics: inout Diagnostics
  ) {
    self.column = column
    self.gate = gate
    self.theme = theme
    self.text = text
    self.history = history
    known = history.until(column.asOf.description)
    let faceting = Faceting(column.column)
    self.faceting = faceting
    let ((lists, rows), (links, registerLines, showcases, changes)) = parallel(workers: workers) {
      (
        ListIndex(column.items, faceting: faceting, workers: workers),
        parallelMap(column.items, workers: workers, RowView.schema.record)
      )
    } _: {
      (LinkResolver(column, files: files), column.registerLines, ShowcaseIndex(column), column.changes)
    }
    (self.lists, self.rows) = (lists, rows)
    (self.links, self.registerLines, self.changes) = (links, registerLines, changes)
    figures = FigureSource(column: column, lists: lists, faceting: faceting, showcases: showcases)
    navigation = Navigation(figures)
    siteValue = SiteView.schema.record(column)
    let list = PageList(column, figures: figures, registerLines: registerLines, changes: changes.count)
    pages = list.pages
    sitemap = list.sitemap
    diagnostics.add(contentsOf: list.diagnostics)
  }

  package var asOf: CalendarDate { column.asOf }

  /// Where the record or text behind a page stands, for messages.
  package func place(of page: Page) -> Place? { column.place(of: page) }

  /// The path of the column's address on its host, with slashes around it.
  package var path: String { column.column.address.path }

  /// The files below `content/files/` that replies and documents name as their attachments.
  package var attachments: [String] { column.files.keys.sorted() }

  /// Writes one page behind what `bytes` holds. Of a file that may be too long for the memory, all but the last piece is
  /// handed on.
  package func render(_ page: Page, into bytes: inout [UInt8], handingOn handOn: PieceTaker) -> Outcome {
    var outcome = Outcome()
    let start = bytes.count
    do throws(Diagnostic) {
      try render(page, into: &bytes, handingOn: handOn, outcome: &outcome)
      // A page that has errors was not written.
      if !outcome.anchorLinks.isEmpty, !outcome.diagnostics.hasErrors {
        checkAnchors(of: page, bytes[start...], &outcome)
      }
    } catch {
      outcome.diagnostics.add(error)
    }
    return outcome
  }

  /// One page, whole in memory.
  package func whole(_ page: Page) -> (bytes: [UInt8], outcome: Outcome) {
    var bytes: [UInt8] = []
    let outcome = render(page, into: &bytes) { _ in }
    return (bytes, outcome)
  }

  func render(
    _ page: Page, into bytes: inout [UInt8], handingOn handOn: PieceTaker, outcome: inout Outcome
  ) throws(Diagnostic) {
    switch page.content {
    case .proposal(let index):
      guard let view = try proposalView(index, page, outcome: &outcome) else { return }
      outcome.data = ProposalFile.text(of: view)
      try write(.proposal, head(of: view, page), [ProposalView.schema.record(view)], into: &bytes)
    case .withdrawn(let index):
      let view = WithdrawnView(item: column.withdrawn[index])
      try write(.withdrawn, head(of: view, page), [WithdrawnView.schema.record(view)], into: &bytes)
    case .changes(let number):
      let view = ChangesView(changes: changes, pageNumber: number)
      try write(
        .changes, listHead("更正和撤回", page, number: number), [ChangesView.schema.record(view)], into: &bytes)
    case .data:
      let view = DataView(column: column, lists: lists)
      try write(.data, dataHead(page), [DataView.schema.record(view)], into: &bytes)
    case .list(let scope, let number):
      let view = ListView(scope: scope, pageNumber: number, index: lists, rows: rows, figures: figures)
      try write(.list, head(of: view, page), [ListView.schema.record(view)], into: &bytes)
    case .document(let index):
      guard let view = try documentView(index, page, outcome: &outcome) else { return }
      outcome.data = DocumentFile.text(of: view)
      try write(.document, head(of: view, page), [DocumentView.schema.record(view)], into: &bytes)
    case .home:
      let view = HomeView(figures: figures, rows: rows)
      try write(.home, homeHead(page), HomeView.fields.map { $0.value(view) }, into: &bytes)
    case .entrances(let facet):
      let view = EntrancesView(facet: facet, lists: lists)
      try write(.entrances, listHead(view.title, page), [EntrancesView.schema.record(view)], into: &bytes)
    case .register(let year, let number):
      let view = RegisterView(
        year: year, pageNumber: number, lines: registerLines[year] ?? [], figures: figures)
      try write(
        .register, listHead("\(year) 年办理件登记表", page, number: number), [RegisterView.schema.record(view)], into: &bytes)
    case .years:
      try write(.years, listHead("历年办理统计", page), [YearsView.schema.record(YearsView(source: figures))], into: &bytes)
    case .statistics(let year, let kind):
      let view = StatisticsView(year: year, kind: kind, source: figures)
      try write(
        .statistics, head(of: view, page), [StatisticsView.schema.record(view)], into: &bytes)
    case .workbook(let year, let kind): bytes += try figures.workbook(of: Statistics.Scope(year: year, kind: kind))
    case .bodies(let year, let kind):
      let view = BodiesView(bodies: column.bodies, year: year, kind: kind)
      try write(.bodies, head(of: view, page), [BodiesView.schema.record(view)], into: &bytes)
    case .showcase(let showcase, let year, let number):
      let view = ShowcaseView(showcase: showcase, year: year, pageNumber: number, source: figures)
      let schema = showcase == .key ? ShowcaseView.keySchema : ShowcaseView.adoptionSchema
      try write(
        showcase == .key ? .key : .adoption, head(of: view, page), [schema.record(view)], into: &bytes)
    case .documents:
      let view = DocumentListView(documents: column.documents)
      try write(.documents, listHead("总结与动态", page), [DocumentListView.schema.record(view)], into: &bytes)
    case .guide:
      let view = GuideView(column: column, lists: lists)
      try write(.guide, listHead("怎样看办理结果", page), [GuideView.schema.record(view)], into: &bytes)
    case .search(let index):
      let view = SearchView(index: index, lists: lists)
      try write(.search, listHead("检索", page), [SearchView.schema.record(view)], into: &bytes)
    case .notFound:
      try write(.notFound, notFoundHead(page), [], into: &bytes)
    case .redirect(let target, let title, _):
      let view = RedirectTarget(title: title, address: target)
      try write(.redirect, listHead(title, page), [RedirectTarget.schema.record(view)], into: &bytes)
    case .recordsJSON: try RecordFile.writeJSON(column, into: &bytes, handingOn: handOn)
    case .recordsCSV: try RecordFile.writeCSV(column, into: &bytes, handingOn: handOn)
    case .statisticsJSON: StatisticsFile.write(column, into: &bytes)
    case .bodiesJSON: BodyFile.writeJSON(column.bodies, into: &bytes)
    case .bodiesCSV: BodyFile.writeCSV(column.bodies, into: &bytes)
    case .dataPackage: DataPackage.write(column, into: &bytes)
    case .feed(let scope): Feed.write(scope, of: column, lists, into: &bytes)
    case .sitemap(let part):
      sitemap.write(part: part, of: pages, below: column.column.address, lastChange: lastChange(of:), into: &bytes)
    case .robots: Robots.write(column.column.address, into: &bytes)
    }
  }

  private func write(
    _ template: PageTemplate, _ head: PageView, _ own: [Value], into bytes: inout [UInt8]
  ) throws(Diagnostic) {
    try theme.render(
      template, [siteValue, PageView.schema.record(head), navigation.value(on: head.address)] + own, into: &bytes)
  }
}
