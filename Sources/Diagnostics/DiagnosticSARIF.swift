/// Diagnostics as a SARIF 2.1.0 log, which code scanning of GitHub, GitLab and editors read
/// (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html).
package enum DiagnosticSARIF {
  package static func text(of diagnostics: [Diagnostic]) -> String {
    let rules = Set(diagnostics.map(\.rule)).sorted().map { JSONValue.object([("id", .text($0))]) }
    let driver: [(String, JSONValue)] = [("name", .text("fuwen")), ("rules", .list(rules))]
    let run: [(String, JSONValue)] = [
      ("tool", .object([("driver", .object(driver))])), ("columnKind", .text("unicodeCodePoints")),
      ("results", .list(diagnostics.map { .object(result($0)) })),
    ]
    var bytes: [UInt8] = []
    JSONText.write(
      [
        ("$schema", .text("https://json.schemastore.org/sarif-2.1.0.json")), ("version", .text("2.1.0")),
        ("runs", .list([.object(run)])),
      ], into: &bytes)
    return String(decoding: bytes, as: UTF8.self) + "\n"
  }

  private static func result(_ diagnostic: Diagnostic) -> [(String, JSONValue)] {
    let place = diagnostic.place
    // A region needs a line. A workbook's rows stand for lines, as in what GitHub is told.
    var region: [(String, JSONValue)] = [("startLine", .number(place.line ?? place.row ?? 1))]
    if place.line != nil, let column = place.column { region.append(("startColumn", .number(column))) }
    let location: [(String, JSONValue)] = [
      ("artifactLocation", .object([("uri", .text(reference(to: place.file)))])), ("region", .object(region)),
    ]
    let details: [(String, JSONValue)?] = [
      place.sheet.map { ("sheet", .text($0)) }, place.row.map { ("row", .number($0)) },
      place.field.map { ("field", .text($0)) },
    ]
    let inside = place.inside.isEmpty ? "" : place.inside + "："
    let message = inside + diagnostic.message + (diagnostic.hint.map { "。办法：\($0)" } ?? "")
    return [
      ("ruleId", .text(diagnostic.rule)), ("level", .text(diagnostic.severity.rawValue)),
      ("message", .object([("text", .text(literal(message.visible)))])),
      ("locations", .list([.object([("physicalLocation", .object(location))])])),
      ("properties", .object(details.compactMap(\.self))),
    ]
  }

  /// Braces would be placeholders (§3.11.5), brackets links (§3.11.6).
  private static func literal(_ text: String) -> String {
    var literal = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "{", "}": literal.unicodeScalars.append(scalar)
      case "[", "]", "\\": literal.unicodeScalars.append("\\")
      default: break
      }
      literal.unicodeScalars.append(scalar)
    }
    return literal
  }

  /// The path as a reference (RFC 3986), relative where the path is.
  private static func reference(to path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let reference = parts.map { PercentText.encoded(component: String($0)) }.joined(separator: "/")
    return path.hasPrefix("/") ? "file://" + reference : reference
  }
}
