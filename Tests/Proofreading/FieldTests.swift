import Diagnostics
import Testing

@testable import Proofreading

@Suite struct FieldTests {
  @Test(arguments: [
    ("关于报送省十四届人大一次会议 代表建议办理总结的函", "…人大一次会议 代表建议办理…"), (" 办理工作总结", " 办理工作总结"), ("办理 工作总结", "办理 工作总结"), ("关　于", "关　于"),
    ("代表 建议办理", "代表 建议办理"), ("关于甲乙 的报告", "关于甲乙 的报告"),
  ])
  func layoutBlanks(_ title: String, _ passage: String) {
    let found = Proofreader().diagnostics(ofTitle: title, at: Place("a.csv", row: 2, field: "标题"))
    #expect(found.map(\.message) == ["标题里的空格像是排版留下的：“\(passage)”"])
    #expect(found.map(\.place) == [Place("a.csv", row: 2, field: "标题")])
  }

  @Test(arguments: [
    "关于加强诚信建设 优化营商环境的建议", "健全机制 务求实效 提升质量", "关于2024 年工作的报告", "关于 5G 应用的建议", "关于推广 C 型车的建议", "让每一件建议落地",
  ])
  func meantBlanks(_ title: String) { #expect(Proofreader().diagnostics(ofTitle: title, at: Place("a")) == []) }

  @Test(
    arguments: [
      ("示政办函〔2024〕118号", nil), ("示教建〔2024〕5号", nil), ("示教函[2024]5号", "文号“[2024]5号”：年份要用六角括号〔〕"),
      ("示教函(2024)5号", "文号“(2024)5号”：年份要用六角括号〔〕"), ("示教函〔2024〕005号", "文号“〔2024〕005号”：序号前不补 0"),
      ("示教函2024-5", "文号“示教函2024-5”不完整"), ("示教函〔2024〕5", "文号“示教函〔2024〕5”不完整"),
    ] as [(String, String?)])
  func documentNumbers(_ number: String, _ message: String?) {
    let found = Proofreader().diagnostics(ofDocumentNumber: number, at: Place("a"))
    #expect(found.map(\.message) == (message.map { [$0] } ?? []))
  }

  @Test func excusesAreHeard() {
    let title = Proofreader(excuses: [.init(.titleBlank, content: "代表 建议")])
    #expect(title.diagnostics(ofTitle: "代表 建议", at: Place("a")) == [])
    let number = Proofreader(excuses: [.init(.documentNumber, content: "公告2024年第5号")])
    #expect(number.diagnostics(ofDocumentNumber: "公告2024年第5号", at: Place("a")) == [])
  }
}
