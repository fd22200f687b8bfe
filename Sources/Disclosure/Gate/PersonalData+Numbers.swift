extension DigitRun {
  /// The mobile, identity-card and bank-card numbers in the run.
  func numbers(in text: [UInt8]) -> [PersonalData.Finding] {
    guard groups.reduce(0, { $0 + $1.count }) >= Candidate.shortest else { return [] }
    var findings: [PersonalData.Finding] = []
    var start = 0
    while start < groups.count {
      if let (rule, last) = number(from: start, in: text) {
        let range = groups[start].range.lowerBound..<groups[last].range.upperBound
        findings.append(PersonalData.Finding(rule, range, of: text))
        start = last + 1
      } else {
        start += 1
      }
    }
    return findings
  }

  /// The longest number that begins with a group, and its last group.
  private func number(from start: Int, in text: [UInt8]) -> (PersonalData.Rule, last: Int)? {
    var found: (PersonalData.Rule, Int)?
    var candidate = Candidate()
    for index in start..<groups.count {
      candidate.append(Self.digits(of: groups[index], in: text), after: groups[index].gap)
      if candidate.digits.count > Candidate.longest { break }
      if candidate.digits.count >= Candidate.shortest, let rule = candidate.rule(before: following(index, in: text)) {
        found = (rule, index)
      }
    }
    return found
  }

  /// The character behind a group, and behind its decimal places if it has some.
  private func following(_ index: Int, in text: [UInt8]) -> Unicode.Scalar {
    let next = index + 1
    let hasDecimals = next < groups.count && groups[next].gap == .dot && groups[next].count <= 2
    return text.scalar(at: groups[hasDecimals ? next : index].range.upperBound) ?? "\n"
  }
}

/// Neighbouring groups of digits that may be one number.
private struct Candidate {
  /// Of a mobile number.
  static let shortest = 11
  /// Of a bank card's number.
  static let longest = 19

  private(set) var digits: [UInt8] = []
  private var lengths: [Int] = []
  private var gaps: [DigitRun.Gap] = []

  mutating func append(_ group: [UInt8], after gap: DigitRun.Gap) {
    if !lengths.isEmpty { gaps.append(gap) }
    digits += group
    lengths.append(group.count)
  }

  func rule(before following: Unicode.Scalar) -> PersonalData.Rule? {
    // GB 1886.235-2016 is none of ours.
    if gaps.contains(.dot), !gaps.allSatisfy({ $0 == .dot }) { return nil }
    if isMobile(before: following) { return .mobile }
    if isIdentityCard { return .identityCard }
    return isBankCard ? .bankCard : nil
  }

  /// How the number is grouped to the eye; also as if its lines were joined, since text wraps anywhere.
  private func isGrouped(withoutFirst prefix: Int, _ isUsual: ([Int]) -> Bool) -> Bool {
    var unwrapped = [lengths[0]]
    for (gap, length) in zip(gaps, lengths.dropFirst()) {
      if gap == .line { unwrapped[unwrapped.count - 1] += length } else { unwrapped.append(length) }
    }
    return [lengths, unwrapped].contains { lengths in
      var rest = prefix
      let shape = lengths.compactMap { length -> Int? in
        let taken = min(rest, length)
        rest -= taken
        return taken < length ? length - taken : nil
      }
      return shape.allSatisfy { $0 == 1 } || isUsual(shape)
    }
  }

  // MARK: - Mobile numbers

  /// As people write them; two groups are also how neighbouring numbers look.
  private static let mobileShapes: Set<[Int]> = [
    [11], [3, 4, 4], [3, 3, 5], [4, 3, 4], [3, 5, 3], [3, 2, 2, 2, 2],
  ]
  private static let pairShapes: Set<[Int]> = [[3, 8], [7, 4], [4, 7], [5, 6]]

  /// What stands behind amounts, and behind the second of two neighbours, but hardly behind a telephone number.
  private static let money = Set("元圆万亿%％".unicodeScalars)
  private static let measures = money.union("年月日个件户吨米平公亩台套条项次岁度人".unicodeScalars)

  private func isMobile(before following: Unicode.Scalar) -> Bool {
    let prefix: Int
    switch (digits.count, digits[0], digits[1]) {
    case (11, 1, _): prefix = 0
    case (12, 0, _): prefix = 1
    case (13, 8, 6): prefix = 2
    case (15, 0, 0) where digits[2...3] == [8, 6]: prefix = 4
    default: return false
    }
    guard digits[prefix] == 1, 3...9 ~= digits[prefix + 1], !digits.contains(10) else { return false }
    // 1381.2345678 is a decimal fraction.
    let mayBePair = !gaps.contains(.dot) && !Self.measures.contains(following)
    return !Self.money.contains(following)
      && isGrouped(withoutFirst: prefix) { Self.mobileShapes.contains($0) || mayBePair && Self.pairShapes.contains($0) }
  }

  // MARK: - Cards

  /// GB 11643-1999: ISO 7064 MOD 11-2 over 17 digits; digits 7–14 are a birthday.
  private var isIdentityCard: Bool {
    // The X may be a group of its own.
    guard digits.count == 18, !digits.dropLast().contains(10),
      isGrouped(withoutFirst: 0, { $0.count <= ($0.last == 1 ? 6 : 5) })
    else { return false }
    func value(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + Int($1) } }
    guard CalendarDate(year: value(6..<10), month: value(10..<12), day: value(12..<14)) != nil else { return false }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(weights, digits).reduce(0) { $0 + $1.0 * Int($1.1) }
    return (12 - sum % 11) % 11 == Int(digits[17])
  }

  /// By length and first digits (ISO/IEC 7812-1; JR/T 0008): China UnionPay 62, old cards of Chinese banks 9, and with
  /// 19 digits 103, 4 and 5, cards of other networks with 16 digits. Unified social credit codes (18 characters, first
  /// 1, 5 or 9) are none.
  private var isBankCard: Bool {
    let isIssued =
      switch digits.count {
      case 16: 3...6 ~= digits[0] || digits[0] == 9
      case 17, 18: digits.starts(with: [6, 2])
      case 19: 4...6 ~= digits[0] || digits[0] == 9 || digits.starts(with: [1, 0, 3])
      default: false
      }
    return isIssued && passesLuhn && isGrouped(withoutFirst: 0) { $0.dropLast().allSatisfy { $0 == 4 || $0 == 6 } }
  }

  /// ISO/IEC 7812-1, annex B.
  private var passesLuhn: Bool {
    var sum = 0
    for (position, digit) in digits.reversed().enumerated() {
      let doubled = Int(digit) * (position % 2 == 0 ? 1 : 2)
      sum += doubled > 9 ? doubled - 9 : doubled
    }
    return sum % 10 == 0 && !digits.contains(10)
  }
}
