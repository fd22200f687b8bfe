import Disclosure

/// Finds the claims in one sentence after another of a paragraph.
///
/// It would rather overlook a claim than raise a false alarm: where words that it does not know could change what a
/// number counts, there is no claim.
struct Reader {
  let lexicon: Lexicon
  /// Compares a claim with the ledger.
  let judge: (Claim, Sentence) -> Verdict
  var context: Context

  struct Verdict {
    /// Whether what follows 其中 is counted in a whole scope.
    var isWhole: Bool
    var isWrong = false
  }

  private enum Count {
    case whole, part
  }

  // Of the sentence that is being read.
  private var sentence: Sentence
  private var clause = 0..<0
  private var lastCount: Count?
  private var isLastCountClaimed = false
  /// What the sentence has claimed so far.
  private var claimed: [[Figure.Reading]] = []
  private var hasComparison = false
  /// What `分别` still has to give to the next numbers.
  private var pending: [Claim.Subject] = []
  /// Where brackets closed that held parts of a part.
  private var partEnd: Int?

  init(_ lexicon: Lexicon, context: Context, judge: @escaping (Claim, Sentence) -> Verdict) {
    self.lexicon = lexicon
    self.context = context
    self.judge = judge
    sentence = Sentence([], lexicon)
  }

  mutating func read(_ sentence: Sentence) {
    self.sentence = sentence
    let isContinued = sentence.tokens.first?.meaning == .among
    context.beginSentence(continuing: isContinued)
    if !isContinued {
      claimed = []
      lastCount = nil
    }
    hasComparison = false
    pending = []
    partEnd = nil
    clause = clauseRange(from: 0)
    for index in sentence.tokens.indices { read(index) }
  }

  // MARK: - Words around numbers

  private mutating func read(_ index: Int) {
    if index == clause.upperBound { clause = clauseRange(from: index) }
    switch sentence.meaning(at: index) {
    case .amount(let amount): read(amount, at: index)
    case .unit where isOneOfSeveral(index): context.nameSeveral()
    case .unit(let unit): context.name(unit)
    case .ourselves: context.nameOurselves()
    case .year(let year):
      if isComparison(index) {
        hasComparison = hasComparison || context.presentYears.contains(year + 1)
      } else {
        name([year], at: index)
      }
    case .level where isPlaceName(index): context.name(nil)
    case .thisYear: name(context.presentYears, at: index)
    case .lastYear: name(context.presentYears.map { $0 - 1 }, at: index)
    case .topic: context.isPart = true
    case .field where sentence.meaning(at: index - 1) == .other: context.isPart = true
    case .otherTime: context.isOutOfReach = true
    case .kind(let kind): context.speak(of: kind)
    case .thatUnit where context.named == nil && context.section == nil: context.name(context.base.unit)
    case .comparison: hasComparison = true
    case .among: if lastCount == .part { context.isPart = true }
    case .open where isBehindAmount(index) && lastCount == .part && !context.isPart:
      context.isPart = true
      partEnd = sentence.tokens[index...].firstIndex { $0.meaning == .close }
    case .close where index == partEnd: context.isPart = false
    default: break
    }
  }

  /// `比2023年`, `与2023年相比`.
  private func isComparison(_ index: Int) -> Bool {
    let start = sentence.tokens[index].range.lowerBound
    return ["比", "较", "与", "同"].contains { sentence.letters.has($0, endingAt: start) }
  }

  /// `甲市共承办…` at the begin of a sentence about all units.
  private func isPlaceName(_ index: Int) -> Bool {
    guard context.base.unit == nil, context.section == nil, (1...3).contains(index),
      sentence.tokens[..<index].allSatisfy({ $0.meaning == .other })
    else { return false }
    let start = sentence.tokens[index].range.lowerBound
    return !["城", "我", "各", "本", "社", "小", "园", "辖", "地"].contains { sentence.letters.has($0, endingAt: start) }
  }

  private mutating func name(_ years: [Int], at index: Int) {
    if sentence.meaning(at: index - 1) == .join, case .year = sentence.meaning(at: index - 2) {
      context.isOutOfReach = true
    } else {
      context.name(years: years, certain: sentence.meaning(at: index + 1) != .other)
    }
  }

  private func clauseRange(from start: Int) -> Range<Int> {
    let end = sentence.tokens[min(start + 1, sentence.tokens.count)...].firstIndex { $0.meaning == .boundary }
    return start..<(end ?? sentence.tokens.count)
  }

  /// `省教育厅、省财政厅`, `省教育厅等`.
  private func isOneOfSeveral(_ index: Int) -> Bool {
    func isUnit(_ index: Int) -> Bool { if case .unit = sentence.meaning(at: index) { true } else { false } }
    return sentence.meaning(at: index + 1) == .join && isUnit(index + 2)
      || sentence.meaning(at: index - 1) == .join && isUnit(index - 2)
      || sentence.letters.has("等", at: sentence.tokens[index].range.upperBound)
  }

