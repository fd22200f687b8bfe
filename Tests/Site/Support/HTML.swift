import Foundation

/// Just enough of HTML to look at pages.
enum HTML {
  /// The text without tags, in one line.
  static func text(_ html: String) -> String {
    let bare = html.replacing(#/<(script|style|head)\b.*?<\/\1>/#.dotMatchesNewlines(), with: "")
      .replacing(#/<[^>]*>/#, with: "")
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&#34;", "\""), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
    return entities.reduce(bare) { $0.replacing($1.0, with: $1.1) }
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Where each of `parts` begins, one after the other; `nil` when one does not follow those before.
  static func holds(_ html: String, inOrder parts: [String]) -> Bool {
    var rest = html[...]
    for part in parts {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return true
  }
}
