import Diagnostics
import Templates

/// The compiled templates of a site.
package struct Theme: Sendable {
  /// Where templates stand in a site.
  package static let folder = "templates"

  /// Paths below `templates/assets/`.
  package let assets: [String]
  let compiler: TemplateCompiler
  private let programs: [PageTemplate: Program]

  /// Compiles every page's template and so checks every name in them.
  ///
  /// - Parameters:
  ///   - sources: the texts of the files below `templates/` by their paths in it.
  ///   - assets: paths below `templates/assets/`.
  package static func compile(
    _ sources: [String: String], assets: [String], reporting diagnostics: inout Diagnostics
  ) -> Theme? {
    let compiler = TemplateCompiler(sources)
    var programs: [PageTemplate: Program] = [:]
    for template in PageTemplate.allCases {
      do throws(Diagnostic) {
        programs[template] = try compiler.compile(template.file, data: template.shape)
      } catch {
        diagnostics.add(error.inFolder(Theme.folder))
      }
    }
    return programs.count == PageTemplate.allCases.count ? Theme(assets: assets, compiler: compiler, programs: programs) : nil
  }

  /// The places at which templates print text as HTML, unescaped.
  package var safeUses: [Place] {
    Set(programs.values.flatMap(\.safeUses)).map { Place(Theme.folder + "/" + $0.file, line: $0.line, column: $0.column) }
      .sorted()
  }

  func render(
    _ template: PageTemplate, _ values: [Value], into bytes: inout [UInt8]
  ) throws(Diagnostic) {
    guard let program = programs[template] else { return }
    do throws(Diagnostic) {
      try program.render(Record(program.data, values), into: &bytes)
    } catch {
      throw error.inFolder(Theme.folder)
    }
  }
}

extension Diagnostic {
  /// The same, with the places of templates relative to the site.
  func inFolder(_ folder: String) -> Diagnostic {
    var diagnostic = self
    diagnostic.place.file = folder + "/" + place.file
    for index in diagnostic.trail.indices { diagnostic.trail[index].file = folder + "/" + trail[index].file }
    return diagnostic
  }
}
