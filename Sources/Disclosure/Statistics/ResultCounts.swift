/// How many replies fell into each class of one scheme. Classes of different schemes are never put into one.
package struct ResultCounts: Sendable, Hashable {
  package let scheme: AnswerScheme
  /// In the order of the scheme's classes.
  package private(set) var counts: [Int]

  init(_ scheme: AnswerScheme) {
    self.scheme = scheme
    counts = scheme.classes.map { _ in 0 }
  }

  /// Counts from elsewhere, one for each class of the scheme.
  package init(_ scheme: AnswerScheme, counts: [Int]) {
    self.scheme = scheme
    self.counts = counts
  }

  /// `position` is the class's among the scheme's classes.
  mutating func count(classAt position: Int) { counts[position] += 1 }

  static func += (left: inout ResultCounts, right: ResultCounts) {
    for index in left.counts.indices { left.counts[index] += right.counts[index] }
  }

  /// All replies with a class of the scheme: what the shares are shares of.
  package var classified: Int { counts.reduce(0, +) }

  package var shares: [Ratio] { counts.map { Ratio($0, of: classified) } }

  /// Those in classes that count as solved.
  package var solved: Ratio {
    Ratio(zip(scheme.classes, counts).reduce(0) { $0 + ($1.0.solved ? $1.1 : 0) }, of: classified)
  }

  /// What to say of a column of shares that does not make 100.0 as printed; `nil` when it does.
  package var roundingNote: String? { shares.roundingNote }
}

extension [Ratio] {
  /// What to say of shares of one whole that do not make 100.0 as printed; `nil` when they do.
  package var roundingNote: String? {
    let sum = compactMap(\.tenths).reduce(0, +)
    if sum == 0 || sum == 1000 { return nil }
    return "各项占比分别四舍五入，相加为 \(sum / 10).\(sum % 10)%"
  }
}

extension [ResultCounts] {
  /// The counts of a scheme, to count on.
  subscript(scheme: AnswerScheme) -> ResultCounts {
    get { first { $0.scheme == scheme } ?? ResultCounts(scheme) }
    set {
      if let index = firstIndex(where: { $0.scheme == scheme }) { self[index] = newValue } else { append(newValue) }
    }
  }

  static func += (left: inout [ResultCounts], right: [ResultCounts]) {
    for counts in right { left[counts.scheme] += counts }
  }
}
