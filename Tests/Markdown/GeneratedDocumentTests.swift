import Testing

@testable import Markdown

/// Documents put together at random, the same on every run.
@Suite struct GeneratedDocumentTests {
  @Test func ofASCIIComeOutAsTheLibraryWritesThem() {
    var generator = SplitMix(seed: 1)
    let parts = [
      "*", "**", "_", "__", "***", "a", "b c", "1", " ", "\n", "\n\n", "`", "``", "[", "]", "](x)", "(", ")", "!",
      "![i](y)", "\\",
      "# ", "## ", "> ", "- ", "1. ", "    ", "|", "|-|\n", "-|-\n", "---\n", "===\n", "```\n", "&amp;", "&", "\"", "'",
      "<http://a.b>", "[a]: /u 't'\n", "[a]", ".", "%", "$", "~", "  \n",
    ]
    var compared = 0
    for _ in 0..<6000 {
      let source = generator.text(of: parts, upTo: 20)
      let library = PlainLibrary(source)
      guard !library.isToBeRefused else { continue }
      #expect(PlainLibrary.normalized(Rendering(source).html) == library.html, "\(source.debugDescription)")
      compared += 1
    }
    #expect(compared > 5500)
  }

  /// Where emphasis beside Chinese differs, only tags and the asterisks or underlines in their place do.
  @Test func ofChineseLoseNothing() {
    var generator = SplitMix(seed: 2)
    let parts = [
      "*", "**", "_", "__", "甲", "乙。", "，", "「", "」", "“", "”", "（丙）", "a", " 1 ", " ", "\n", "`", "[丁](x)", "\\*", "𠀀",
      "가",
      "？", ".", "《", "》", "\n\n", "# ", "- ", "> ", "\u{3000}", "<http://a.b/甲*乙>", "&amp;",
    ]
    for _ in 0..<6000 {
      let source = generator.text(of: parts, upTo: 16)
      let rendering = Rendering(source)
      let letters = Self.letters(of: Self.shown(rendering.html))
      #expect(letters == Self.letters(of: Self.shown(PlainLibrary(source).html)), "\(source.debugDescription)")
      #expect(letters == Self.letters(of: rendering.document?.plainText ?? ""), "\(source.debugDescription)")
      #expect(!rendering.html.contains("\u{7F}"), "\(source.debugDescription)")
    }
  }

  @Test func ofAnythingNeitherCrashNorShowMarks() {
    var generator = SplitMix(seed: 3)
    let parts = [
      "*", "_", "**", "[", "]", "![", "](", ")", "^", "[^1]", "[^1]: ", "|", "|-|\n", "-|-\n", "\n", "\n\n", "`",
      "```\n", "<", ">", "<b>",
      "&", "&Hat;", "[&#94;", "&#127;", "\\", "甲", "。", "“", "a", " ", "    ", "- ", "> ", "1. ", "# ", "\r", "\r\n",
      "\t", "\0", "\u{7F}",
      "\u{B}", "\u{FEFF}", "- [x] ", fragmentToken(0), "\(noncharacter(0xFDD0))", "\(noncharacter(0xFDD1))", "😀", "é",
      "\u{301}", "\u{FE0F}",
    ]
    for _ in 0..<6000 {
      let source = generator.text(of: parts, upTo: 25)
      let rendering = Rendering(source, fragments: ["<hr>"])
      #expect((rendering.document == nil) == !rendering.errors.isEmpty, "\(source.debugDescription)")
      let shown = rendering.html + (rendering.document?.plainText ?? "")
      #expect(
        !shown.unicodeScalars.contains { [0x7F, 0xFDD0, 0xFDD1].contains($0.value) }, "\(source.debugDescription)")
    }
  }

  /// What people read of a page.
  private static func shown(_ html: String) -> String {
    html.replacing(/<[^>]*>/, with: "").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
  }

  /// Without blanks and what emphasis is made of.
  private static func letters(of text: String) -> String { text.replacing(/[\s*_]/, with: "") }
}

/// A small generator of numbers with a seed (Steele, Lea and Flood, "Fast splittable pseudorandom number generators").
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func text(of parts: [String], upTo count: Int) -> String {
    (0..<Int.random(in: 1...count, using: &self)).map { _ in parts[Int.random(in: 0..<parts.count, using: &self)] }
      .joined()
  }
}
