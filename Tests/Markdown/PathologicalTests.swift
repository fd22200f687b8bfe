import Testing

@testable import Markdown

/// Documents of hundreds of kilobytes that make parsers slow; among them those of cmark's `pathological_tests.py`.
@Suite(.serialized, .timeLimit(.minutes(5))) struct PathologicalTests {
  private static let size = 400_000

  @Test(arguments: [
    "*a **a ", "a_ ", "_a ", "a* ", "a**", "*a_ ", "a]", "[a", "[a](", "[ a_", "[ (](", "![[]()", "[]()", "[](",
    "[a][b]",
    "[\\[", "[a](<b", "[a](b \"", "[a](b\n", "<!--", "<?", "<a b='", "</", "&", "&#", "\\", "\\\n", "`a``b```c",
    "e`````f",
    ">", "> ", "- ", "1. ", "> - ", "> \n", "- a\n\n", "  \n", "\t", "#", "# a\n", "***\n", "* ", "a\n=\n",
    "|", "|-|\n", "a\n-|-\n", "a|b\n-|-\n\n", ":-\n", "-\u{B}\n", "a\r-\r", "aaa\rbbb\n-\u{B}\n", "\\|", "a|", "```\n",
    "    a\n\n",
    "[^a]", "[^a]:", "[^a]: [^b]: ", "[&Hat;a]", "[&", "[a]: b\n", "<div>\n\n", "x <b> ", "\u{7F}", "\u{7F}*",
    "中*", "中**。**", "**「中", "。_中", "*中\n", "“\n", "“", "*_", "***中", "*[中*](b)", "[中**]", "中`**",
  ])
  func repeated(_ unit: String) {
    expectEnd(String(repeating: unit, count: Self.size / unit.utf8.count))
  }

  @Test(arguments: [
    ("*a **a ", 65_000, "b", " a** a*", 65_000), ("[", 490_000, "a", "]", 490_000), ("![", 1000, "", "[]()", 240_000),
    ("**a**b", 1, "", "c* ", 320_000), ("- ", 32, "x", "\n", 990_000), ("> ", 32, "x\n", "y\n", 480_000),
    ("*_", 240_000, "中", "_*", 240_000), ("*中", 160_000, "\n", "中*", 160_000), ("[^a]: x\n\n", 1, "", "[^a]", 240_000),
    ("[a]: uuuuuuuuuuuuuuuuuuuuuuuuuuuuu\n\n", 1, "", "[a] ", 240_000), ("a\n", 240_000, "-|-\n", "a\n", 10),
    ("a|b\n-|-\n", 1, "", "||||||||||||||||||||||||||||||||||||||||\n", 24_000), ("“”", 80_000, "\n", "“”", 80_000),
  ])
  func framed(_ opening: String, _ openings: Int, _ middle: String, _ closing: String, _ closings: Int) {
    expectEnd(String(repeating: opening, count: openings) + middle + String(repeating: closing, count: closings))
  }

  @Test func failedTablesInManyParagraphs() {
    for lines in [20, 180, 250] {
      let paragraph = String(repeating: "a\n", count: lines) + String(repeating: "-|-\n", count: 4) + "\n"
      expectEnd(String(repeating: paragraph, count: Self.size / paragraph.utf8.count))
    }
  }

  @Test func numberedReferencesAndHeadings() {
    expectEnd((0..<50_000).map { "[\($0)]: u\n" }.joined() + String(repeating: "[49999] ", count: 50_000))
    expectEnd((0..<60_000).map { "# a-\($0)\n# a\n" }.joined())
    expectEnd((0..<30_000).map { "[^\($0)]: [^\($0 + 1)]\n\n" }.joined() + "[^0]\n\n[^30000]: x\n")
  }

  private func expectEnd(_ source: String) {
    let rendering = Rendering(source)
    #expect((rendering.document == nil) == !rendering.errors.isEmpty)
  }
}
