import Audit
import Diagnostics
import Disclosure
import Renderer

/// 工作台: what the office's staff must know of the column and its readers never see: what is withheld and why, what is
/// due, what is stale, what is wrong, and how the column stands against the standards.
///
/// All of it is made from what a check finds; the pages need no script.
package struct Workbench: Sendable {
  let catalogue: Catalogue?
  let gate: Gate?
  let opening: Gate.Result?
  let diagnostics: [Diagnostic]
  let audit: Audit?
  /// Rows and documents that were read.
  let read: Int

  /// - Parameters:
  ///   - catalogue: with `gate` and `opening`, `nil` where the content could not be read.
  ///   - diagnostics: in the order in which they are shown.
  package init(
    catalogue: Catalogue?, gate: Gate?, opening: Gate.Result?, diagnostics: [Diagnostic], audit: Audit?, read: Int
  ) {
    self.catalogue = catalogue
    self.gate = gate
    self.opening = opening
    self.diagnostics = diagnostics
    self.audit = audit
    self.read = read
  }

  /// The overview comes first. The same content gives the same bytes.
  package func pages() throws(Diagnostic) -> [WorkbenchPage] {
    let handling = if let catalogue, let gate { Handling(catalogue, gate: gate) } else { nil as Handling? }
    var pages: [WorkbenchPage] = []
    func add<Source>(
      _ part: WorkbenchPart, _ template: String, _ source: Source, as schema: Schema<Source>
    ) throws(Diagnostic) {
      pages.append(WorkbenchPage(path: part.path, bytes: try WorkbenchTemplates.render(template, source, as: schema)))
    }
    try add(
      .overview, "overview.html", OverviewView(head: head(.overview), workbench: self, handling: handling),
      as: OverviewView.schema)
    for (part, sections) in tables(handling) {
      try add(part, "tables.html", TablesView(head: head(part), sections: sections), as: TablesView.schema)
    }
    try add(
      .diagnostics, "diagnostics.html", DiagnosticsView(head: head(.diagnostics), diagnostics: diagnostics),
      as: DiagnosticsView.schema)
    try add(.audit, "audit.html", AuditView(head: head(.audit), audit: audit), as: AuditView.schema)
    pages.append(WorkbenchPage(path: "style.css", bytes: WorkbenchTemplates.stylesheet))
    return pages
  }

  private func head(_ part: WorkbenchPart) -> HeadView {
    HeadView(part: part, column: catalogue?.column.name ?? "", asOf: gate?.asOf)
  }

  private func tables(_ handling: Handling?) -> [(WorkbenchPart, [TableSection])] {
    guard let handling, let catalogue, let gate, let opening else {
      return [WorkbenchPart.withheld, .deadlines, .freshness].map { ($0, []) }
    }
    return [
      (.withheld, WithheldTables.sections(handling, catalogue, gate)), (.deadlines, DeadlineTables.sections(handling)),
      (.freshness, FreshnessTables.sections(handling, Freshness(opening.column))),
    ]
  }
}
