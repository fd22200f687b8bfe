import Diagnostics

@testable import Proofreading

/// What the proofreader says of a text, as `line:column rule message`; what the tests of this folder share.
func remarks(on text: String, excuses: [Proofreader.Excuse] = [], isLetter: Bool = false) -> [String] {
  let proofreader = Proofreader(excuses: excuses, isLetter: isLetter)
  return proofreader.diagnostics(of: Array(text.utf8)[...], at: Place("a.md", line: 1)).map { remark in
    let rule = remark.rule.dropFirst("text/".count)
    return "\(remark.place.line ?? 0):\(remark.place.column ?? 0) \(rule) \(remark.message)"
  }
}

func mended(_ text: String, excuses: [Proofreader.Excuse] = []) -> String {
  guard let (bytes, _) = Proofreader(excuses: excuses).mended(Array(text.utf8)[...]) else { return text }
  return String(decoding: bytes, as: UTF8.self)
}
