import Diagnostics

/// The text of a template as Jinja sees it: line ends are `\n`, and one at the very end is left out.
struct Source: Sendable {
  let name: String
  let scalars: [Unicode.Scalar]

  init(name: String, text: String) {
    self.name = name
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar != "\n" || previous != "\r" { scalars.append(scalar == "\r" ? "\n" : scalar) }
      previous = scalar
    }
    if scalars.last == "\n" { scalars.removeLast() }
    self.scalars = scalars
  }

  func place(at offset: Int) -> Place {
    Place(name, line: scalars[..<offset].count { $0 == "\n" } + 1, column: offset - lineStart(before: offset) + 1)
  }

  /// `cursor` is where the work was when the fault came.
  func diagnostic(_ fault: Fault, cursor: Int) -> Diagnostic {
    let offset = fault.offset ?? cursor
    return Diagnostic(
      .error, fault.rule.rawValue, at: place(at: offset), fault.message, hint: fault.hint, excerpt: excerpt(at: offset))
  }

  /// The line with a caret below it. Of a long line only what is near is quoted.
  private func excerpt(at offset: Int) -> String {
    let lineStart = lineStart(before: offset)
    let lineEnd = scalars[offset...].firstIndex(of: "\n") ?? scalars.count
    let start = max(lineStart, offset - 60)
    let end = min(lineEnd, offset + 60)
    let before = (start > lineStart ? "…" : "") + String(scalars[start..<offset])
    let after = String(scalars[offset..<end]) + (end < lineEnd ? "…" : "")
    let indent = before.map { $0 == "\t" ? "\t" : String(repeating: " ", count: String($0).displayWidth) }.joined()
    return before + after + "\n" + indent + "^"
  }

  private func lineStart(before offset: Int) -> Int { scalars[..<offset].lastIndex(of: "\n").map { $0 + 1 } ?? 0 }
}
