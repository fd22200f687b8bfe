import Audit
import Diagnostics
import Disclosure
import Glibc
import Output
import Site
import Workbench

extension StreamOptions {
  /// Colour only where a person looks on (https://no-color.org).
  private var usesColor: Bool {
    !noColor && isatty(STDERR_FILENO) == 1 && (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true)
  }

  /// The diagnostics, for people.
  func print(_ diagnostics: Diagnostics) {
    Stream.error.write(DiagnosticText.text(of: diagnostics.sorted, inColor: usesColor))
  }
}

extension OutputOptions {
  /// The diagnostics, then what was done.
  func print(_ report: Report, summary: String) {
    switch format {
    case .text, .github:
      printDiagnostics(report)
      printSummary(summary)
    case .json:
      Stream.output.write(report.json)
    case .sarif:
      Stream.output.write(DiagnosticSARIF.text(of: report.diagnostics.sorted))
    case .junit:
      Stream.output.write(DiagnosticJUnit.text(of: report.diagnostics.sorted))
    }
  }

  /// In the formats that need no whole.
  func printDiagnostics(_ report: Report) {
    switch format {
    case .text: stream.print(report.diagnostics)
    case .github:
      for diagnostic in report.diagnostics.sorted { Stream.output.write(DiagnosticGitHub.line(of: diagnostic)) }
    case .json, .sarif, .junit: break
    }
  }

  /// What was done, in the formats for people.
  func printSummary(_ summary: String) {
    if stream.quiet { return }
    switch format {
    case .text: Stream.output.write(summary.visibleLines)
    case .github: Stream.output.write(DiagnosticGitHub.plain(summary.visibleLines))
    case .json, .sarif, .junit: break
    }
  }
}

extension Report {
  /// One line on what was read and what passed the gate, and the withheld by reason.
  var gateSummary: String {
    let reasons = withheldCounts.map { "\($0.reason.rawValue) \($0.count)" }.joined(separator: "，")
    return "读入 \(read) 件，公开 \(published) 件，未公开 \(withheld.count) 件"
      + (reasons.isEmpty ? "" : "（\(reasons)）") + (rejected > 0 ? "，有错误 \(rejected) 件" : "") + "\n"
  }

  var problemSummary: String {
    diagnostics.list.isEmpty ? "" : "错误 \(diagnostics.errorCount) 个，警告 \(diagnostics.warningCount) 个\n"
  }

  /// The object of `--format json` (manual: json); a build's has its changes too, a dry run's the approval (see
  /// `Approval.json`), `check --fix` what it mended, `check --audit` the audit (see `Audit.json`).
  var json: String { "{\(jsonMembers)}\n" }

  /// What stands between the braces.
  var jsonMembers: String {
    var bytes = Array("\"diagnostics\":".utf8)
    DiagnosticJSON.write(diagnostics.sorted, into: &bytes)
    bytes += ",\n\"summary\": ".utf8
    let summary: [(String, JSONValue)] = [
      ("read", .number(read)), ("published", .number(published)), ("withheld", .number(withheld.count)),
      ("rejected", .number(rejected)), ("errors", .number(diagnostics.errorCount)),
      ("warnings", .number(diagnostics.warningCount)),
    ]
    JSONText.write(summary, into: &bytes)
    if let changes {
      bytes += ",\n\"pages\": {\"unchanged\": \(changes.unchanged)".utf8
      for (name, paths) in [
        ("added", changes.added), ("changed", changes.changed), ("removed", changes.removed),
        ("foreign", changes.foreign),
      ] {
        bytes += ", \"\(name)\": ".utf8
        JSONText.write(paths, into: &bytes)
      }
      bytes += "}".utf8
    }
    if let verified {
      bytes += ",\n\"verified\": ".utf8
      JSONText.write([("files", .number(verified.files)), ("history", .number(verified.history))], into: &bytes)
    }
    for (name, list) in [("imported", imported), ("created", created), ("suggestions", suggestions)] {
      guard let list else { continue }
      bytes += ",\n\"\(name)\": ".utf8
      JSONText.write(list, into: &bytes)
    }
    if let mended {
      bytes += ",\n\"mended\": [".utf8
      for (index, file) in mended.enumerated() {
        if index > 0 { bytes += ", ".utf8 }
        JSONText.write(
          [("file", .text(file.path)), ("count", .number(file.count)), ("diff", .text(file.diff))], into: &bytes)
      }
      bytes += "]".utf8
    }
    if let approval {
      bytes += ",\n\"approval\": ".utf8
      JSONText.write(approval.json, into: &bytes)
    }
    if let audit {
      bytes += ",\n\"audit\": ".utf8
      JSONText.write(audit.json, into: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
