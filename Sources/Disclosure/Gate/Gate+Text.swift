import Diagnostics

extension Gate {
  /// Looks through the text of a published reply before it is rendered.
  package func admit(
    _ text: [UInt8], of reply: Reply, in item: PublishedColumn.Item
  ) -> (AdmittedText, [Diagnostic]) {
    (AdmittedText(text), Screen(of: reply, in: item).diagnostics(of: text, from: reply.source))
  }

  /// Looks through the text of a published document before it is rendered.
  package func admit(_ text: [UInt8], of document: Published<Document>) -> (AdmittedText, [Diagnostic]) {
    (AdmittedText(text), Screen(of: document.box.value).diagnostics(of: text, from: document.source))
  }

  /// Looks through what a letter has become after rendering, where what markup or entities had split stands whole. Only
  /// a source that has such markup needs it.
  package func review(rendered text: String, of reply: Reply, in item: PublishedColumn.Item) -> [Diagnostic] {
    Screen(of: reply, in: item).diagnostics(of: text, at: reply.source.start)
  }

  /// Looks through what a document has become after rendering.
  package func review(rendered text: String, of document: Published<Document>) -> [Diagnostic] {
    Screen(of: document.box.value).diagnostics(of: text, at: document.source.start)
  }
}

extension NarrativeSource {
  fileprivate var start: Place { Place(file, line: line) }
}
