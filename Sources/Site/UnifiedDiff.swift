/// The difference of two texts, as `diff -u` writes it and `patch` reads it.
enum UnifiedDiff {
  /// How many unchanged lines are shown on both sides of a change.
  private static let context = 3

  struct Line {
    /// `-`, `+` or a blank.
    let mark: Character
    let text: ArraySlice<UInt8>

    var isChange: Bool { mark != " " }
  }

  static func text(of path: String, before: [UInt8], after: [UInt8]) -> String {
    let all = edits(before: before, after: after)
    var text = "--- \(path)\n+++ \(path)\n"
    var rest = all.indices.filter { all[$0].isChange }[...]
    // How many lines of either text stand before the hunk.
    var (position, old, new) = (0, 0, 0)
    func pass(to end: Int) {
      for line in all[position..<end] {
        if line.mark != "+" { old += 1 }
        if line.mark != "-" { new += 1 }
      }
      position = end
    }
    while let first = rest.first {
      var end = first
      // Changes whose surroundings touch share a hunk.
      while let next = rest.first, next - end <= 2 * context {
        end = next
        rest.removeFirst()
      }
      let hunk = max(0, first - context)..<min(all.count, end + context + 1)
      pass(to: hunk.lowerBound)
      let (oldStart, newStart) = (old, new)
      pass(to: hunk.upperBound)
      text += "@@ -\(range(oldStart, old)) +\(range(newStart, new)) @@\n"
      for line in all[hunk] {
        let isWhole = line.text.last == UInt8(ascii: "\n")
        text += "\(line.mark)\(String(decoding: line.text, as: UTF8.self))"
        if !isWhole { text += "\n\\ No newline at end of file\n" }
      }
    }
    return text
  }

  /// The first line, or the one before where there are none, and how many lines there are.
  private static func range(_ start: Int, _ end: Int) -> String { "\(end > start ? start + 1 : start),\(end - start)" }

  /// All lines of both texts with their line ends; where they differ, the old ones first.
  static func edits(before: [UInt8], after: [UInt8]) -> [Line] { edits(lines(of: before), lines(of: after)) }

  private static func edits(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [Line] {
    let start = zip(old, new).prefix { $0 == $1 }.count
    let end = zip(old[start...].reversed(), new[start...].reversed()).prefix { $0 == $1 }.count
    func kept(_ lines: ArraySlice<ArraySlice<UInt8>>) -> [Line] { lines.map { Line(mark: " ", text: $0) } }
    let middle = compared(Array(old[start...].dropLast(end)), Array(new[start...].dropLast(end)))
    return kept(old[..<start]) + middle + kept(old.suffix(end))
  }

  /// The product of the lengths of two texts from which on they are shown one behind the other: to compare two that
  /// share little takes as long as that.
  private static let limit = 4_000_000

  private static func compared(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [Line] {
    if old.isEmpty || old.count * new.count > limit {
      return old.map { Line(mark: "-", text: $0) } + new.map { Line(mark: "+", text: $0) }
    }
    var (removed, inserted) = (Set<Int>(), Set<Int>())
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var edits: [Line] = []
    var (here, there) = (0, 0)
    while here < old.count || there < new.count {
      if removed.contains(here) {
        edits.append(Line(mark: "-", text: old[here]))
        here += 1
      } else if inserted.contains(there) {
        edits.append(Line(mark: "+", text: new[there]))
        there += 1
      } else {
        edits.append(Line(mark: " ", text: old[here]))
        here += 1
        there += 1
      }
    }
    return edits
  }

  /// The lines with their line ends.
  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }
}
