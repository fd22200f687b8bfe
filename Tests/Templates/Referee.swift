import Foundation
import Testing

@testable import Templates

/// A template with its data, for both engines.
struct Case {
  var files: [String: String]
  var data: Value

  /// What ours makes of it, when it knows nothing of the data.
  var ours: Outcome {
    guard case .record(let record) = data else { return .refused("the data is no record") }
    return outcome(record, .any)
  }

  /// What ours makes of it, when it knows what fields the data has.
  var oursTyped: Outcome {
    let (record, shape) = Typing.typed(data)
    return outcome(record, shape)
  }

  private func outcome(_ record: Record, _ shape: Shape) -> Outcome {
    do {
      let compiler = Compiler(TemplateSources(files))
      let program = try compiler.compile("main.html", data: shape)
      var output = TemplateOutput()
      try program.render(record, into: &output)
      return .text(output.text)
    } catch {
      return .refused("\(error.rule) \(error.place) \(error.message) \(error.hint ?? "")")
    }
  }
}

enum Outcome: Equatable {
  case text(String)
  case refused(String)

  var text: String? { if case .text(let text) = self { text } else { nil } }
}

/// Jinja 2, in one process for all cases.
enum Referee {
  static func outcomes(of cases: [Case]) throws -> [Outcome] {
    let script = try #require(Bundle.module.url(forResource: "Resources/referee", withExtension: "py"))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [ProcessInfo.processInfo.environment["FUWEN_PYTHON"] ?? "python3", script.path]
    let (input, output, errors) = (FileManager.default.temporaryDirectory, Pipe(), Pipe())
    let file = input.appendingPathComponent("fuwen-cases-\(UUID().uuidString).json")
    let json = cases.map { one in
      let files = Value.record(Record(one.files.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }))
      return "{\"files\": \(files.json), \"data\": \(one.data.json)}"
    }
    try Data(("[" + json.joined(separator: ",\n") + "]").utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    process.standardInput = try FileHandle(forReadingFrom: file)
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let answer = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Missing(complaint: String(decoding: complaint, as: UTF8.self)) }
    let answers = try JSONReader.value(of: String(decoding: answer, as: UTF8.self)).elements()
    return try answers.map { answer in
      let text = try answer.item("text")
      return try text.string.map(Outcome.text) ?? .refused(answer.item("error").printed())
    }
  }

  struct Missing: Error, CustomStringConvertible {
    let complaint: String

    var description: String {
      "these tests need Python with jinja2 (python3 -m pip install jinja2, or set FUWEN_PYTHON): \(complaint)"
    }
  }
}
