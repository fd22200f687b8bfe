/// Diagnostics as people read them on a terminal or in a log.
package enum DiagnosticText {
  /// `错误 content/records/2024.csv 第 12 行“答复日期”：…`, then the quoted line, the remedy, and the way that led there.
  package static func text(of diagnostic: Diagnostic, inColor: Bool) -> String {
    let isError = diagnostic.severity == .error
    let label = isError ? "错误" : "警告"
    let shown = inColor ? "\u{1B}[1;\(isError ? 31 : 33)m\(label)\u{1B}[0m" : label
    var lines = ["\(shown) \(diagnostic.place)：\(diagnostic.message)"]
    if let excerpt = diagnostic.excerpt {
      lines += excerpt.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
    }
    for step in diagnostic.trail { lines.append("  经由 \(step)") }
    if let hint = diagnostic.hint { lines.append("  办法：\(hint)") }
    return lines.joined(separator: "\n") + "\n"
  }
}

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

  private static func escaped(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func escaped(property: String) -> String {
    escaped(property).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
