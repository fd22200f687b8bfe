import Testing

@testable import Markdown

/// The mark beside runs of `*` and `_` changes nothing but emphasis, and is never seen.
@Suite struct EmphasisMarkTests {
  @Test(arguments: [
    ("`甲**。**乙`", "<code>甲**。**乙</code>"),
    ("``甲`*乙*``", "<code>甲`*乙*</code>"),
    ("甲`*`乙**。**", "甲<code>*</code>乙<strong>。</strong>"),
    ("[甲**。**乙](x)", "<a href=\"x\">甲<strong>。</strong>乙</a>"),
    ("[甲](/乙**丙_丁 \"戊**己\")", "<a href=\"/%E4%B9%99**%E4%B8%99_%E4%B8%81\" title=\"戊**己\">甲</a>"),
    ("[甲](<乙 *丙*>)", "<a href=\"%E4%B9%99%20*%E4%B8%99*\">甲</a>"),
    ("![甲**。**乙](x_图.png '注*释')", "<img src=\"x_%E5%9B%BE.png\" alt=\"甲。乙\" title=\"注*释\" />"),
    ("<http://a.b/甲*乙_丙>", "<a href=\"http://a.b/%E7%94%B2*%E4%B9%99_%E4%B8%99\">http://a.b/甲*乙_丙</a>"),
    ("<a_b@c.cn>甲", "<a href=\"mailto:a_b@c.cn\">a_b@c.cn</a>甲"),
    ("甲\\*乙\\*丙", "甲*乙*丙"),
    ("甲\\**乙*丙", "甲*<em>乙</em>丙"),
    ("甲\\\\*乙*丙", "甲\\<em>乙</em>丙"),
    ("甲\\***乙**丙", "甲*<strong>乙</strong>丙"),
    ("甲**乙\\***丙", "甲<strong>乙*</strong>丙"),
    ("[甲**乙]", "[甲**乙]"),
    ("[&amp;甲]", "[&amp;甲]"),
    ("[&Hat;甲乙丙]", "[^甲乙丙]"),
    ("![&#94;甲乙丙]", "![^甲乙丙]"),
    ("甲**&amp;**乙", "甲<strong>&amp;</strong>乙"),
    ("a < 甲*乙*", "a &lt; 甲<em>乙</em>"),
    ("<甲**乙>**", "&lt;甲<strong>乙&gt;</strong>"),
  ])
  func inline(_ source: String, _ expected: String) {
    #expect(Rendering.inline(source) == expected)
  }

  @Test(arguments: [
    ("    甲**。**乙\n", "<pre><code>甲**。**乙\n</code></pre>\n"),
    ("```甲*乙\n丙**。**丁_\n```\n", "<pre><code class=\"language-甲*乙\">丙**。**丁_\n</code></pre>\n"),
    ("甲[乙*丙]。\n\n[乙*丙]: /丁*戊 '己*庚'\n", "<p>甲<a href=\"/%E4%B8%81*%E6%88%8A\" title=\"己*庚\">乙*丙</a>。</p>\n"),
    ("[甲][乙**]。\n\n[乙**]: /丁\n", "<p><a href=\"/%E4%B8%81\">甲</a>。</p>\n"),
    ("[*甲*乙]\n\n[*甲*乙]: /丁\n", "<p><a href=\"/%E4%B8%81\"><em>甲</em>乙</a></p>\n"),
    ("> **甲。**乙\n>**丙。**丁\n", "<blockquote>\n<p><strong>甲。</strong>乙<strong>丙。</strong>丁</p>\n</blockquote>\n"),
    (">**甲\n乙**\n", "<blockquote>\n<p><strong>甲乙</strong></p>\n</blockquote>\n"),
    ("- **甲。**乙\n- 丙*（丁）*戊\n", "<ul>\n<li><strong>甲。</strong>乙</li>\n<li>丙<em>（丁）</em>戊</li>\n</ul>\n"),
    ("甲\n***\n乙\n", "<p>甲</p>\n<hr />\n<p>乙</p>\n"),
    ("* 甲\n\n_ _ _\n", "<ul>\n<li>甲</li>\n</ul>\n<hr />\n"),
    ("甲*乙\n===\n", "<h1 id=\"甲乙\">甲*乙</h1>\n"),
  ])
  func blocks(_ source: String, _ expected: String) {
    #expect(Rendering(source).html == expected)
  }

  @Test func tables() {
    let html = Rendering("|甲**。**乙|丙|\n|-|:-:|\n|**丁。**戊|己\\|**庚。**|\n").html
    #expect(html.contains("<th scope=\"col\">甲<strong>。</strong>乙</th>"))
    #expect(html.contains("<td><strong>丁。</strong>戊</td>"))
    #expect(html.contains("<td class=\"mid\">己|<strong>庚。</strong></td>"))
  }

  @Test func footnotesWithRunsInTheirNames() {
    let rendering = Rendering("甲[^乙*丙]。\n\n[^乙*丙]: **丁。**戊\n")
    #expect(rendering.errors == [])
    #expect(rendering.html.contains("<strong>丁。</strong>戊 <a href=\"#fnref:1\""))
  }

  @Test(arguments: ["甲\u{7F}乙", "甲\u{7F}**乙。**丙", "甲**\u{7F}乙。**\u{7F}丙", "甲**乙。*\u{7F}*丙", "`\u{7F}*甲`"])
  func aTextThatHoldsTheMarkLosesItOnly(_ source: String) {
    #expect(Rendering(source).html == Rendering(source.replacing("\u{7F}", with: "")).html)
    #expect(Rendering("甲&#127;乙").html == "<p>甲乙</p>\n")
  }
}
