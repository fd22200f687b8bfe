import Diagnostics

/// The second line of defence behind the whitelist of columns: looks through text that would be published for what
/// belongs to private persons or is secret.
package enum PersonalData {
  /// The rules, under the names that `已核` uses.
  package enum Rule: String, Sendable, CaseIterable {
    case mobile = "手机号"
    case identityCard = "身份证号"
    case bankCard = "银行卡号"
    case homeAddress = "住址"
    case secrecyMark = "密级"
    case proposerName = "提出人"
    case disclosureMark = "公开方式"
    case withheldItem = "未公开件"
  }

  /// What was found, as it stands in the text.
  package struct Finding: Sendable, Hashable {
    package let rule: Rule
    package let content: String
    /// The offset of its first byte.
    package let offset: Int

    init(_ rule: Rule, _ range: Range<Int>, of text: [UInt8]) {
      self.rule = rule
      content = String(decoding: text[range], as: UTF8.self)
      offset = range.lowerBound
    }
  }

  /// All findings in a text, in its order.
  package static func findings(in text: [UInt8]) -> [Finding] {
    var findings: [Finding] = []
    var addresses: [Range<Int>] = []
    var run = DigitRun()
    var index = startOfInterest(in: text, from: 0)
    while index < text.count {
      if text[index] == 0xE5 {
        if let mark = secrecyMark(in: text, at: index) { findings.append(Finding(.secrecyMark, mark, of: text)) }
        index += 3
      } else if run.read(text, at: index) {
        findings += run.numbers(in: text)
        for group in run.groups {
          if let range = HomeAddress.range(in: text, at: group) { addresses.append(range) }
        }
        index = run.end
      } else {
        index += 3
      }
      index = startOfInterest(in: text, from: index)
    }
    findings += joined(addresses + HomeAddress.labelled(in: text)).map { Finding(.homeAddress, $0, of: text) }
    return findings.sorted { ($0.offset, $0.rule.rawValue) < ($1.offset, $1.rule.rawValue) }
  }

  /// The next digit, of half or full width, or 密; the end of the text when there is none. Most characters are of no
  /// interest, and a long letter has thousands, so that eight bytes are looked at together.
  private static func startOfInterest(in text: [UInt8], from start: Int) -> Int {
    text.withUnsafeBufferPointer { text in
      var index = start
      while index + 10 <= text.count {
        let first = EightBytes(in: text, at: index)
        let (second, third) = (EightBytes(in: text, at: index + 1), EightBytes(in: text, at: index + 2))
        let secret = EightBytes.zeroes(
          in: first.difference(from: 0xE5) | second.difference(from: 0xAF) | third.difference(from: 0x86))
        let wide = EightBytes.zeroes(in: first.difference(from: 0xEF) | second.difference(from: 0xBC))
        let found = first.digits | secret | wide
        if found == 0 {
          index += 8
          continue
        }
        index += EightBytes.firstPlace(in: found)
        if isOfInterest(text, at: index) { return index }
        index += 1
      }
      while index < text.count, !isOfInterest(text, at: index) { index += 1 }
      return index
    }
  }

  private static func isOfInterest(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    switch text[index] {
    case 0x30...0x39: true
    case 0xE5: index + 2 < text.count && text[index + 1] == 0xAF && text[index + 2] == 0x86  // 密
    case 0xEF: index + 2 < text.count && text[index + 1] == 0xBC && 0x90...0x99 ~= text[index + 2]  // ０…９
    default: false
    }
  }

  /// The ranges, in order, with those that overlap made one.
  private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, range.lowerBound < last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }
}
