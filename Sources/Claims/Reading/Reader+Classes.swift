import Disclosure

/// Classes of replies, shares and changes.
extension Reader {
  // MARK: - Classes

  func isClass(_ meaning: Token.Meaning) -> Bool {
    switch meaning {
    case .classCode, .classPiece: true
    default: false
    }
  }

  /// The begin of the clause, or what follows the number before.
  func segment(before index: Int) -> Int {
    let last = sentence.tokens[clause.lowerBound..<index].lastIndex {
      if case .amount = $0.meaning { true } else { false }
    }
    return last.map { $0 + 1 } ?? clause.lowerBound
  }

  /// Where a class's name begins.
  func classStart(_ chain: Chain) -> Int {
    if chain.codes.count > 1 { return chain.start }
    return sentence.tokens[segment(before: chain.start)..<chain.start].firstIndex { isClass($0.meaning) } ?? chain.start
  }

  mutating func classes(_ chain: Chain, before index: Int) -> [Claim.Subject] {
    if chain.codes.count > 1, chain.isRespective {
      let subjects = chain.codes.map { Claim.Subject.value(readings(ofClass: $0)) }
      pending = Array(subjects.dropFirst())
      return [subjects[0]]
    }
    if chain.codes.count > 1 { return [] }
    if let code = chain.codes.last { return [.value(readings(ofClass: code))] }
    return classes(in: segment(before: index)...index)
  }

  /// The class whose name has most of the pieces that stand in a range, if it is one.
  func classes(in range: ClosedRange<Int>) -> [Claim.Subject] {
    var pieces: Set<ClassPiece> = []
    for token in sentence.tokens[range] {
      if case .classCode(let code) = token.meaning { return [.value(readings(ofClass: code))] }
      if case .classPiece(let piece) = token.meaning { pieces.insert(piece) }
    }
    let scored = lexicon.classes.map { result in
      let own = ClassPiece.pieces(of: result.label)
      return (result, common: own.intersection(pieces).count, extra: own.symmetricDifference(pieces).count)
    }.filter { $0.common > 0 }
    guard let best = scored.max(by: { ($0.common, $1.extra) < ($1.common, $0.extra) }) else { return [] }
    let equals = scored.filter { $0.common == best.common && $0.extra == best.extra }
    // Schemes of several years may share a class's name; then any of them may be meant.
    guard Set(equals.map(\.0.code)).count == 1 else { return [] }
    return [.value(equals.map { Figure.count(of: $0.0) })]
  }

  func readings(ofClass code: String) -> [Figure.Reading] {
    lexicon.classes.filter { $0.code == code }.map(Figure.count)
  }

  // MARK: - Shares and changes

  /// `A类71件，占39.2%`, `A类占39.2%`.
  mutating func share(_ amount: Amount, _ index: Int, _ chain: Chain) -> [(Claim.Subject, ClosedRange<Int>)] {
    guard amount.unit == .percent, let share = chain.shareToken else { return [] }
    if chain.isRespective, chain.codes.count > 1 || claimed.count > 1 {
      let subjects = chain.codes.count > 1 ? chain.codes.map { readings(ofClass: $0) } : claimed
      pending = subjects.dropFirst().map { .share($0) }
      return subjects.first.map { [(.share($0), share...index)] } ?? []
    }
    let start = segment(before: share)
    if sentence.tokens[start..<share].contains(where: { isClass($0.meaning) }) {
      return classes(in: start...share).map { (.share($0.readings), classStart(chain)...index) }
    }
    if let figure = chain.figures.last(where: { $0.token < share }) {
      let items = Amount(digits: nil, decimals: 0, unit: .items)
      let readings = self.readings(figure.meaning, items, at: figure.token, index, chain)
      return readings.map { [(.share($0), figure.token...index)] } ?? []
    }
    // What the last number counted; when that is not known, neither is its share.
    guard let last = claimed.last, isLastCountClaimed else { return [] }
    return [(.share(last), share...index)]
  }

  mutating func change(
    _ amount: Amount, _ index: Int, _ directionToken: Int, _ chain: Chain
  ) -> [(Claim.Subject, ClosedRange<Int>)] {
    guard hasComparison, case .direction(let direction) = sentence.meaning(at: directionToken) else { return [] }
    let before = sentence.tokens[clause.lowerBound..<directionToken]
    var readings: [Figure.Reading] = []
    let unit: Amount.Unit = amount.unit == .percentagePoints ? .percent : .items
    let probe = Amount(digits: nil, decimals: 0, unit: unit)
    for position in before.indices.reversed() {
      if case .figures = before[position].meaning,
        let found = self.readings(before[position].meaning, probe, at: position, index, chain)
      {
        readings = found
        break
      }
    }
    if readings.isEmpty { readings = claimed.flatMap { $0 } }
    guard !readings.isEmpty else { return [] }
    return [(.change(readings, direction: direction), directionToken...index)]
  }
}
