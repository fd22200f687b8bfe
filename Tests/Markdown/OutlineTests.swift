import Testing

@testable import Markdown

@Suite struct OutlineTests {
  @Test(arguments: [
    ("一、主要做法", "一主要做法"),
    ("（一）高位推动", "一高位推动"),
    ("**领导重视 精心组织**", "领导重视-精心组织"),
    ("*a* `b` [c](d) \\*e\\*", "a-b-c-e"),
    ("2018 年度办理 16 件", "2018-年度办理-16-件"),
    ("2018-10-12  通知", "2018-10-12-通知"),
    ("甲　乙 – 丙", "甲-乙-丙"),
    ("——甲——", "甲"),
    ("《𠮷》与Ａ①", "𠮷与Ａ①"),
    ("Überblick É", "Überblick-É"),
    ("100% & <b", "100-b"),
    ("\\<script>\"'&quot;", "script"),
    ("！！！", "节"),
    ("甲\(fragmentToken(0))乙", "甲乙"),
  ])
  func anchors(_ source: String, _ anchor: String) {
    let rendering = Rendering("# " + source)
    #expect(rendering.document?.headings.map(\.anchor) == [anchor])
    #expect(rendering.html.hasPrefix("<h1 id=\"\(anchor)\">"))
  }

  @Test(arguments: [
    (["甲", "甲", "甲"], ["甲", "甲-2", "甲-3"]),
    (["甲", "甲 2", "甲", "甲"], ["甲", "甲-2", "甲-3", "甲-4"]),
    (["甲", "甲", "甲 2", "甲 2"], ["甲", "甲-2", "甲-2-2", "甲-2-3"]),
    (["。", "？", "节"], ["节", "节-2", "节-3"]),
    (["a", "A"], ["a", "A"]),
  ])
  func repeatedAnchorsAreNumbered(_ headings: [String], _ anchors: [String]) {
    let source = headings.map { "# \($0)\n" }.joined()
    #expect(Rendering(source).document?.headings.map(\.anchor) == anchors)
  }

  @Test func headingsHoldPlainText() {
    let source = "# **甲** `乙<` [丙](x)![丁](y) &amp;\n\n#\n\n> ## 戊[^1]\n\n- ### 己\n\n[^1]: #### 庚\n"
    #expect(
      Rendering(source).document?.headings == [
        Heading(level: 1, text: "甲 乙< 丙丁 &", anchor: "甲-乙-丙丁"),
        Heading(level: 2, text: "戊", anchor: "戊"),
        Heading(level: 3, text: "己", anchor: "己"),
        Heading(level: 4, text: "庚", anchor: "庚"),
      ])
    #expect(Rendering("#").html == "<h1></h1>\n")
  }

  @Test(
    arguments: [
      ([1, 2, 3], 2, [2, 3, 4]), ([3, 4, 3], 2, [2, 3, 2]), ([1, 3, 4, 2, 1], 2, [2, 3, 4, 3, 2]),
      ([3, 1, 2], 2, [2, 2, 3]), ([1, 2, 3, 4, 5, 6], 2, [2, 3, 4, 5, 6, 6]), ([2, 4, 3], 3, [3, 4, 4]),
      ([1, 3], nil, [1, 3]),
    ] as [([Int], Int?, [Int])])
  func levels(_ written: [Int], _ top: Int?, _ expected: [Int]) {
    let source = written.map { String(repeating: "#", count: $0) + " 甲\n" }.joined()
    let rendering = Rendering(source, renderer: MarkdownRenderer(topHeadingLevel: top))
    #expect(rendering.document?.headings.map(\.level) == expected)
    #expect(rendering.html.matches(of: /<h([1-6]) id="[^"]*">甲<\/h([1-6])>/).map { Int($0.1) } == expected)
  }

  @Test func aPrefixKeepsDocumentsOfOnePageApart() {
    let renderer = MarkdownRenderer(anchorPrefix: "答复2-")
    let rendering = Rendering("# 甲\n\n乙[^a]\n\n[^a]: 丙\n", renderer: renderer)
    #expect(rendering.document?.headings.first?.anchor == "答复2-甲")
    let ids = rendering.html.matches(of: /id="([^"]*)"/).map { String($0.1) }
    #expect(ids == ["答复2-甲", "fnref:答复2-1", "fn:答复2-1"])
    let targets = rendering.html.matches(of: /href="#([^"]*)"/).map { String($0.1) }
    #expect(targets == ["fn:答复2-1", "fnref:答复2-1"])
  }
}
