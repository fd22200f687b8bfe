/// 答复类别: the classes in which a place sorts its replies. Schemes differ in number and meaning, so they are
/// data, and figures compare classes only within one scheme.
package struct AnswerScheme: Sendable, Hashable {
  /// By reference: there are few, and many records that have one.
  package final class ResultClass: Sendable, Hashable {
    package let code: String
    package let label: String
    /// In plain words, for readers.
    package let meaning: String
    /// Whether the matter counts as solved.
    package let solved: Bool

    package init(code: String, label: String, meaning: String, solved: Bool) {
      self.code = code
      self.label = label
      self.meaning = meaning
      self.solved = solved
    }

    package static func == (left: ResultClass, right: ResultClass) -> Bool {
      left === right
        || (left.code, left.label, left.meaning, left.solved) == (right.code, right.label, right.meaning, right.solved)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
  }

  package let name: String
  /// The kinds that it is for; empty means all.
  package let kinds: [Kind]
  package let years: ClosedRange<Int>
  package let classes: [ResultClass]

  package init(name: String, kinds: [Kind], years: ClosedRange<Int>, classes: [ResultClass]) {
    self.name = name
    self.kinds = kinds
    self.years = years
    self.classes = classes
  }

  package static let allYears = 1900...2199

  package func applies(to kind: Kind, in year: Int) -> Bool {
    years.contains(year) && (kinds.isEmpty || kinds.contains(kind))
  }

  /// Whether some kind and year falls under both.
  package func overlaps(_ other: AnswerScheme) -> Bool {
    years.overlaps(other.years)
      && (kinds.isEmpty || other.kinds.isEmpty || kinds.contains(where: other.kinds.contains))
  }

  /// The scheme of 《全国人民代表大会代表建议、批评和意见处理办法》, in force where `site.yaml` names none.
  package static let national = AnswerScheme(
    name: "全国四类", kinds: [], years: allYears,
    classes: [
      ResultClass(code: "A", label: "已解决或基本解决", meaning: "所提问题已经解决或者基本解决", solved: true),
      ResultClass(code: "B", label: "正在解决或列入规划逐步解决", meaning: "正在解决，或者已列入规划逐步解决", solved: false),
      ResultClass(code: "C", label: "待以后解决", meaning: "因目前条件限制或者其他原因，留待以后解决", solved: false),
      ResultClass(code: "D", label: "留作参考", meaning: "所提意见留作工作参考", solved: false),
    ])
}

extension AnswerScheme {
  /// A class by its code or label, as ledgers write it: `A`, `a`, `Ａ`, `A类`, `已解决或基本解决`.
  package func resultClass(named text: String) -> ResultClass? {
    let text = text.halfWidth
    let code = (text.hasSuffix("类") ? String(text.dropLast()) : text).lowercased()
    return classes.first { $0.code == text || $0.label == text || $0.code.lowercased() == code }
      ?? classes.first { $0.code == code + "类" }
  }
}

extension AnswerScheme {
  /// A class's part of addresses: its code where that is letters and digits, else its place in the scheme.
  package func addressCode(of result: ResultClass, at position: Int) -> String {
    let letters = result.code.lowercased()
    let isPlain = letters.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    return isPlain && !letters.isEmpty ? letters : String(position + 1)
  }
}
