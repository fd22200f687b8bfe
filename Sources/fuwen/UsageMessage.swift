import ArgumentParser
import Diagnostics

/// The argument parser's messages in Chinese.
enum UsageMessage {
  /// The help in Chinese: its headings and standing sentences.
  static func chineseHelp(_ help: String) -> String {
    standing.reduce(help) { $0.replacing($1.0, with: $1.1) }
  }

  private static let standing = [
    ("OVERVIEW: ", ""), ("USAGE: ", "用法："), ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："), ("SUBCOMMANDS:", "命令："),
    ("<subcommand>", "<命令>"), ("<options>", "<选项>"), ("Show the version.", "显示版本"),
    ("Show help information.", "显示帮助"), ("(values: ", "(可选："), ("default: ", "默认："),
    ("See 'fuwen help <命令>' for detailed help.", "运行 fuwen help <命令>，看一个命令的用法"),
    ("See 'fuwen help new <命令>' for detailed help.", "运行 fuwen help new <命令>，看一个命令的用法"),
    ("Show subcommand help information.", "显示一个命令的用法"),
  ]

  private static let ownOptions = ["--help", "--version"]

  static func chinese(_ message: String) -> String {
    let quoted = message.replacing("Can't", with: "Cannot").split(separator: "'", omittingEmptySubsequences: false)
      .enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    let first = quoted.first ?? ""
    let second = quoted.dropFirst().first
    let sentence =
      if message.hasPrefix("Unknown option") {
        "没有“\(first)”这个选项" + meaning(second ?? nearestName(to: first, among: ownOptions))
      } else if message.contains("nexpected argument") {
        "多出了“\(quoted.joined(separator: "”“"))”"
      } else if message.hasPrefix("Missing value for") {
        "“\(first)”后面缺少它的值"
      } else if message.hasPrefix("Missing expected argument") {
        "缺少“\(first)”"
      } else if message.hasPrefix("The value") {
        "“\(second ?? "")”的值“\(first)”不对" + choice(first, among: Array(quoted.dropFirst(2)))
      } else if message.contains("does not take any value") {
        "“\(first)”后面不写值，却写了“\(second ?? "")”"
      } else if message.hasPrefix("Can't generate completion scripts") {
        "没有“\(first)”的补全脚本" + choice(first, among: CompletionShell.allCases.map(\.rawValue))
      } else {
        message
      }
    return "用法不对：\(sentence)\n办法：运行 fuwen help 或 fuwen help 命令名，看怎样用\n"
  }

  private static func meaning(_ name: String?) -> String { name.map { "，是不是“\($0)”？" } ?? "" }

  private static func choice(_ value: String, among choices: [String]) -> String {
    if choices.isEmpty { return "" }
    let nearest = nearestName(to: value, among: choices)
    return (nearest == nil ? "，" : meaning(nearest)) + "可以写：" + choices.joined(separator: "、")
  }
}
