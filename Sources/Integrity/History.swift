import Diagnostics

/// `content/history.tsv`: what became of each published reply and when, a line for each event, only ever added to.
///
/// Each line ends with the SHA-256 of the line before it, so that whoever changes, removes or moves a line must change
/// all later ones too, and the list of files that was published says how the last one was.
package struct History: Sendable {
  /// Relative to the site.
  package static let file = "content/history.tsv"
  private static let header = "日期\t答复\t事项\t更正数\t校验值\t上一行的校验值"

  package enum Event: String, Sendable, CaseIterable {
    case recorded = "首次记录"
    case corrected = "更正"
    /// Without a correction that tells of it.
    case changed = "修改"
    case withdrawn = "撤回"
    /// No longer public, without a withdrawal that tells of it.
    case removed = "移除"
    case restored = "恢复公开"
  }

  package struct Entry: Sendable, Hashable {
    /// The as-of date of the build that published it: `2025-09-30`.
    package let day: String
    /// The address of the reply's page and which of its letters it is: `jianyi/sheng-14-2/0216.html#jyt-首次`.
    package let letter: String
    package let event: Event
    /// How many corrections it had.
    package let corrections: Int
    /// Of the letter as its page's data file has it; `nil` once it is gone.
    package let digest: Digest?

    package init(day: String, letter: String, event: Event, corrections: Int = 0, digest: Digest? = nil) {
      (self.day, self.letter, self.event) = (day, letter, event)
      (self.corrections, self.digest) = (corrections, digest)
    }
  }

  /// How long a history is, and the digest of its last line.
  package struct Mark: Sendable, Hashable {
    package let count: Int
    package let digest: Digest
  }

  package private(set) var entries: [Entry] = []
  /// Of the header and of each line.
  private var digests = [Digest(of: Array(header.utf8))]
  /// The position of a letter's last entry.
  private var lastOf: [String: Int] = [:]
  /// For each entry, the position of the same letter's entry before it.
  private var previous: [Int?] = []
  /// The file.
  package private(set) var text = Array((header + "\n").utf8)

  package init() {}

  /// How far it has come; `nil` where it has not begun.
  package var mark: Mark? { mark(at: entries.count) }

  private func mark(at count: Int) -> Mark? { count > 0 ? Mark(count: count, digest: digests[count]) : nil }

  /// Whether it goes on from where another one had come, or has come just as far.
  package func continues(_ mark: Mark?) -> Bool {
    mark.map { $0.count < digests.count && digests[$0.count] == $0.digest } ?? true
  }

  /// As it was on a day: up to the first entry of a later one.
  package func until(_ day: String) -> History {
    guard let last = entries.last, last.day > day else { return self }
    var history = History()
    for entry in entries.prefix(while: { $0.day <= day }) { history.add(entry) }
    return history
  }

  // MARK: - Looking up

  package func entries(of letter: String) -> [Entry] {
    var found: [Entry] = []
    var position = lastOf[letter]
    while let index = position {
      found.append(entries[index])
      position = previous[index]
    }
    return found.reversed()
  }

  private func last(of letter: String) -> Entry? { lastOf[letter].map { entries[$0] } }

  /// What has become of a public letter since its last entry; `nil` where that is still right.
  package func event(of letter: String, day: String, corrections: Int, digest: Digest) -> Entry? {
    let event: Event
    if let last = last(of: letter) {
      if last.digest == digest, last.corrections == corrections { return nil }
      event = last.digest == nil ? .restored : corrections > last.corrections ? .corrected : .changed
    } else {
      event = .recorded
    }
    return Entry(day: day, letter: letter, event: event, corrections: corrections, digest: digest)
  }

  /// What has become of the letters that are no longer public, in the order in which they were first.
  ///
  /// - Parameters:
  ///   - letters: those that are public.
  ///   - withdrawn: those that a notice says to be withdrawn.
  package func departures(day: String, public letters: Set<String>, withdrawn: Set<String>) -> [Entry] {
    entries.indices.compactMap { index in
      let letter = entries[index].letter
      guard lastOf[letter] == index, entries[index].digest != nil, !letters.contains(letter) else { return nil }
      return Entry(day: day, letter: letter, event: withdrawn.contains(letter) ? .withdrawn : .removed)
    }
  }

  // MARK: - Adding

  /// How it stands with further entries.
  package func adding(_ entries: [Entry]) -> History {
    var longer = self
    // Grown by doubling, the text of a million entries takes twice its memory.
    let longestRest = 192
    longer.text.reserveCapacity(text.count + entries.reduce(0) { $0 + $1.letter.utf8.count + longestRest })
    for entry in entries { longer.add(entry) }
    return longer
  }

  private mutating func add(_ entry: Entry) {
    let before = digests[digests.count - 1]
    let line = [
      entry.day, entry.letter, entry.event.rawValue, String(entry.corrections), entry.digest?.description ?? "-",
      before.description,
    ].joined(separator: "\t")
    note(entry, Digest(of: Array(line.utf8)))
    text += line.utf8
    text.append(UInt8(ascii: "\n"))
  }

  private mutating func note(_ entry: Entry, _ digest: Digest) {
    previous.append(lastOf.updateValue(entries.count, forKey: entry.letter))
    entries.append(entry)
    digests.append(digest)
  }

  // MARK: - Reading

  /// - Throws: where a line cannot be read, or does not follow the one before it.
  package init(reading text: [UInt8]) throws(Diagnostic) {
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard let first = lines.first, first.elementsEqual(Self.header.utf8) else {
      throw Self.fault("history/line", 1, "第一行不是这个版本的 Fuwen 写的表头")
    }
    guard lines.last?.isEmpty == true else { throw Self.fault("history/line", lines.count, "最后一行不完整") }
    for (index, line) in lines.enumerated().dropFirst().dropLast() {
      guard let (entry, before) = Self.entry(line) else {
        throw Self.fault("history/line", index + 1, "这一行看不懂")
      }
      guard before == digests[index - 1] else {
        throw Self.fault("history/chain", index + 1, "与上一行接不上：前面有一行被改动、删去、插入或者调换过")
      }
      note(entry, Digest(of: Array(line)))
    }
    self.text = text
  }

  private static func entry(_ line: ArraySlice<UInt8>) -> (Entry, before: Digest)? {
    let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    guard cells.count == 6, let letter = String(validating: cells[1], as: UTF8.self),
      let event = Event(rawValue: String(decoding: cells[2], as: UTF8.self)),
      let corrections = Int(String(decoding: cells[3], as: UTF8.self)), let before = Digest(cells[5])
    else { return nil }
    let digest = Digest(cells[4])
    guard digest != nil || cells[4].elementsEqual("-".utf8) else { return nil }
    let day = String(decoding: cells[0], as: UTF8.self)
    return (Entry(day: day, letter: letter, event: event, corrections: corrections, digest: digest), before)
  }

  private static func fault(_ rule: String, _ line: Int, _ reason: String) -> Diagnostic {
    Diagnostic(
      .error, rule, at: Place(file, line: line), "答复的公开历史不能用：\(reason)",
      hint: "这个文件由程序续写，不能手工改；请从备份或版本库恢复它")
  }
}
