import Disclosure

/// The words that stand before a number and belong to it.
struct Chain {
  /// The words of statistics, from left to right; more than one in `答复率、满意率均为100%`.
  var figures: [(token: Int, meaning: Token.Meaning)] = []
  /// Whether the nearest of all is a piece or the code of a class's name.
  var endsInClass = false
  var codes: [String] = []
  var shareToken: Int?
  var directionToken: Int?
  var attachedKind: Kind??
  var hasTally = false
  var hasEach = false
  var isRespective = false
  var hasList = false
  /// The first token of the chain.
  var start: Int

  init(before amount: Int, in sentence: Sentence, percent isPercent: Bool) {
    start = amount
    var index = amount - 1
    var isJoined = false
    walk: while index >= 0 {
      switch sentence.meaning(at: index) {
      case .filler, .level: break
      case .kind(let kind): attachedKind = attachedKind ?? .some(kind)
      case .tally: hasTally = true
      case .each: hasEach = true
      case .respectively: isRespective = true
      case .amount(let amount) where isPercent && amount.unit == .pieces: hasEach = true
      case .link where isPercent: break
      case .figures, .keyItems:
        figures.insert((index, sentence.meaning(at: index)), at: 0)
        hasList = hasList || isJoined
      case .classCode(let code):
        endsInClass = endsInClass || figures.isEmpty
        codes.insert(code, at: 0)
        hasList = hasList || isJoined
      case .classPiece: endsInClass = endsInClass || figures.isEmpty
      case .share: shareToken = index
      case .direction where directionToken == nil && figures.isEmpty: directionToken = index
      case .join where Self.isKind(index + 1, in: sentence) && Self.isKind(index - 1, in: sentence):
        attachedKind = .some(nil)
      case .join where !figures.isEmpty || !codes.isEmpty:
        isJoined = true
        index -= 1
        continue walk
      case .close:
        guard let open = Self.open(of: index, in: sentence) else { break walk }
        for inner in open..<index {
          if case .classCode(let code) = sentence.meaning(at: inner) {
            codes.insert(code, at: 0)
            endsInClass = endsInClass || figures.isEmpty
          }
        }
        index = open
      default: break walk
      }
      start = index
      index -= 1
    }
  }

  private static func isKind(_ index: Int, in sentence: Sentence) -> Bool {
    switch sentence.meaning(at: index) {
    case .kind, .level: true
    default: false
    }
  }

  /// The bracket that opens what closes at `close`, if no number stands between them.
  private static func open(of close: Int, in sentence: Sentence) -> Int? {
    for index in (0..<close).reversed() {
      switch sentence.meaning(at: index) {
      case .open: return index
      case .amount, .close: return nil
      default: break
      }
    }
    return nil
  }
}
