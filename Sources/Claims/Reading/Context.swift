import Disclosure

/// Whose figures a sentence speaks of, as far as headings and the sentences before it tell.
struct Context {
  /// A unit that is named, or one that nobody knows.
  enum Speaker: Hashable {
    case known(UnitDirectory.Unit)
    case unknown
    /// 省教育厅等46个部门: together, in one sentence.
    case several
  }

  /// The document's 统计范围.
  let base: Statistics.Scope
  /// The years that 今年 may mean: of the scope, and of the document's date.
  let presentYears: [Int]
  /// Who 我局 is where no heading says so.
  let author: UnitDirectory.Unit?

  /// Whose article or section it is.
  var section: Speaker?
  /// Who was named last in the paragraph.
  var named: Speaker?
  var years: [Int] = []
  /// Whether the named years leave no doubt: `2023年，共办理…`, not `2023年3月印发办法后，共办理…`.
  var areYearsCertain = false
  /// What the paragraph speaks of, the latest first, and what the heading does.
  private var kindsBefore: [Kind?] = []
  private var headingKinds: [Kind?] = []
  var isOutOfReach = false
  /// Whether the sentence counts parts of a part, or of a topic.
  var isPart = false

  init(_ document: Published<Document>, author: UnitDirectory.Unit?) {
    base = document.scope
    presentYears = [document.scope.year, document.date.year].compactMap { $0 }
    self.author = document.scope.unit ?? author
  }

  mutating func beginParagraph() {
    named = nil
    years = []
    kindsBefore = []
    isOutOfReach = false
    beginSentence(continuing: false)
  }

  /// A sentence that goes on with 其中 is about what the one before it was about.
  mutating func beginSentence(continuing isContinued: Bool) {
    if isContinued { return }
    isPart = false
    areYearsCertain = false
    if named == .several { named = nil }
  }

  mutating func speak(of kind: Kind?) {
    kindsBefore.removeAll { $0 == kind }
    kindsBefore.insert(kind, at: 0)
  }

  /// What was named since the paragraph began is what the paragraphs below are about: it was a heading.
  mutating func endHeading() { if !kindsBefore.isEmpty { headingKinds = kindsBefore } }

  /// 我局.
  mutating func nameOurselves() {
    if section == nil { named = author.map(Speaker.known) ?? .unknown } else { named = nil }
  }

  mutating func name(_ unit: UnitDirectory.Unit?) { named = unit.map(Speaker.known) ?? .unknown }

  mutating func nameSeveral() { named = .several }

  mutating func name(years: [Int], certain areCertain: Bool) {
    self.years = years
    areYearsCertain = areCertain
    isOutOfReach = false
  }

  /// What a claim may be about, the likeliest first; `nil` when that is not known.
  ///
  /// - Parameter attached: the kind that stands beside the number itself, which leaves no doubt.
  func scopes(attached: Kind??) -> [Statistics.Scope]? {
    guard !isOutOfReach, !isPart, named != .unknown, named != .several, named != nil || section != .unknown else {
      return nil
    }
    // Without a 统计范围 only what a unit's own article says of a year can be meant.
    if base == Statistics.Scope(), named == nil && section == nil || years.isEmpty { return nil }
    var units: [UnitDirectory.Unit?] = [named, section].compactMap { speaker in
      if case .known(let unit) = speaker { unit } else { nil }
    }
    if section == nil { units.append(base.unit) }
    let years = self.years.map(Optional.some) + (areYearsCertain ? [] : [base.year])
    let kinds = kinds(attached: attached)
    var scopes: [Statistics.Scope] = []
    for unit in units {
      for year in years {
        for kind in kinds {
          var scope = Statistics.Scope(year: year, kind: kind, session: base.session, unit: unit)
          // A session belongs to its year.
          if year != base.year { scope.session = nil }
          if !scopes.contains(scope) { scopes.append(scope) }
        }
      }
    }
    return scopes
  }

  private func kinds(attached: Kind??) -> [Kind?] {
    switch attached {
    case .some(.some(let kind)): [kind]
    case .some(.none): base.kind == nil ? [nil] : [nil, base.kind]
    case .none: kindsBefore + headingKinds + [base.kind]
    }
  }
}
