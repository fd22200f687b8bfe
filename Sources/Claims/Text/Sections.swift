import Disclosure

/// Whose article each paragraph belongs to, as headings say it, and in bulletins lines with nothing but a unit's name.
struct Sections {
  private let lexicon: Lexicon
  private let document: Published<Document>
  private var current: (speaker: Context.Speaker, level: Int)?
  private var lastLevel = 0

  init(_ lexicon: Lexicon, document: Published<Document>) {
    self.lexicon = lexicon
    self.document = document
  }

  mutating func section(at block: Prose.Block) -> Context.Speaker? {
    if let level = block.level {
      lastLevel = level
      if let current, level <= current.level { self.current = nil }
      if let speaker = speaker(block.letters, isHeading: true) { current = (speaker, level) }
    } else if document.form == .bulletin || document.form == .news,
      let speaker = speaker(block.letters, isHeading: false)
    {
      current = (speaker, lastLevel)
    }
    return current?.speaker
  }

  private func speaker(_ letters: [Letter], isHeading: Bool) -> Context.Speaker? {
    guard let token = Sentence(letters, lexicon).tokens.first, case .unit(let unit) = token.meaning else {
      return isHeading && looksLikeUnit(letters) && document.scope.unit == nil ? .unknown : nil
    }
    let rest = letters[token.range.upperBound...]
    guard isHeading || rest.isEmpty || rest.map(\.scalar) == ["："] else { return nil }
    let isOneOfSeveral = rest.first.map { "、和等及与".unicodeScalars.contains($0.scalar) } ?? false
    if let unit, !isOneOfSeveral { return .known(unit) }
    // A letterhead may write the document's own unit in another way.
    return document.scope.unit == nil ? .unknown : nil
  }

  /// `## 甲市：`, `## 某某集团`.
  private func looksLikeUnit(_ letters: [Letter]) -> Bool {
    var name = letters[...]
    if name.last?.scalar == "：" { name.removeLast() }
    return name.count <= 16
      && ["市", "州", "盟", "县", "区", "政府", "厅", "局", "委", "委员会", "办公室", "集团", "公司", "医院", "学院", "大学"]
        .contains { Array(name).has($0, endingAt: name.count) }
  }
}
