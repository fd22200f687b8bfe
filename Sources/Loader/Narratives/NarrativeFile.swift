import Diagnostics
import Disclosure
import Proofreading

/// A Markdown file with its front matter, before anybody asks what it means.
package struct NarrativeFile: Sendable {
  let path: String
  /// `nil` when the file has none.
  let head: PlacedNode?
  package let source: NarrativeSource
  /// What the proofreader says of its text and its front matter.
  package let remarks: [Diagnostic]

  package init(path: String, bytes: [UInt8], state: FileState = FileState(modified: 0, size: 0)) throws(Diagnostic) {
    let text = try TextDecoding.decode(bytes, file: path).bytes
    let matter = try FrontMatter(of: text, file: path)
    self.path = path
    head = matter.node.map { PlacedNode($0, in: path) }
    source = NarrativeSource(
      file: path, offset: matter.body.lowerBound, line: matter.bodyLine, state: state)
    remarks = Proofreader(head: head, isLetter: path.hasPrefix("content/replies/"))
      .diagnostics(of: text[matter.body], below: head, from: source)
    if Self.isBlank(text[matter.body]) {
      throw Diagnostic(.error, "text/empty", at: Place(path), "文件里没有正文", hint: "在文件头的“---”之后写正文")
    }
  }

  /// Looks no further than the first character that is seen: to make a string of a letter takes as long as reading it.
  private static func isBlank(_ text: ArraySlice<UInt8>) -> Bool {
    var (bytes, decoder) = (text.makeIterator(), UTF8())
    while case .scalarValue(let scalar) = decoder.decode(&bytes) {
      if !scalar.isBlank { return false }
    }
    return true
  }

  /// The file's name without folder and suffix.
  var stem: String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return String(name.prefix { $0 != "." })
  }

  /// The text of a key, or nothing.
  func text(_ key: String) throws(Diagnostic) -> String { try head?[key]?.text() ?? "" }

  /// 主送, without the colon that a letter has behind it and the page writes.
  func addressee() throws(Diagnostic) -> String {
    let text = try text("主送")
    return text.last.map { "：:".contains($0) } ?? false ? String(text.dropLast()) : text
  }

  /// 已核.
  func excuses(reporting diagnostics: inout Diagnostics) throws(Diagnostic) -> [Excuse] {
    guard let items = try head?["已核"]?.items() else { return [] }
    var excuses: [Excuse] = []
    for item in items {
      item.checkKeys(among: ["规则", "内容", "理由"], reporting: &diagnostics)
      let rule: ExcusableRule = try item.required("规则").choice()
      let content = try item.required("内容").text()
      if try item.required("理由").text().allSatisfy(\.isWhitespace) { throw item.missing("理由") }
      excuses.append(Excuse(rule: rule.rawValue, content: content, place: item.place))
    }
    return excuses
  }

  /// 更正.
  func corrections(reporting diagnostics: inout Diagnostics) throws(Diagnostic) -> [Correction] {
    guard let items = try head?["更正"]?.items() else { return [] }
    var corrections: [Correction] = []
    for item in items {
      item.checkKeys(among: ["日期", "说明"], reporting: &diagnostics)
      corrections.append(
        Correction(date: try item.required("日期").date(), note: try item.required("说明").text()))
    }
    return corrections.sorted { $0.date < $1.date }
  }

  /// 撤回.
  func withdrawal(reporting diagnostics: inout Diagnostics) throws(Diagnostic) -> Withdrawal? {
    guard let node = head?["撤回"] else { return nil }
    node.checkKeys(among: ["日期", "理由类别"], reporting: &diagnostics)
    return Withdrawal(date: try node.required("日期").date(), reason: try node.required("理由类别").choice())
  }

  /// 附件: a path below `content/files/`, or its name and path.
  func attachments(reporting diagnostics: inout Diagnostics) throws(Diagnostic) -> [Attachment] {
    guard let node = head?["附件"] else { return [] }
    guard case .sequence = node.node.content else { return [try attachment(node, reporting: &diagnostics)] }
    var attachments: [Attachment] = []
    for item in try node.items() { attachments.append(try attachment(item, reporting: &diagnostics)) }
    return attachments
  }

  private func attachment(
    _ node: PlacedNode, reporting diagnostics: inout Diagnostics
  ) throws(Diagnostic) -> Attachment {
    if case .mapping = node.node.content {
      node.checkKeys(among: ["名称", "文件"], reporting: &diagnostics)
      return Attachment(
        name: try node.required("名称").text(), file: try node.required("文件").text(), place: node.place)
    }
    let file = try node.text()
    return Attachment(name: file.split(separator: "/").last.map(String.init) ?? file, file: file, place: node.place)
  }

  /// 旧网址.
  func formerAddresses() throws(Diagnostic) -> [String] {
    guard let node = head?["旧网址"] else { return [] }
    var paths: [String] = []
    for text in try node.texts() { paths.append(try FormerAddress.path(text, at: node.place)) }
    return paths
  }
}
