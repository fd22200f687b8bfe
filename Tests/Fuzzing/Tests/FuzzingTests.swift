import Foundation
import Testing

/// Whether the program notices what breaks a reader; that nothing breaks the real ones, `make test` looks at in an
/// optimised build.
struct FuzzingTests {
  @Test func findsWhatIsPlanted() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "fuwen-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let findings = folder.path(percentEncoded: false)
    let (status, output) = try run(["planted", "--inputs", "40", "--seconds", "1", "--findings", findings])
    #expect(status == 1)
    let lines = output.split(separator: "\n").filter { $0.contains(": input ") }
    for (fault, end) in [("crash", "by signal"), ("hang", "hangs"), ("hoard", "by signal")] {
      let found = try lines.filter { line in
        let path = try #require(line.split(separator: ": ").last)
        return try String(decoding: Data(contentsOf: URL(filePath: String(path))), as: UTF8.self).hasPrefix(fault)
      }
      #expect(!found.isEmpty && found.allSatisfy { $0.contains(end) }, "\(fault): \(found)")
    }
    #expect(output.contains("findings \(lines.count)\n"))
  }

  /// What a number stands for does not depend on the run.
  @Test(arguments: [
    "csv", "xlsx", "yaml", "json", "settings", "front-matter", "markdown", "template", "body", "narrative",
  ])
  func numbersLast(reader: String) throws {
    let inputs = try (0..<2).map { _ in try run(["show", reader, "12"]).output }
    #expect(inputs[0] == inputs[1] && !inputs[0].isEmpty)
  }

  /// Mutations begin where nothing is wrong, or they would end at the first thing that is.
  @Test(arguments: [
    ("narrative", "content/replies/jianyi-2024/0023.md"), ("settings", "content/site.yaml"),
    ("front-matter", "content/reports/2024-tongjibiao.md"),
  ])
  func theDemonstrationIsRight(reader: String, file: String) throws {
    let repository = URL(filePath: #filePath).appending(path: "../../../..").standardized
    let (status, output) = try run(["try", reader, repository.appending(path: file).path(percentEncoded: false)])
    #expect(status == 0 && !output.contains("错误"), "\(output)")
  }

  private func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = Bundle.main.bundleURL.appending(path: "fuzz")
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }
}
