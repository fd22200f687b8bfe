import Diagnostics
import Loader
import Output

/// All sites in and below a folder, for one run over them. Each has its own content, gate, output and outcome; what is
/// wrong with one does not stop the others.
package struct Sites: Sendable {
  /// The sites' paths in the order in which they are built: by name, those last that show what others publish.
  package let folders: [String]
  /// What kept the folder, or a part of it, from being looked through.
  package let report: Report
  private let options: Options
  private let themes = Themes()

  package init(below folder: String, options: Options) {
    self.options = options
    var report = Report()
    let found = SiteFolders(below: folder)
    report.diagnostics.add(contentsOf: found.diagnostics.list)
    if found.paths.isEmpty, !report.diagnostics.hasErrors {
      report.diagnostics.error(
        "usage/no-sites", at: Place(folder), "里面没有站点", hint: "--all 后面写存放各站点的文件夹；站点是里面有 content/site.yaml 的文件夹")
    }
    self.report = report
    let isView = found.paths.map { (try? Loader(site: $0, workers: 1))?.showsBodies == true }
    let order = zip(found.paths, isView)
    folders = order.filter { !$0.1 }.map(\.0) + order.filter { $0.1 }.map(\.0)
  }

  /// Whether no further site is to be built.
  package var isStopped: Bool { options.progress.isStopped }

  /// Builds one of the sites into its own `public/`; its diagnostics name the site's folder.
  package func build(_ folder: String, mode: Publication.Mode) -> Report {
    let site = Site(folder, options: options, themes: themes)
    var report = site.build(into: site.output, mode: mode)
    report.moveDiagnostics { place in
      let isInSite = Site.contents.contains { place.file == $0 || place.file.hasPrefix($0 + "/") }
      return isInSite && !place.file.hasPrefix(site.output) ? place.inFolder(folder) : place
    }
    return report
  }
}
