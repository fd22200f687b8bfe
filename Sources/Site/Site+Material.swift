import Claims
import Diagnostics
import Disclosure
import Integrity
import Loader
import Renderer
import Workers

extension Site {
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

  func plan(_ material: Material, _ report: inout Report) -> Renderer {
    Renderer(
      material.opening.column, gate: material.gate, theme: material.theme, files: Set(material.files.keys),
      workers: options.workers, text: material.text, history: material.history, reporting: &report.diagnostics)
  }

  private func compileTheme(in folder: ContentFolder) -> (theme: Theme?, diagnostics: [Diagnostic]) {
    var diagnostics = Diagnostics()
    do throws(Diagnostic) {
      let templates = try TemplateFolder(in: folder, reporting: &diagnostics)
      return (themes.compile(templates, reporting: &diagnostics), diagnostics.list)
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

  func gate(for column: Column) -> Gate { Gate(asOf: options.asOf ?? column.asOf ?? Today.inChina) }
}
