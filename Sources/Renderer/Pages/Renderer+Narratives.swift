import Diagnostics
import Disclosure
import Glibc
import Integrity
import Markdown
import Templates

extension Renderer {
  /// The headings of a letter stand below the subject, the unit's reply and the letter's own title.
  private static let letterHeadingLevel = 4
  private static let documentHeadingLevel = 2
  private static let relatedCount = 5

  /// `nil` when a letter has an error, which `outcome` tells.
  func proposalView(_ index: Int, _ page: Page, outcome: inout Outcome) throws(Diagnostic) -> ProposalView? {
    let item = column.items[index]
    let isAlone = item.answers.count == 1 && item.answers[0].replies.count == 1
    var letters: [LetterView] = []
    for answer in item.answers {
      for reply in answer.replies {
        let anchor = "fuwen-\(letters.count + 1)"
        let (admitted, found) = gate.admit(try text(reply.source), of: reply, in: item)
        outcome.diagnostics.add(contentsOf: found)
        let markdown = MarkdownRenderer(
          topHeadingLevel: Self.letterHeadingLevel, anchorPrefix: isAlone ? "" : anchor + "-")
        let source = MergedText(text: admitted.bytes)
        guard let (document, files) = render(source, reply.source, markdown, page, &outcome) else { continue }
        if !outcome.diagnostics.hasErrors, mayHideNumber(source.text) {
          let shown = Self.text(document, files)
          outcome.diagnostics.add(contentsOf: gate.review(rendered: shown, of: reply, in: item))
        }
        var letter = LetterView(
          answer: answer, reply: reply, anchor: anchor,
          title: reply.title.isEmpty ? "对\(item.fullNumber)的答复" : reply.title, text: document, files: column.files)
        if let event = letter.look(in: known, page: page.address, day: column.asOf) { outcome.note(event, of: reply) }
        letters.append(letter)
      }
    }
    guard !outcome.diagnostics.hasErrors else { return nil }
    return ProposalView(
      item: item, letters: letters, topics: topics(of: item),
      sessionAddress: ListScope(faceting.session(item.proposal.key)).address, related: related(to: index),
      webAddress: column.column.address.text + page.address)
  }

  /// The letters that the column's history should know of and that are no longer public.
  package var departures: [History.Entry] {
    let day = column.asOf.description
    func names(_ key: ProposalKey, _ letters: [PublishedColumn.WithdrawnLetter]) -> [String] {
      letters.map { key.address + "#" + $0.name }
    }
    let withdrawn =
      column.items.flatMap { names($0.proposal.key, $0.withdrawals) }
      + column.withdrawn.flatMap { names($0.key, $0.letters) }
    return known.departures(day: day, public: publicLetters, withdrawn: Set(withdrawn))
  }

  /// As the column's history names them.
  private var publicLetters: Set<String> {
    let letters = column.items.flatMap { item in
      item.answers.flatMap { answer in
        answer.replies.map { item.proposal.key.address + "#" + $0.name(of: answer.unit) }
      }
    }
    return Set(letters)
  }

  /// The addresses of pages on which a letter stood, at any time, that is no longer public.
  package var pagesWithFormerLetters: Set<String> {
    let former = Set(history.entries.map(\.letter)).subtracting(publicLetters)
    return Set(former.map { String($0.prefix { $0 != "#" }) })
  }

  func documentView(_ index: Int, _ page: Page, outcome: inout Outcome) throws(Diagnostic) -> DocumentView? {
    let document = column.documents[index]
    let (admitted, found) = gate.admit(try text(document.source), of: document)
    outcome.diagnostics.add(contentsOf: found)
    let markdown = MarkdownRenderer(topHeadingLevel: Self.documentHeadingLevel)
    let merged = try merge(admitted, of: document)
    guard let (text, files) = render(merged, document.source, markdown, page, &outcome),
      !outcome.diagnostics.hasErrors
    else { return nil }
    if text.html.isEmpty {
      outcome.diagnostics.error(
        "text/empty", at: Place(document.source.file, line: document.source.line), "正文里的模板语句没有写出任何内容",
        hint: "核对其中的条件和统计范围，或直接写出正文")
    }
    outcome.diagnostics.add(contentsOf: gate.review(rendered: Self.text(text, files), of: document))
    guard !outcome.diagnostics.hasErrors else { return nil }
    return DocumentView(
      document: document, text: text, enclosures: try enclosures(of: document, outcome: &outcome),
      webAddress: column.column.address.text + page.address, units: column.column.units)
  }

