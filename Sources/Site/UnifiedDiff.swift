/// The difference of two texts with the same number of lines, as `diff -u` writes it and `patch` reads it.
enum UnifiedDiff {
  /// How many unchanged lines are shown on both sides of a change.
  private static let context = 3

  static func text(of path: String, before: [UInt8], after: [UInt8]) -> String {
    let (old, new) = (lines(of: before), lines(of: after))
    let changed = old.indices.filter { !old[$0].elementsEqual(new[$0]) }
    var text = "--- \(path)\n+++ \(path)\n"
    var rest = changed[...]
    while let first = rest.first {
      var end = first
      // Changes whose surroundings touch share a hunk.
      while let next = rest.first, next - end <= 2 * context {
        end = next
        rest.removeFirst()
      }
      let hunk = max(0, first - context)..<min(old.count, end + context + 1)
      text += "@@ -\(hunk.lowerBound + 1),\(hunk.count) +\(hunk.lowerBound + 1),\(hunk.count) @@\n"
      var run: [Int] = []
      for index in hunk {
        if old[index].elementsEqual(new[index]) {
          flush(&run, old, new, into: &text)
          text += line(" ", old[index])
        } else {
          run.append(index)
        }
      }
      flush(&run, old, new, into: &text)
    }
    return text
  }

  /// A run of changed lines: all old ones, then all new ones.
  private static func flush(
    _ run: inout [Int], _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>], into text: inout String
  ) {
    for index in run { text += line("-", old[index]) }
    for index in run { text += line("+", new[index]) }
    run = []
  }

  private static func line(_ mark: String, _ line: ArraySlice<UInt8>) -> String {
    let isWhole = line.last == UInt8(ascii: "\n")
    return mark + String(decoding: line, as: UTF8.self) + (isWhole ? "" : "\n\\ No newline at end of file\n")
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
