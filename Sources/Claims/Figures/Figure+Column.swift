import Disclosure

/// The figures whose words a site's own settings and ledgers bring: roles, key items and classes.
extension Figure {
  /// A place's words for a role, and the role's own name. 主办 may mean all that a unit answers.
  static func roles(of column: Column) -> [Figure] {
    var words: [Role: [String]] = [:]
    for role in Role.allCases { words[role, default: []].append(role.rawValue) }
    for (label, role) in Role.commonLabels.sorted(by: { $0.key < $1.key }) { words[role, default: []].append(label) }
    for (label, role) in column.roleLabels.sorted(by: { $0.key < $1.key }) { words[role, default: []].append(label) }
    return Role.allCases.map { role in
      // 承办 is an everyday word, and in the table as such.
      let words = words[role, default: []].filter { $0 != "承办" }
      return Figure(words: words, units: [.items], readings: readings(of: role))
    }
  }

  private static func readings(of role: Role) -> [Reading] {
    guard role == .lead else { return [self.role(role)] }
    return [self.role(.lead), .count("主办、单独办理和分办", whole: true, { $0.answering }, rows: \.answers)]
  }

  /// 重点提案, 重点建议, …: rows with a 重点类别 whose name has these words, or any with 重点.
  ///
  /// - Parameter role: the role that the text names beside it.
  static func keyItems(_ word: String, in role: Role?) -> [Reading] {
    let stem = ["建议", "提案", "件"].first(where: word.hasSuffix).map { String(word.dropLast($0.count)) } ?? word
    var marks = [word]
    for mark in [stem, "重点"] where !marks.contains(mark) { marks.append(mark) }
    return marks.flatMap { readings(ofKeyItems: $0, in: role) }
  }

  private static func readings(ofKeyItems mark: String, in role: Role?) -> [Reading] {
    @Sendable func count(_ breakdown: Breakdown) -> Int {
      breakdown.parts.reduce(0) { $0 + ($1.label.contains(mark) ? $1.count : 0) }
    }
    @Sendable func isMarked(_ row: CountedRow) -> Bool { row.row.keyTypes.contains { $0.contains(mark) } }
    let recorded: @Sendable (Statistics) -> Bool = { count($0.byKeyType) > 0 }
    let name = ["建议", "提案", "件"].contains(where: mark.hasSuffix) ? mark : mark + "件"
    let all = Reading.count(name, recorded: recorded, { count($0.byKeyType) }, rows: isMarked)
    let answering = Reading.count(
      "主办的\(name)", recorded: recorded, { count($0.answeringByKeyType) }, rows: { isMarked($0) && $0.answers })
    let others = Reading.count(
      "会办的\(name)", recorded: recorded, { count($0.byKeyType) - count($0.answeringByKeyType) },
      rows: { isMarked($0) && !$0.answers })
    return role.map { [$0.answers ? answering : others] } ?? [all, answering, others]
  }

  static let keyWords = [
    "重点提案", "重点建议", "重点处理建议", "重点督办建议", "重点督办提案", "重点督办件", "重点督办", "重点办理建议", "重点件",
  ]

  // MARK: - Classes

  /// The replies in a class: how many, for `A类71件`.
  static func count(of result: AnswerScheme.ResultClass) -> Reading {
    .count(
      result.name, recorded: { $0.results.contains { $0.scheme.classes.contains(result) && $0.classified > 0 } },
      { $0.count(of: result) }, rows: { $0.isKnown && $0.row.resultClass == result })
  }
}

extension AnswerScheme.ResultClass {
  var name: String { code == label ? label : "\(code)类（\(label)）" }
}

extension Statistics {
  func count(of result: AnswerScheme.ResultClass) -> Int {
    results.reduce(0) { sum, counts in
      sum + (counts.scheme.classes.firstIndex(of: result).map { counts.counts[$0] } ?? 0)
    }
  }
}
