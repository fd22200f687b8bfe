import Diagnostics
import Templates

/// The compiled templates of a site.
package struct Theme: Sendable {
  /// Where templates stand in a site.
  package static let folder = "templates"

  /// Paths below `templates/assets/`.
  package let assets: [String]
  private let sources: TemplateSources
  private let programs: [PageTemplate: Program]

  /// Compiles every page's template and so checks every name in them.
  ///
  /// - Parameters:
  ///   - sources: the texts of the files below `templates/` by their paths in it.
  ///   - assets: paths below `templates/assets/`.
  package static func compile(
    _ sources: [String: String], assets: [String], reporting diagnostics: inout Diagnostics
  ) -> Theme? {
    let sources = TemplateSources(sources)
    let compiler = Compiler(sources)
    var programs: [PageTemplate: Program] = [:]
    for template in PageTemplate.allCases {
      do throws(Diagnostic) {
        guard sources.text(template.file) != nil else { throw missing(template.file) }
        programs[template] = try compiler.compile(template.file, data: .record(template.shape))
      } catch {
        diagnostics.add(error.moved { $0.inFolder(Theme.folder) })
      }
    }
    return programs.count == PageTemplate.allCases.count
      ? Theme(assets: assets, sources: sources, programs: programs) : nil
  }

  private static func missing(_ file: String) -> Diagnostic {
    Diagnostic(.error, "template/missing-file", at: Place(file), "缺少这个页面模板", hint: "每一种页面都要有自己的模板；请恢复这个文件")
  }

  /// The places at which templates print text as HTML, unescaped.
  package var safeUses: [Place] {
    Set(programs.values.flatMap(\.safeUses)).map {
      Place(Theme.folder + "/" + $0.file, line: $0.line, column: $0.column)
    }
    .sorted()
  }

  func render(
    _ template: PageTemplate, _ values: [Value], into bytes: inout [UInt8]
  ) throws(Diagnostic) {
    guard let program = programs[template] else { return }
    var output = TemplateOutput()
    swap(&output.bytes, &bytes)
    defer { swap(&output.bytes, &bytes) }
    do throws(Diagnostic) {
      try program.render(Record(template.shape, values), into: &output)
    } catch {
      throw error.moved { $0.inFolder(Self.folder) }
    }
  }

  /// A narrative's text with its figures merged in, as Markdown, and the HTML that its tokens stand for.
  ///
  /// - Parameters:
  ///   - text: the narrative, which may include templates.
  ///   - place: its file and first line.
  func merge(_ text: String, at place: Place, data: Record) throws(Diagnostic) -> TemplateOutput {
    let name = place.file
    let sources = TemplateSources(names: sources.names) { [sources] in $0 == name ? text : sources.text($0) }
    var output = TemplateOutput()
    do throws(Diagnostic) {
      let program = try Compiler(sources).compile(name, data: .record(data.shape), escaping: .markdown)
      // What a text prints unescaped would escape the looks at it too.
      if let place = program.safeUses.first(where: { $0.file == name }) {
        throw Diagnostic(
          .error, "template/safe", at: place, "正文里不能用 safe：内容会不经检查直接成为网页代码",
          hint: "删去 | safe；要做的版式，用 Markdown 或 templates/partials/ 里的小块")
      }
      try program.render(data, into: &output)
      return output
    } catch {
      throw error.moved { $0.file == name ? $0.inText(from: place.line ?? 1) : $0.inFolder(Self.folder) }
    }
  }
}
