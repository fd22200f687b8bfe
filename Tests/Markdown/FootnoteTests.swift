import Diagnostics
import Testing

@testable import Markdown

@Suite struct FootnoteTests {
  @Test func footnotesStandAtTheEndWithAWayBack() {
    let source = "甲[^注]，乙[^2]。\n\n丙[^注]\n\n[^2]: 丁\n\n[^注]: 戊\n\n    - 己\n"
    #expect(
      Rendering(source).html == """
        <p>甲<sup class="footnote-ref"><a href="#fn:1" id="fnref:1" role="doc-noteref" aria-label="脚注 1">1</a></sup>，\
        乙<sup class="footnote-ref"><a href="#fn:2" id="fnref:2" role="doc-noteref" aria-label="脚注 2">2</a></sup>。</p>
        <p>丙<sup class="footnote-ref"><a href="#fn:1" id="fnref:1-2" role="doc-noteref" aria-label="脚注 1">1</a></sup></p>
        <section class="footnotes" role="doc-endnotes" aria-label="脚注">
        <ol>
        <li id="fn:1">
        <p>戊</p>
        <ul>
        <li>己</li>
        </ul>
        <a href="#fnref:1" class="footnote-backref" role="doc-backlink" aria-label="返回正文第 1 处引用">↩<sup>1</sup></a> \
        <a href="#fnref:1-2" class="footnote-backref" role="doc-backlink" aria-label="返回正文第 2 处引用">↩<sup>2</sup></a>
        </li>
        <li id="fn:2">
        <p>丁 <a href="#fnref:2" class="footnote-backref" role="doc-backlink" aria-label="返回正文">↩</a></p>
        </li>
        </ol>
        </section>

        """)
  }

  /// A footnote that the library would leave out in silence is an error.
  @Test(arguments: [
    ("甲\n\n[^1]: 乙\n", [3]), ("甲\n\n[^\u{B}]: 乙\n\n[^\u{A0}]: 丙\n", [3, 5]), ("甲[^1]\n\n[^1]: 乙\n\n[^1]: 丙\n", [5]),
    ("[^1]: 甲[^2]\n\n[^2]: 乙\n", [1]),
    ("甲[^1]\n\n[^1]: 乙\n\n[^二]: 丙\n\n[^3]: 丁\n", [5, 7]),
  ])
  func unusedFootnotesAreRefused(_ source: String, _ lines: [Int]) {
    let errors = Rendering(source).errors
    #expect(errors.map(\.rule) == lines.map { _ in "markdown/unused-footnote" })
    #expect(errors.map(\.place.line) == lines)
  }

  @Test func footnotesMayReferToEachOther() {
    let rendering = Rendering("甲[^a]\n\n[^a]: 乙[^b]\n\n[^b]: 丙[^a][^b]\n")
    #expect(rendering.errors == [])
    let ids = Set(rendering.html.matches(of: /id="([^"]*)"/).map { String($0.1) })
    let targets = rendering.html.matches(of: /href="#([^"]*)"/).map { String($0.1) }
    #expect(ids.count == 6 && targets.allSatisfy(ids.contains))
  }

  @Test func aNameWithoutAFootnoteIsText() {
    #expect(Rendering.inline("甲[^1]乙\\[^2]") == "甲[^1]乙[^2]")
  }

  @Test func aFragmentMayEndAFootnote() {
    let html = Rendering("甲[^1]\n\n[^1]: 乙\n\n    \(fragmentToken(0))\n", fragments: ["<hr>"]).html
    #expect(html.contains("<p>乙</p>\n<hr>\n<a href=\"#fnref:1\""))
  }
}
