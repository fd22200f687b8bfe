/// The argument parser's messages in Chinese.
enum UsageMessage {
  static func chinese(_ message: String) -> String {
    let quoted = message.split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    let first = quoted.first ?? ""
    let sentence =
      if message.hasPrefix("Unknown option") {
        "没有“\(first)”这个选项"
      } else if message.contains("nexpected argument") {
        "多出了“\(quoted.joined(separator: "”“"))”"
      } else if message.hasPrefix("Missing value for") {
        "“\(first)”后面缺少它的值"
      } else if message.hasPrefix("Missing expected argument") {
        "缺少“\(first)”"
      } else if message.hasPrefix("The value") {
        "“\(quoted.dropFirst().first ?? "")”的值“\(first)”不对"
      } else {
        message
      }
    return "用法不对：\(sentence)\n办法：运行 fuwen help 或 fuwen help 命令名，看怎样用\n"
  }
}
