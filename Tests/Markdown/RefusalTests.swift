import Diagnostics
import Testing

@testable import Markdown

@Suite struct RefusalTests {
  @Test(arguments: [
    ("<div>甲</div>", 1, 1, "<div>"),
    ("甲\n\n<table class=\"a\">\n<tr>", 3, 1, "<table class=\"a\">"),
    ("甲<br>乙", 1, 2, "<br>"),
    ("甲**乙。**丙<br/>", 1, 9, "<br/>"),
    ("甲\n乙**丙。**丁<span style=\"x\">戊", 2, 9, "<span style=\"x\">"),
    ("甲\n\n> 乙\n> 丙 <b>丁", 4, 5, "<b>"),
    ("- 甲\n\n  乙`<i>`<i>", 3, 9, "<i>"),
    ("|甲|\n|-|\n|**乙。**丙<br>|", 3, 9, "<br>"),
    ("[a]: /b\n[c]: /d\n甲<u>", 3, 2, "<u>"),
    ("甲`乙\n丙`\n丁<u>", 3, 2, "<u>"),
    ("<!-- 内部说明 -->", 1, 1, "<!-- 内部说明 -->"),
    ("甲<!-- 乙\n丙 -->", 1, 2, "<!-- 乙"),
    ("<?php a ?>", 1, 1, "<?php a ?>"),
    ("<!DOCTYPE html>", 1, 1, "<!DOCTYPE html>"),
    ("甲<![CDATA[乙]]>", 1, 2, "<![CDATA[乙]]>"),
    ("</p>", 1, 1, "</p>"),
    ("甲[^1]\n\n[^1]: 乙<b>", 3, 8, "<b>"),
    ("# 甲<a name=\"乙_丙\">", 1, 4, "<a name=\"乙_丙\">"),
    ("![甲<b>](x)", 1, 4, "<b>"),
  ])
  func rawHTML(_ source: String, _ line: Int, _ column: Int, _ tag: String) {
    let errors = Rendering(source, at: Place("content/a.md", line: 8)).errors
    #expect(errors.count == 1)
    #expect(errors.first?.rule == "markdown/raw-html")
    #expect(errors.first?.place == Place("content/a.md", line: 7 + line, column: column))
    #expect(errors.first?.message == "正文里不能写 HTML：“\(tag)”")
  }

  @Test(arguments: [
    ("<b>甲</b>", "改用 Markdown 写法"), ("甲<BR />", "反斜杠"), ("<!-- 甲 -->", "删去注释"),
  ])
  func theRemedyFitsTheTag(_ source: String, _ hint: String) {
    #expect(Rendering(source).errors.first?.hint?.contains(hint) == true)
  }

  @Test(arguments: ["甲\\<br>", "`<br>`", "    <div>", "a < b > c", "<中文>", "&lt;b&gt;", "<http://a.b>", "3<5，6>2"])
  func whatOnlyLooksLikeHTMLPasses(_ source: String) {
    let rendering = Rendering(source)
    #expect(rendering.errors == [])
    #expect(rendering.html.contains("&lt;") || rendering.html.contains("<a href"))
  }

  @Test func allErrorsOfADocumentAreFoundUpToALimit() {
    let rendering = Rendering("甲<b>乙</b>\n\n![](x)\n\n[丙](javascript:a)\n\n[^1]: 丁\n")
    #expect(rendering.document == nil)
    #expect(
      rendering.errors.map(\.rule) == [
        "markdown/unused-footnote", "markdown/raw-html", "markdown/raw-html", "markdown/image-without-text",
        "markdown/link-scheme",
      ])
    #expect(Rendering(String(repeating: "甲<b>", count: 500)).errors.count == Limits.errors)
    #expect(Rendering((0..<50).map { "[^\($0)]: 甲\n\n" }.joined()).errors.count == Limits.errors)
  }

  @Test func aFootnoteInTheDescriptionOfAnImageIsRefused() {
    let errors = Rendering("甲\n![乙[^1]](x)\n\n[^1]: 丙\n").errors
    #expect(errors.map(\.rule) == ["markdown/footnote-in-image"])
    #expect(errors.first?.place == Place("a.md", line: 2))
  }

  @Test func aLongTagIsShortened() {
    let tag = "<a title=\"" + String(repeating: "甲", count: 100) + "\">"
    #expect(Rendering("乙" + tag).errors.first?.message == "正文里不能写 HTML：“\(tag.prefix(40))…”")
  }
}
