import Disclosure
import Markdown

/// The parts of a bulletin's text, found by its structure: 编者按, and the articles of the units, whether the unit's
/// name stands above the article's title or below it.
struct BulletinParts: Sendable {
  /// 编者按, as HTML; empty where there is none.
  private(set) var note = ""
  /// The text without it, as HTML.
  private(set) var body: String
  private(set) var articles: [Article] = []

  struct Article: Sendable {
    let title: String
    /// Whose article it is, as the text writes it; empty where it does not say.
    let unit: String
    let anchor: String

    static let schema = Schema<Article>([
      .text("名称") { $0.title }, .text("单位") { $0.unit }, .text("锚点") { $0.anchor },
    ])
  }

  init(_ text: RenderedText, units: UnitDirectory) {
    // The text is HTML block by block, and each begins on a line of its own.
    var lines = text.html.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if Self.noteMarks.contains(where: { lines[0].hasPrefix("<p>" + $0) }) {
      let end = lines.firstIndex { $0.hasPrefix("<h") } ?? 1
      note = lines[..<end].joined(separator: "\n")
      lines.removeFirst(end)
    }
    let titles = Dictionary(text.headings.map { ($0.anchor, $0.text) }) { first, _ in first }
    for (index, line) in lines.enumerated() where line.hasPrefix("<h2 ") {
      guard let anchor = Self.anchor(in: line), let heading = titles[anchor] else { continue }
      let next = index + 1 < lines.count ? lines[index + 1] : ""
      if let unit = Self.unit(before: next, heading: heading, in: units),
        let title = Self.anchor(in: next).flatMap({ titles[$0] })
      {
        articles.append(Article(title: title, unit: unit, anchor: anchor))
      } else if let unit = Self.unit(in: next, of: units) {
        lines[index + 1] = "<p class=\"by\">\(unit)</p>"
        articles.append(Article(title: heading, unit: unit, anchor: anchor))
      } else {
        articles.append(Article(title: heading, unit: "", anchor: anchor))
      }
    }
    body = lines.joined(separator: "\n")
  }

  private static let noteMarks = ["【编者按】", "<strong>【编者按】", "编者按：", "<strong>编者按"]

  /// Of a heading's line. By bytes: an accent at the beginning would be one character with the quotation mark.
  private static func anchor(in line: String) -> String? {
    guard line.hasPrefix("<h"), let start = line.utf8.firstRange(of: "id=\"".utf8)?.upperBound else { return nil }
    return String(Substring(line.utf8[start...].prefix { $0 != UInt8(ascii: "\"") }))
  }

  /// The unit whose name is a heading, with the article's title in the heading below it. Where `site.yaml` names no
  /// units, only a colon tells.
  private static func unit(before next: String, heading: String, in units: UnitDirectory) -> String? {
    guard next.hasPrefix("<h3 ") else { return nil }
    let name = heading.hasSuffix("：") || heading.hasSuffix(":") ? String(heading.dropLast()) : heading
    return units.find(name) != nil || units.isOpen && name != heading ? name : nil
  }

  /// The unit whose name is a paragraph of its own below the title.
  private static func unit(in line: String, of units: UnitDirectory) -> String? {
    guard line.hasPrefix("<p>"), line.hasSuffix("</p>") else { return nil }
    let name = String(line.dropFirst(3).dropLast(4))
    if units.find(name) != nil { return name }
    return units.isOpen && 2...25 ~= name.count && name.allSatisfy(\.isLetter) ? name : nil
  }
}
