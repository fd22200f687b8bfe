import Diagnostics
import Testing

@Suite struct NearestNameTests {
  @Test(
    arguments: [
      ("主办单未", ["主办单位", "主送"], "主办单位"), ("标提", ["主题", "标题"], "标题"), ("题标", ["标题"], "标题"), ("发文号字", ["发文字号"], "发文字号"),
      ("甲", ["乙"], nil), ("甲", ["甲乙"], "甲乙"), ("甲乙丙", ["丁乙戊"], nil), ("", ["甲"], nil), ("甲", [], nil),
      ("buld", ["check", "build"], "build"), ("budil", ["build"], nil), ("render", ["reader", "sender"], "reader"),
      ("附件1.pdf", ["附件01.pdf"], "附件01.pdf"), ("a.pdf", ["b.pdf"], nil), ("表一.xlsx", ["表一.csv", "表二.xlsx"], "表二.xlsx"),
      ("partials/统计.html", ["partials/row.html", "partials/统计表.html"], "partials/统计表.html"),
      ("partials/统计.html", ["partials/row.html"], nil),
      ("content/replies/0261.md", ["content/replies/0216.md"], "content/replies/0216.md"),
      ("content/replies/0999.md", ["content/replies/0216.md"], nil), ("a/b.md", ["c/b.md"], "c/b.md"),
    ] as [(String, [String], String?)])
  func nearest(_ name: String, _ candidates: [String], _ nearest: String?) {
    #expect(nearestName(to: name, among: candidates) == nearest)
  }
}
