import Diagnostics
import Disclosure

extension PlacedNode {
  func date() throws(Diagnostic) -> CalendarDate {
    if let date = CalendarDate(text: try text()) { return date }
    throw wrongType("日期，例如 2024-05-20")
  }

  /// One that records can be of.
  func year() throws(Diagnostic) -> Int {
    let year = try integer()
    if AnswerScheme.allYears.contains(year) { return year }
    throw Diagnostic(.error, "record/year", at: place, "年份“\(year)”不对", hint: "写四位年份，例如 2024")
  }

  func session() throws(Diagnostic) -> Session {
    let text = try text()
    if let session = Session(text) { return session }
    throw Diagnostic(
      .error, "record/session", at: place, "看不懂的届次“\(text)”", hint: "写明级别、届和次，例如：省十四届人大二次会议、市政协七届三次会议")
  }

  func proposalNumber() throws(Diagnostic) -> String {
    let text = try text()
    if let number = ProposalNumber.normalise(text) { return number }
    throw Diagnostic(
      .error, "record/proposal-number", at: place, "编号“\(text)”里有不能用的字符", hint: "编号只能用数字、字母和中间的连字符，例如 \"0487\"")
  }

  func choice<Choice>() throws(Diagnostic) -> Choice
  where Choice: RawRepresentable<String> & CaseIterable {
    try choice(named: field ?? "值")
  }

  /// - Parameter name: what the choice is of, for the message.
  func choice<Choice>(named name: String) throws(Diagnostic) -> Choice
  where Choice: RawRepresentable<String> & CaseIterable {
    let text = try text()
    if let choice = Choice(rawValue: text) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    throw Diagnostic(
      .error, "value/choice", at: place, "不认识的\(name)“\(text)”",
      hint: (nearestName(to: text, among: names).map { "是不是“\($0)”？" } ?? "") + "可以写：\(names.joined(separator: "、"))")
  }

  func choices<Choice>() throws(Diagnostic) -> [Choice]
  where Choice: RawRepresentable<String> & CaseIterable {
    guard case .sequence = node.content else { return [try choice()] }
    var choices: [Choice] = []
    for item in try items() { choices.append(try item.choice()) }
    return choices
  }
}

/// 旧网址: where a page stood before.
enum FormerAddress {
  /// The path below the column's root, without a slash at its front.
  static func path(_ text: String, at place: Place) throws(Diagnostic) -> String {
    let path = text.hasPrefix("/") ? String(text.dropFirst()) : text
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"?#%\\\"'<>:*|".utf8.contains($0) }
    let isPage = [".html", ".htm", ".shtml"].contains { path.lowercased().hasSuffix($0) }
    if isPlain, isPage, parts.allSatisfy({ !$0.isEmpty && !$0.hasPrefix(".") && $0.utf8.count <= 200 }) {
      return path
    }
    throw Diagnostic(
      .error, "page/former-address", at: place, "旧网址“\(text)”不能用", hint: "写专栏目录下的路径，以 .html 结尾，例如 old/2023/0216.html")
  }
}
