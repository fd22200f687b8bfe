import Markdown

/// 目录: a heading of a text.
struct HeadingView: Sendable {
  let heading: Heading

  static let schema = Schema<HeadingView>([
    .text("名称") { $0.heading.text }, .text("锚点") { $0.heading.anchor }, .number("级") { $0.heading.level },
  ])
}
