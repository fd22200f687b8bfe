import Foundation

/// The program itself, run as users run it.
struct Command {
  let status: Int32
  let output: String
  let error: String

  /// The program is built beside the tests.
  static let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "fuwen")

  init(_ arguments: [String], in folder: String = "/", environment: [String: String] = [:]) throws {
    let process = Process()
    process.executableURL = Self.program
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let (output, error) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = error
    try process.run()
    self.output = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    self.error = String(decoding: error.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
  }
}
