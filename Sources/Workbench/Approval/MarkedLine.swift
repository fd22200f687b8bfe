/// A line of a difference with what differs in it: where a line took another's place, only what they do not share.
struct MarkedLine: Sendable {
  let mark: Approval.Line.Mark
  let before: String
  let changed: String
  let after: String

  /// The lines of a page; runs of removed lines are held against as many added ones that follow them.
  static func lines(of lines: [Approval.Line]) -> [MarkedLine] {
    var marked: [MarkedLine] = []
    var rest = lines[...]
    while let line = rest.first {
      if line.mark == .kept {
        marked.append(MarkedLine(mark: .kept, before: line.text, changed: "", after: ""))
        rest.removeFirst()
        continue
      }
      let removed = rest.prefix { $0.mark == .removed }.map { Array($0.text) }
      rest = rest.dropFirst(removed.count)
      let added = rest.prefix { $0.mark == .added }.map { Array($0.text) }
      rest = rest.dropFirst(added.count)
      let isPaired = removed.count == added.count
      for (index, text) in removed.enumerated() {
        marked.append(MarkedLine(.removed, text, besides: isPaired ? added[index] : []))
      }
      for (index, text) in added.enumerated() {
        marked.append(MarkedLine(.added, text, besides: isPaired ? removed[index] : []))
      }
    }
    return marked
  }

  private init(_ mark: Approval.Line.Mark, _ text: [Character], besides other: [Character]) {
    let limit = min(text.count, other.count)
    let start = zip(text, other).prefix { $0 == $1 }.count
    let end = min(zip(text.reversed(), other.reversed()).prefix { $0 == $1 }.count, limit - start)
    self.init(
      mark: mark, before: String(text[..<start]), changed: String(text[start..<(text.count - end)]),
      after: String(text[(text.count - end)...]))
  }

  private init(mark: Approval.Line.Mark, before: String, changed: String, after: String) {
    self.mark = mark
    self.before = before
    self.changed = changed
    self.after = after
  }
}
