/// Diagnostics as GitHub's workflow commands, which show them beside the changed lines.
package enum DiagnosticGitHub {
  package static func line(of diagnostic: Diagnostic) -> String {
    var properties = ["file=" + escaped(property: diagnostic.place.file)]
    if let line = diagnostic.place.line ?? diagnostic.place.row { properties.append("line=\(line)") }
    if let column = diagnostic.place.column { properties.append("col=\(column)") }
    properties.append("title=" + escaped(property: diagnostic.rule))
    let field = diagnostic.place.field.map { "“\($0)”：" } ?? ""
    let message = field + diagnostic.message + (diagnostic.hint.map { "。办法：\($0)" } ?? "")
    return "::\(diagnostic.severity.rawValue) \(properties.joined(separator: ","))::\(escaped(message))\n"
  }

  /// By scalars: a carriage return and a line feed are one character, a per cent sign and an accent too.
  private static func escaped(_ text: String, _ marks: [Unicode.Scalar] = ["%", "\r", "\n"]) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if marks.contains(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        escaped += digits.count < 2 ? "%0" + digits : "%" + digits
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped.visible
  }

  private static func escaped(property: String) -> String { escaped(property, ["%", "\r", "\n", ":", ","]) }

  /// Text that is no command, whatever its lines look like, between commands that say so.
  package static func plain(_ text: String) -> String {
    let token = String(UInt64.random(in: .min ... .max), radix: 36)
    return text.isEmpty ? "" : "::stop-commands::\(token)\n\(text)::\(token)::\n"
  }
}
