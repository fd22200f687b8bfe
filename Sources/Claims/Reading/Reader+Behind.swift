import Disclosure

/// What the words behind a number make of it.
extension Reader {
  /// `2件答复均已公开`: what is said of all of those that the words before count.
  func isFollowedByAll(_ index: Int) -> Bool {
    var next = index + 1
    while isNoun(sentence.meaning(at: next)) || isPlain(next) { next += 1 }
    return sentence.meaning(at: next) == .each
  }

  func isPlain(_ index: Int) -> Bool {
    if case .figures = sentence.meaning(at: index) { !isStrong(sentence.meaning(at: index)) } else { false }
  }

  /// `41件汇办件`, `40件均与代表见面`, `11件转化为…`, `53个承办单位`, `71件得到解决`.
  func behind(_ amount: Amount, _ index: Int) -> [(Claim.Subject, ClosedRange<Int>)] {
    guard amount.unit == .pieces || startsWell(index) else { return [] }
    var next = index + 1
    var plain: (readings: [Figure.Reading], token: Int)?
    var isAll = false
    while next < sentence.tokens.count {
      let meaning = sentence.meaning(at: next)
      switch meaning {
      case .filler, .kind, .level, .ourselves: break
      case .link, .each: isAll = true
      case .classPiece, .classCode:
        let end = sentence.tokens[next..<max(next, clause.upperBound)].lastIndex { isClass($0.meaning) } ?? next
        return isFollowedByAmount(end) ? [] : classes(in: next...end).map { ($0, index...end) }
      case .figures, .keyItems:
        if isFollowedByAmount(next) { return [] }
        if isStrong(meaning) {
          let readings = self.readings(meaning, amount, at: next, index, nil)
          return readings.map { [(.value($0), index...next)] } ?? []
        }
        if isAll, plain == nil, let readings = self.readings(meaning, amount, at: next, index, nil) {
          plain = (readings, next)
        }
      default:
        return plain.map { [(.value($0.readings), index...$0.token)] } ?? []
      }
      next += 1
    }
    return plain.map { [(.value($0.readings), index...$0.token)] } ?? []
  }

  /// Whether nothing unknown stands before the number that could say which part was counted.
  func startsWell(_ index: Int) -> Bool {
    switch sentence.meaning(at: index - 1) {
    case .other, .part: index == 0
    default: true
    }
  }

  func isFollowedByAmount(_ index: Int) -> Bool {
    var next = index + 1
    while isNoun(sentence.meaning(at: next)) { next += 1 }
    if case .amount = sentence.meaning(at: next) { return true } else { return false }
  }
}
