/// Diagnostics for machines (manual: json): every key always there, `null` where nothing is known.
package enum DiagnosticJSON {
  package static func write(_ diagnostics: [Diagnostic], into bytes: inout [UInt8]) {
    bytes += "[".utf8
    for (index, diagnostic) in diagnostics.enumerated() {
      bytes += (index == 0 ? "\n  " : ",\n  ").utf8
      write(diagnostic, into: &bytes)
    }
    bytes += (diagnostics.isEmpty ? "]" : "\n]").utf8
  }

  private static func write(_ diagnostic: Diagnostic, into bytes: inout [UInt8]) {
    let place = diagnostic.place
    let members: [(String, JSONValue)] = [
      ("rule", .text(diagnostic.rule)), ("severity", .text(diagnostic.severity.rawValue)),
      ("file", .text(place.file)), ("line", .number(place.line)), ("column", .number(place.column)),
      ("sheet", .text(place.sheet)), ("row", .number(place.row)), ("field", .text(place.field)),
      ("message", .text(diagnostic.message)), ("hint", .text(diagnostic.hint)),
    ]
    JSONText.write(members, into: &bytes)
  }
}
