import Diagnostics

/// The templates of a site, by name: paths such as `partials/统计表.html`.
package struct TemplateSources: Sendable {
  /// All names, for the hint at one that is misspelt.
  package let names: [String]
  /// The text of a template, `nil` if there is none of that name.
  package let text: @Sendable (String) -> String?

  package init(names: [String], text: @escaping @Sendable (String) -> String?) {
    self.names = names
    self.text = text
  }

  package init(_ texts: [String: String]) {
    self.init(names: texts.keys.sorted()) { texts[$0] }
  }
}

/// Makes programs of templates.
package struct Compiler: Sendable {
  private let sources: TemplateSources

  package init(_ sources: TemplateSources) { self.sources = sources }

  /// Compiles `name` and all that it includes, extends and imports.
  ///
  /// `data` is what the page will be rendered with: a record shape, against which every name is checked here, or
  /// `any`, and names are checked while rendering.
  package func compile(
    _ name: String, data: Shape = .any, escaping: Escaping = .html
  ) throws(Diagnostic) -> Program {
    try Compilation(sources, data: data, escaping: escaping).program(name)
  }
}
