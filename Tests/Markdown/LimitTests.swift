import Diagnostics
import Testing

@testable import Markdown

@Suite struct LimitTests {
  @Test(arguments: [
    ("markdown/too-large", 1, String(repeating: "甲", count: 349_526)),
    ("markdown/too-deep", 2, "甲\n" + String(repeating: "> ", count: 33) + "乙"),
    ("markdown/too-deep", 1, String(repeating: "- ", count: 33) + "乙"),
    ("markdown/too-deep", 1, "\u{FEFF}" + String(repeating: ">", count: 33) + "乙"),
    ("markdown/too-deep", 1, String(repeating: "1. > ", count: 17) + "乙"),
    ("markdown/too-deep", 33, (0..<40).map { String(repeating: " ", count: 2 * $0) + "* 甲\n" }.joined()),
    ("markdown/too-deep", 1, String(repeating: "\t", count: 17) + "- 甲"),
    ("markdown/too-many-images", 3, "甲\n\n" + String(repeating: "![", count: 1001)),
    ("markdown/too-many-columns", 4, "甲\n\n" + row("甲", 65) + row("-", 65)),
    ("markdown/too-many-columns", 3, "甲|乙\n-|-\n" + row("丙", 300)),
    ("markdown/table-too-large", 1565, row("甲", 64) + row("-", 64) + String(repeating: "乙\n", count: 2000)),
    ("markdown/text-before-table", 502, String(repeating: "甲\n", count: 501) + "-|-\n"),
    ("markdown/text-before-table", 12, String(repeating: "甲\n-|-\n", count: 6)),
    (
      "markdown/references-too-long", 1,
      "[a]: " + String(repeating: "b", count: 100_000) + "\n\n"
        + String(repeating: "[a]", count: 100)
    ),
  ])
  func areErrorsWithAPlace(_ rule: String, _ line: Int, _ source: String) {
    let rendering = Rendering(source, at: Place("content/a.md", line: 4))
    #expect(rendering.document == nil)
    #expect(rendering.errors.map(\.rule) == [rule])
    #expect(rendering.errors.first?.place == Place("content/a.md", line: 3 + line))
    #expect(rendering.errors.first?.hint != nil)
  }

  @Test(arguments: [
    String(repeating: "甲", count: 349_525),
    String(repeating: "> ", count: 32) + "乙",
    String(repeating: " ", count: 200) + "甲",
    String(repeating: "*", count: 200) + "\n\n" + String(repeating: "- ", count: 16) + "\n",
    "    " + row("甲", 65) + "    " + row("-", 65),
    row("甲", 64) + row("-", 64) + row("甲", 64),
    String(repeating: "甲|乙\n-|-\n丙|丁\n\n", count: 1000),
    "甲|乙\n-|-\n" + String(repeating: "-|-\n", count: 1000),
    String(repeating: "甲乙丙丁", count: 3000) + "\n甲|乙\n-|-\n",
    String(repeating: "甲\n", count: 400) + "---\n",
    "[a]: /b\n\n" + String(repeating: "[a]", count: 10000),
  ])
  func whatStaysBelowThemPasses(_ source: String) {
    let rendering = Rendering(source)
    #expect(rendering.errors == [])
  }

  private static func row(_ cell: String, _ columns: Int) -> String {
    String(repeating: cell + "|", count: columns - 1) + cell + "\n"
  }
}
