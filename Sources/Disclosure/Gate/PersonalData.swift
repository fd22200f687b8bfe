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
  }

  /// What was found, as it stands in the text.
  package struct Finding: Sendable, Hashable {
    package let rule: Rule
    package let content: String
    /// The offset of its first byte.
    package let offset: Int
  }

  /// All findings in a text, in its order.
  package static func findings(in text: [UInt8]) -> [Finding] {
    var findings: [Finding] = []
    var flats: [Int] = []
    var run: [DigitGroup] = []
    var index = 0
    // One pass by characters: most hold nothing of interest, and a long letter has thousands.
    while index < text.count {
      let byte = text[index]
      if byte < 0x30 || (byte > 0x39 && byte != 0xE5 && byte != 0xEF && run.isEmpty) {
        index += run.isEmpty ? length(ofCharacterWith: byte) : extend(&run, in: text, at: index, judging: &findings)
        continue
      }
      if byte == 0xE5, index + 2 < text.count {
        switch (text[index + 1], text[index + 2]) {
        case (0xAE, 0xA4), (0x8D, 0x95): flats.append(index)  // 室, 单
        case (0xAF, 0x86): secrecyMark(in: text, at: index).map { findings.append($0) }  // 密
        default: break
        }
      }
      index += extend(&run, in: text, at: index, judging: &findings)
    }
    judge(run, in: text, into: &findings)
    findings += homeAddresses(in: text, before: flats)
    return findings.sorted { ($0.offset, $0.rule.rawValue) < ($1.offset, $1.rule.rawValue) }
  }

  private static func length(ofCharacterWith lead: UInt8) -> Int {
    lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }

  /// The error for a finding; its message names the rule and the first characters only, so that logs leak nothing.
  package static func diagnostic(_ finding: Finding, at place: Place) -> Diagnostic {
    let shown = finding.rule == .secrecyMark ? finding.content : masked(finding.content)
    return Diagnostic(
      .error, "gate/personal-data", at: place, "拟公开的内容里有\(finding.rule.rawValue)“\(shown)”",
      hint: "删去后再公开；确属误报的，在复文（报告）的文件头写明：已核: [{规则: \(finding.rule.rawValue), 内容: …, 理由: …}]")
  }

  private static func masked(_ content: String) -> String {
    let characters = Array(content)
    let kept = min(3, characters.count / 3)
    return String(characters.prefix(kept)) + String(repeating: "*", count: max(1, characters.count - kept))
  }
}

// MARK: - Numbers

extension PersonalData {
  /// Digits that stand together, or are parted by single blanks, hyphens or invisible characters, as people write
  /// long numbers; the parts' lengths tell a grouped number from numbers that happen to be neighbours.
  private struct DigitGroup {
    var digits: [UInt8] = []
    var range: Range<Int>
    var endsWithX = false
  }

  /// Takes what stands at `index` into the run of digits, or ends the run there; the number of bytes passed.
  private static func extend(
    _ run: inout [DigitGroup], in text: [UInt8], at index: Int, judging findings: inout [Finding]
  ) -> Int {
    if let (digit, length) = digit(in: text, at: index) {
      if let last = run.last, last.range.upperBound == index, !last.endsWithX {
        run[run.count - 1].digits.append(digit)
        run[run.count - 1].range = last.range.lowerBound..<index + length
      } else {
        run.append(DigitGroup(digits: [digit], range: index..<index + length))
      }
      return length
    }
    if let last = run.last {
      if text[index] | 0x20 == 0x78, last.range.upperBound == index {
        run[run.count - 1].endsWithX = true
        run[run.count - 1].range = last.range.lowerBound..<index + 1
        return 1
      }
      if let length = separator(in: text, at: index), self.digit(in: text, at: index + length) != nil { return length }
      judge(run, in: text, into: &findings)
      run.removeAll(keepingCapacity: true)
    }
    return length(ofCharacterWith: text[index])
  }

