import Diagnostics
import Foundation
import Testing

@Suite struct MessageTests {
  @Test(arguments: MessageCase.all) func message(_ wrong: MessageCase) throws {
    let site = try LittleSite(wrong.files)
    let report = try wrong.run(site)
    let found = report.diagnostics.sorted
    let text = found.map { DiagnosticText.text(of: $0, inColor: false) }.joined()
      .replacing(site.path, with: "站点").replacing(#/(a{200,}/?)+/#, with: "aaa…")
    #expect(text == wrong.text + "\n")
    #expect(found.map(\.rule) == wrong.rules)
    #expect(report.exitStatus == wrong.status)
    if wrong.status != 0 { #expect(report.changes == nil) }
  }

  @Test func standardSiteIsWithoutFault() throws {
    let site = try LittleSite()
    let report = site.build()
    #expect(report.diagnostics.list.isEmpty)
    #expect(report.exitStatus == 0)
    #expect(report.changes?.added.contains("jianyi/sheng-14-2/0216.html") == true)
  }
}