  /// A narrative as Markdown, with the HTML that its tokens stand for.
  private struct MergedText {
    var text: [UInt8]
    var fragments: [String] = []
  }

  /// The text with the figures of its scope.
  private func merge(_ text: AdmittedText, of document: Published<Document>) throws(Diagnostic) -> MergedText {
    let plain = String(decoding: text.bytes, as: UTF8.self)
    if let brace = plain.firstMatch(of: /｛\s*[｛{%％]|\{\s*[｛％]/) {
      let line = plain[..<brace.range.lowerBound].count { $0.isNewline }
      throw Diagnostic(
        .error, "template/full-width-brace", at: Place(document.source.file, line: document.source.line + line),
        "这里的花括号是全角的“\(brace.0)”，数字不会填进去", hint: "请改成半角，例如 {{ 统计.件数 }}")
    }
    guard ["{{", "{%", "{#"].contains(where: plain.contains) else { return MergedText(text: text.bytes) }
    guard case .record(let data) = NarrativeView.schema.record(narrativeView(of: document)) else {
      return MergedText(text: text.bytes)
    }
    let output = try theme.merge(plain, at: Place(document.source.file, line: document.source.line), data: data)
    return MergedText(text: output.bytes, fragments: output.fragments)
  }

  /// What a reader sees of a document, and of the names of the files that it links to.
  private static func text(_ document: RenderedText, _ files: Set<String>) -> String {
    ([document.plainText] + files.sorted()).joined(separator: "\n\n")
  }

  /// The document, and the files that it links to.
  private func render(
    _ text: MergedText, _ source: NarrativeSource, _ markdown: MarkdownRenderer, _ page: Page,
    _ outcome: inout Outcome
  ) -> (RenderedText, files: Set<String>)? {
    var used: Set<String> = []
    var anchored: [AnchorLink] = []
    let place = Place(source.file, line: source.line)
    let document = markdown.render(
      text.text, at: place, fragments: text.fragments, into: &outcome.diagnostics
    ) { [links] (link) throws(Diagnostic) in
      if link.isImage { try links.checkOrigin(of: link) }
      let address = try links.resolve(link.destination, in: source, at: link.place, page: page.address, used: &used)
      if let link = AnchorLink(address, on: page.address, at: link.place) { anchored.append(link) }
      return address
    }
    outcome.files.formUnion(used)
    outcome.anchorLinks += anchored
    return document.map { ($0, used) }
  }

  /// Only these marks can hide a number in a letter from the look at its source.
  private func mayHideNumber(_ text: [UInt8]) -> Bool {
    text.withUnsafeBytes { text in
      guard let start = text.baseAddress else { return false }
      return "&`[".utf8.contains { memchr(start, Int32($0), text.count) != nil }
    }
  }

  private func topics(of item: PublishedColumn.Item) -> [NamedLink] {
    faceting.values(of: item, .topic).map { NamedLink(name: $0.label, address: ListScope($0).address) }
  }

  /// Others of its topics, the newest; but of a repeated matter first those of earlier years.
  private func related(to index: Int) -> [Value] {
    let item = column.items[index]
    let topics = faceting.values(of: item, .topic).map { lists.members[ListScope($0)] ?? [] }
    var found: Set<Int> = []
    if item.proposal.isRepeated {
      let year = item.proposal.year
      let earlier = topics.flatMap { topic in
        topic.lazy.drop { $0 <= index }.filter { column.items[$0].proposal.year < year }.prefix(Self.relatedCount)
      }
      found.formUnion(Set(earlier).sorted().prefix(Self.relatedCount))
    }
    let others = Set(topics.flatMap { $0.prefix(2 * Self.relatedCount) }).subtracting(found).subtracting([index])
    found.formUnion(others.sorted().prefix(Self.relatedCount - found.count))
    return found.sorted().map { rows[$0] }
  }
}

extension Renderer.Outcome {
  fileprivate mutating func note(_ event: History.Entry, of reply: Reply) {
    events.append(event)
    guard event.event == .changed else { return }
    diagnostics.warning(
      "reply/silent-change", at: reply.place, "这份答复公开以后改动过，却没有写更正",
      hint: "在文件头的“更正”里写明日期和改了什么；不写也能生成，页面上会记一次“修改”")
  }
}
