import ArgumentParser
import Diagnostics
import Glibc

/// The command line: parses options, calls `Site`, prints, and answers with the exit status that its reports have.
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

  static func main() async {
    Stream.fillGaps()
    // A reader that goes away (`fuwen check | head`) is no reason to die in the middle of a build, nor is a file that may
    // not grow (`ulimit -f`).
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    do {
      try check(Array(CommandLine.arguments.dropFirst()))
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
        Stream.error.write(UsageMessage.chinese(message(for: error)).visibleLines)
      }
      Glibc.exit(isRequest ? 0 : 2)
    }
  }

  /// What the parser does not see: commands that there are not, for which it has no nearest name, and in a request for
  /// help no word; and what is empty, as an unset variable of a shell is, which is no path and no name.
  private static func check(_ arguments: [String]) throws {
    for (before, argument) in zip([""] + arguments, arguments) {
      let isOption = argument.hasPrefix("--") && argument.hasSuffix("=")
      guard argument.isEmpty || isOption else { continue }
      let name = isOption ? String(argument.dropLast()) : before
      throw ValidationError(name.hasPrefix("-") ? "“\(name)”的值是空的" : "有一个参数是空的")
    }
    var (configuration, path) = (configuration, "")
    for word in arguments.first == "help" ? arguments.dropFirst() : arguments[...] {
      let commands = configuration.subcommands.map { $0.configuration }
      if commands.isEmpty || word.hasPrefix("-") { return }
      guard let command = commands.first(where: { $0.commandName == word }) else {
        let names = commands.compactMap(\.commandName)
        let remedy =
          nearestName(to: word, among: names).map { "是不是“\(path)\($0)”？" }
          ?? "可以写：" + names.map { path + $0 }.joined(separator: "、")
        throw ValidationError("没有“\(path)\(word)”这个命令，" + remedy)
      }
      (configuration, path) = (command, path + word + " ")
    }
  }
}
