/// A paragraph, heading or table of a letter.
struct LetterBlock {
  enum Kind: Equatable {
    case paragraph
    case heading(Int)
    case table
  }

  var kind: Kind
  /// Its text, without any marks.
  var plain: String
  /// What it is in Markdown.
  var markdown: String
  /// The paragraphs in the cells of a table, in the order of reading.
  var cells: [LetterBlock] = []
  /// The cells of a table that cover several places, as people are told of them.
  var merged: [String] = []

  mutating func prepend(_ number: String) {
    plain = number + plain
    markdown = number + markdown
  }

  static func line(_ text: String) -> LetterBlock {
    LetterBlock(kind: .paragraph, plain: text, markdown: MarkdownText.line([Run(text)]))
  }
}
