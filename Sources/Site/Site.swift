import Audit
import Diagnostics
import Integrity
import Loader
import Output
import Renderer
import Workbench

/// A folder with `content/` and `templates/`, and the way from them to a finished column.
package struct Site: Sendable {
  /// The folder, as the user named it.
  package let folder: String
  let options: Options
  let themes: Themes

  package init(_ folder: String, options: Options) { self.init(folder, options: options, themes: Themes()) }

  /// - Parameter themes: shared by sites whose templates may be the same.
  init(_ folder: String, options: Options, themes: Themes) {
    self.folder = folder
    self.options = options
    self.themes = themes
  }

  /// Builds the column into `output`, or finds out what a build would change.
  ///
  /// With any error the output stays as it was.
  ///
  /// - Parameter isForApproval: whether the report says too what would change on each page; only without writing.
  package func build(into output: String, mode: Publication.Mode = .write, isForApproval: Bool = false) -> Report {
    var report = Report()
    do throws(Diagnostic) {
      let readings = Readings()
      let loader = try Loader(site: folder, workers: options.workers, readings: readings)
      // Held before the content is looked at, or a build that began early could publish over one that began later.
      let publication = report.diagnostics.collect(
        try Publication(output, apartFrom: sources, holding: sources[0], mode: mode))
      defer { publication?.abandon() }
      // Of what the gate holds back nothing else is kept while pages are made.
      let (opened, basis) =
        gather(loader, &report).map { gathered in
          (gathered.material, isForApproval ? ApprovalBasis(gathered.catalogue, gathered.opening, gathered.gate) : nil)
        } ?? (nil, nil)
      guard let material = opened, let publication else { return report }
      func finish(_ renderer: Renderer?, searchIndex: String, _ history: History?) throws(Diagnostic) {
        let changes = try publication.finish { () throws(Diagnostic) in
          if let history { try write(history, readings) }
        }
        report.changes = changes
        guard let basis else { return }
        report.approval = try approval(of: changes, on: basis, renderer, searchIndex: searchIndex, output: output)
      }
      let isSound = report.judge(by: options)
      if isSound, try isPublished(digest(of: material, readings), in: output, publication) {
        try finish(nil, searchIndex: "", nil)
        return report
      }
      try options.progress.check(output)
      let remarks = report.diagnostics.list.count
      let renderer = plan(material, &report)
      // What is known to be refused is only looked at.
      let rendering = render(renderer, into: isSound ? publication : nil, &report)
      try options.progress.check(output)
      guard report.judge(by: options) else { return report }
      let (list, history) = try list(rendering, of: renderer, in: publication, &report)
      guard report.judge(by: options) else { return report }
      options.progress.publish()
      try finish(renderer, searchIndex: rendering.searchIndex, history)
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
  package func check(isMending: Bool = false, isAuditing: Bool = false) -> Report {
    var report = inspect(isAuditing: isAuditing).report
    if isMending, !report.diagnostics.hasErrors { mend(&report, isAuditing: isAuditing) }
    report.judge(by: options)
    return report
  }

  /// What `check` says, and what the site holds, as far as it could be read.
  func inspect(isAuditing: Bool = false) -> (report: Report, gathered: Gathered?) {
    var report = Report()
    do throws(Diagnostic) {
      let readings = Readings()
      let loader = try Loader(site: folder, workers: options.workers, readings: isAuditing ? readings : nil)
      guard let gathered = gather(loader, &report) else { return (report, nil) }
      guard let material = gathered.material else { return (report, gathered) }
      let renderer = plan(material, &report)
      let examiner = isAuditing ? PageExaminer(of: renderer, gathered, material) : nil
      let rendering = render(renderer, into: nil, &report, examining: examiner)
      report.noteSafeUses(renderer.theme.safeUses)
      if let examiner {
        let digest = digest(of: material, readings)
        report.audit = audit(gathered, rendering, of: renderer, by: examiner, loader, publishedFrom: digest, report)
      }
      return (report, gathered)
    } catch {
      report.diagnostics.add(error)
      return (report, nil)
    }
  }

  /// The folders that a site is made of.
  static let contents = ["content", "templates"]

  var sources: [String] { Self.contents.map { folder + "/" + $0 } }

  /// Where the finished column is, unless somebody names another folder.
  package var output: String { folder + "/public" }
}
