import ArgumentParser
import Glibc

/// The command line: parses options, calls `Site`, prints, and answers with the exit status of SPEC.md §3.
@main
struct Fuwen: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fuwen",
    abstract: "复文：把建议提案的办理台账和复文生成“办理结果公开”专栏",
    discussion: """
      在站点文件夹（里面有 content/ 和 templates/）中运行 fuwen build，成品在 public/。
      退出状态：0 完成；1 内容有错误，什么也没写；2 用法不对；3 系统出错（磁盘、权限）。
      """,
    version: "0.1.0",
    subcommands: [
      BuildCommand.self, CheckCommand.self, StatsCommand.self, VerifyCommand.self, NewCommand.self, ServeCommand.self,
      ImportCommand.self, RenderCommand.self,
    ])

  private static let commands = configuration.subcommands.compactMap { $0.configuration.commandName }

  static func main() async {
    Stream.fillGaps()
    // A reader that goes away (`fuwen check | head`) is no reason to die in the middle of a build, nor is a file that may
    // not grow (`ulimit -f`).
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    do {
      try checkHelpRequest(Array(CommandLine.arguments.dropFirst()))
      var command = try parseAsRoot()
      if var command = command as? AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let status as ExitCode {
      Glibc.exit(status.rawValue)
    } catch {
      let isRequest = exitCode(for: error) == .success
      if isRequest {
        Stream.output.write(UsageMessage.chineseHelp(fullMessage(for: error)) + "\n")
      } else {
        Stream.error.write(UsageMessage.chinese(message(for: error), commands: commands).visibleLines)
      }
      Glibc.exit(isRequest ? 0 : 2)
    }
  }

  /// The parser answers a request for help on a command that there is not with help on all, as if that were right.
  private static func checkHelpRequest(_ arguments: [String]) throws {
    guard arguments.first == "help", let name = arguments.dropFirst().first(where: { !$0.hasPrefix("-") }),
      !commands.contains(name)
    else { return }
    throw ValidationError("Unexpected argument '\(name)'")
  }
}
