import Diagnostics

/// Messages about the content as a piece of HTML.
struct MessagePanel {
  /// More than that nobody reads in a browser; the terminal has them all.
  private static let limit = 50

  let diagnostics: [Diagnostic]
  /// Whether a column is shown below.
  let hasColumn: Bool
  let hasWorkbench: Bool

  /// Empty when there is nothing to say.
  var html: String {
    let errors = diagnostics.filter { $0.severity == .error }
    let link = hasWorkbench ? "<a href=\"\(RequestHandler.workbenchPath)\">工作台</a>" : ""
    guard !errors.isEmpty else { return link.isEmpty ? "" : "<p class=\"link\">\(link)</p>" }
    let state = hasColumn ? "下面是上一次正确的专栏" : "改正以后，专栏会自己显示出来"
    let rest = errors.count > Self.limit ? "<p>还有 \(errors.count - Self.limit) 个错误，见终端。</p>" : ""
    return """
      <details open><summary>内容有 \(errors.count) 个错误，\(state)</summary>\
      <ol>\(errors.prefix(Self.limit).map(item).joined())</ol>\(rest)\(link)</details>
      """
  }

  private func item(_ diagnostic: Diagnostic) -> String {
    var html = "<li><b>\(escaped(diagnostic.place.description))</b><br>\(escaped(diagnostic.message))"
    if let excerpt = diagnostic.excerpt {
      let lines = excerpt.split(separator: "\n", omittingEmptySubsequences: false).map { escaped(String($0)) }
      html += "<pre>\(lines.joined(separator: "\n"))</pre>"
    }
    for step in diagnostic.trail { html += "<br>经由 \(escaped(step.description))" }
    if let hint = diagnostic.hint { html += "<br>办法：\(escaped(hint))" }
    return html + "</li>"
  }

  private func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    XMLText.write(text.visible, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
