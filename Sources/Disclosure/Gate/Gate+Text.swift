import Diagnostics

extension Gate {
  /// Looks through the text of a published reply before it is rendered.
  package func admit(
    _ text: [UInt8], of reply: Reply, in item: PublishedColumn.Item
  ) -> (AdmittedText, [Diagnostic]) {
    let screen = Screen(hiddenNames: item.hiddenNames, excuses: reply.excuses)
    return (AdmittedText(text), screen.diagnostics(of: text, from: reply.source))
  }

  /// Looks through the text of a published document before it is rendered.
  package func admit(_ text: [UInt8], of document: Published<Document>) -> (AdmittedText, [Diagnostic]) {
    let screen = Screen(of: document.box.value)
    return (AdmittedText(text), screen.diagnostics(of: text, from: document.source))
  }

  /// Looks through what a text has become after rendering, where numbers that markup or entities had split stand
  /// whole. Only a source that has such markup needs it.
  package func review(rendered plainText: String, of source: NarrativeSource, excuses: [Excuse]) -> [Diagnostic] {
    Screen(excuses: excuses).diagnostics(of: plainText, at: Place(source.file, line: source.line))
  }
}
