/// The titles that only withheld proposals have, by which a text is searched for them.
struct WithheldTitles: Sendable {
  private var titles: Set<Fingerprint> = []
  /// The same without 关于 and 的建议, which people leave out when they quote.
  private var cores: Set<Fingerprint> = []
  /// With one of the two.
  private var shortened: Set<Fingerprint> = []
  private var lengths: Set<Int> = []
  private var longest = 0
  /// Whether all begin with 关于, as nearly all do, so that few places of a text need a look.
  private var areUsual = true

  init() {}

  /// - Parameter shown: titles that the public may see: a proposal that has the same is no secret.
  init(_ proposals: [Proposal], shown: some Sequence<String>) {
    guard !proposals.isEmpty else { return }
    let shown = Array(shown)
    titles = Set(proposals.map { Fingerprint($0.title) }).subtracting(shown.map { Fingerprint($0) })
    let open = proposals.lazy.map(\.title).filter { [titles] in titles.contains(Fingerprint($0)) }
    cores = Set(open.compactMap(Self.core)).subtracting(shown.compactMap(Self.core))
    shortened = Set(open.flatMap(Self.shortened)).subtracting(shown.flatMap(Self.shortened))
    for title in open {
      lengths.insert(Fingerprint(title).length)
      areUsual = areUsual && title.hasPrefix(Self.opening)
    }
    longest = lengths.max() ?? 0
  }

  private static let opening = "关于"
  private static let endings = ["的建议", "的提案", "的议案", "建议", "提案", "议案"]

  /// Of what a title is about; `nil` where that is too short to be told from mere words.
  private static func core(of title: String) -> Fingerprint? {
    var core = title[...]
    if core.hasPrefix(opening) { core = core.dropFirst(opening.count) }
    if let ending = endings.first(where: core.hasSuffix) { core = core.dropLast(ending.count) }
    let print = Fingerprint(core)
    return print.length < tellingLength ? nil : print
  }

  var isEmpty: Bool { titles.isEmpty }

  /// Whether a text is such a title, 关于 and 的建议 aside; of a short one only one of them.
  func holds(_ text: String) -> Bool {
    !shortened.isDisjoint(with: Self.shortened(text)) || Self.core(of: text).map(cores.contains) ?? false
  }

  /// A title, and without 关于 or its ending.
  private static func shortened(_ title: String) -> [Fingerprint] {
    var forms = [title[...]]
    if title.hasPrefix(opening) {
      forms.append(title.dropFirst(opening.count))
      if let ending = endings.first(where: title.hasSuffix) { forms.append(title.dropLast(ending.count)) }
    }
    return forms.map { Fingerprint($0) }
  }

  /// Where a text names one: in quotation marks, as an item, heading, cell or link of its own, or, where the title is
  /// long enough to be no mere words, anywhere.
  func ranges(in text: [UInt8]) -> [Range<Int>] {
    let quoted = quoted(in: text)
    return quoted + plain(in: text).filter { plain in !quoted.contains { $0.overlaps(plain) } }
  }

  // MARK: - In quotation marks

  private static let quotes = [("《", "》"), ("〈", "〉"), ("“", "”"), ("「", "」")].map { (Array($0.utf8), Array($1.utf8)) }

  /// In bytes; longer quotations are no titles.
  private static let longestQuotation = 600

  private func quoted(in text: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for (opening, closing) in Self.quotes {
      var start = 0
      while let open = text.range(of: opening, from: start) {
        start = open.upperBound
        let end = min(text.count, start + Self.longestQuotation + closing.count)
        guard let close = text.range(of: closing, from: start, to: end) else { continue }
        if holds(String(decoding: text[start..<close.lowerBound], as: UTF8.self)) {
          found.append(open.lowerBound..<close.upperBound)
        }
      }
    }
    return found
  }

  // MARK: - Without them

  private static let usualStart = Array("关于".utf8)

  /// In characters. Shorter titles, such as 关于停车的建议, are also words of a sentence.
  private static let tellingLength = 8

  private func plain(in text: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    while let next = nextStart(in: text, from: start) {
      if let title = title(in: text, from: next) {
        found.append(title)
        start = title.upperBound
      } else {
        start = next + 1
      }
    }
    return found
  }

  private func nextStart(in text: [UInt8], from start: Int) -> Int? {
    if areUsual { return text.range(of: Self.usualStart, from: start)?.lowerBound }
    return (start..<max(start, text.count)).first { index in
      text[index] & 0xC0 != 0x80
        && (text[index...].starts(with: Self.usualStart) || Self.isStart(of: text, index))
    }
  }

  private func title(in text: [UInt8], from start: Int) -> Range<Int>? {
    title(in: text, start, readFrom: start)
      ?? (text[start...].starts(with: Self.usualStart)
        ? title(in: text, start, readFrom: start + Self.usualStart.count) : nil)
  }

  /// - Parameter first: where the title's own words begin; the ledger may leave out 关于.
  private func title(in text: [UInt8], _ start: Int, readFrom first: Int) -> Range<Int>? {
    var print = Fingerprint()
    var end = first
    while print.length < longest, let scalar = text.scalar(at: end), !Self.endsTitle(scalar) || scalar == "；" {
      end += UTF8.width(scalar)
      print.append(scalar)
      if lengths.contains(print.length), titles.contains(print),
        print.length >= Self.tellingLength || Self.isStart(of: text, start) && Self.isEnd(of: text, end)
      {
        return start..<end
      }
    }
    return nil
  }

  /// Whether what begins here begins a line, an item, a cell or the text of a link.
  private static func isStart(of text: [UInt8], _ start: Int) -> Bool {
    let ahead = text.skipping(isLayout, backFrom: start)
    if ahead == 0 || text[ahead - 1] == 0x0A { return true }
    let last = text.scalar(at: text.scalarStart(before: ahead))
    return ["|", "[", "\t", ".", "、", "）", ")", "：", ":"].contains(last)
  }

  private static func isEnd(of text: [UInt8], _ end: Int) -> Bool {
    let behind = text.scalar(at: text.skipping(isLayout, from: end))
    return behind.map { endsTitle($0) || ["\n", "]", "，", "（", "(", "."].contains($0) } ?? true
  }

  private static func endsTitle(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "；", ";", "|", "\t": true
    default: false
    }
  }

  private static func isLayout(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\u{3000}", "*", "_", "#", ">", "-", "+", "\r": true
    default: false
    }
  }
}
