import Testing

@testable import Renderer

/// What a page says.
@Suite struct PageTextTests {
  @Test(arguments: [
    ("<main><h1>甲</h1><p>乙<b>丙</b>丁</p></main>", "甲", "|甲||乙丙丁|"),
    ("<nav>外</nav><main id=\"main\"><nav>路</nav>文<aside><nav></nav>旁</aside></main>外", "", "|文|"),
    ("<main><p title=\"a>b\">甲</p><!-- <p>不</p> --> <p>乙<br>丙</p></main>", "", "|甲|| |乙|丙|"),
    ("<main><section class=\"related\" data-review=\"skip\"><section>内</section>外</section>文</main>", "", "|文"),
    ("<main><p>&lt;b&gt; &amp;amp; &#34;&quot;&apos;&#x4E2D;&nbsp;&没有</p></main>", "", "|<b> &amp; \"\"'中\u{A0}&没有|"),
    ("<main><h1>一</h1><h1>二</h1></main>", "一", "|一||二|"),
    ("<main><p title=\" data-review=&quot;\">甲</p><div\n  data-review=\"skip\">内</div>文</main>", "", "|甲||文"),
    ("<main><time datetime=\"2024\">年</time><span>号</span></main>", "", "年号"),
    ("<main><!--><p>不</p><!----><p title='a\">b'>甲&amp</p><p a>乙</p>&#9;", "", "||不|||甲&amp||乙|\t"),
    ("<main>甲<p title=\"未完>", "", "甲|"),
    ("<p>没有正文</p>", "", ""),
  ]) func textOfAPage(_ page: String, _ title: String, _ text: String) {
    var reader = PageText(separator: UInt8(ascii: "|"))
    reader.read(Array("<main><h1>前一页</h1></main>".utf8))
    reader.read(Array(page.utf8))
    #expect(String(decoding: reader.title, as: UTF8.self) == title)
    #expect(String(decoding: reader.text, as: UTF8.self) == text)
  }
}
