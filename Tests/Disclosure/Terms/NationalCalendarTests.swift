import Disclosure
import Foundation
import Testing

@Suite struct NationalCalendarTests {
  /// A second source has the same working days, 调休 included.
  @Test func everyDay() throws {
    let script = try #require(Bundle.module.url(forResource: "Resources/calendar", withExtension: "py"))
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [ProcessInfo.processInfo.environment["FUWEN_PYTHON"] ?? "python3", script.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let answer = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(
      process.terminationStatus == 0, "needs Python with chinesecalendar (Tests/requirements.txt, or set FUWEN_PYTHON)")
    let first = Sample.day("2018-01-01")
    #expect(answer.count == Sample.day("2027-01-01").days(since: first))
    for (index, isWorking) in answer.enumerated() {
      let day = first.adding(days: index)
      #expect(WorkingDays.national.isWorking(day) == (isWorking == "1"), "\(day)")
    }
    #expect(WorkingDays.national.years == Set(2018...2026))
  }
}
