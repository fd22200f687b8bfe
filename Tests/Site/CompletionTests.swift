import Foundation
import Testing

/// The shell completes what there is, in whatever language the help and the values are.
@Suite struct CompletionTests {
  @Test(arguments: [
    (["check", "--format", ""], "text json github sarif junit"), (["stats", "--kind", ""], "建议 提案 议案转建议"),
    (["new", "bu"], "bulletin"), (["check", "--fi"], "--fix"), (["ser"], "serve"),
  ])
  func bash(_ words: [String], _ completions: String) throws {
    let script = try Command(["--generate-completion-script", "bash"])
    #expect(script.status == 0)
    let quoted = words.map { "'\($0)'" }.joined(separator: " ")
    let completing = """
      COMP_WORDS=(fuwen \(quoted)) COMP_CWORD=\(words.count)
      _fuwen fuwen '\(words.last ?? "")' '\(words.dropLast().last ?? "")'
      echo "${COMPREPLY[*]}"
      """
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", script.output + "\n" + completing]
    let output = Pipe()
    process.standardOutput = output
    // Outside an interactive shell some settings of completion are refused.
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(text == completions + "\n")
  }
}