  private func isBehindAmount(_ index: Int) -> Bool {
    var index = index - 1
    while isNoun(sentence.meaning(at: index)) { index -= 1 }
    if case .amount = sentence.meaning(at: index) { return true } else { return false }
  }

  private func isNoun(_ meaning: Token.Meaning) -> Bool {
    switch meaning {
    case .filler, .kind, .level: true
    default: false
    }
  }

  // MARK: - Numbers

  private mutating func read(_ amount: Amount, at index: Int) {
    let isCount = amount.unit == .items
    guard amount.precision != .vague else { return }
    let chain = Chain(
      before: index, in: sentence, percent: !isCount && amount.unit != .points && amount.unit != .pieces)
    let claims =
      isSilent(before: index, exceptOfParts: amount.unit == .pieces) ? [] : subjects(of: amount, at: index, chain)
    var isWhole = false
    for (subject, range) in claims {
      guard let scopes = context.scopes(attached: attachedKind(index, chain)) else { continue }
      let claim = Claim(
        subject: subject, amount: amount, range: letters(range), number: sentence.tokens[index].range.lowerBound,
        scopes: scopes, levels: levels)
      let verdict = judge(claim, sentence)
      isWhole = isWhole || verdict.isWhole
      if case .value(let readings) = subject { claimed.append(readings) }
      // What is said besides of a wrong number need not be said too.
      if verdict.isWrong, !chain.hasList { break }
    }
    if isCount, chain.directionToken == nil {
      lastCount = isWhole ? .whole : .part
      isLastCountClaimed = !claims.isEmpty
    }
  }

  /// Whether the clause speaks of an aim or of a part that no scope describes.
  private func isSilent(before index: Int, exceptOfParts: Bool) -> Bool {
    sentence.tokens[clause].contains { $0.meaning == .aim }
      || !exceptOfParts && sentence.tokens[clause.lowerBound..<index].contains { $0.meaning == .part }
  }

  /// `省人大代表建议`.
  private var levels: Set<Session.Level> {
    var levels: Set<Session.Level> = []
    for index in clause {
      if case .level(let level) = sentence.meaning(at: index), case .kind = sentence.meaning(at: index + 1) {
        levels.insert(level)
      }
    }
    return levels
  }

  private func attachedKind(_ index: Int, _ chain: Chain) -> Kind?? {
    var next = index + 1
    while isNoun(sentence.meaning(at: next)) {
      if case .kind(let kind) = sentence.meaning(at: next) { return .some(kind) }
      next += 1
    }
    if case .keyItems(let word) = chain.figures.last?.meaning {
      if word.hasSuffix(Kind.suggestion.rawValue) { return .some(.suggestion) }
      if word.hasSuffix(Kind.proposal.rawValue) { return .some(.proposal) }
    }
    return chain.attachedKind
  }

  private func letters(_ range: ClosedRange<Int>) -> Range<Int> {
    let start = range.first { ![.filler, .link, .join].contains(sentence.meaning(at: $0)) } ?? range.lowerBound
    return sentence.tokens[start].range.lowerBound..<sentence.tokens[range.upperBound].range.upperBound
  }

  /// All that a number claims, and the tokens that say so.
  private mutating func subjects(
    of amount: Amount, at index: Int, _ chain: Chain
  ) -> [(Claim.Subject, ClosedRange<Int>)] {
    if let next = nextPending(index) { return [(next, index...index)] }
    pending = []
    if let direction = chain.directionToken { return change(amount, index, direction, chain) }
    if chain.shareToken != nil { return share(amount, index, chain) }
    if chain.endsInClass, amount.unit == .items || amount.unit == .percent {
      return classes(chain, before: index).map { subject in
        (amount.unit == .percent ? .share(subject.readings) : subject, classStart(chain)...index)
      }
    }
    let before = named(amount, index, chain)
    if amount.unit == .percent || !before.isEmpty && !isFollowedByAll(index) { return before }
    return before + behind(amount, index)
  }

  /// The next of the numbers that follow 分别.
  private mutating func nextPending(_ index: Int) -> Claim.Subject? {
    var previous = index - 1
    while [.join, .boundary, .filler].contains(sentence.meaning(at: previous)), previous > 0 { previous -= 1 }
    guard !pending.isEmpty, case .amount = sentence.meaning(at: previous) else { return nil }
    return pending.removeFirst()
  }

  // MARK: - Words before the number

