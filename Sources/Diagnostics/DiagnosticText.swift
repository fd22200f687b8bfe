/// Diagnostics as people read them on a terminal or in a log.
package enum DiagnosticText {
  /// Diagnostics in their order, with an empty line behind each; what several rows of a table have wrong in the same way
  /// is told once, where the first of them stands.
  package static func text(of diagnostics: [Diagnostic], inColor: Bool) -> String {
    var groups: [(diagnostic: Diagnostic, rows: [Int])] = []
    var positions: [Diagnostic: Int] = [:]
    for diagnostic in diagnostics {
      guard let row = diagnostic.place.tableRow else {
        groups.append((diagnostic, []))
        continue
      }
      var alike = diagnostic
      (alike.place.row, alike.place.line, alike.place.column) = (nil, nil, nil)
      if let position = positions[alike] {
        if groups[position].rows.last != row { groups[position].rows.append(row) }
      } else {
        positions[alike] = groups.count
        groups.append((diagnostic, [row]))
      }
    }
    return groups.map { text(of: $0.diagnostic, alsoAt: $0.rows, inColor: inColor) + "\n" }.joined()
  }

  package static func text(of diagnostic: Diagnostic, inColor: Bool) -> String {
    text(of: diagnostic, alsoAt: [], inColor: inColor)
  }

  /// `错误 content/records/2024.csv 第 12 行“答复日期”：…`, then the quoted line, the remedy, and the way that led there.
  ///
  /// - Parameter rows: where it stands, if there are several.
  private static func text(of diagnostic: Diagnostic, alsoAt rows: [Int], inColor: Bool) -> String {
    let isError = diagnostic.severity == .error
    let label = isError ? "错误" : "警告"
    let shown = inColor ? "\u{1B}[1;\(isError ? 31 : 33)m\(label)\u{1B}[0m" : label
    let place = rows.count > 1 ? diagnostic.place.description(of: rows) : diagnostic.place.description
    var lines = ["\(shown) " + "\(place)：\(diagnostic.message)".visible]
    if let excerpt = diagnostic.excerpt {
      lines += excerpt.split(separator: "\n", omittingEmptySubsequences: false).map { "    " + String($0).visible }
    }
    for step in diagnostic.trail { lines.append("  经由 \(step)".visible) }
    if let hint = diagnostic.hint { lines.append("  办法：\(hint)".visible) }
    return lines.joined(separator: "\n") + "\n"
  }
}
