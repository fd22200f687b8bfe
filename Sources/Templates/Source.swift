import Diagnostics

/// The text of a template as Jinja sees it: line ends are `\n`, and one at the very end is left out.
struct Source: Sendable {
  let name: String
  let scalars: [Unicode.Scalar]

  init(name: String, text: String) {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar != "\n" || previous != "\r" { scalars.append(scalar == "\r" ? "\n" : scalar) }
      previous = scalar
    }
    if scalars.last == "\n" { scalars.removeLast() }
    self.name = name
    self.scalars = scalars
  }

  func place(at offset: Int) -> Place {
    let before = scalars[..<offset]
    let lineStart = before.lastIndex(of: "\n").map { $0 + 1 } ?? 0
    return Place(name, line: before.count { $0 == "\n" } + 1, column: offset - lineStart + 1)
  }

  /// `cursor` is where the work was when the fault came.
  func diagnostic(_ fault: Fault, cursor: Int) -> Diagnostic {
    let offset = fault.offset ?? cursor
    return Diagnostic(
      .error, fault.rule.rawValue, at: place(at: offset), fault.message, hint: fault.hint, excerpt: excerpt(at: offset))
  }

  /// The line with a caret below it. Of a long line only what is near is quoted.
  private func excerpt(at offset: Int) -> String {
    let lineStart = scalars[..<offset].lastIndex(of: "\n").map { $0 + 1 } ?? 0
    let lineEnd = scalars[offset...].firstIndex(of: "\n") ?? scalars.count
    let start = max(lineStart, offset - 60)
    let end = min(lineEnd, offset + 60)
    let before = (start > lineStart ? "…" : "") + String(scalars[start..<offset])
    let after = String(scalars[offset..<end]) + (end < lineEnd ? "…" : "")
    let indent = before.unicodeScalars.map { $0 == "\t" ? "\t" : String(repeating: " ", count: $0.columns) }.joined()
    return before + after + "\n" + indent + "^"
  }
}

extension Unicode.Scalar {
  /// How many columns of a terminal it takes, by the main ranges of Unicode's East Asian Width.
  var columns: Int {
    switch (properties.generalCategory, value) {
    case (.nonspacingMark, _), (.enclosingMark, _), (.format, _): 0
    case (_, 0x1100...0x115F), (_, 0x2E80...0xA4CF), (_, 0xAC00...0xD7A3), (_, 0xF900...0xFAFF),
      (_, 0xFE30...0xFE6F), (_, 0xFF00...0xFF60), (_, 0xFFE0...0xFFE6), (_, 0x1F300...0x1FAFF), (_, 0x20000...0x3FFFD):
      2
    default: 1
    }
  }
}
