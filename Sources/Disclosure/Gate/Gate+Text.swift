import Diagnostics

extension Gate {
  /// Looks through the text of a published reply before it is rendered.
  package func admit(
    _ text: [UInt8], of reply: Reply, in item: PublishedColumn.Item
  ) -> (AdmittedText, [Diagnostic]) {
    let names = item.hiddenNames.compactMap { name in
      text.firstOffset(of: name).map { PersonalData.Finding(.proposerName, $0..<$0 + name.utf8.count, of: text) }
    }
    return admit(text, source: reply.source, excuses: reply.excuses, further: names)
  }

  /// Looks through the text of a published document before it is rendered.
  package func admit(_ text: [UInt8], of document: Published<Document>) -> (AdmittedText, [Diagnostic]) {
    admit(text, source: document.source, excuses: document.excuses, further: [])
  }

  /// Looks through what a text has become after rendering, where numbers that markup or entities had split stand
  /// whole. Only a source that has such markup needs it.
  package func review(rendered plainText: String, of source: NarrativeSource, excuses: [Excuse]) -> [Diagnostic] {
    let findings = PersonalData.findings(in: Array(plainText.utf8))
    return findings.filter { finding in !excuses.contains { $0.covers(finding) } }
      .map { PersonalData.diagnostic($0, at: Place(source.file, line: source.line)) }
  }

  private func admit(
    _ text: [UInt8], source: NarrativeSource, excuses: [Excuse], further: [PersonalData.Finding]
  ) -> (AdmittedText, [Diagnostic]) {
    let findings = PersonalData.findings(in: text) + further
    var diagnostics: [Diagnostic] = []
    for finding in findings where !excuses.contains(where: { $0.covers(finding) }) {
      let place = place(of: finding.offset, in: text, source: source)
      diagnostics.append(
        finding.rule == .proposerName ? Self.nameDiagnostic(at: place) : PersonalData.diagnostic(finding, at: place))
    }
    if let mark = closedMark(in: text), !excuses.contains(where: { $0.covers(mark) }) {
      diagnostics.append(
        Diagnostic(
          .error, "gate/contradiction", at: place(of: mark.offset, in: text, source: source),
          "正文注明“\(mark.content)”，而台账写的是主动公开", hint: "查清公开方式，改正台账或正文"))
    }
    return (AdmittedText(text), diagnostics)
  }

  private static func nameDiagnostic(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "gate/proposer-name", at: place, "正文写有提出人全名，而 site.yaml 的“提出人显示”不允许",
      hint: "正文改称“您”或“某代表”；确可公开的，在文件头写明：已核: [{规则: 提出人, 内容: …, 理由: …}]，或把“提出人显示”改为全名")
  }

  /// A line such as 公开方式：依申请公开 at the foot of a letter.
  private func closedMark(in text: [UInt8]) -> PersonalData.Finding? {
    for label in ["公开方式", "公开属性", "公开类别"] {
      guard let offset = text.firstOffset(of: label) else { continue }
      let line = String(decoding: text[offset...].prefix { $0 != 0x0A }, as: UTF8.self)
      let value = line.dropFirst(label.count).drop { "：: \u{3000}*".contains($0) }
      for closed in ["依申请公开", "不予公开", "不公开"] where value.hasPrefix(closed) {
        return PersonalData.Finding(.disclosureMark, offset..<offset + line.utf8.count, of: text)
      }
    }
    return nil
  }

  private func place(of offset: Int, in text: [UInt8], source: NarrativeSource) -> Place {
    let before = text[..<offset]
    let lineStart = (before.lastIndex(of: 0x0A) ?? -1) + 1
    let column = text[lineStart..<offset].count { $0 & 0xC0 != 0x80 } + 1
    return Place(source.file, line: source.line + before.count { $0 == 0x0A }, column: column)
  }
}

extension Excuse {
  /// Whether a person has vouched for what was found; blanks and hyphens in either do not matter.
  func covers(_ finding: PersonalData.Finding) -> Bool {
    rule == finding.rule.rawValue && Self.bare(finding.content).contains(Self.bare(content))
      && !Self.bare(content).isEmpty
  }

  private static func bare(_ text: String) -> String { text.filter { !$0.isWhitespace && $0 != "-" } }
}

extension [UInt8] {
  /// The offset of a text's first byte, if the bytes hold it.
  func firstOffset(of text: String) -> Int? {
    let wanted = Array(text.utf8)
    guard let first = wanted.first, count >= wanted.count else { return nil }
    return (0...count - wanted.count).first { self[$0] == first && self[$0...].starts(with: wanted) }
  }
}
