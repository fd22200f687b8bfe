import Testing

@testable import Markdown

@Suite struct BlockTests {
  @Test func tablesAreNumberedAndScrollWithinThemselves() {
    #expect(
      Rendering("甲\n\n| 项目 | 数量 | 单位 |\n|:--|--:|:-:|\n| 建议 | 16 | 件 |\n\n乙\n\n| 项目 |\n|--|\n").html == """
        <p>甲</p>
        <div class="table" role="region" aria-label="表格 1" tabindex="0">
        <table>
        <thead>
        <tr>
        <th scope="col">项目</th>
        <th scope="col" class="num">数量</th>
        <th scope="col" class="mid">单位</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>建议</td>
        <td class="num">16</td>
        <td class="mid">件</td>
        </tr>
        </tbody>
        </table>
        </div>
        <p>乙</p>
        <div class="table" role="region" aria-label="表格 2" tabindex="0">
        <table>
        <thead>
        <tr>
        <th scope="col">项目</th>
        </tr>
        </thead>
        </table>
        </div>

        """)
  }

  @Test(arguments: [
    (
      "- [ ] 甲\n- [x] 乙[ ]\n- [X]  丙\n- [y] 丁\n",
      [false, true, true], "<ul>\n<li># 甲</li>\n<li># 乙[ ]</li>\n<li># 丙</li>\n<li>[y] 丁</li>\n</ul>\n"
    ),
    (
      "1. [ ] **甲。**乙\n\n2. [x] 丙\n", [false, true],
      "<ol>\n<li># \n<p><strong>甲。</strong>乙</p>\n</li>\n<li># \n<p>丙</p>\n</li>\n</ol>\n"
    ),
    ("- [ ]甲\n- \\[ ] 乙\n", [], "<ul>\n<li>[ ]甲</li>\n<li>[ ] 乙</li>\n</ul>\n"),
  ])
  func tasks(_ source: String, _ checked: [Bool], _ expected: String) {
    let html = Rendering(source).html
    #expect(html.matches(of: /<input[^>]*>/).map { $0.output.contains("checked=\"\"") } == checked)
    #expect(
      html.replacing(
        /<input type="checkbox" (disabled="" aria-label="未完成"|checked="" disabled="" aria-label="已完成") \/>/, with: "#")
        == expected)
  }

  @Test func plainTextIsALineForEachBlock() {
    let source = """
      # **一**、甲

      乙[丙](x)`<丁>`  
      戊

      > 己

      - 庚
        - 辛

      | 壬 | 癸 |
      |---|---|
      | 子 | 丑\\|寅 |

          卯

      辰[^1]![巳](x)

      ***

      [^1]: 午
      """
    #expect(
      Rendering(source).document?.plainText
        == "一、甲\n乙丙<丁>\n戊\n己\n庚\n辛\n壬\t癸\n子\t丑|寅\n卯\n辰巳\n午\n")
  }

  @Test(arguments: ["", "\n\n", "  \n\t\n"])
  func anEmptyTextIsAnEmptyDocument(_ source: String) {
    let document = Rendering(source).document
    #expect(document == RenderedText(html: "", headings: [], plainBytes: []))
  }

  @Test func neitherStrikethroughNorBareAddressesAreMarkup() {
    #expect(Rendering.inline("3~5年，6~8年 ~~删~~") == "3~5年，6~8年 ~~删~~")
    #expect(Rendering.inline("见 http://a.b/。后文 www.a.cn a@b.cn") == "见 http://a.b/。后文 www.a.cn a@b.cn")
    #expect(Rendering.inline("\"甲\" -- '乙'...") == "&quot;甲&quot; -- '乙'...")
  }
}
