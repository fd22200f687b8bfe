import Diagnostics

/// `manifest.sha256`: every other file of a column with its SHA-256, in the form that `sha256sum --check` reads, and in
/// comments what the column was made of.
package struct FileList: Sendable {
  package static let address = "manifest.sha256"

  package struct Entry: Sendable {
    /// Relative to the column's root.
    package let path: String
    package let digest: Digest

    package init(path: String, digest: Digest) {
      self.path = path
      self.digest = digest
    }
  }

  /// The as-of date.
  package let day: String
  /// How far the history had come; `nil` where the column has none.
  package let history: History.Mark?
  package let entries: [Entry]

  package init(day: String, history: History.Mark?, entries: [Entry]) {
    self.day = day
    self.history = history
    self.entries = entries
  }

  // MARK: - Writing

  private static let title = "# 本专栏全部文件的 SHA-256 校验值。核对：在本文件所在的文件夹运行 sha256sum --check manifest.sha256"
  private static let dayLabel = "# 截至日期："
  private static let historyLabel = "# 历史："
  private static let ownLabel = "# 以下各行："

  /// In bytes, of what is handed on at once.
  private static let pieceSize = 1 << 16

  package var text: [UInt8] {
    var text: [UInt8] = []
    write { piece in
      text += piece
      piece.removeAll(keepingCapacity: true)
    }
    return text
  }

  /// Hands on the list piece by piece, as it has a line for each file of the column; `take` leaves nothing of a piece.
  package func write<Failure>(to take: (inout [UInt8]) throws(Failure) -> Void) throws(Failure) {
    var digester = Digester()
    var piece: [UInt8] = []
    for entry in entries {
      Self.write(entry, into: &piece)
      digester.add(piece)
      piece.removeAll(keepingCapacity: true)
    }
    let mark = history.map { "\($0.count) 行，末行 \($0.digest)" } ?? "无"
    let head = [
      Self.title, Self.dayLabel + day, Self.historyLabel + mark, Self.ownLabel + digester.finish().description,
    ]
    piece += (head.joined(separator: "\n") + "\n").utf8
    for entry in entries {
      Self.write(entry, into: &piece)
      if piece.count >= Self.pieceSize { try take(&piece) }
    }
    try take(&piece)
  }

  private static func write(_ entry: Entry, into lines: inout [UInt8]) {
    // GNU's way with a backslash in a name.
    let isPlain = !entry.path.utf8.contains(backslash)
    if !isPlain { lines.append(backslash) }
    lines += entry.digest.text
    lines += "  ".utf8
    lines += (isPlain ? entry.path : entry.path.replacing("\\", with: "\\\\")).utf8
    lines.append(newline)
  }

  private static let backslash = UInt8(ascii: "\\")
  private static let newline = UInt8(ascii: "\n")

  // MARK: - Reading

  /// How far the history had come when a list was written, from its beginning; `nil` where that does not say.
  package static func history(in beginning: [UInt8]) -> History.Mark? {
    let lines = beginning.split(separator: newline, maxSplits: 3, omittingEmptySubsequences: false)
    guard lines.count > 2, let label = String(validating: lines[2], as: UTF8.self) else { return nil }
    return mark(label)
  }

  private static func mark(_ line: String) -> History.Mark? {
    let words = line.dropFirst(historyLabel.count).split(separator: " ")
    guard line.hasPrefix(historyLabel), words.count == 3, let count = Int(words[0]), count > 0,
      let digest = Digest(words[2].utf8)
    else { return nil }
    return History.Mark(count: count, digest: digest)
  }

  /// Reads what `text` writes; users know the list as `name`.
  package init(reading text: [UInt8], named name: String) throws(Diagnostic) {
    let lines = text.split(separator: Self.newline, omittingEmptySubsequences: false)
    let head = lines.prefix(4).map { String(decoding: $0, as: UTF8.self) }
    guard head.count == 4, head[0] == Self.title, head[1].hasPrefix(Self.dayLabel),
      head[2].hasPrefix(Self.historyLabel), head[3].hasPrefix(Self.ownLabel)
    else { throw Self.fault(name, 1, "开头几行不是这个版本的 Fuwen 写的") }
    let start = lines[3].endIndex + 1
    let own = start <= text.count ? Digest(of: Array(text[start...])).description : ""
    guard head[3] == Self.ownLabel + own else { throw Self.fault(name, 4, "各行与它开头的校验值对不上，被改动过") }
    day = String(head[1].dropFirst(Self.dayLabel.count))
    history = Self.mark(head[2])
    var entries: [Entry] = []
    entries.reserveCapacity(lines.count)
    for (index, line) in lines.enumerated().dropFirst(4).dropLast() {
      guard let entry = Self.entry(line) else { throw Self.fault(name, index + 1, "这一行看不懂") }
      entries.append(entry)
    }
    self.entries = entries
  }

  private static func entry(_ line: ArraySlice<UInt8>) -> Entry? {
    let isEscaped = line.first == backslash
    let line = isEscaped ? line.dropFirst() : line
    guard line.count > 66, let digest = Digest(line.prefix(64)),
      let path = String(validating: line.dropFirst(66), as: UTF8.self)
    else { return nil }
    return Entry(path: isEscaped ? path.replacing("\\\\", with: "\\") : path, digest: digest)
  }

  private static func fault(_ name: String, _ line: Int, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, "verify/manifest", at: Place(name, line: line), "成品的文件清单不能用：\(reason)",
      hint: "把网站上的成品换成可靠的备份，或重新运行 fuwen build；并查明是谁、为什么改了它")
  }
}
