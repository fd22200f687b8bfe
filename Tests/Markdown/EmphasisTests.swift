import Testing

@testable import Markdown

@Suite struct EmphasisTests {
  /// The shapes in which bold stands in reports and replies.
  @Test(arguments: [
    ("**【编者按】**9 月", "<strong>【编者按】</strong>9 月"),
    ("**抓制度完善。**制定", "<strong>抓制度完善。</strong>制定"),
    ("**抓办理进度。**将建议", "<strong>抓办理进度。</strong>将建议"),
    ("**抓重点办理。**《关于", "<strong>抓重点办理。</strong>《关于"),
    ("### **领导重视 精心组织**", "<h3 id=\"领导重视-精心组织\"><strong>领导重视 精心组织</strong></h3>\n"),
    ("**“一对一”落实。**一是", "<strong>“一对一”落实。</strong>一是"),
    ("**健全机制,压实责任。**成立", "<strong>健全机制,压实责任。</strong>成立"),
    ("部分“**重难特**”的件", "部分“<strong>重难特</strong>”的件"),
    ("发展全局。**完善机制办。**委", "发展全局。<strong>完善机制办。</strong>委"),
    ("“100%”目标。**全程办。**制定", "“100%”目标。<strong>全程办。</strong>制定"),
    ("规范化。**强化统筹办。**将", "规范化。<strong>强化统筹办。</strong>将"),
  ])
  func reports(_ source: String, _ expected: String) {
    #expect(Rendering.inline(source) == expected)
  }

  /// Every full-width mark inside and outside of both ends.
  @Test(arguments: "，。、；：？！…—·“”‘’「」『』〈〉《》【】〔〕〖〗（）［］｛｝～％＃＆＊＿／＼｜＠＄￥．＋＝﹏￣")
  func punctuation(_ mark: Character) {
    #expect(Rendering.inline("甲**乙\(mark)**丙") == "甲<strong>乙\(mark)</strong>丙")
    #expect(Rendering.inline("甲**\(mark)乙**丙") == "甲<strong>\(mark)乙</strong>丙")
    #expect(Rendering.inline("甲\(mark)**乙**丙") == "甲\(mark)<strong>乙</strong>丙")
    #expect(Rendering.inline("甲**乙**\(mark)丙") == "甲<strong>乙</strong>\(mark)丙")
    #expect(Rendering.inline("甲*\(mark)乙\(mark)*丙") == "甲<em>\(mark)乙\(mark)</em>丙")
    #expect(Rendering.inline("**\(mark)乙\(mark)**丙") == "<strong>\(mark)乙\(mark)</strong>丙")
  }

  /// Cases of commonmark-spec issue 650 and of the amendment that answers it.
  @Test(arguments: [
    ("**テスト。**テスト", "<strong>テスト。</strong>テスト"),
    ("**テスト**。テスト", "<strong>テスト</strong>。テスト"),
    ("**テスト、**テスト", "<strong>テスト、</strong>テスト"),
    ("**テスト？**テスト", "<strong>テスト？</strong>テスト"),
    ("これは**私の。**だから", "これは<strong>私の。</strong>だから"),
    ("먼저 **`npm i`**를 하세요", "먼저 <strong><code>npm i</code></strong>를 하세요"),
    ("**(괄호)**를", "<strong>(괄호)</strong>를"),
    ("**스크립트(script)**라고", "<strong>스크립트(script)</strong>라고"),
    ("**[链接](x)**文", "<strong><a href=\"x\">链接</a></strong>文"),
    ("见**[链接](x)。**文", "见<strong><a href=\"x\">链接</a>。</strong>文"),
    ("甲**`码`**乙", "甲<strong><code>码</code></strong>乙"),
    ("甲**!**乙", "甲<strong>!</strong>乙"),
    ("甲**(a)**乙", "甲<strong>(a)</strong>乙"),
    ("甲**100%**乙", "甲<strong>100%</strong>乙"),
    ("共**16**件，占**9.5%**。", "共<strong>16</strong>件，占<strong>9.5%</strong>。"),
    ("𠀀**「𠮷」**𠀁", "𠀀<strong>「𠮷」</strong>𠀁"),
    ("Ａ**「Ｂ」**Ｃ", "Ａ<strong>「Ｂ」</strong>Ｃ"),
    ("葛\u{E0100}**(a)**葛\u{E0100}", "葛\u{E0100}<strong>(a)</strong>葛\u{E0100}"),
    ("甲**“\u{FE01}乙”\u{FE01}**a", "甲<strong>“\u{FE01}乙”\u{FE01}</strong>a"),
    ("a**，\u{FE00}**a", "a<strong>，\u{FE00}</strong>a"),
    ("ｶﾞ**｢ｱ｣**ｶ", "ｶﾞ<strong>｢ｱ｣</strong>ｶ"),
  ])
  func issue650(_ source: String, _ expected: String) {
    #expect(Rendering.inline(source) == expected)
  }

  @Test(arguments: [
    ("甲***乙。***丙", "甲<em><strong>乙。</strong></em>丙"),
    ("甲**乙*丙。*丁。**戊", "甲<strong>乙<em>丙。</em>丁。</strong>戊"),
    ("甲*乙**丙。**丁。*戊", "甲<em>乙<strong>丙。</strong>丁。</em>戊"),
    ("甲**_「乙」_**丙", "甲<strong><em>「乙」</em></strong>丙"),
    ("（_「乙」_）", "（<em>「乙」</em>）"),
    ("“_乙。_”丙", "“<em>乙。</em>”丙"),
    ("甲。__乙。__丙", "甲。__乙。__丙"),
    ("甲。__乙。__（丙）", "甲。<strong>乙。</strong>（丙）"),
    ("甲_乙_丙", "甲_乙_丙"),
    ("甲__乙__丙", "甲__乙__丙"),
    ("文件_终稿_v2.docx", "文件_终稿_v2.docx"),
    ("**_“乙”_**文", "<strong><em>“乙”</em></strong>文"),
    ("**甲。****乙。**丙", "<strong>甲。****乙。</strong>丙"),
    ("**甲。** **乙。**丙", "<strong>甲。</strong> <strong>乙。</strong>丙"),
    ("**甲。*乙", "**甲。*乙"),
    ("甲**。乙", "甲**。乙"),
    ("甲 ** 乙。** 丙", "甲 ** 乙。** 丙"),
    ("甲　**　乙。**丙", "甲　**　乙。**丙"),
    ("3\\*4=12，5\\*6=30", "3*4=12，5*6=30"),
    ("“*”和“**”号", "“*”和“**”号"),
  ])
  func nested(_ source: String, _ expected: String) {
    #expect(Rendering.inline(source) == expected)
  }
}
