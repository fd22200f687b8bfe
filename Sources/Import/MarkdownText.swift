import Ladder

/// Writes text as Markdown that means just this text, with as few marks as can be, since people go on working with it.
enum MarkdownText {
  /// A paragraph without its line breaks.
  static func line(_ runs: [Run]) -> String {
    var line = runs.indices.reduce(into: "") { $0 += text(of: runs[$1]) }.trimmed
    protectStart(of: &line)
    return line
  }

  private static func text(of run: Run) -> String {
    if let note = run.note { return "[^\(note)]" }
    let core = run.text.trimmed
    guard !core.isEmpty, let first = run.text.firstRange(of: core) else { return run.text.isEmpty ? "" : " " }
    let mark = (run.isStrong ? "**" : "") + (run.isEmphasised ? "*" : "")
    var inside = escaped(core)
    if let link = run.link { inside = "[\(inside)](\(link))" }
    let blanks = (run.text[..<first.lowerBound].isEmpty ? "" : " ", run.text[first.upperBound...].isEmpty ? "" : " ")
    return blanks.0 + mark + inside + String(mark.reversed()) + blanks.1
  }

  static func escaped(_ text: String) -> String {
    var escaped = ""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", "|": escaped.unicodeScalars += ["\\", scalar]
      case "&"
      where rest.first.map { $0 == "#" || $0.properties.isASCIIHexDigit || $0.properties.isAlphabetic } ?? false:
        escaped += "\\&"
      case "\n", "\r", "\t": escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// Keeps the first characters from beginning a heading, a list, a quotation or a line.
  private static func protectStart(of line: inout String) {
    guard let first = line.first else { return }
    if "#>+-=~".contains(first) { return line = "\\" + line }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line[digits.endIndex...]
    guard !digits.isEmpty, let sign = rest.first, sign == "." || sign == ")" else { return }
    let text = rest.dropFirst().drop(while: \.isBlank)
    // A number typed by hand stays text: without the blank it begins no list.
    if text.startIndex != rest.index(after: rest.startIndex), text.first.map({ !$0.isASCII }) ?? false {
      line = digits + String(sign) + text
    } else if text.startIndex != rest.index(after: rest.startIndex) || text.isEmpty {
      line = digits + "\\" + rest
    }
  }
}
