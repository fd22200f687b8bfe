import Diagnostics
import Disclosure
import Loader
import Renderer
import Workers

extension Site {
  /// - Throws: when there is no site in the folder.
  package func requireContent() throws(Diagnostic) { _ = try Loader(site: folder, workers: options.workers) }

  /// Reads the content as a build does, but renders nothing yet; no column where it has errors.
  package func preview() -> (column: LiveColumn?, report: Report) {
    var report = Report()
    do throws(Diagnostic) {
      let loader = try Loader(site: folder, workers: options.workers)
      guard var material = gather(loader, &report)?.material, report.judge(by: options) else { return (nil, report) }
      material.text = texts(of: material)
      let renderer = plan(material, &report)
      let files = Set(material.files.keys)
      return (report.judge(by: options) ? LiveColumn(renderer, workers: options.workers, files: files) : nil, report)
    } catch {
      report.diagnostics.add(error)
    }
    return (nil, report)
  }

  /// What is wrong with any page of the column, or worth a look, besides what its report has; `nil` when the task was
  /// cancelled, which ends it with the pages that are being made.
  package func inspect(_ column: LiveColumn) async -> [Diagnostic]? {
    var options = options
    options.progress = Progress()
    let site = Site(folder, options: options)
    return await withTaskCancellationHandler {
      var report = Report()
      _ = site.render(column.renderer, into: nil, &report)
      report.judge(by: options)
      return site.options.progress.isStopped ? nil : report.diagnostics.sorted
    } onCancel: { [progress = options.progress] in
      progress.stop()
    }
  }

  /// The texts as they are now, for as long as somebody looks at the column; their files are changed meanwhile.
  private func texts(of material: Material) -> Renderer.TextReader {
    let column = material.opening.column
    let letters = column.items.flatMap { $0.answers.flatMap { $0.replies.map(\.source) } }
    let sources = letters + column.documents.map(\.source)
    let read = parallelMap(sources, workers: options.workers) { source in (source, try? material.text(source)) }
    let texts = Dictionary(read.compactMap { entry in entry.1.map { (entry.0, $0) } }, uniquingKeysWith: { $1 })
    return { (source) throws(Diagnostic) in
      // What could not be read is reported where its page is made.
      if let text = texts[source] { return text }
      return try material.text(source)
    }
  }
}
