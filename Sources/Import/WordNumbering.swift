import Diagnostics
import Disclosure
import OpenXML

/// The numbers that Word puts in front of paragraphs (ECMA-376, part 1, section 17.9), which pandoc tells only in part:
/// it knows no Chinese ones, none of headings, and no levels where text stands between the items.
struct WordNumbering {
  /// The list and the level that a paragraph or a style names.
  struct Reference {
    var list: String?
    var level: Int?
    var parent: String?
  }

  /// Where a list begins to count, which Word bounds.
  static func start(_ text: String?) -> Int { text.flatMap { Int($0) }.flatMap { 0...32_767 ~= $0 ? $0 : nil } ?? 1 }

  fileprivate struct Level {
    var start = 1
    var format = "decimal"
    /// `%1.`
    var text = ""
  }

  private var styles: [String: Reference] = [:]
  private var levels: [String: [Int: Level]] = [:]
  /// Which list definition a list uses.
  private var definitions: [String: String] = [:]
  /// How far each definition has counted, by level.
  private var counters: [String: [Int: Int]] = [:]

  init(_ related: Relationships, of package: OfficePackage) throws(Diagnostic) {
    guard let part = related.first("numbering")?.part else { return }
    let numbers = Numbers()
    try XMLReader(part, of: package, to: numbers).readAll()
    (levels, definitions) = (numbers.levels, numbers.definitions)
    guard let part = related.first("styles")?.part else { return }
    let styles = Styles()
    try XMLReader(part, of: package, to: styles).readAll()
    self.styles = styles.styles
  }

  /// The number of the next paragraph, empty where its mark is a blank; `nil` when it has none, or a mark without a
  /// meaning.
  mutating func next(_ own: Reference, style: String?) -> String? {
    let reference = resolved(own, style: style)
    guard let list = reference.list, list != "0", let definition = definitions[list], let levels = levels[definition]
    else { return nil }
    let level = reference.level ?? 0
    guard let format = levels[level], format.format != "none" else { return nil }
    if format.format == "bullet" { return format.text.trimmed.isEmpty ? "" : nil }
    var counts = counters[definition] ?? [:]
    counts[level] = counts[level].map { $0 + 1 } ?? format.start
    for deeper in counts.keys where deeper > level { counts[deeper] = nil }
    counters[definition] = counts
    return format.text.isEmpty ? nil : Self.text(format.text, counts, levels)
  }

  private func resolved(_ own: Reference, style: String?) -> Reference {
    var reference = own
    var style = style
    // Styles of styles; a circle of them ends.
    for _ in 0..<16 {
      guard reference.list == nil, let name = style, let found = styles[name] else { break }
      reference.list = found.list
      reference.level = reference.level ?? found.level
      style = found.parent
    }
    return reference
  }

  private static func text(_ pattern: String, _ counts: [Int: Int], _ levels: [Int: Level]) -> String {
    var text = ""
    var rest = pattern[...]
    while let character = rest.popFirst() {
      guard character == "%", let level = rest.first?.wholeNumberValue, level > 0 else {
        text.append(character)
        continue
      }
      rest.removeFirst()
      let format = levels[level - 1] ?? Level()
      text += number(counts[level - 1] ?? format.start, format.format)
    }
    return text.bare
  }

  private static func number(_ number: Int, _ format: String) -> String {
    switch format {
    case "chineseCounting", "chineseCountingThousand", "chineseLegalSimplified", "ideographDigital", "japaneseCounting",
      "taiwaneseCounting", "taiwaneseCountingThousand", "koreanDigital2":
      return ChineseNumeral.text(of: number) ?? String(number)
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
      let circled = (1...20).contains(number) ? Unicode.Scalar(0x245F + UInt32(number)) : nil
      return circled.map { String(Character($0)) } ?? String(number)
    case "lowerLetter", "upperLetter":
      guard (1...26).contains(number) else { return String(number) }
      return String(Character(Unicode.Scalar(UInt8((format == "lowerLetter" ? 0x60 : 0x40) + number))))
    default: return String(number)
    }
  }
}

private final class Numbers: XMLHandler {
  var levels: [String: [Int: WordNumbering.Level]] = [:]
  var definitions: [String: String] = [:]
  private var definition = ""
  private var list = ""
  private var level = 0

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    let value = attributes["val"] ?? ""
    switch name {
    case "abstractNum": (definition, list) = (attributes["abstractNumId"] ?? "", "")
    case "lvl":
      level = attributes["ilvl"].flatMap { Int($0) } ?? 0
      if list.isEmpty { levels[definition, default: [:]][level] = WordNumbering.Level() }
    case "start": change { $0.start = WordNumbering.start(value) }
    case "numFmt": change { $0.format = value }
    case "lvlText": change { $0.text = value }
    case "num": list = attributes["numId"] ?? ""
    case "abstractNumId": if !list.isEmpty { definitions[list] = value }
    case "lvlOverride": level = attributes["ilvl"].flatMap { Int($0) } ?? 0
    case "startOverride":
      // The list counts for itself from there.
      guard let base = definitions[list] else { return }
      let own = "\(base) \(list)"
      if levels[own] == nil { levels[own] = levels[base] }
      levels[own]?[level]?.start = WordNumbering.start(value)
      definitions[list] = own
    default: break
    }
  }

  private func change(_ body: (inout WordNumbering.Level) -> Void) {
    if list.isEmpty, var found = levels[definition]?[level] {
      body(&found)
      levels[definition]?[level] = found
    }
  }

  func end(_ name: XMLName) -> Bool { true }
  func text(_ text: UnsafeBufferPointer<UInt8>) {}
}

private final class Styles: XMLHandler {
  var styles: [String: WordNumbering.Reference] = [:]
  private var style = ""

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "style":
      style = attributes["styleId"] ?? ""
      styles[style] = WordNumbering.Reference()
    case "basedOn": styles[style]?.parent = attributes["val"]
    case "numId": styles[style]?.list = attributes["val"]
    case "ilvl": styles[style]?.level = attributes["val"].flatMap { Int($0) }
    default: break
    }
  }

  func end(_ name: XMLName) -> Bool { true }
  func text(_ text: UnsafeBufferPointer<UInt8>) {}
}
