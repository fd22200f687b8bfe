extension Approval {
  /// The approval as people read it on a terminal, but for the lists of addresses.
  package var text: String {
    let parts = [
      part("新公开的答复和文件", added.filter(\.isArticle)), part("修改的答复和文件", changed.filter { $0.isArticle && $0.differs }),
      part("其他修改的页面", changed.filter { !$0.isArticle && $0.differs }),
    ]
    return parts.joined() + decisionText
  }

  private func part(_ title: String, _ pages: [Page]) -> String {
    pages.isEmpty ? "" : "\(title)：\n" + pages.map(\.text).joined()
  }

  private var decisionText: String {
    let withheld = decisions.filter { $0.withheld != nil }
    let lines = withheld.map { "  不公开 \($0.number)（\($0.withheld ?? "")）\n" }
    return "公开的决定：公开 \(decisions.count - withheld.count) 件，不公开 \(withheld.count) 件\n" + lines.joined()
  }
}

extension Approval.Page {
  fileprivate var text: String {
    var text = "  \(title)（\(address)）\n" + lines.map { "    \($0.mark.rawValue) \($0.text)\n" }.joined()
    if !note.isEmpty { text += "    \(note)\n" }
    if omitted > 0 { text += "    还有 \(omitted) 行没有列出\n" }
    return text
  }
}
