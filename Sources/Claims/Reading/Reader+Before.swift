import Disclosure

/// What the words before a number make of it.
extension Reader {
  mutating func named(_ amount: Amount, _ index: Int, _ chain: Chain) -> [(Claim.Subject, ClosedRange<Int>)] {
    let isRate = amount.unit == .percent
    guard isRate || endsWell(index), !isAboutOthers(chain.start) else { return [] }
    let fitting = chain.figures.compactMap { figure in
      self.readings(figure.meaning, amount, at: figure.token, index, chain).map { (figure.token, $0) }
    }
    if chain.isRespective, fitting.count > 1 {
      pending = fitting.dropFirst().map { .value($0.1) }
      return [(.value(fitting[0].1), fitting[0].0...index)]
    }
    if chain.hasList {
      guard isRate else { return [] }
      return fitting.filter { isSubject($0.0) }.map { (.value($0.1), $0.0...index) }
    }
    if let strong = chain.figures.last(where: { isStrong($0.meaning) }) {
      guard !isRate && !isKeyItem(strong.meaning) || isSubject(strong.token) else { return [] }
      if let role = chain.figures.last(where: { $0.token < strong.token }).flatMap({ self.role($0.meaning) }),
        role != .lead,
        self.role(strong.meaning) == nil, !isKeyItem(strong.meaning)
      {
        // 会办件按时办结率; of other figures by role the ledger says nothing.
        guard role == .assist, let readings = fitting.first(where: { $0.0 == strong.token })?.1,
          readings.contains(where: { $0.name == Figure.assistOnTime.name })
        else { return [] }
        return [(.value([Figure.assistOnTime]), strong.token...index)]
      }
      return fitting.filter { $0.0 == strong.token }.map { (.value($0.1), $0.0...index) }
    }
    if fitting.isEmpty { return kindAlone(amount, index, chain) }
    let readings = fitting.flatMap(\.1)
    return [(.value(readings), fitting[0].0...index)]
  }

  /// Whether, where all units are meant, the clause begins with words that may name one or some of them.
  func isAboutOthers(_ start: Int) -> Bool {
    guard context.base.unit == nil, context.section == nil, context.named == nil else { return false }
    let before = sentence.tokens[clause.lowerBound..<max(clause.lowerBound, start)]
    return before.contains { $0.meaning == .other } && !before.contains { $0.meaning == .whole }
  }

  func isKeyItem(_ meaning: Token.Meaning) -> Bool {
    if case .keyItems = meaning { true } else { false }
  }

  func role(_ meaning: Token.Meaning) -> Role? {
    guard case .figures(let positions) = meaning else { return nil }
    return positions.compactMap { Role(rawValue: lexicon.figures[$0].words[0]) }.first
  }

  func isStrong(_ meaning: Token.Meaning) -> Bool {
    guard case .figures(let positions) = meaning else { return true }
    return positions.contains { lexicon.figures[$0].position == .strong }
  }

  /// What the words may mean with this unit; `nil` when they do not count such things, or say too little here.
  func readings(
    _ meaning: Token.Meaning, _ amount: Amount, at token: Int, _ index: Int, _ chain: Chain?
  ) -> [Figure.Reading]? {
    switch meaning {
    case .keyItems(let word) where amount.unit == .items:
      return Figure.keyItems(word, in: role(before: index))
    case .figures(let positions):
      let figures = positions.map { lexicon.figures[$0] }.filter { $0.units.contains(amount.unit) }
      let fitting = figures.filter { figure in
        switch (figure.position, chain) {
        case (.strong, _), (.plain, nil): true
        case (.tally, nil): false
        case (_, let chain?): chain.hasTally || isTally(token)
        }
      }
      return fitting.isEmpty ? nil : fitting.flatMap(\.readings)
    default: return nil
    }
  }

  /// Whether everyday words tell of all that somebody did: they stand at the begin of a clause, or behind who or when.
  func isTally(_ token: Int) -> Bool {
    if sentence.tokens[clause.lowerBound..<token].contains(where: { $0.meaning == .tally }) { return true }
    for token in (clause.lowerBound...token).reversed() {
      switch sentence.meaning(at: token - 1) {
      case .boundary, .unit, .ourselves, .thatUnit, .year, .thisYear, .lastYear, .open, .among, .kind, .whole:
        return true
      case .figures, .filler, .level: continue
      case .link where ["已", "已经", "由", "目前"].contains(sentence.text(sentence.tokens[token - 1].range)): continue
      default: return token == 0
      }
    }
    return false
  }

  /// The role whose items a clause speaks of: `会办（协办）重点提案有5件`.
  func role(before index: Int) -> Role? {
    for token in sentence.tokens[clause.lowerBound..<index].reversed() {
      if let role = role(token.meaning) { return role }
    }
    return nil
  }

  /// 代表满意率 is meant, 群众满意率 is not.
  func isSubject(_ token: Int) -> Bool {
    switch sentence.meaning(at: token - 1) {
    case .other, .part: token == 0
    default: true
    }
  }

  /// Whether nothing unknown follows that could say which part was counted: `16件，`, but not `16件养老建议`.
  func endsWell(_ index: Int) -> Bool {
    var next = index + 1
    while isNoun(sentence.meaning(at: next)) { next += 1 }
    switch sentence.meaning(at: next) {
    case .other, .part: return false
    default: return true
    }
  }

  /// `其中建议120件、提案61件`, beside a total.
  func kindAlone(
    _ amount: Amount, _ index: Int, _ chain: Chain
  ) -> [(Claim.Subject, ClosedRange<Int>)] {
    guard amount.unit == .items, chain.figures.isEmpty, chain.codes.isEmpty, case .some(.some) = chain.attachedKind,
      claimed.contains(where: { $0.contains { $0.name == Figure.total.name } }), chain.start < index
    else { return [] }
    switch sentence.meaning(at: chain.start - 1) {
    case .among, .boundary, .join, .open: break
    default: return []
    }
    return [(.value([Figure.total, Figure.proposals]), chain.start...index)]
  }
}
