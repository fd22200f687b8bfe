import Diagnostics
import Testing

@testable import Preview

@Suite struct MessagePanelTests {
  private func panel(_ diagnostics: [Diagnostic], hasColumn: Bool = true, hasWorkbench: Bool = false) -> String {
    MessagePanel(diagnostics: diagnostics, hasColumn: hasColumn, hasWorkbench: hasWorkbench).html
  }

  @Test func saysWhereWhatAndHow() {
    let place = Place("content/records/2024.xlsx", sheet: "2024年", row: 37, field: "答复日期")
    let html = panel([Diagnostic(.error, "a/b", at: place, "不是日期", hint: "写成 2024-05-20", excerpt: "甲\n^")])
    for part in [
      "1 个错误", "content/records/2024.xlsx 工作表“2024年”第 37 行“答复日期”", "不是日期", "办法：写成 2024-05-20", "<pre>甲\n^</pre>",
    ] {
      #expect(html.contains(part), "\(part)")
    }
  }

  @Test func textOfTheContentIsEscaped() {
    let evil = "<img src=x onerror=alert(1)>\"&"
    let html = panel([
      Diagnostic(.error, "a/b", at: Place(evil, line: 1), evil, hint: evil, excerpt: evil, trail: [Place(evil)])
    ])
    #expect(!html.contains("<img"))
    #expect(html.split(separator: "&lt;img src=x onerror=alert(1)&gt;&quot;&amp;").count == 6)
  }

  @Test func warningsAreForTheTerminal() {
    let warning = Diagnostic(.warning, "a/b", at: Place("a"), "警告")
    #expect(panel([warning]) == "")
    #expect(panel([warning], hasWorkbench: true) == "<p class=\"link\"><a href=\"/_fuwen/\">工作台</a></p>")
    #expect(panel([Diagnostic(.error, "a/b", at: Place("a"), "错误"), warning], hasWorkbench: true).contains("1 个错误"))
  }

  @Test func saysHowManyAreLeftOut() {
    let errors = (1...53).map { Diagnostic(.error, "a/b", at: Place("a", line: $0), "错误") }
    let html = panel(errors, hasColumn: false)
    #expect(html.contains("53 个错误") && html.contains("还有 3 个错误") && html.contains("a:50<") && !html.contains("a:51<"))
  }
}
