import Testing

@testable import Markdown

@Suite struct EmphasisTests {
  @Test(arguments: [
    ("**抓制度完善。**制定", "<strong>抓制度完善。</strong>制定")
  ])
  func cases(_ source: String, _ expected: String) {
    #expect(Rendering.inline(source) == expected)
  }
}
