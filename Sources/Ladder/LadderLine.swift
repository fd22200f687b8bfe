/// A line that begins with a number of the ladder of headings (一、（一）1.（1）), and what it is by that and by its form.
///
/// Official texts are written without `#`: whether a numbered line is a heading shows in its length and punctuation.
package struct LadderLine: Sendable, Equatable {
  package enum Form: Sendable, Equatable {
    /// The whole line is a heading.
    case heading
    /// The line begins with a heading that ends with 。, before so many bytes, and the text follows on the same line.
    case runIn(Int)
    /// A numbered sentence.
    case text
  }

  /// 1 for 一、, 2 for （一）, 3 for 1. and 4 for （1）.
  package let rank: Int
  package let form: Form

  /// How many characters a heading has at most, its number aside; below （一） a run-in one is shorter.
  private static let longest = 40
  private static let longestRunInBelow = 24
  /// From how many bytes on a line cannot be one of a text that was broken into lines by hand: 50 characters.
  private static let unbroken = 150
  /// Up to how many bytes nobody breaks a line by hand: 15 characters.
  private static let shortest = 45

  /// - Parameter line: without its line end.
  package init?(_ line: Bytes) {
    var line = line
    while let last = line.last, last == 0x20 || last == 0x0D || last == 0x09 { line = Bytes(rebasing: line.dropLast()) }
    // `1.` before a blank begins a list, before a digit it is a decimal.
    guard let number = LadderNumber(line), number.length < line.count, line[number.length] >= 0x80 || number.rank < 3
    else { return nil }
    rank = number.rank
    form = Self.form(of: line, from: number.length, rank: number.rank)
  }

  private static func form(of line: Bytes, from start: Int, rank: Int) -> Form {
    var (offset, count) = (start, 0)
    var hasDigit = false
    var last: Sign?
    while offset < line.count, count < longest {
      let byte = line[offset]
      let end = offset + (byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4)
      if byte == 0x09 { return .text }
      if 0x30...0x39 ~= byte { hasDigit = true }
      last = Sign(in: line, at: offset)
      switch last {
      case .stop where end < line.count:
        let isShort = rank < 3 || count <= longestRunInBelow && !hasDigit
        return isShort ? .runIn(end) : .text
      case .stop where rank > 2: return .text
      case .colon where end < line.count, .other: return .text
      default: break
      }
      offset = end
      count += 1
    }
    return offset == line.count && last != .comma ? .heading : .text
  }

  /// Punctuation that tells a heading from a sentence.
  private enum Sign {
    case stop, colon, comma, other

    init?(in line: Bytes, at offset: Int) {
      let next = offset + 2 < line.count ? (line[offset + 1], line[offset + 2]) : (0, 0)
      switch (line[offset], next.0, next.1) {
      case (0xE3, 0x80, 0x82): self = .stop
      case (0xEF, 0xBC, 0x9A), (0x3A, _, _): self = .colon
      case (0xEF, 0xBC, 0x8C), (0xE3, 0x80, 0x81), (0x2C, _, _): self = .comma
      case (0xEF, 0xBC, 0x9B), (0x3B, _, _): self = .other
      default: return nil
      }
    }
  }
}

extension LadderLine {
  /// Whether the middle one of three lines of a paragraph is a heading on a line of its own.
  ///
  /// The line before must have ended, and the line after must be long, numbered itself, or a sentence behind a short
  /// line: else the lines are those of one sentence that was broken by hand.
  package static func isHeading(_ line: Bytes, after previous: Bytes?, before next: Bytes?) -> Bool {
    guard let numbered = LadderLine(line), numbered.form == .heading, numbered.mayBegin(after: previous) else {
      return false
    }
    guard let next else { return true }
    return next.count >= unbroken || LadderLine(next) != nil || line.count <= shortest && next.endsSentence
  }

  /// Whether the line may begin a section after `previous`, a line of the same paragraph.
  ///
  /// What follows 附件： is no section.
  package func mayBegin(after previous: Bytes?) -> Bool {
    guard let previous else { return true }
    return previous.endsSentence || rank < 3 && previous.endsWithColon || LadderLine(previous)?.form == .heading
  }
}

extension Bytes {
  /// Whether the text ends with 。！？, or with these and a closing mark.
  package var endsSentence: Bool {
    var end = count
    while end > 0, self[end - 1] <= 0x20 || self[end - 1] == UInt8(ascii: "*") { end -= 1 }
    while end >= 3, Self.closings.contains(where: { holds($0, at: end - 3) }) { end -= 3 }
    return end >= 3 && Self.stops.contains { holds($0, at: end - 3) }
  }

  /// Whether what follows belongs below it.
  var endsWithColon: Bool {
    guard let end = lastIndex(where: { $0 > 0x20 && $0 != UInt8(ascii: "*") }) else { return false }
    return self[end] == UInt8(ascii: ":") || end >= 2 && holds(Self.colon, at: end - 2)
  }

  private static let colon = Array("：".utf8)
  private static let closings = ["”", "）", "》", "」"].map { Array($0.utf8) }
  private static let stops = ["。", "！", "？"].map { Array($0.utf8) }
}
