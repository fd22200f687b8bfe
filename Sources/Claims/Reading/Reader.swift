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

  enum Count {
    case whole, part
  }

  // Of the sentence that is being read.
  var sentence: Sentence
  var clause = 0..<0
  var lastCount: Count?
  var isLastCountClaimed = false
  /// What the sentence has claimed so far.
  var claimed: [[Figure.Reading]] = []
  var hasComparison = false
  /// What `分别` still has to give to the next numbers.
  var pending: [Claim.Subject] = []
  /// Where brackets closed that held parts of a part.
  var partEnd: Int?

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

  mutating func read(_ index: Int) {
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
  func isComparison(_ index: Int) -> Bool {
    let start = sentence.tokens[index].range.lowerBound
    return ["比", "较", "与", "同"].contains { sentence.letters.has($0, endingAt: start) }
  }

  /// `甲市共承办…` at the begin of a sentence about all units.
  func isPlaceName(_ index: Int) -> Bool {
    guard context.base.unit == nil, context.section == nil, (1...3).contains(index),
      sentence.tokens[..<index].allSatisfy({ $0.meaning == .other })
    else { return false }
    let start = sentence.tokens[index].range.lowerBound
    return !["城", "我", "各", "本", "社", "小", "园", "辖", "地"].contains { sentence.letters.has($0, endingAt: start) }
  }

  mutating func name(_ years: [Int], at index: Int) {
    if sentence.meaning(at: index - 1) == .join, case .year = sentence.meaning(at: index - 2) {
      context.isOutOfReach = true
    } else {
      context.name(years: years, certain: sentence.meaning(at: index + 1) != .other)
    }
  }

  func clauseRange(from start: Int) -> Range<Int> {
    let end = sentence.tokens[min(start + 1, sentence.tokens.count)...].firstIndex { $0.meaning == .boundary }
    return start..<(end ?? sentence.tokens.count)
  }

  /// `省教育厅、省财政厅`, `省教育厅等`.
  func isOneOfSeveral(_ index: Int) -> Bool {
    func isUnit(_ index: Int) -> Bool { if case .unit = sentence.meaning(at: index) { true } else { false } }
    return sentence.meaning(at: index + 1) == .join && isUnit(index + 2)
      || sentence.meaning(at: index - 1) == .join && isUnit(index - 2)
      || sentence.letters.has("等", at: sentence.tokens[index].range.upperBound)
  }

  func isBehindAmount(_ index: Int) -> Bool {
    var index = index - 1
    while isNoun(sentence.meaning(at: index)) { index -= 1 }
    if case .amount = sentence.meaning(at: index) { return true } else { return false }
  }

  func isNoun(_ meaning: Token.Meaning) -> Bool {
    switch meaning {
    case .filler, .kind, .level: true
    default: false
    }
  }

  // MARK: - Numbers

  mutating func read(_ amount: Amount, at index: Int) {
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
  func isSilent(before index: Int, exceptOfParts: Bool) -> Bool {
    sentence.tokens[clause].contains { $0.meaning == .aim }
      || !exceptOfParts && sentence.tokens[clause.lowerBound..<index].contains { $0.meaning == .part }
  }

  /// `省人大代表建议`.
  var levels: Set<Session.Level> {
    var levels: Set<Session.Level> = []
    for index in clause {
      if case .level(let level) = sentence.meaning(at: index), case .kind = sentence.meaning(at: index + 1) {
        levels.insert(level)
      }
    }
    return levels
  }

  func attachedKind(_ index: Int, _ chain: Chain) -> Kind?? {
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

  func letters(_ range: ClosedRange<Int>) -> Range<Int> {
    let start = range.first { ![.filler, .link, .join].contains(sentence.meaning(at: $0)) } ?? range.lowerBound
    return sentence.tokens[start].range.lowerBound..<sentence.tokens[range.upperBound].range.upperBound
  }

  /// All that a number claims, and the tokens that say so.
  mutating func subjects(
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
  mutating func nextPending(_ index: Int) -> Claim.Subject? {
    var previous = index - 1
    while [.join, .boundary, .filler].contains(sentence.meaning(at: previous)), previous > 0 { previous -= 1 }
    guard !pending.isEmpty, case .amount = sentence.meaning(at: previous) else { return nil }
    return pending.removeFirst()
  }
}