  private static func digit(in text: [UInt8], at index: Int) -> (UInt8, Int)? {
    guard index < text.count else { return nil }
    let byte = text[index]
    if byte >= 0x30, byte <= 0x39 { return (byte - 0x30, 1) }
    // ０…９ are EF BC 90…99.
    if byte == 0xEF, index + 2 < text.count, text[index + 1] == 0xBC, text[index + 2] >= 0x90, text[index + 2] <= 0x99 {
      return (text[index + 2] - 0x90, 3)
    }
    return nil
  }

  /// The length of what may part the digits of one number: blanks, hyphens, backslashes, zero-width characters.
  private static func separator(in text: [UInt8], at start: Int) -> Int? {
    var index = start
    var separators = 0
    while index < text.count, separators < 3 {
      switch text[index] {
      case 0x20, 0x0A, 0x2D, 0x5C, 0x2E, 0x2A, 0x5F: index += 1
      case 0xC2 where index + 1 < text.count && [0xA0, 0xAD].contains(text[index + 1]): index += 2
      case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80: index += 3
      case 0xE3 where index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] == 0x80: index += 3
      case 0xEF where index + 2 < text.count && text[index + 1] == 0xBB && text[index + 2] == 0xBF: index += 3
      case 0xEF where index + 2 < text.count && text[index + 1] == 0xBC && text[index + 2] == 0x8D: index += 3
      default: return separators > 0 ? index - start : nil
      }
      separators += 1
    }
    return separators > 0 ? index - start : nil
  }

  private static func judge(_ run: [DigitGroup], in text: [UInt8], into findings: inout [Finding]) {
    var start = 0
    while start < run.count {
      var digits: [UInt8] = []
      var lengths: [Int] = []
      var hit: (rule: Rule, end: Int)?
      for end in start..<run.count {
        digits += run[end].digits
        lengths.append(run[end].digits.count)
        guard digits.count <= 19 else { break }
        if let rule = rule(for: digits, grouped: lengths, endsWithX: run[end].endsWithX) { hit = (rule, end) }
        if run[end].endsWithX { break }
      }
      if let hit {
        let range = run[start].range.lowerBound..<run[hit.end].range.upperBound
        let content = String(decoding: text[range], as: UTF8.self)
        findings.append(Finding(rule: hit.rule, content: content, offset: range.lowerBound))
        start = hit.end + 1
      } else {
        start += 1
      }
    }
  }

  private static func rule(for digits: [UInt8], grouped lengths: [Int], endsWithX: Bool) -> Rule? {
    let singly = lengths.allSatisfy { $0 == 1 }
    if !endsWithX {
      let national = digits.count == 13 && digits.starts(with: [8, 6]) ? Array(digits.dropFirst(2)) : digits
      let groups = digits.count == 13 && lengths.first == 2 ? Array(lengths.dropFirst()) : lengths
      if national.count == 11, national[0] == 1, national[1] >= 3,
        singly || groups.count == 1 || [[3, 4, 4], [3, 8], [7, 4], [3, 3, 5], [4, 3, 4]].contains(groups)
      {
        return .mobile
      }
    }
    let identityDigits = digits.count + (endsWithX ? 1 : 0)
    if identityDigits == 18, singly || lengths.count <= 4, isIdentityCard(digits, endsWithX: endsWithX) {
      return .identityCard
    }
    if !endsWithX, (16...19).contains(digits.count), (3...9).contains(digits[0]),
      singly || lengths.count == 1 || lengths.dropLast().allSatisfy({ $0 == 4 || $0 == 6 }), passesLuhn(digits)
    {
      return .bankCard
    }
    return nil
  }

  /// GB 11643-1999: ISO 7064 MOD 11-2 over 17 digits; digits 7–14 are a birthday.
  private static func isIdentityCard(_ digits: [UInt8], endsWithX: Bool) -> Bool {
    let number = digits.map(Int.init)
    func value(_ range: Range<Int>) -> Int { number[range].reduce(0) { $0 * 10 + $1 } }
    guard CalendarDate(year: value(6..<10), month: value(10..<12), day: value(12..<14)) != nil else { return false }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(weights, number).reduce(0) { $0 + $1.0 * $1.1 }
    let check = (12 - sum % 11) % 11
    return endsWithX ? check == 10 : check == number[17]
  }

  /// ISO/IEC 7812-1, annex B.
  private static func passesLuhn(_ digits: [UInt8]) -> Bool {
    var sum = 0
    for (position, digit) in digits.reversed().enumerated() {
      let doubled = Int(digit) * (position % 2 == 0 ? 1 : 2)
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return sum % 10 == 0 && digits.contains { $0 != digits[0] }
  }
}