  private mutating func named(_ amount: Amount, _ index: Int, _ chain: Chain) -> [(Claim.Subject, ClosedRange<Int>)] {
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
  private func isAboutOthers(_ start: Int) -> Bool {
    guard context.base.unit == nil, context.section == nil, context.named == nil else { return false }
    let before = sentence.tokens[clause.lowerBound..<max(clause.lowerBound, start)]
    return before.contains { $0.meaning == .other } && !before.contains { $0.meaning == .whole }
  }

  private func isKeyItem(_ meaning: Token.Meaning) -> Bool {
    if case .keyItems = meaning { true } else { false }
  }

  private func role(_ meaning: Token.Meaning) -> Role? {
    guard case .figures(let positions) = meaning else { return nil }
    return positions.compactMap { Role(rawValue: lexicon.figures[$0].words[0]) }.first
  }

  private func isStrong(_ meaning: Token.Meaning) -> Bool {
    guard case .figures(let positions) = meaning else { return true }
    return positions.contains { lexicon.figures[$0].position == .strong }
  }

  /// What the words may mean with this unit; `nil` when they do not count such things, or say too little here.
  private func readings(
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
  private func isTally(_ token: Int) -> Bool {
    let before = sentence.tokens[clause.lowerBound..<token]
    if before.contains(where: { $0.meaning == .tally }) { return true }
    switch sentence.meaning(at: token - 1) {
    case .boundary, .unit, .ourselves, .thatUnit, .year, .thisYear, .lastYear, .open, .among, .kind, .whole: return true
    case .figures, .filler, .level: return token - 1 >= clause.lowerBound && isTally(token - 1)
    case .link where ["已", "已经", "由", "目前"].contains(sentence.text(sentence.tokens[token - 1].range)):
      return token - 1 >= clause.lowerBound && isTally(token - 1)
    default: return token == 0
    }
  }

  /// The role whose items a clause speaks of: `会办（协办）重点提案有5件`.
  private func role(before index: Int) -> Role? {
    for token in sentence.tokens[clause.lowerBound..<index].reversed() {
      if let role = role(token.meaning) { return role }
    }
    return nil
  }

  /// 代表满意率 is meant, 群众满意率 is not.
  private func isSubject(_ token: Int) -> Bool {
    switch sentence.meaning(at: token - 1) {
    case .other, .part: token == 0
    default: true
    }
  }

  /// Whether nothing unknown follows that could say which part was counted: `16件，`, but not `16件养老建议`.
  private func endsWell(_ index: Int) -> Bool {
    var next = index + 1
    while isNoun(sentence.meaning(at: next)) { next += 1 }
    switch sentence.meaning(at: next) {
    case .other, .part: return false
    default: return true
    }
  }

  /// `其中建议120件、提案61件`, beside a total.
  private func kindAlone(
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

  // MARK: - Words behind the number

  /// `2件答复均已公开`: what is said of all of those that the words before count.
  private func isFollowedByAll(_ index: Int) -> Bool {
    var next = index + 1
    while isNoun(sentence.meaning(at: next)) || isPlain(next) { next += 1 }
    return sentence.meaning(at: next) == .each
  }

  private func isPlain(_ index: Int) -> Bool {
    if case .figures = sentence.meaning(at: index) { !isStrong(sentence.meaning(at: index)) } else { false }
  }

  /// `41件汇办件`, `40件均与代表见面`, `11件转化为…`, `53个承办单位`, `71件得到解决`.
  private func behind(_ amount: Amount, _ index: Int) -> [(Claim.Subject, ClosedRange<Int>)] {
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
  private func startsWell(_ index: Int) -> Bool {
    switch sentence.meaning(at: index - 1) {
    case .other, .part: index == 0
    default: true
    }
  }

  private func isFollowedByAmount(_ index: Int) -> Bool {
    var next = index + 1
    while isNoun(sentence.meaning(at: next)) { next += 1 }
    if case .amount = sentence.meaning(at: next) { return true } else { return false }
  }

  // MARK: - Classes

  private func isClass(_ meaning: Token.Meaning) -> Bool {
    switch meaning {
    case .classCode, .classPiece: true
    default: false
    }
  }

  /// The begin of the clause, or what follows the number before.
  private func segment(before index: Int) -> Int {
    let last = sentence.tokens[clause.lowerBound..<index].lastIndex {
      if case .amount = $0.meaning { true } else { false }
    }
    return last.map { $0 + 1 } ?? clause.lowerBound
  }

  /// Where a class's name begins.
  private func classStart(_ chain: Chain) -> Int {
    if chain.codes.count > 1 { return chain.start }
    return sentence.tokens[segment(before: chain.start)..<chain.start].firstIndex { isClass($0.meaning) } ?? chain.start
  }

  private mutating func classes(_ chain: Chain, before index: Int) -> [Claim.Subject] {
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
  private func classes(in range: ClosedRange<Int>) -> [Claim.Subject] {
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

  private func readings(ofClass code: String) -> [Figure.Reading] {
    lexicon.classes.filter { $0.code == code }.map(Figure.count)
  }

  // MARK: - Shares and changes

  /// `A类71件，占39.2%`, `A类占39.2%`.
  private mutating func share(_ amount: Amount, _ index: Int, _ chain: Chain) -> [(Claim.Subject, ClosedRange<Int>)] {
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

  private mutating func change(
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
