import Foundation
import Testing

@testable import Templates

/// The messages in `Resources/errors.txt`: what is wrong, where, how to mend it, the quoted line, the way there.
///
/// A case begins with `# ` and its title. `=== name` begins a file; `=== data` a JSON object, whose fields the compiler
/// knows of; `=== any` one that it does not know of; `=== error` what is expected.
struct ErrorTests {
  @Test func messages() throws {
    let file = try #require(Bundle.module.url(forResource: "Resources/errors", withExtension: "txt"))
    let cases = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n# ").dropFirst()
    #expect(cases.count > 50)
    for one in cases {
      let title = one.prefix { $0 != "\n" }
      var sections: [String: String] = [:]
      for section in one.components(separatedBy: "\n=== ").dropFirst() {
        let name = String(section.prefix { $0 != "\n" })
        sections[name] = String(section.dropFirst(name.count + 1)).trimmingCharacters(in: .newlines)
      }
      let expected = sections.removeValue(forKey: "error") ?? ""
      #expect(Self.message(of: sections) == expected, "\(title)")
    }
  }

  private static func message(of sections: [String: String]) -> String {
    var files = sections
    let known = files.removeValue(forKey: "data")
    let (record, shape) = Typing.typed(JSONReader.value(of: known ?? files.removeValue(forKey: "any") ?? "{}"))
    do {
      let program = try Compiler(TemplateSources(files)).compile("main.html", data: known == nil ? .any : shape)
      var output = TemplateOutput()
      try program.render(record, into: &output)
      return "no error: " + output.text
    } catch {
      var lines = ["\(error.rule) \(error.place)", error.message]
      if let hint = error.hint { lines.append("（\(hint)）") }
      if let excerpt = error.excerpt { lines.append(excerpt) }
      return (lines + error.trail.map { "< \($0)" }).joined(separator: "\n")
    }
  }
}