// MARK: - Words

extension PersonalData {
  private static let homeWords = ["住址", "家庭地址", "家住", "现住", "小区", "花园", "家园", "新村", "公寓", "家属院", "宿舍", "新城", "苑"]
    .map { Array($0.utf8) }

  /// A home word, then, before the sentence ends, a building, and a flat by number: 幸福小区5栋2单元301室.
  private static func homeAddresses(in text: [UInt8], before flats: [Int]) -> [Finding] {
    var findings: [Finding] = []
    var covered = 0
    for flat in flats where flat > covered {
      let start = max(covered, flat - 90)
      let clause = lastClause(text[start..<flat])
      guard clause.contains(where: isDigit),
        let word = homeWords.compactMap({ offsets(of: $0, in: clause).first }).min(),
        isDigit(text[flat - 1]) || followsNumber(flat, in: text)
      else { continue }
      let end = min(text.count, flat + 3)
      guard let building = clause[word...].firstIndex(where: isDigit) else { continue }
      findings.append(
        Finding(rule: .homeAddress, content: String(decoding: text[building..<end], as: UTF8.self), offset: word))
      covered = end
    }
    return findings
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Whether a full-width digit or a Chinese numeral stands right before.
  private static func followsNumber(_ index: Int, in text: [UInt8]) -> Bool {
    guard index >= 3 else { return false }
    return "０１２３４５６７８９一二三四五六七八九十".contains(String(decoding: text[index - 3..<index], as: UTF8.self))
  }

  private static func lastClause(_ slice: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let stops = ["。", "；", "\n", "|"].flatMap { offsets(of: Array($0.utf8), in: slice) }
    return stops.max().map { slice[($0 + 1)...] } ?? slice
  }

  /// 绝密★, 机密★1年, 秘密 alone on a line (GB/T 9704: the mark at the head of the page); `offset` is that of 密.
  private static func secrecyMark(in text: [UInt8], at offset: Int) -> Finding? {
    guard offset >= 3 else { return nil }
    let mark = String(decoding: text[offset - 3..<offset + 3], as: UTF8.self)
    guard ["绝密", "机密", "秘密"].contains(mark) else { return nil }
    let lineStart = (text[..<(offset - 3)].lastIndex(of: 0x0A) ?? -1) + 1
    let lineEnd = text[offset...].firstIndex(of: 0x0A) ?? text.count
    let before = text[lineStart..<offset - 3].filter { !isLayout($0) }
    let rest = String(decoding: text[offset + 3..<lineEnd], as: UTF8.self).drop { " \u{3000}*\r".contains($0) }
    let isStarred = rest.hasPrefix("★") || rest.hasPrefix("☆")
    guard isStarred || (before.isEmpty && rest.isEmpty) else { return nil }
    return Finding(rule: .secrecyMark, content: mark, offset: offset - 3)
  }

  private static func isLayout(_ byte: UInt8) -> Bool { " *#>-_\r\t".utf8.contains(byte) }

  /// The offsets of a word's first bytes.
  private static func offsets(of word: [UInt8], in text: ArraySlice<UInt8>) -> [Int] {
    guard text.count >= word.count else { return [] }
    return (text.startIndex...text.endIndex - word.count).filter {
      text[$0] == word[0] && text[$0...].starts(with: word)
    }
  }
}
